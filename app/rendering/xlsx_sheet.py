"""One section as one sheet: bands of rows, headings that stay and filter, widths, chart, and how it is printed."""

from collections.abc import Sequence
from itertools import chain, islice
from math import ceil

from openpyxl import Workbook
from openpyxl.chart import BarChart as Chart
from openpyxl.chart import Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.rendering.say import as_cell, printable, say_value
from app.rendering.style import ACCENT, MM
from app.rendering.xlsx_bands import Band, Row
from app.rendering.xlsx_cells import CellRack, Entry, Role
from app.reports.document import BarChart, Document, Table
from app.words import Words

NARROWEST, WIDEST = 9.0, 58.0
"""Widths of columns, in characters; longer texts wrap."""

SAMPLED = 500
"""Rows by which the width of a column is judged: a list of 100,000 rows looks like its first ones."""

DEEPEST_FREEZE = 12
"""Headings further down are not frozen, for the frozen rows would fill the screen."""

PROSE_COLUMNS = 6
PROSE_WIDTH = 90
"""Paragraphs run over the first columns together, and are at least as wide as so many characters."""

LINE = 15.0
"""Height of a line of text, in points."""


class SheetWriter:
    """Writes the bands of one section into one sheet."""

    def __init__(self, workbook: Workbook, name: str, document: Document, words: Words) -> None:
        """Make the sheet `name`."""
        # A sheet for writing only has all of this of a whole sheet, but its type does not say so.
        self.sheet: Worksheet = workbook.create_sheet(name)
        self.words = words
        self.rack = CellRack(self.sheet, words)
        self._set_up_print(document)

    def write(self, bands: Sequence[Band]) -> None:
        """Write `bands` with an empty row after each; what must be known before the first row is worked out first."""
        starts = _starts(bands)
        widths = _widths(bands, self.words)
        for index, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(index)].width = width
        for band, start in zip(bands, starts, strict=True):
            if band.is_prose:
                self._spread_prose(band, start, widths)
            elif isinstance(band.source, Table) and band.source.row_height:
                self._raise_rows(start + band.lead, band.body, band.source.row_height * MM)
        self._set_headings(bands, starts)
        for band, start in zip(bands, starts, strict=True):
            for row in band.rows:
                self.sheet.append(self.rack.row(row))  # type: ignore[arg-type]  # the types want no generator
            self.sheet.append([])
            if isinstance(band.source, BarChart):
                self._add_chart(band, start)

    def _set_headings(self, bands: Sequence[Band], starts: Sequence[int]) -> None:
        """Filter the longest table, and keep its headings in sight when it is the only one."""
        tables = [
            (band, start)
            for band, start in zip(bands, starts, strict=True)
            if isinstance(band.source, Table) and band.body
        ]
        if not tables:
            return
        band, start = max(tables, key=lambda found: found[0].body)
        head = start + band.lead - 1
        last = get_column_letter(max(len(band.rows[band.lead - 1]), 1))
        self.sheet.auto_filter.ref = f"A{head}:{last}{start + len(band.rows) - 1}"
        if len(tables) == 1:
            self.sheet.print_title_rows = f"{head}:{head}"
            if head <= DEEPEST_FREEZE:
                self.sheet.freeze_panes = f"A{head + 1}"

    def _raise_rows(self, first: int, count: int, height: float) -> None:
        for row in range(first, first + count):
            self.sheet.row_dimensions[row].height = height

    def _spread_prose(self, band: Band, row: int, widths: Sequence[float]) -> None:
        columns = min(max(len(widths), 1), PROSE_COLUMNS)
        while sum(widths[:columns]) + NARROWEST * max(0, columns - len(widths)) < PROSE_WIDTH:
            columns += 1
        width = sum(widths[:columns]) + NARROWEST * max(0, columns - len(widths))
        text = str(as_cell(band.rows[0][0]).value)  # type: ignore[arg-type]  # prose is one cell
        lines = sum(ceil(max(len(line), 1) / (width * 0.95)) for line in text.splitlines() or [""])
        if columns > 1:
            self.sheet.merged_cells.add(f"A{row}:{get_column_letter(columns)}{row}")
        self.sheet.row_dimensions[row].height = lines * LINE

    def _add_chart(self, band: Band, start: int) -> None:
        chart = Chart()
        chart.type = "bar"
        chart.style = 2
        chart.title = None
        chart.legend = None
        chart.gapWidth = 60
        rows = (start + 1, start + band.body)
        chart.add_data(Reference(self.sheet, min_col=2, min_row=rows[0], max_row=rows[1]))
        chart.set_categories(Reference(self.sheet, min_col=1, min_row=rows[0], max_row=rows[1]))
        chart.series[0].graphicalProperties.solidFill = ACCENT[1:].upper()
        chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = False
        chart.y_axis.delete = True
        chart.y_axis.majorGridlines = None
        chart.width, chart.height = 16, max(4, round(0.7 * band.body + 1.5))
        self.sheet.add_chart(chart, f"D{start}")

    def _set_up_print(self, document: Document) -> None:
        sheet = self.sheet
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_view.showGridLines = False
        pages = self.words("página {page} de {pages}", page="&P", pages="&N")
        sheet.HeaderFooter.oddHeader = _running(_plain(document.title), "&A")
        sheet.HeaderFooter.oddFooter = _running(_plain(document.footer), pages)


def _running(left: str, right: str) -> HeaderFooterItem:
    return HeaderFooterItem(left=_HeaderFooterPart(left or None), right=_HeaderFooterPart(right))


def _plain(text: str) -> str:
    """Give `text` for a header, where `&` begins a code."""
    return printable(text).replace("&", "&&")


def _starts(bands: Sequence[Band]) -> list[int]:
    """Give the number of the first row of each band, counted from 1."""
    starts = []
    row = 1
    for band in bands:
        starts.append(row)
        row += len(band.rows) + 1
    return starts


def _widths(bands: Sequence[Band], words: Words) -> list[float]:
    """Give the width of each column by what stands in it, titles and prose apart, for these run over several."""
    widths: list[float] = []
    for band in bands:
        for row in islice(band.rows, 0 if band.is_prose else SAMPLED):
            for index, length in enumerate(_lengths(row, words)):
                widths.extend([NARROWEST] * (index + 1 - len(widths)))
                widths[index] = max(widths[index], min(length, WIDEST))
    return widths


def _lengths(row: Row, words: Words) -> list[float]:
    if len(row) == 1 and isinstance(row[0], Entry):
        return []
    return [_length(value, words) for value in row]


def _length(value: object, words: Words) -> float:
    room = 4.0 if isinstance(value, Entry) and value.role is Role.HEAD else 2.0
    bare = value.value if isinstance(value, Entry) else as_cell(value).value  # type: ignore[arg-type]  # an entry, a cell or a value
    lines = say_value(bare, words).splitlines()
    return max(chain([0], map(len, lines))) * 1.05 + room
