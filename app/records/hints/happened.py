"""What is said of a day on which something happened and that is still to come."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.records.catalog import EntityInfo, FieldInfo
from app.records.parts_wanted import rows_of
from app.words.problems import Place, Problem
from app.words.values.happened import still_to_come
from db.base import Entity
from db.catalog import Catalog
from db.session import FileSession


def says_what_happened(catalog: Catalog, entity: str) -> bool:
    """Tell whether a kind, or a part of it, has a day on which something happened."""
    return any(_days(catalog[name]) for name in (entity, *(part.entity for part in catalog[entity].parts)))


def days_are_past(session: FileSession, row: Entity) -> Iterator[Problem]:
    """Say which days of a record, and of the rows of its parts, are still to come: each beside its field."""
    yield from _to_come(session, row, _days(session.catalog[row.__tablename__]))
    for part in session.catalog[row.__tablename__].parts:
        days = _days(session.catalog[part.entity])
        for each in rows_of(session, row, part.name, session.catalog.entity(part.entity)) if days else ():
            for problem in _to_come(session, each, days):
                yield replace(problem, place=Place(field=f"{part.name}.{each.id}.{problem.place.field}"))


def _to_come(session: FileSession, row: Entity, days: Iterable[FieldInfo]) -> Iterator[Problem]:
    for each in days:
        problem = still_to_come(each.field, getattr(row, each.name), session.today())
        if problem is not None:
            yield replace(problem, place=Place(field=each.name))


def _days(info: EntityInfo) -> list[FieldInfo]:
    return [each for each in info.stored if each.field.bounds.happened is not None]
