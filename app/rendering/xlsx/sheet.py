"""One section as one sheet: bands of rows, headings that stay and filter, widths, chart, and how it is printed."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from openpyxl.chart import BarChart as Chart
from openpyxl.chart import Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from app.document import BarChart, Cell, Document, Paragraph, Table, Timeline, Value
from app.rendering.pdf.style import ACCENT, MM
from app.rendering.say import as_cell, printable, say_value
from app.rendering.xlsx.bands import Band, Row
from app.rendering.xlsx.look import dress_value, label_cells
from app.rendering.xlsx.months import WIDTH as MONTH
from app.rendering.xlsx.months import month_cells
from app.sheets.writing.cells import CellWriter, Look
from app.sheets.writing.streamed_sheet import StreamedSheet
from app.words.problems import Problem
from app.words.words import Words

NARROWEST, WIDEST = 9.0, 58.0
"""Widths of columns, in characters; longer texts wrap."""

SAMPLED = 500
"""Rows by which the width of a column is judged: a list of 100,000 rows looks like its first ones."""

MOST_DRESSED = 2_000
"""Rows of one sheet above which its cells are left bare: dressing each takes as long as writing it."""

DEEPEST_FREEZE = 12
"""Headings further down are not frozen, for the frozen rows would fill the screen."""

PROSE_WIDTH = 90
"""Paragraphs run over so many columns that they are at least this many characters wide."""

LONGEST_LINE = 100
"""Characters of each of two lines in a header or footer."""

LINE = 15.0
"""Height of a line of text, in points."""


class SheetWriter:
    """Writes the bands of one section into one sheet."""

    def __init__(self, sheet: StreamedSheet, bands: Sequence[Band], document: Document, words: Words) -> None:
        """Take an empty `sheet` and what goes into it."""
        self.layout = sheet.layout
        self.append = sheet.append
        self.bands = bands
        self.words = words
        is_dressed = sum(band.height for band in bands) <= MOST_DRESSED
        self.cells = CellWriter(
            sheet.layout, words, file=document.title, look=Look(dress_value) if is_dressed else None
        )
        self._set_up_print(document)
        self.layout.sheet_view.showGridLines = not is_dressed

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What a person should know of the cells: texts too long for one."""
        return tuple(self.cells.notices)

    def write(self) -> None:
        """Write the bands, an empty row after each; what must be known before the first row is worked out first."""
        placed = list(zip(self.bands, _starts(self.bands), strict=True))
        widths = _widths(self.bands, self.words)
        for index, width in enumerate(widths, 1):
            self.layout.column_dimensions[get_column_letter(index)].width = width
        for band, start in placed:
            self._set_heights(band, start, widths)
        headed = [(band, start) for band, start in placed if isinstance(band.source, Table | Timeline) and band.rows]
        self._set_headings(headed)
        for band, start in placed:
            self._write_band(band, start)
            if isinstance(band.source, BarChart):
                self._add_chart(band, start, band.source.whole)

    def _write_band(self, band: Band, start: int) -> None:
        if band.title:
            self.append(label_cells(self.layout, [band.title]))
        if band.heads:
            self.append(label_cells(self.layout, band.heads))
        for number, row in enumerate(band.rows, start + band.lead):
            self.append(self._row(band, row, number, start + band.lead))
        self.append(())

    def _row(self, band: Band, row: Row, number: int, first: int) -> Iterator[object]:
        """Return the cells of a row of values, and after them those of its months where it has some."""
        yield from self.cells.row(row, number)
        if isinstance(band.source, Timeline):
            yield from month_cells(self.layout, band.months, band.source.rows[number - first])

    def _set_headings(self, tables: Sequence[tuple[Band, int]]) -> None:
        """Filter the longest table, and keep its headings in sight when it is the only one."""
        if not tables:
            return
        band, start = max(tables, key=lambda found: len(found[0].rows))
        head = start + band.lead - 1
        last = get_column_letter(max(len(band.heads), 1))
        self.layout.auto_filter.ref = f"A{head}:{last}{start + band.height - 1}"
        if len(tables) == 1:
            self.layout.print_title_rows = f"{head}:{head}"
            if head <= DEEPEST_FREEZE:
                # What a row is called stays in sight while its months are looked through.
                self.layout.freeze_panes = f"{'B' if band.months else 'A'}{head + 1}"

    def _set_heights(self, band: Band, start: int, widths: Sequence[float]) -> None:
        if isinstance(band.source, Paragraph):
            self._spread(band.source.text, start, widths)
        elif isinstance(band.source, Table) and band.source.row_height:
            for row in range(start + band.lead, start + band.height):
                self.layout.row_dimensions[row].height = band.source.row_height * MM

    def _spread(self, text: str, row: int, widths: Sequence[float]) -> None:
        """Let a paragraph run over as many columns as it needs, and make room for its lines."""
        columns, width = 0, 0.0
        while width < PROSE_WIDTH:
            width += widths[columns] if columns < len(widths) else NARROWEST
            columns += 1
        lines = sum(ceil(max(len(line), 1) / (width * 0.95)) for line in text.splitlines() or [""])
        self.layout.merged_cells.add(f"A{row}:{get_column_letter(columns)}{row}")
        self.layout.row_dimensions[row].height = lines * LINE

    def _add_chart(self, band: Band, start: int, whole: int | None) -> None:
        chart = Chart()
        chart.type = "bar"
        chart.style = 2
        chart.title = None
        chart.legend = None
        chart.gapWidth = 60
        first, last = start + band.lead, start + band.height - 1
        chart.add_data(Reference(self.layout, min_col=2, min_row=first, max_row=last))
        chart.set_categories(Reference(self.layout, min_col=1, min_row=first, max_row=last))
        chart.series[0].graphicalProperties.solidFill = ACCENT[1:].upper()
        chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
        chart.x_axis.scaling.orientation = "maxMin"
        chart.x_axis.delete = False
        chart.y_axis.delete = True
        if whole is not None:
            chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, whole
        chart.y_axis.majorGridlines = None
        chart.width, chart.height = 16, max(4, round(0.7 * len(band.rows) + 1.5))
        self.layout.add_chart(chart, f"D{start}")

    def _set_up_print(self, document: Document) -> None:
        sheet = self.layout
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        pages = self.words("página {page} de {pages}", page="&P", pages="&N")
        office = document.letterhead
        sheet.HeaderFooter.oddHeader = _running((office.name if office else "", document.title), "&A")
        sheet.HeaderFooter.oddFooter = _running((document.footer, office.address if office else ""), pages)


def _running(left: tuple[str, str], right: str) -> HeaderFooterItem:
    """Return a header or footer of up to two lines; in its plain text `&`, which begins a code, is doubled."""
    item = HeaderFooterItem()
    lines = [printable(line) for line in left if line]
    if len(lines) > 1:  # Excel takes 255 characters for all that a header or footer holds
        lines = [line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…" for line in lines]
    item.left.text = "\n".join(lines).replace("&", "&&") or None
    item.right.text = right
    return item


def _starts(bands: Sequence[Band]) -> list[int]:
    """Return the number of the first row of each band, counted from 1."""
    starts = []
    row = 1
    for band in bands:
        starts.append(row)
        row += band.height + 1
    return starts


def _widths(bands: Sequence[Band], words: Words) -> list[float]:
    """Return the width of each column by what stands in it; titles and paragraphs run over several and do not count."""
    widths: list[float] = []
    for band in bands:
        if not isinstance(band.source, Paragraph):
            _widen(widths, [len(head.text) + 4.0 for head in band.heads[: len(band.heads) - len(band.months)]])
            for row in islice(band.rows, SAMPLED):
                _widen(widths, [_length(value, words) for value in row])
    drawn = max((len(band.heads) for band in bands if band.months), default=0)
    return [*widths, *([MONTH] * (drawn - len(widths)))]


def _widen(widths: list[float], wished: Sequence[float]) -> None:
    widths.extend([NARROWEST] * (len(wished) - len(widths)))
    for index, width in enumerate(wished):
        widths[index] = max(widths[index], min(width, WIDEST))


def _length(value: Value | Cell, words: Words) -> float:
    lines = say_value(as_cell(value).value, words).splitlines()
    return max(map(len, lines), default=0) * 1.05 + 2.0
