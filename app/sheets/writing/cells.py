"""Turns typed values into the cells of an xlsx sheet, at hardly more than the cost of writing them."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from babel.numbers import get_currency_precision
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Cell, Tone, Value
from app.sheets.reading.workbook import column_letter
from app.words.problems import Place, Problem
from app.words.words import Words, mark
from db.values import Money, PartialDate, Percent, Quantity

LONGEST_TEXT = 32_767
"""The most characters that a cell of Excel holds."""

_TOO_LARGE = 10**15
"""From 16 digits on Excel rounds, so that a code would be changed."""
_MOST_DIGITS = 15
_FIRST_DATE = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was, so that earlier dates would be changed."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
"""What Excel counts the days from, for dates after the one that never was."""
_DATE, _MOMENT, _TIME, _TEXT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm", "@"
_COMMANDS = "=+-@#"
"""What begins a formula when it is typed, or an error."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|_x(?=[0-9A-Fa-f]{4}_)")
_NO_LETTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_FONTS: Mapping[Tone, Font] = {
    Tone.PLAIN: Font(),
    Tone.STRONG: Font(bold=True),
    Tone.MUTED: Font(color="FF5F6B6D"),
    Tone.WARNING: Font(bold=True, color="FF8A5A00"),
    Tone.LATE: Font(bold=True, italic=True, color="FFA3261B"),
}

Written = str | int | float | Decimal | SheetCell | None


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of a report are dressed: what is done to each that is made, and the formats of numbers."""

    dress: Callable[[SheetCell, Tone], None]
    whole: str = "#,##0"
    decimal: str = "#,##0.0#####"


class CellWriter:
    """Gives the cells of one sheet. A cell with a style is made once and filled anew for each value.

    The sheet writes each cell before it asks for the next, so the cells of a row are given one by one.
    """

    def __init__(self, sheet: Worksheet, words: Words, *, file: str, look: Look | None = None) -> None:
        """Write for `sheet` of the file named `file`, in the language of `words`; bare without a `look`."""
        self.notices: list[Problem] = []
        self._sheet = sheet
        self._words = words
        self._file = file
        self._look = look
        self._cells: dict[Tone, dict[str, SheetCell]] = {tone: {} for tone in Tone}
        self._plain_cells = self._cells[Tone.PLAIN]
        self._formats: dict[str, str] = {}

    def header(self, titles: Sequence[str]) -> Iterator[SheetCell]:
        """Return the cells of the titles."""
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE3EEEE")
        cell.border = Border(bottom=Side("thin", color="FF0F5C5C"))
        for title in titles:
            cell.value = _escape(title)
            cell.data_type = "s"
            yield cell

    def row(self, values: Sequence[Value | Cell], number: int) -> Iterator[Written]:
        """Return what is to be written for each value of the row with this number."""
        is_bare = self._look is None
        for column, value in enumerate(values):
            if type(value) is str and is_bare:
                # The plainest of texts, by far the most, need nothing done to them.
                if (
                    value.isprintable()
                    and value[:1] not in _COMMANDS
                    and "_x" not in value
                    and len(value) <= LONGEST_TEXT
                ):
                    yield value
                else:
                    yield self._text(value, Tone.PLAIN, number, column)
            elif value is None:
                yield None
            elif isinstance(value, str):
                yield self._text(value, Tone.PLAIN, number, column)
            elif isinstance(value, Cell):
                yield self._toned(value, number, column)
            else:
                yield self._typed(value, Tone.PLAIN)

    def _toned(self, cell: Cell, row: int, column: int) -> Written:
        if cell.value is None:
            return None
        if isinstance(cell.value, str):
            return self._text(cell.value, cell.tone, row, column)
        return self._typed(cell.value, cell.tone)

    def _text(self, text: str, tone: Tone, row: int, column: int) -> Written:
        if not text:
            return None
        written = _escape(text)
        if len(written) > LONGEST_TEXT:
            written = _shorten(text)
            self.notices.append(self._shortened(row, column))
        # Marked as text, it also stays one when somebody edits the cell.
        return self._filled(_TEXT if text[0] in _COMMANDS else "", tone, written, "s")

    def _typed(self, value: Value, tone: Tone) -> Written:
        """Return the cell of a value that is no text."""
        if isinstance(value, Money | Quantity | Percent):
            return self._measured(value, tone)
        if isinstance(value, PartialDate) and value.day is not None:
            value = value.first_day
        if isinstance(value, time):
            return self._filled(_TIME, tone, value, "d")
        if isinstance(value, datetime):
            value = value.replace(tzinfo=None)
            return self._filled(_MOMENT, tone, value, "d") if value.date() >= _FIRST_DATE else self._said(value, tone)
        if isinstance(value, date) and value >= _FIRST_DATE:
            return self._filled(_DATE, tone, value.toordinal() - _DAY_ZERO, "n")
        if isinstance(value, PartialDate | date):
            return self._said(value, tone)
        if isinstance(value, int | float | Decimal):
            return self._number(value, tone)
        raise TypeError(f"no cell holds a {type(value).__name__}")

    def _measured(self, value: Money | Quantity | Percent, tone: Tone) -> Written:
        """Return a number that shows all of its decimals, and its currency, its unit or the sign of a percentage."""
        if isinstance(value, Money):
            return self._filled(self._money_format(value.currency), tone, _amount(value), "n")
        number = value.number
        if not -_TOO_LARGE < number < _TOO_LARGE or len(number.as_tuple().digits) > _MOST_DIGITS:
            said = self._words.quantity(value) if isinstance(value, Quantity) else self._words.percentage(value)
            return self._filled("", tone, said, "s")
        decimals = "0" * max(0, -int(number.as_tuple().exponent))
        fraction = f".{decimals}" if decimals else ""
        if isinstance(value, Percent):
            return self._filled(f"0{fraction}%", tone, number.scaleb(-2), "n")
        unit = value.unit.replace('"', "")
        return self._filled(f"#,##0{fraction}" + (f'" {unit}"' if unit else ""), tone, number, "n")

    def _said(self, value: date | PartialDate, tone: Tone) -> Written:
        said = self._words.moment(value) if isinstance(value, datetime) else self._words.date(value)
        return self._filled("", tone, said, "s")

    def _number(self, value: float | Decimal, tone: Tone) -> Written:
        if not math.isfinite(value) or not -_TOO_LARGE < value < _TOO_LARGE:
            return self._filled("", tone, str(value), "s")
        if isinstance(value, bool):
            return self._filled("", tone, value, "b")
        if self._look is not None:
            return self._filled(self._look.decimal if value % 1 else self._look.whole, tone, value, "n")
        return value if tone is Tone.PLAIN else self._filled("", tone, value, "n")

    def _filled(
        self, number_format: str, tone: Tone, value: str | float | Decimal | date | time, kind: str
    ) -> SheetCell:
        # The plain ones have a name of their own because hashing an enum for each cell costs more than the rest.
        cells = self._plain_cells if tone is Tone.PLAIN else self._cells[tone]
        cell = cells.get(number_format) or cells.setdefault(number_format, self._made(number_format, tone))
        cell.value = value
        cell.data_type = kind
        return cell

    def _made(self, number_format: str, tone: Tone) -> SheetCell:
        cell = WriteOnlyCell(self._sheet)
        cell.font = _FONTS[tone]
        if number_format == _TEXT:
            cell.quotePrefix = True
        elif number_format:
            cell.number_format = number_format
        if self._look is not None:
            self._look.dress(cell, tone)
        return cell

    def _money_format(self, currency: str) -> str:
        known = self._formats.get(currency)
        if known is None:
            digits = get_currency_precision(currency)
            known = self._formats[currency] = f"[${currency}] #,##0" + ("." + "0" * digits if digits else "")
        return known

    def _shortened(self, row: int, column: int) -> Problem:
        return Problem(
            mark("El texto es más largo de lo que cabe en una celda de Excel ({limit} caracteres) y se cortó."),
            mark("Para tenerlo entero, exporte a CSV."),
            Place(self._file, row=row, column=column_letter(column)),
            {"limit": LONGEST_TEXT},
        )


def _escape(text: str) -> str:
    """Write what XML cannot hold as _xHHHH_, as ECMA-376 (22.9.2.19) has it, and what would be taken for that too."""
    clean = _NO_LETTER.sub("\ufffd", text)
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0][0]):04X}_" + found[0][1:], clean)


def _shorten(text: str) -> str:
    """Cut `text` so that it fits with all its escapes and a sign that it was cut."""
    length = LONGEST_TEXT - 1
    while len(_escape(text[:length])) > LONGEST_TEXT - 1:
        length -= max(1, (len(_escape(text[:length])) - LONGEST_TEXT) // 7)
    return _escape(text[:length]) + "…"


def _amount(value: Money) -> Decimal:
    return Decimal(value.minor).scaleb(-get_currency_precision(value.currency))
