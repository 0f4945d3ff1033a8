"""The rows of a text table: what parts its cells and how its quotation marks are meant."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 200
_WIDE_ENOUGH = 50


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, and the number of the first row whose quotation marks were read as letters, if any."""

    rows: list[list[str]]
    loose_quotes: int | None = None


class UnclosedQuoteError(Exception):
    """Raised when a quotation mark opens a cell in `row` and none closes it, so that rows would be lost."""

    def __init__(self, row: int) -> None:
        """Keep the number of the row."""
        super().__init__(f"unclosed quote in row {row}")
        self.row = row


def find_delimiter(text: str) -> str:
    """Give the delimiter that parts most of the first rows alike; `;` when none parts any."""
    lines = list(islice(_lines(text), _SAMPLE))
    return max(_DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))


def _lines(text: str) -> Iterator[str]:
    """Give the lines with their ends, parted at line feeds and carriage returns and at nothing else."""
    return iter(StringIO(text, newline=""))


def _agreement(lines: list[str], delimiter: str) -> float:
    """Say how well a delimiter fits: the share of rows that have the commonest number of cells, if over one."""
    widths = Counter(len(row) for row in _lenient(lines, delimiter) if any(row))
    if not widths:
        return 0
    width, number = max(widths.items(), key=lambda item: (item[1], item[0]))
    return number / widths.total() + min(width, _WIDE_ENOUGH) / 1_000 if width > 1 else 0


def _lenient(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        yield from rows
    except csv.Error:
        return


def split(text: str, delimiter: str) -> Table:
    """Give the rows of `text`, a blank line being a row without cells.

    When quotation marks do not enclose whole cells the text is read line by line, the marks as letters, provided
    that all lines then have equally many cells. Raises UnclosedQuoteError when they have not.
    """
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(_lines(text), delimiter=delimiter, strict=True))
    except csv.Error as failure:
        first = len(rows) + 1
        lines = _split_lines(text, delimiter)
        if lines is None:
            raise UnclosedQuoteError(first) from failure
        return Table(lines, first)
    return Table(rows)


def _split_lines(text: str, delimiter: str) -> list[list[str]] | None:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(_lines(text), delimiter=delimiter, quoting=csv.QUOTE_NONE))
    except csv.Error:
        return None
    if len({len(row) for row in rows if row}) > 1:
        return None
    return [[_unquoted(cell) for cell in row] for row in rows]


def _unquoted(cell: str) -> str:
    """Take off the marks that do enclose the whole cell."""
    enclosed = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if enclosed else cell
