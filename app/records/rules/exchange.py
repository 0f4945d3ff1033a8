"""The rules of demands and of what is said of experiences for them."""

from collections.abc import Sequence
from types import MappingProxyType

from sqlalchemy import delete, select, tuple_

from app.records.rules.once import said_again
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.match import Match
from db.entities.need import Need
from db.session import FileSession

_SIDES = MappingProxyType({"need": ("need_id", "experience_id"), "experience": ("experience_id", "need_id")})
"""By either side of a verdict, the column that names it and the one that names the other."""


def waits_after_it_is_asked(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a demand that has wholly ceased to wait when it is asked."""
    if not isinstance(row, Need) or row.asked_on is None or row.until is None:
        return []
    if row.until.last_day >= row.asked_on.first_day:
        return []
    text = mark("La respuesta dejaría de servir antes del día en que se pidió.")
    return [Problem(text, mark("Revise las dos fechas."), Place(field="until"))]


def is_said_once(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a second verdict on an experience for a demand: what was said first is changed instead.

    The rows are compared as they will be, so that two of them may exchange their experiences.
    """
    asked = {row.id: row for row in rows if isinstance(row, Match) and row.need_id and row.experience_id}
    pairs = {(row.need_id, row.experience_id) for row in asked.values()}
    found = select(Match.id, Match.need_id, Match.experience_id).where(
        tuple_(Match.need_id, Match.experience_id).in_(pairs)
    )
    stored = [(key, (need, of)) for key, need, of in session.execute(found.order_by(Match.id)).all()] if asked else []
    again = said_again(stored, {key: (row.need_id, row.experience_id) for key, row in asked.items()})
    text, hint = mark("Ya hay una valoración de esa experiencia para la demanda."), mark("Cambie la que hay.")
    return [Problem(text, hint, Place(field="experience_id", record=key)) for key in asked if key in again]


def drop_double_verdicts(session: FileSession, entity: str, keep: str, gone: str) -> None:
    """Take away what was said of the record `gone` where the same is said of `keep`, with which it becomes one.

    What was said of the one that stays prevails.
    """
    if entity not in _SIDES:
        return
    own, other = (getattr(Match, name) for name in _SIDES[entity])
    said = select(other).where(own == keep)
    session.execute(delete(Match).where(own == gone, other.in_(said)))
