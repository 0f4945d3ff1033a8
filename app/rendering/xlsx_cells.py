"""Cells of a workbook: values with their real types, and the few looks that they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from babel.numbers import get_currency_precision
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.rendering.say import printable, say_value
from app.rendering.style import ACCENT, HAIRLINE, LATE, MUTED, SIGNS, WARNING
from app.reports.document import Cell, Tone, Value
from app.words import Words
from db.values import Money, PartialDate

TEXT = "@"
DAY = "dd/mm/yyyy"
MOMENT = "dd/mm/yyyy hh:mm"
HOUR = "hh:mm"
WHOLE = "#,##0"
DECIMAL = "#,##0.##########"

FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike: before it they have a 29 February 1900, or nothing at all."""

LONGEST = 32767
"""Most characters that a cell holds."""


class Role(Enum):
    """What a cell is on its sheet, when it is no plain value."""

    VALUE = "value"
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    HEAD = "head"
    LABEL = "label"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Typed:
    """A value as the file keeps it and the format by which it is shown."""

    value: str | int | float | Decimal | date | time | None
    form: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A value on its way into a sheet."""

    value: Value
    role: Role = Role.VALUE
    tone: Tone = Tone.PLAIN


def type_value(value: Value, words: Words) -> Typed:
    """Give `value` with its real type; what a spreadsheet has no type for becomes text."""
    if value is None or isinstance(value, str):
        return Typed(printable(value)[:LONGEST] if value else None, TEXT)
    if isinstance(value, bool):
        return Typed(say_value(value, words), TEXT)
    if isinstance(value, int):
        return Typed(value, WHOLE)
    if isinstance(value, Decimal):
        return Typed(value, DECIMAL if value % 1 else WHOLE)
    if isinstance(value, Money):
        digits = get_currency_precision(value.currency)
        decimals = "." + "0" * digits if digits else ""
        return Typed(Decimal(value.minor).scaleb(-digits), f'"{value.currency}" #,##0{decimals}')
    return _type_moment(value, words)


def _type_moment(value: date | time | PartialDate, words: Words) -> Typed:
    if isinstance(value, time):
        return Typed(value, HOUR)
    day = value.first_day if isinstance(value, PartialDate) and value.first_day == value.last_day else value
    if isinstance(day, PartialDate) or day < FIRST_DAY:
        return Typed(words.date(value), TEXT)
    return Typed(day, DAY)


class CellRack:
    """One cell for each look, used again for every value that has it: a row is written before the next one is made."""

    def __init__(self, sheet: Worksheet, words: Words) -> None:
        """Begin with no cell for `sheet`."""
        self._sheet = sheet
        self._words = words
        self._rack: dict[tuple[Role, Tone, str, bool], SheetCell] = {}

    def row(self, values: Sequence[Value | Cell | Entry]) -> Iterator[SheetCell | None]:
        """Give the cells of one row, to be written at once."""
        for value in values:
            if type(value) is Cell:
                yield self._cell(value.value, Role.VALUE, value.tone)
            elif type(value) is Entry:
                yield self._cell(value.value, value.role, value.tone)
            else:
                yield self._cell(value, Role.VALUE, Tone.PLAIN)  # type: ignore[arg-type]  # all that is left is a value

    def _cell(self, value: Value, role: Role, tone: Tone) -> SheetCell | None:
        typed = type_value(value, self._words)
        if typed.value is None and role is not Role.HEAD:
            return None
        guarded = typed.form is TEXT and str(typed.value).startswith(("=", "+", "-", "@"))
        key = (role, tone, typed.form, guarded)
        cell = self._rack.get(key)
        if cell is None:
            cell = self._rack[key] = self._make(*key)
        cell.value = typed.value
        if typed.form is TEXT:
            # openpyxl would take a text that begins with = for a formula and one like #N/A for an error.
            cell.data_type = "s"
        return cell

    def _make(self, role: Role, tone: Tone, form: str, guarded: bool) -> SheetCell:  # noqa: FBT001  # part of a key
        cell = WriteOnlyCell(self._sheet)
        cell.font = _font(role, tone)
        sign = SIGNS[tone]
        cell.number_format = f'"{sign}"{form}' if sign else ("General" if form is TEXT else form)
        cell.alignment = Alignment(vertical="top", wrap_text=form is TEXT and role is not Role.TITLE)
        if role is Role.HEAD:
            cell.alignment = Alignment(vertical="bottom", wrap_text=True)
            cell.border = Border(bottom=Side("thin", color=_rgb(ACCENT)))
        elif role in (Role.VALUE, Role.LABEL):
            cell.border = Border(bottom=Side("hair", color=_rgb(HAIRLINE)))
        if guarded:
            cell.quotePrefix = True
        return cell


def _font(role: Role, tone: Tone) -> Font:
    if role is Role.VALUE:
        color = {Tone.MUTED: MUTED, Tone.WARNING: WARNING, Tone.LATE: LATE}.get(tone)
        return Font(bold=tone in (Tone.STRONG, Tone.LATE), color=_rgb(color) if color else None)
    size = {Role.TITLE: 18, Role.HEADING: 13, Role.FIGURE: 16}.get(role, 11)
    color = {Role.HEAD: ACCENT, Role.LABEL: MUTED, Role.FIGURE: ACCENT}.get(role)
    return Font(bold=role in (Role.HEADING, Role.CAPTION, Role.HEAD), size=size, color=_rgb(color) if color else None)


def _rgb(color: str) -> str:
    return f"FF{color[1:].upper()}"
