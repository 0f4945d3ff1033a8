"""Adoptions that are dropped: one or many at once, on a day and for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.adoption import Adoption
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import PartialDate

NOTHING_GOES_ON = Problem(mark("Nada de lo elegido sigue en pie."), mark("Para cambiar la fecha, edite la ficha."))


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The adoptions among some that were not dropped, and what the first of them is called."""

    keys: tuple[str, ...]
    name: str = ""


def going_on(store: Store, ids: Sequence[str]) -> GoingOn:
    """Return those of some adoptions that were not dropped, in their order; one that is in use can still be."""
    with store.reading() as session:
        keys = _going_on(session, ids)
        name = next(iter(read_titles(session, "adoption", keys[:1]).values()), "")
    return GoingOn(tuple(keys), name)


def is_left(session: FileSession, entity: str, key: str) -> bool:
    """Tell whether a record of `entity` is an adoption that was dropped."""
    return entity == Adoption.__tablename__ and not _going_on(session, [key])


def leave(store: Store, ids: Sequence[str], day: PartialDate | None, why: str) -> Changes:
    """Write of adoptions, of those that go on, when and why they were dropped, in one operation.

    Raises ProblemError when none goes on, without a day, and for what a rule refuses, as a day that is still to come.
    """
    if day is None:
        hint = mark("Escriba el día, el mes o el año.")
        raise ProblemError(Problem(mark("Falta cuándo se dejó."), hint, Place(field="dropped_on")))
    found = going_on(store, ids)
    if not found.keys:
        raise ProblemError(NOTHING_GOES_ON)
    one = Title("Abandono de «{name}»", values={"name": Name(found.name)})
    several = Title("Abandono de {count} adopción", "Abandono de {count} adopciones", len(found.keys))
    with store.operation(one if len(found.keys) == 1 else several) as session:
        for key in found.keys:
            write_checked(session, Draft("adoption", key, {"dropped_on": day, "dropped_why": why or None}))
    return session.changes


def _going_on(session: FileSession, ids: Sequence[str]) -> list[str]:
    wanted = select(Adoption.id).where(Adoption.id.in_(ids), Adoption.dropped_on.is_(None))
    found = set(session.scalars(wanted))
    return [key for key in ids if key in found]
