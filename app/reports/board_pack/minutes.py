"""The minutes of a meeting that was held, in the dossier: what it dealt with, and what it resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.document import NOT_RECORDED, Block, Column, DescriptionList, Heading, Paragraph, Section, Table, Tone
from app.meetings import read_responsible
from app.reports.board_pack.items import Item, read_items
from app.reports.board_pack.meeting import Basis, say_not_held
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.entities.resolution import Resolution, ResolutionState
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Adopted:
    """A resolution that the meeting adopted."""

    number: str
    text: str
    responsible: tuple[str, ...]
    due_on: date | None
    state: ResolutionState


@dataclass(frozen=True, slots=True)
class Minutes:
    """The items of a meeting, with what was said of each, and what it adopted."""

    items: tuple[Item, ...]
    adopted: tuple[Adopted, ...]


def _gather(session: FileSession, basis: Basis) -> Minutes:
    return Minutes(read_items(session, basis.meeting), read_adopted(session, basis.meeting.id))


def read_adopted(session: FileSession, meeting_id: str) -> tuple[Adopted, ...]:
    """Read the resolutions of a meeting in their order."""
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


def _compose(basis: Basis, minutes: Minutes, words: Words) -> Section | None:
    meeting = basis.meeting
    if not meeting.was_held:
        return None
    blocks: list[Block] = [Paragraph(meeting.opening)] if meeting.opening else []
    for item in minutes.items:
        blocks.append(Heading(item.title, 3))
        blocks.append(minutes_of(item.minutes, words))
    blocks += [Heading(words("Resoluciones adoptadas")), adopted_table(minutes.adopted, words, with_state=True)]
    if meeting.closing:
        blocks.append(Paragraph(meeting.closing))
    blocks.append(DescriptionList(((words("Próxima reunión"), meeting.next_meeting),)))
    return Section(words("Acta y resoluciones"), tuple(blocks), sheet=words("Acta"))


def minutes_of(said: str, words: Words) -> Paragraph:
    """Return what was said of an item; of none that no acta is recorded."""
    return Paragraph(said) if said else Paragraph(words("Sin acta registrada."), Tone.MUTED)


def adopted_table(adopted: Sequence[Adopted], words: Words, *, with_state: bool, none: str = "") -> Table:
    """Return what was adopted: number, text, who answers for it and by when, and what became of it where asked for.

    `none` is what is said in place of an empty table, unless the meeting was held and adopted nothing.
    """
    columns = (
        Column(words("Número"), 1.1),
        Column(words("Resolución"), 5),
        Column(words("Responsable"), 2.2),
        Column(words("Vence el"), 1.3),
        *((Column(words("Situación"), 1.2),) if with_state else ()),
    )
    rows = tuple(
        (
            each.number or NOT_RECORDED,
            each.text,
            BETWEEN_NAMES.join(each.responsible) or NOT_RECORDED,
            each.due_on or NOT_RECORDED,
            *((words(each.state.label),) if with_state else ()),
        )
        for each in adopted
    )
    return Table(columns, rows, empty=none or words("La reunión no adoptó resoluciones."))


def _gather_adopted(session: FileSession, basis: Basis) -> tuple[Adopted, ...]:
    return read_adopted(session, basis.meeting.id)


def _compose_adopted(basis: Basis, adopted: Sequence[Adopted], words: Words) -> Section:
    """Compose the resolutions alone, which may be drafts while the meeting was not held."""
    if adopted or basis.meeting.was_held:
        block: Block = adopted_table(adopted, words, with_state=True)
    else:
        block = Paragraph(say_not_held(basis.meeting, basis.today, words), Tone.MUTED)
    return Section(words("Resoluciones"), (block,), sheet=words("Resoluciones"))


RESOLUTIONS = ReportPart("resolutions", mark("Resoluciones"), _gather_adopted, _compose_adopted)
MINUTES = ReportPart("minutes", mark("Acta y resoluciones, si la reunión ya se hizo"), _gather, _compose)
