"""The agenda of the dossier: the items with their times, their annexes and their backgrounds."""

from collections.abc import Sequence

from app.document import NOT_RECORDED, Block, Column, DescriptionList, Heading, Paragraph, Section, Table
from app.reports.board_pack.annexes import ANNEXES, list_annexes, with_annexes
from app.reports.board_pack.items import Item, read_items
from app.reports.board_pack.meeting import Basis, meeting_pairs
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession

SHORT = 400
"""Letters up to which the background of an item is set beside its title."""


def _gather(session: FileSession, basis: Basis) -> tuple[Item, ...]:
    items = read_items(session, basis.meeting)
    return with_annexes(items, list_annexes(session, basis.meeting.id, items)) if ANNEXES.name in basis.parts else items


def _compose(basis: Basis, items: Sequence[Item], words: Words) -> Section:
    """Compose the facts of the meeting, the items with their times, and the background of each."""
    blocks: list[Block] = [DescriptionList(meeting_pairs(basis.meeting, words)), _timetable(items, words)]
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
        *((Column(words("Duración (min)"), 0.9),) if lasting else ()),
        Column(words(mark("Tema", "agenda item")), 5.2),
        Column(words("Presenta"), 3),
        *((Column(words("Anexos"), 0.9),) if annexed else ()),
    )
    rows = tuple(
        (
            item.number,
            *((item.at,) if timed else ()),
            *((item.duration,) if lasting else ()),
            item.name,
            item.presenter or NOT_RECORDED,
            *((_say_annexes(item, words),) if annexed else ()),
        )
        for item in items
    )
    return Table(columns, rows, empty=words("El orden del día todavía no tiene puntos."))


def _say_annexes(item: Item, words: Words) -> str | None:
    return ", ".join(words.number(number) for number in item.annexes) or None


AGENDA = ReportPart("agenda", mark("Orden del día"), _gather, _compose)
