"""What a file still lacks before the office can work with it, each with the place where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from sqlalchemy import select

from app.network.terms import Term, period_on
from app.words.words import mark
from db.entities.body import Body, BodyKind
from db.entities.person import Person
from db.entities.seat import Seat
from db.session import FileSession
from db.spans import holds_on, on
from db.store import Store


class Way(Enum):
    """How a step is taken: a record is begun, one is edited, or a spreadsheet of its kind is imported."""

    NEW = auto()
    EDIT = auto()
    IMPORT = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next: what (Spanish source words), how, and with which record of which kind.

    `values` are those with which a new record begins; `name` is the field or part of another that is to be written.
    """

    said: str
    way: Way
    entity: str
    id: str = ""
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def next_steps(store: Store) -> tuple[Step, ...]:
    """Return what is still to do, and nothing that the file has already."""
    with store.reading() as session:
        return steps_on(session, store.today())


def steps_on(session: FileSession, day: date) -> tuple[Step, ...]:
    """Do the work of `next_steps` in a session that is open already."""
    found = (_of_secretariat(period_on(session, day)), _of_board(session, day), _of_contacts(session))
    return tuple(step for step in found if step is not None)


def _of_secretariat(term: Term | None) -> Step | None:
    said = mark("Registrar la ciudad de la Secretaría Ejecutiva y las fechas de su gestión")
    if term is None:
        return Step(said, Way.NEW, "period")
    return None if term.municipality_id and term.starts else Step(said, Way.EDIT, "period", term.id)


def _of_board(session: FileSession, day: date) -> Step | None:
    said = mark("Cargar los integrantes de la Comisión Directiva")
    boards = select(Body.id).where(Body.kind == BodyKind.BOARD.value)
    seated = select(Seat.id).where(Seat.body_id.in_(boards), holds_on(Seat.starts, Seat.ends, on(day)))
    if session.scalar(seated.limit(1)):
        return None
    key = session.scalar(boards.order_by(Body.id).limit(1))
    if key:
        return Step(said, Way.EDIT, "body", key, "seats")
    return Step(said, Way.NEW, "body", values={"kind": BodyKind.BOARD.value})


def _of_contacts(session: FileSession) -> Step | None:
    any_contact = session.scalar(select(Person.id).limit(1))
    return None if any_contact else Step(mark("Importar los contactos"), Way.IMPORT, "person")
