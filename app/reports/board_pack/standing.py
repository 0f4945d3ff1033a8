"""What parts of the dossier say that tell how things stand on the day of its making, whenever its meeting was.

The file keeps what is, and of most of it not what was on an earlier day: the dossier of a meeting that is over would
else tell of today as of then. What came about between two days is bounded by that of the meeting (`Since`).
"""

from dataclasses import replace
from typing import TypeVar

from app.document import Block, Contents, Cover, Paragraph, Section, Tone
from app.reports.board_pack.meeting import Basis
from app.reports.report import ReportPart
from app.words.words import Words

Data = TypeVar("Data")


def as_it_stands(part: ReportPart[Basis, Data]) -> ReportPart[Basis, Data]:
    """Return a part that says under its title as of which day all of it is told."""

    def compose(basis: Basis, found: Data, words: Words) -> Section | Cover | Contents | None:
        made = part.compose(basis, found, words)
        return replace(made, blocks=_dated(made.blocks, basis, words)) if isinstance(made, Section) else made

    return replace(part, compose=compose)


def _dated(blocks: tuple[Block, ...], basis: Basis, words: Words) -> tuple[Block, ...]:
    """Begin with the day: in the line that says of what the part is, where it begins with one."""
    day = words("Al {day}.", day=words.date(basis.today))
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.tone is Tone.MUTED:
        return replace(first, text=f"{day} {first.text}"), *blocks[1:]
    return Paragraph(day, Tone.MUTED, with_next=True), *blocks
