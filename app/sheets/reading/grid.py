"""The rows of a sheet while they are being read: tidied, counted and bounded."""

import math
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.sheets.reading import refusals
from app.sheets.reading.source import Source
from app.sheets.reading.workbook import CellError, CellValue, Merge, Row, Sheet
from db.values import Share

_ROWS_PER_STEP = 2_000
_WHOLE_FLOATS = 2**53
# As English, Spanish and Portuguese programs write them; Err:502 and its like are LibreOffice's.
_ERRORS = frozenset(
    [
        "#N/A",
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#ERROR!",
        "#GETTING_DATA",
        "#N/D",
        "#¡NULO!",
        "#¡DIV/0!",
        "#¡VALOR!",
        "#¡REF!",
        "#¿NOMBRE?",
        "#¡NUM!",
        "#¡DESBORDAMIENTO!",
        "#¡CALC!",
        "#NULO!",
        "#VALOR!",
        "#NOME?",
        "#NÚM!",
        "#DESPEJAR!",
        "#CÁLC!",
        "Err:501",
        "Err:502",
        "Err:503",
        "Err:504",
        "Err:508",
        "Err:509",
        "Err:510",
        "Err:511",
        "Err:519",
        "Err:522",
        "Err:523",
    ]
)


class Grid:
    """Collects the rows of one sheet in their order, from row 1 on, and gives the finished sheet."""

    def __init__(self, source: Source, name: str) -> None:
        """Start with no row; `source` is where problems are placed and progress is told."""
        self._source = source
        self._name = name
        self._rows: list[Row] = []
        self._pending = 0
        self._width = 0
        self._merges: list[Merge] = []
        self.hidden = False

    @property
    def next_row(self) -> int:
        """The number of the row that would be added now."""
        return len(self._rows) + self._pending + 1

    def skip(self, count: int = 1) -> None:
        """Go past blank rows, which count only when a written one follows."""
        self._pending += count

    def add(self, cells: Iterable[object], times: int = 1) -> None:
        """Add a row, `times` over, its values from column A on; ProblemError beyond the bounds."""
        row = [cell_value(cell) for cell in cells]
        while row and row[-1] is None:
            row.pop()
        if not row:
            self.skip(times)
            return
        self._check(len(row), self.next_row + times - 1)
        self._rows += [()] * self._pending + [tuple(row)] * times
        self._pending = 0
        if len(self._rows) % _ROWS_PER_STEP == 0:
            self._source.progress(0.5)

    def _check(self, width: int, last_row: int) -> None:
        self._width = max(self._width, width)
        check_extent(self._source.file, self._name, rows=last_row, columns=self._width)

    def merge(self, merge: Merge) -> None:
        """Note merged cells; a merge of a single cell is none."""
        if merge.top != merge.bottom or merge.left != merge.right:
            self._merges.append(merge)

    def sheet(self) -> Sheet | None:
        """Return the sheet, its rows all of one width, or None when no cell is written."""
        first = next((index for index, row in enumerate(self._rows) if row), None)
        if first is None:
            return None
        blank = (None,) * self._width
        rows: list[Row] = [row + blank[len(row) :] for row in self._rows[first:]]
        narrow = [merge for merge in self._merges if merge.left == merge.right]
        for merge in narrow:
            _fill_down(rows, merge, first + 1)
        wide = tuple(merge for merge in self._merges if merge.left != merge.right and merge.left < self._width)
        return Sheet(self._name, tuple(rows), first + 1, wide, hidden=self.hidden)


def check_extent(file: str, sheet: str, *, rows: int, columns: int) -> None:
    """Raise the ProblemError that says which bound a sheet of so many rows and columns goes over, if any."""
    if rows > refusals.MAX_ROWS:
        raise refusals.too_many_rows(file, sheet)
    if columns > refusals.MAX_COLUMNS:
        raise refusals.too_many_columns(file, sheet)
    if rows * columns > refusals.MAX_CELLS:
        raise refusals.too_many_cells(file, sheet, rows, columns)


def _fill_down(rows: list[Row], merge: Merge, first_row: int) -> None:
    top, column = merge.top - first_row, merge.left
    if not 0 <= top < len(rows) or column >= len(rows[top]):
        return
    for index in range(top + 1, min(merge.bottom - first_row + 1, len(rows))):
        rows[index] = (*rows[index][:column], rows[top][column], *rows[index][column + 1 :])


def cell_value(raw: object) -> CellValue:
    """Bring what a library or file gives for a cell to a CellValue.

    Blanks alone are an empty cell; a whole float is an int, unless it is shown as a percentage; a duration under a day
    is a time of the day and a longer one is text as HH:MM:SS; the text of a spreadsheet error is a CellError.
    """
    if isinstance(raw, str):
        return _text_value(raw)
    if isinstance(raw, float):
        return _float_value(raw)
    if raw is None or isinstance(raw, bool | int | date | datetime | time | Decimal | CellError):
        return raw
    if isinstance(raw, timedelta):
        return _duration_value(raw)
    raise TypeError(f"no cell holds a {type(raw).__name__}")


def _text_value(raw: str) -> CellValue:
    if raw in _ERRORS:
        return CellError(raw)
    return raw if raw and not raw.isspace() else None


def _float_value(raw: float) -> CellValue:
    if not math.isfinite(raw):
        return CellError("#NUM!")
    if isinstance(raw, Share):
        return raw
    return int(raw) if raw.is_integer() and abs(raw) < _WHOLE_FLOATS else raw


def _duration_value(raw: timedelta) -> CellValue:
    seconds = round(raw.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, second = divmod(rest, 60)
    if 0 <= seconds < timedelta(days=1).total_seconds():
        return time(hours, minutes, second)
    return f"{'-' if seconds < 0 else ''}{hours:02d}:{minutes:02d}:{second:02d}"
