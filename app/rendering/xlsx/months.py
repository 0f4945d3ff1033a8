"""The months of a timeline on a sheet: narrow columns, filled where a row lasts, with the signs of its marks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from app.document import TimelineKey, TimelineRow, Tone
from app.months import names_of_month, span_across
from app.rendering.pdf.style import ACCENT, HAIRLINE, INK, LATE, PAPER, TINT
from app.rendering.xlsx.look import rgb
from app.words.words import Words

WIDTH = 5.5
"""Width of a month, in characters."""

_BARS: Mapping[Tone, str] = {Tone.PLAIN: "□", Tone.STRONG: "■", Tone.MUTED: "▪", Tone.LATE: "▲"}
_MARKS: Mapping[Tone, str] = {Tone.PLAIN: "◆", Tone.MUTED: "◇", Tone.LATE: "◆!"}
_FILLS: Mapping[Tone, str] = {Tone.PLAIN: TINT, Tone.STRONG: ACCENT, Tone.MUTED: HAIRLINE, Tone.LATE: LATE}


def months_said(months: Sequence[date], words: Words) -> tuple[str, ...]:
    """Return the heads of the columns: the first letters of each month, and its year below."""
    return tuple(f"{names_of_month(month, words)[1]}\n{month.year}" for month in months)


def say_key(key: TimelineKey) -> str:
    """Write what the signs of bars and marks mean."""
    signs = (*((_BARS[tone], text) for tone, text in key.bars), *((_MARKS[tone], text) for tone, text in key.marks))
    return " · ".join(f"{sign} {text}" for sign, text in signs)


def month_cells(sheet: Worksheet, months: Sequence[date], row: TimelineRow) -> Iterator[SheetCell | None]:
    """Return a cell for each month: filled and signed where `row` lasts, with a sign for each of its marks."""
    for month in months:
        lasts = span_across((month,), row.starts, row.ends) is not None
        marks = [_MARKS[mark.tone] for mark in row.marks if span_across((month,), mark.day, mark.day) is not None]
        if not lasts and not marks:
            yield None
            continue
        cell = WriteOnlyCell(sheet, "".join([_BARS[row.tone] if lasts else "", *marks]))
        cell.data_type = "s"
        cell.alignment = Alignment(horizontal="center", vertical="top")
        light = lasts and row.tone in (Tone.STRONG, Tone.LATE)
        cell.font = Font(color=rgb(PAPER if light else INK))
        if lasts:
            cell.fill = PatternFill("solid", fgColor=rgb(_FILLS[row.tone]))
        yield cell
