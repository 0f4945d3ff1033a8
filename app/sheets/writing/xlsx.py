"""Writes a list to an xlsx file: typed cells, a header that stays in view, ready to print and to be read again."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Cell, Column, Value
from app.file.writing import written_beside
from app.sheets.reading.workbook import column_letter
from app.sheets.writing.cells import CellWriter
from app.sheets.writing.streamed_sheet import StreamedSheet, streamed_sheet
from app.words.problems import Problem
from app.words.words import Words
from db.progress import Progress, counted, ignore_progress

_ROWS_MEASURED = 200
_NARROWEST, _WIDEST = 8, 60
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_LONGEST_MARGIN = 200
_A4 = 9

Rows = Iterable[Sequence[Value | Cell]]


def write_xlsx(
    path: Path, title: str, columns: Sequence[Column], rows: Rows, words: Words, *, progress: Progress | None = None
) -> tuple[Problem, ...]:
    """Write a list to `path`, which is replaced only when all is written; the rows are taken one at a time.

    `title` names the sheet and stands on each printed page. The types of cells are kept: whole dates, times, numbers,
    and money as a number that shows its currency; a partial date, a date before March 1900 and
    a number of over 15 digits, which Excel would change, are texts. Gives what a person should know:
    texts that were cut at the 32,767 characters a cell holds. Raises ProblemError when the place cannot
    be written; `progress` cancels by raising, and then nothing is left behind.
    """
    title = "".join(letter if letter.isprintable() else " " for letter in title).strip()
    with written_beside(path) as beside:
        book = Workbook(write_only=True)
        book.properties.title = title
        book.properties.creator = "Enlace"
        remaining = iter(counted(rows, progress or ignore_progress))
        first = list(islice(remaining, _ROWS_MEASURED))
        with streamed_sheet(book, _sheet_name(title)) as sheet:
            writer = CellWriter(sheet.layout, words, file=path.name)
            _set_up(sheet.layout, title, words)
            _set_widths(sheet.layout, columns, first)
            last = _append(sheet, writer, [column.title for column in columns], chain(first, remaining))
            sheet.layout.auto_filter.ref = f"A1:{column_letter(max(len(columns), 1) - 1)}{last}"
        book.save(beside)
    return tuple(writer.notices)


def _append(sheet: StreamedSheet, writer: CellWriter, titles: Sequence[str], rows: Rows) -> int:
    """Write the titles and the rows; give the number of the last."""
    number = 1
    sheet.append(writer.header(titles))
    for number, row in enumerate(rows, 2):
        sheet.append(writer.row(row, number))
    return number


def _sheet_name(title: str) -> str:
    name = _FORBIDDEN_IN_NAMES.sub(" ", title).strip().strip("'")[:_LONGEST_NAME].strip()
    return name if name and name.casefold() != "history" else "Enlace"


def _set_up(sheet: Worksheet, title: str, words: Words) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    margins = (
        (sheet.oddHeader, title.replace("&", "&&")[:_LONGEST_MARGIN] or None),
        (sheet.oddFooter, words("Página {page} de {pages}", page="&P", pages="&N")),
    )
    for margin, text in margins:
        if margin is not None:
            margin.center.text = text


def _set_widths(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Value | Cell]]) -> None:
    """Make each column as wide as its title and first texts ask, within reason."""
    for index, column in enumerate(columns):
        cells = (row[index] for row in rows if index < len(row))
        widest = max((_length(cell) for cell in cells), default=0)
        # Two characters more leave room for the arrow of the filter beside the title.
        width = max(_NARROWEST, min(_WIDEST, max(len(column.title) + 2, widest + 1)))
        sheet.column_dimensions[column_letter(index)].width = width


def _length(cell: Value | Cell) -> int:
    value = cell.value if isinstance(cell, Cell) else cell
    return max((len(line) for line in str(value).split("\n")), default=0) if value is not None else 0
