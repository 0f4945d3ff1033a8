"""The items of the agenda of a meeting, as several parts of the dossier read them."""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import select

from app.meetings import agenda_times
from app.reports.board_pack.meeting import MeetingData
from db.entities.agenda_item import AgendaItem
from db.entities.person import Person
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda, numbered from 1; `annexes` are the numbers of the annexes that belong to it."""

    id: str
    number: int
    at: time | None
    duration: int | None
    name: str
    presenter: str
    background: str
    minutes: str
    annexes: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The number and the theme."""
        return f"{self.number}. {self.name}"


def read_items(session: FileSession, meeting: MeetingData) -> tuple[Item, ...]:
    """Read the items of a meeting in their order, each with the time at which it begins."""
    rows = session.execute(
        select(AgendaItem, Person.name)
        .outerjoin(Person, Person.id == AgendaItem.person_id)
        .where(AgendaItem.meeting_id == meeting.id)
        .order_by(AgendaItem.position, AgendaItem.id),
    ).all()
    times = agenda_times([row for row, _ in rows], f"{meeting.starts_at:%H:%M}" if meeting.starts_at else None)
    return tuple(
        Item(
            id=row.id,
            number=number,
            at=at,
            duration=row.duration,
            name=row.name,
            presenter=", ".join(name for name in (person, row.presenter) if name),
            background=row.description or "",
            minutes=row.minutes or "",
        )
        for number, ((row, person), at) in enumerate(zip(rows, times, strict=True), start=1)
    )
