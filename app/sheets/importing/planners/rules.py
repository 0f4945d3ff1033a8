"""The rules of a record, asked of values that are not in the store yet."""

from collections.abc import Mapping

from app.records.hints import has_hints, hints_beside_days
from app.records.rules import RULES, RULES_AMONG, SHAPES, among, check_alone
from app.words.problems import Problem
from db.session import FileSession
from db.values import PartialDate


def has_rules(entity: str) -> bool:
    """Tell whether something is demanded of the records of `entity` beside what their fields say."""
    return any(entity in demanded for demanded in (SHAPES, RULES, RULES_AMONG))


def broken_rules(session: FileSession, entity: str, values: Mapping[str, object]) -> list[Problem]:
    """Return what would be wrong with a record of these columns, each with its field."""
    row = session.catalog.entity(entity)(**values)
    return check_alone(session, row) + among(session, entity, [row])


def hints_of_kind(session: FileSession, entity: str, values: Mapping[str, object]) -> list[Problem]:
    """Return what is said of a record of these columns, each with its field, but for days that are still to come."""
    if not has_hints(session.catalog, entity):
        return []
    with session.no_autoflush:
        return hints_beside_days(session, session.catalog.entity(entity)(**values))


def in_order(starts: object, ends: object) -> bool:
    """Tell whether a start and an end, either of which may not be known, can be those of one span."""
    if isinstance(starts, PartialDate) and isinstance(ends, PartialDate):
        return starts.first_day <= ends.last_day
    return True
