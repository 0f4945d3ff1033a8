"""The rules of offices."""

from collections.abc import Sequence

from sqlalchemy import select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.office import Office
from db.session import FileSession


def term_is_free(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a second office of one term, or of no term: papers would not know which of them issues them."""
    offices = [row for row in rows if isinstance(row, Office)]
    own = {office.id for office in offices}
    stored = session.execute(select(Office.id, Office.period_id, Office.name))
    taken = {term: name for key, term, name in stored if key not in own}
    found = []
    for office in offices:
        other = taken.get(office.period_id)
        taken.setdefault(office.period_id, office.name)
        if other is not None:
            text = (
                mark("Esa gestión ya tiene su oficina: «{name}».")
                if office.period_id
                else mark("Ya hay una oficina sin gestión, que vale para todas: «{name}».")
            )
            hint = mark("Elija otra gestión, o corrija la oficina que ya está.")
            found.append(Problem(text, hint, Place(field="period_id", record=office.id), {"name": other}))
    return found
