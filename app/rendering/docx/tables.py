"""Tables of a document for Word: of rows, facts, figures and bars, as wide as the text of the page."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from app.document import BarChart, Cell, Column, DescriptionList, KeyFigures, Table, Timeline, Tone, Value
from app.rendering.docx.markup import NEXT, RIGHT, attribute, gap, letters, millimetres, paragraph, run, twips
from app.rendering.docx.values import ValueWriter
from app.rendering.pdf import style
from app.rendering.pdf.cells import LABELS, counts, fit_said
from app.rendering.pdf.columns import Fit
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, toned
from app.rendering.say import as_cell, printable, say_cell, say_value

SAMPLED = 300
"""Rows by which the widths of columns are judged: a list of thousands looks like its first ones."""

STAND_IN = 1.06
"""How much wider than ours a face may be that stands in for it, before it breaks a word of a narrow column."""

LONGEST_WORDS = (0.4, 0.3, 0.2)
"""Shares of the width above which a word breaks: Word breaks an address anywhere, so it gets more than on paper."""

FIGURES_A_ROW = 4

BAR_STEPS = 40
"""Into how many parts the length of the longest bar possible is parted."""

BAR_WIDTH = 0.5
"""Share of the width that the bars take; the labels have what their counts leave."""

COUNT_WIDTH = 0.12

Widths = Sequence[int]
"""Widths of columns, in twips."""


class TableWriter:
    """Writes the tables of one document."""

    def __init__(self, values: ValueWriter, typesetter: Typesetter) -> None:
        """Take what writes the values, and what measures them."""
        self.values = values
        self.words = values.words
        self.typesetter = typesetter

    def table(self, block: Table, width: float) -> Iterator[str]:
        """Return a table with its caption, its headings repeated on each page; the words for none without rows."""
        if block.caption:
            yield caption(block.caption)
        if block.rows:
            yield "".join(self._table(block, width))
            yield gap()
        elif block.empty:
            yield paragraph(self.values.toned(block.empty, Tone.MUTED))

    def facts(self, block: DescriptionList, width: float) -> Iterator[str]:
        """Return labels with their values beside them: two columns, so that a corrected value moves no label."""
        if not block.pairs:
            return
        measured = (self.typesetter.width(printable(label), style.FACT_LABEL) for label, _ in block.pairs)
        labels = min(max(measured) + style.GUTTER, width * LABELS)
        widths = shared((labels, width - labels), width)
        keeps = NEXT if block.with_next else ""
        yield opened(widths)
        for label, value in block.marked():
            said = paragraph(self.values.runs(as_cell(value)), "Cell", keeps=keeps)
            yield row((paragraph(run(label), "FactLabel", keeps=keeps), said), widths)
        yield f"</w:tbl>{gap(keeps)}"

    def figures(self, block: KeyFigures, width: float) -> Iterator[str]:
        """Return large figures beside each other, what each counts below it."""
        rows = -(-len(block.figures) // FIGURES_A_ROW)
        a_row = -(-len(block.figures) // rows) if rows else 1
        widths = shared([width / a_row] * a_row, width)
        for start in range(0, len(block.figures), a_row):
            row_of = [self._figure(value, label) for value, label in block.figures[start : start + a_row]]
            row_of += [paragraph("", "Cell")] * (a_row - len(row_of))
            yield f"{opened(widths, lines=False)}{row(row_of, widths)}</w:tbl>{gap()}"

    def bars(self, block: BarChart, width: float) -> Iterator[str]:
        """Return labels, counts and bars: a bar is a filled cell, and its count stands beside it in figures."""
        if not block.bars:
            return
        most = max((block.whole or 0, *(count for _, count in block.bars))) or 1
        step = width * BAR_WIDTH / BAR_STEPS
        labels = width - width * COUNT_WIDTH - step * BAR_STEPS
        widths = shared((labels, width * COUNT_WIDTH, *[step] * BAR_STEPS), width)
        yield caption(block.title)
        yield opened(widths, lines=False)
        for label, count in block.bars:
            filled = min(round(max(count, 0) / most * BAR_STEPS), BAR_STEPS) or (1 if count > 0 else 0)
            yield _bar_row(label, self.words.number(count), filled, widths)
        yield f"</w:tbl>{gap()}"

    def timeline(self, block: Timeline, width: float) -> Iterator[str]:
        """Return the rows of a timeline in words: what each is called, its days, and what is said of it."""
        if block.rows:
            words = self.words
            titles = (Column(block.label, 5), Column(words("Desde"), 1.4), Column(words("Hasta"), 1.4))
            rows = tuple(
                (Cell(each.label, Tone.STRONG if each.leads else each.tone), each.starts, each.ends, each.said)
                for each in block.rows
            )
            yield from self.table(Table((*titles, Column(words("En palabras"), 4)), rows, block.title), width)

    def _table(self, block: Table, width: float) -> Iterator[str]:
        fit = self._fit(block, width)
        widths = shared(fit.widths, width)
        size = round(style.CELL.size * 2 * fit.factor) if fit.factor < 1 else 0
        head_size = round(style.CELL_HEAD.size * 2 * fit.factor) if fit.factor < 1 else 0
        right = [RIGHT if counts(block, index) else "" for index in range(len(block.columns))]
        heads = [
            paragraph(run(column.title, letters("", head_size)), "CellHead", ends=side)
            for column, side in zip(block.columns, right, strict=True)
        ]
        yield opened(widths, block.caption, heads=True)
        yield row(heads, widths, is_head=True)
        height = millimetres(block.row_height) if block.row_height else 0
        for each in block.rows:
            cells = [
                paragraph(self.values.runs(as_cell(value), size), "Cell", ends=side)
                for value, side in zip(each, right, strict=True)
            ]
            yield row(cells, widths, height=height)
        yield "</w:tbl>"

    def _fit(self, block: Table, width: float) -> Fit:
        said = [[(printable(column.title), style.CELL_HEAD) for column in block.columns]]
        for each in islice(block.rows, SAMPLED):
            cells = [as_cell(value) for value in each]
            said.append([(say_cell(cell, self.words), toned(style.CELL, cell.tone)) for cell in cells])
        broad = [[(text, letter.scaled(STAND_IN)) for text, letter in each] for each in said]
        return fit_said(block.columns, broad, self.typesetter, width, LONGEST_WORDS)

    def _figure(self, value: Value, label: str) -> str:
        said = paragraph(run(say_value(value, self.words)), "Figure")
        return said + paragraph(run(label), "FigureLabel")


def caption(text: str) -> str:
    """Return what stands over a table or a picture, and stays with it."""
    return paragraph(run(text), "Caption")


def shared(widths: Sequence[float], width: float) -> Widths:
    """Return the widths in whole twips that are `width` points together."""
    total = twips(width)
    ends = [min(round(end * total / sum(widths)), total) for end in accumulate(widths)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def opened(widths: Widths, title: str = "", *, heads: bool = False, lines: bool = True) -> str:
    """Return the beginning of a table, up to its first row; `title` is what it is called for who hears it."""
    named = f'<w:tblStyle w:val="{"EnlaceTable" if lines else "EnlacePlain"}"/>'
    first = 'w:val="0620" w:firstRow="1"' if heads else 'w:val="0600" w:firstRow="0"'
    look = f'<w:tblLook {first} w:firstColumn="0" w:noHBand="1" w:noVBand="1"/>'
    told = f"<w:tblCaption w:val={attribute(title)}/>" if title else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}{told}'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def row(cells: Sequence[str], widths: Widths, *, is_head: bool = False, height: int = 0) -> str:
    """Return a row of paragraphs, whole on one page; `height` in twips is the least it has."""
    said = "<w:cantSplit/>" + (f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "")
    said += "<w:tblHeader/>" if is_head else ""
    last = len(cells) - 1
    written = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_EDGE if index == last else ""}</w:tcPr>{content}</w:tc>'
        for index, (content, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(written)}</w:tr>"


_EDGE = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'
"""The last column ends where the text of the page does."""


def _bar_row(label: str, count: str, filled: int, widths: Widths) -> str:
    white = "".join(f'<w:{edge} w:val="single" w:sz="24" w:space="0" w:color="FFFFFF"/>' for edge in ("top", "bottom"))
    look = f'<w:tcBorders>{white}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT[1:].upper()}"/>'
    cells = [
        _wide(widths[:1], paragraph(run(label), "Cell")),
        _wide(widths[1:2], paragraph(run(count), "Cell", ends=RIGHT)),
    ]
    parts = ((widths[2 : 2 + filled], look), (widths[2 + filled :], ""))
    cells += [_wide(part, paragraph("", "Cell"), look) for part, look in parts if part]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _wide(widths: Widths, content: str, look: str = "") -> str:
    """Return a cell over so many columns."""
    over = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{over}{look}</w:tcPr>{content}</w:tc>'
