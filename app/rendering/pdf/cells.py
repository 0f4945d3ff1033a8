"""The cells of a document's tables and facts, written, measured and broken to their columns."""

from collections.abc import Sequence
from dataclasses import replace

from app.document import Column, DescriptionList, Table, Tone, Value
from app.rendering.pdf import style
from app.rendering.pdf.columns import ColumnWidth, Fit, fit_columns
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import Letter, toned
from app.rendering.pdf.table import Grid, Row, TablePiece, Written
from app.rendering.say import as_cell, is_amount, printable, say_cell, say_value
from app.words.words import Words

Said = tuple[str, Letter]
"""The words of a cell and how they are set, before they are broken into lines."""

LONGEST_WORDS = (0.3, 0.2)
"""Shares of the width above which a word, which is an address then, breaks; the second where columns are crowded."""

LABELS = 0.34
"""Largest share of the width that the labels of facts take."""


class TableSetter:
    """Sets tables and facts of one document into `room`, the width and height of the page's text."""

    def __init__(self, words: Words, typesetter: Typesetter, room: tuple[float, float]) -> None:
        """Take the language and the letters of the document."""
        self.words = words
        self.typesetter = typesetter
        self.width, self.height = room
        self._letters = {tone: toned(style.CELL, tone) for tone in Tone}

    def table(self, table: Table) -> TablePiece:
        """Set a table that has at least one row."""
        head = [(printable(column.title), style.CELL_HEAD) for column in table.columns]
        rows = [self._say_row(row) for row in table.rows]
        right = [counts(table, index) for index in range(len(head))]
        fit = fit_said(table.columns, [head, *rows], self.typesetter, self.width)
        grid = self._grid(fit, table.row_height)
        headings = self._write_row(head, grid, right, fit.factor)
        grid = replace(grid, head=headings)
        return TablePiece(grid, [self._write_row(row, grid, right, fit.factor) for row in rows])

    def description_list(self, block: DescriptionList) -> TablePiece:
        """Set labels and values as a table without headings; an empty value is said to be not recorded."""
        rows = [[(printable(label), style.FACT_LABEL), self._say_fact(value)] for label, value in block.marked()]
        widest = max(self.typesetter.width(row[0][0], row[0][1]) for row in rows)
        labels = min(widest + style.GUTTER, self.width * LABELS)
        grid = self._grid(Fit((labels, self.width - labels)), None)
        return TablePiece(grid, [self._write_row(row, grid, [False, False], 1.0) for row in rows])

    def _say_fact(self, value: Value) -> Said:
        return say_value(value, self.words), self._letters[as_cell(value).tone]

    def _say_row(self, row: Sequence[object]) -> list[Said]:
        cells = [as_cell(value) for value in row]  # type: ignore[arg-type]  # a row holds values and cells only
        return [(say_cell(cell, self.words), self._letters[cell.tone]) for cell in cells]

    def _grid(self, fit: Fit, row_height: float | None) -> Grid:
        last = len(fit.widths) - 1
        edges = tuple(sum(fit.widths[:index]) for index in range(len(fit.widths)))
        gap = style.GUTTER * fit.factor
        widths = tuple(width - (gap if index < last else 0.0) for index, width in enumerate(fit.widths))
        height = row_height * style.MM if row_height else 0.0
        sign = self.words("(sigue)")
        fits = self.typesetter.width(sign, style.CELL) * fit.factor <= widths[0]
        goes_on = (sign,) if fits else ()
        return Grid(edges, widths, style.CELL_PAD, row_height=height, page_height=self.height, goes_on=goes_on)

    def _write_row(self, row: Sequence[Said], grid: Grid, right: Sequence[bool], factor: float) -> Row:
        written = []
        for (text, letter), width, ends_right in zip(row, grid.widths, right, strict=True):
            smaller = letter.scaled(factor) if factor != 1.0 else letter
            lines = self.typesetter.lines(text, smaller, max(width, smaller.size))
            widths = tuple(self.typesetter.width(line, smaller) for line in lines) if ends_right else ()
            written.append(Written(lines, smaller, widths))
        return tuple(written)


def fit_said(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Said]],
    typesetter: Typesetter,
    width: float,
    longest: Sequence[float] = LONGEST_WORDS,
) -> Fit:
    """Share `width` points among the columns of a table by what its `rows`, the headings first, say in each.

    A word longer than the first of the `longest` shares of the width breaks; the next ones count where all is crowded.
    """
    measured = [_measure([row[index] for row in rows], typesetter) for index in range(len(columns))]
    for share in longest:
        asked = _widths(columns, measured, share * width)
        if sum(column.least for column in asked) <= width:
            break
    return fit_columns(asked, width)


def _measure(said: Sequence[Said], typesetter: Typesetter) -> tuple[float, float]:
    """Return the longest word and the longest text of a column."""
    least = max(typesetter.longest_word(text, letter) for text, letter in said)
    return least, max(typesetter.width(text, letter) for text, letter in said)


def _widths(
    columns: Sequence[Column], measured: Sequence[tuple[float, float]], longest: float
) -> Sequence[ColumnWidth]:
    asked = []
    last = len(columns) - 1
    for index, (column, (least, natural)) in enumerate(zip(columns, measured, strict=True)):
        gap = style.GUTTER + 0.1 if index < last else 0.1
        asked.append(ColumnWidth(min(least, longest) + gap, natural + gap, column.width))
    return asked


def counts(table: Table, index: int) -> bool:
    """Whether a column is of counts or amounts, as it says or all it holds; the first numbers the rows, at the left."""
    if index == 0 or table.columns[index].figures:
        return index > 0
    values = [value for row in table.rows if (value := as_cell(row[index]).value) not in (None, "")]
    return bool(values) and all(is_amount(value) for value in values)
