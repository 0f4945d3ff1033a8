"""A spreadsheet as it was read: sheets of typed cells that still know their row and column in the user's file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from app.words.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class CellError:
    """What a cell holds when its formula failed: `code` as the file says it, such as #N/A or #DIV/0!."""

    code: str


CellValue = str | int | float | bool | date | datetime | time | Decimal | CellError | None
"""What a cell holds; None for an empty cell, and a cell of nothing but blanks is empty.

A number that the sheet shows as a percentage is a float of its own, a `Share`, where the file tells it.
"""

Row = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of merged cells: rows by their number in the file, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of one width, column A first, `first_row` being the number of `rows[0]` in the file.

    Blank rows above the first written cell and below the last are left out, blank rows between are kept.

    Merged cells: a merge one column wide has its value in each of its rows, because it says the same of
    each. A wider one keeps it in its top left cell alone, here; only in the header does it stand for all
    of its columns, which `app.sheets.reading.header` sees to with the help of `merges`.
    """

    name: str
    rows: tuple[Row, ...]
    first_row: int = 1
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    @property
    def width(self) -> int:
        """How many columns every row has, counted from A."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def last_row(self) -> int:
        """The number in the file of the last row."""
        return self.first_row + len(self.rows) - 1

    def row(self, number: int) -> Row:
        """Return the row that has this number in the file; a row beyond what is written is blank."""
        index = number - self.first_row
        return self.rows[index] if 0 <= index < len(self.rows) else (None,) * self.width

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Return every row with its number in the file."""
        return enumerate(self.rows, self.first_row)

    def place(self, file: str, row: int, column: int | None = None) -> Place:
        """Return the place of a row, or of one of its cells (`column` from 0), for a problem."""
        letter = "" if column is None else column_letter(column)
        return Place(file=file, sheet=self.name, row=row, column=letter)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was read: its sheets that have some cell, and what a person should know of the reading.

    Of one that is `titled` nobody need say where the titles are: the reader wrote them into the first row.
    """

    file: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Problem, ...] = ()
    titled: bool = False


def is_blank(row: Row) -> bool:
    """Tell whether a row has no cell written."""
    return row.count(None) == len(row)


def column_letter(index: int) -> str:
    """Return the letters of the column `index`, counted from 0: A, B, …, Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the index, counted from 0, of the column with these letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
