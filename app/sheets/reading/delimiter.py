"""The rows of a text table: what parts its cells and how its quotation marks are meant."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 200


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
    """Return the delimiter that parts most of the first rows alike; `;` when none parts any."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _lines(text: str) -> Iterator[str]:
    """Return the lines with their ends, parted at line feeds and carriage returns and at nothing else."""
    return iter(StringIO(text, newline=""))


def _agreement(text: str, delimiter: str) -> tuple[float, int]:
    """Tell how well a delimiter fits: the share of rows that have the commonest number of cells, then that number.

    The decimal commas of a table parted by semicolons are told from delimiters by its row of titles,
    which has none. Half the share counts where quotation marks do not enclose whole cells.
    """
    rows, regular = _first_rows(text, delimiter)
    widths = Counter(len(row) for row in rows if any(row))
    width, number = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if width <= 1:
        return 0.0, 0
    return number / widths.total() * (1 if regular else 0.5), width


def _first_rows(text: str, delimiter: str) -> tuple[list[list[str]], bool]:
    for strict in (True, False):
        rows: list[list[str]] = []
        try:
            rows.extend(islice(csv.reader(_lines(text), delimiter=delimiter, strict=strict), _SAMPLE))
        except csv.Error:
            continue
        return rows, strict
    return [], False


def split(text: str, delimiter: str) -> Table:
    """Return the rows of `text`, a blank line being a row without cells.

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
