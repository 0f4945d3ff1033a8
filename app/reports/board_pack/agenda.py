"""The agenda of the dossier, with its times, and the minutes of a meeting that was held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from app.document import Block, Cell, Column, DescriptionList, Heading, Paragraph, Section, Table, Tone
from app.meetings import agenda_times, read_responsible
from app.reports.board_pack.meeting import MeetingData, meeting_pairs
from app.words.names import Name, say_names
from app.words.words import Words
from db.entities.agenda_item import AgendaItem
from db.entities.person import Person
from db.entities.resolution import Resolution, ResolutionState
from db.session import FileSession

SHORT = 400
"""Letters up to which the background of an item is set beside its title."""


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


@dataclass(frozen=True, slots=True)
class Adopted:
    """A resolution that the meeting adopted."""

    number: str
    text: str
    responsible: tuple[Name, ...]
    due_on: date | None
    state: ResolutionState


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


def read_adopted(session: FileSession, meeting_id: str) -> tuple[Adopted, ...]:
    """Read the resolutions that a meeting adopted, in their order."""
    of_meeting = select(Resolution).where(Resolution.meeting_id == meeting_id)
    found = session.scalars(of_meeting.order_by(Resolution.position, Resolution.id)).all()
    responsible = read_responsible(session, [row.id for row in found])
    return tuple(
        Adopted(
            number=row.number or "",
            text=row.text,
            responsible=responsible[row.id],
            due_on=row.due_on,
            state=ResolutionState.of(row.state),
        )
        for row in found
    )


def agenda_section(meeting: MeetingData, items: Sequence[Item], words: Words) -> Section:
    """Compose the agenda: the facts of the meeting, the items with their times, and the background of each."""
    blocks: list[Block] = [DescriptionList(meeting_pairs(meeting, words)), _timetable(items, words)]
    explained = [item for item in items if item.background]
    if explained:
        blocks += [Heading(words("Antecedentes")), *_backgrounds(explained)]
    return Section(words("Orden del día"), tuple(blocks), sheet=words("Orden del día"))


def _backgrounds(items: Sequence[Item]) -> list[Block]:
    """Return short backgrounds beside their items, and all as running text when one of them is long."""
    if all(len(item.background) <= SHORT for item in items):
        return [DescriptionList(tuple((item.title, item.background) for item in items))]
    return [block for item in items for block in (Heading(item.title, 3), Paragraph(item.background))]


def _timetable(items: Sequence[Item], words: Words) -> Table:
    """Return the table of items; without any hour known it has no column of hours, and so with durations."""
    timed, lasting = any(item.at for item in items), any(item.duration for item in items)
    annexed = any(item.annexes for item in items)
    columns = (
        Column(words("N.º"), 0.5),
        *((Column(words("Hora"), 0.8),) if timed else ()),
        *((Column(words("Minutos"), 0.9),) if lasting else ()),
        Column(words("Tema"), 5.2),
        Column(words("Presenta"), 3),
        *((Column(words("Anexos"), 0.9),) if annexed else ()),
    )
    rows = tuple(
        (
            item.number,
            *((item.at,) if timed else ()),
            *((item.duration,) if lasting else ()),
            item.name,
            item.presenter or unrecorded(words),
            *((_say_annexes(item, words),) if annexed else ()),
        )
        for item in items
    )
    return Table(columns, rows, empty=words("El orden del día todavía no tiene puntos."))


def _say_annexes(item: Item, words: Words) -> str | None:
    return ", ".join(words.number(number) for number in item.annexes) or None


def unrecorded(words: Words) -> Cell:
    """Return the cell of something that is not recorded."""
    return Cell(words("sin registrar"), Tone.MUTED)


def minutes_section(meeting: MeetingData, items: Sequence[Item], adopted: Sequence[Adopted], words: Words) -> Section:
    """Compose what a meeting that was held dealt with and resolved."""
    blocks: list[Block] = [Paragraph(meeting.opening)] if meeting.opening else []
    for item in items:
        blocks.append(Heading(item.title, 3))
        blocks.append(Paragraph(item.minutes) if item.minutes else Paragraph(words("Sin acta registrada."), Tone.MUTED))
    blocks += [Heading(words("Resoluciones adoptadas")), _adopted_table(adopted, words)]
    if meeting.closing:
        blocks.append(Paragraph(meeting.closing))
    blocks.append(DescriptionList(((words("Próxima reunión"), meeting.next_meeting),)))
    return Section(words("Acta y resoluciones"), tuple(blocks), sheet=words("Acta"))


def _adopted_table(adopted: Sequence[Adopted], words: Words) -> Table:
    columns = (
        Column(words("Número"), 1.1),
        Column(words("Resolución"), 5),
        Column(words("Responsable"), 2.2),
        Column(words("Vence el"), 1.3),
        Column(words("Estado"), 1.2),
    )
    rows = tuple(
        (
            each.number or unrecorded(words),
            each.text,
            say_names(each.responsible, words) or unrecorded(words),
            each.due_on or unrecorded(words),
            words(each.state.label),
        )
        for each in adopted
    )
    return Table(columns, rows, empty=words("La reunión no adoptó resoluciones."))
