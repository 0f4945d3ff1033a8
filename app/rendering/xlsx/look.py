"""How the cells of a workbook look: titles and headings, and the values beneath them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Tone
from app.rendering.pdf.style import ACCENT, HAIRLINE, INK, SIGNS
from app.rendering.say import printable


class Role(Enum):
    """What a text is on its sheet, when it is no value."""

    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Label:
    """A text of the sheet itself."""

    text: str
    role: Role


_SIZES: Mapping[Role, int] = {Role.TITLE: 18, Role.HEADING: 13}


def dress_value(cell: SheetCell, tone: Tone) -> None:
    """Set a value's cell: text that wraps from the top, a hairline below, and the sign of its tone in its format."""
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = Border(bottom=Side("hair", color=rgb(HAIRLINE)))
    if SIGNS[tone]:
        # In the format, not in the value: a date stays a date, and a filter finds the word.
        form = "@" if cell.number_format == "General" else cell.number_format
        cell.number_format = f'"{SIGNS[tone]}"{form}'


def label_cells(sheet: Worksheet, labels: Sequence[Label]) -> Iterator[SheetCell]:
    """Return the cells of a row of labels."""
    for label in labels:
        cell = WriteOnlyCell(sheet, printable(label.text))
        cell.data_type = "s"
        is_head = label.role is Role.HEAD
        cell.font = Font(
            bold=label.role is not Role.TITLE, size=_SIZES.get(label.role, 11), color=rgb(ACCENT if is_head else INK)
        )
        cell.alignment = Alignment(vertical="bottom", wrap_text=is_head)
        if is_head:
            cell.border = Border(bottom=Side("thin", color=rgb(ACCENT)))
        yield cell


def rgb(color: str) -> str:
    """Return a colour of the paper as a sheet names it."""
    return f"FF{color[1:].upper()}"
