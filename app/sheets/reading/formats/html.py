"""Reads the table of a web page, which is what many an .xls made by a web site is."""

import re

from lxml import etree, html

from app.sheets.reading import refusals
from app.sheets.reading.encoding import decode
from app.sheets.reading.grid import Grid
from app.sheets.reading.notices import web_page
from app.sheets.reading.source import Reader, Reading, Source
from app.sheets.reading.workbook import Merge
from app.words.words import mark

_HEAD = 4_096
_START = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|table|meta|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = "\u2028"
_BLANKS = re.compile(r"[ \t\r\n\xa0]+")


def recognises(content: bytes) -> bool:
    """Tell whether the bytes begin as a web page does."""
    return bool(_START.match(content[:_HEAD].replace(b"\0", b"")))


def read(source: Source) -> Reading:
    """Return the table with most cells as the one sheet, named as the page is; ProblemError when there is none."""
    text, _notices = decode(source)
    try:
        page = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*>", "", text), parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError) as failure:
        raise refusals.damaged(source.file) from failure
    tables = [table for table in page.iter("table") if table.find(".//table") is None]
    if not tables:
        raise refusals.unsupported(source.file, mark("El archivo es una página web sin ninguna tabla."))
    if b"</table" not in source.content.lower().replace(b"\0", b""):
        raise refusals.damaged(source.file)
    table = max(tables, key=lambda each: len(each.findall(".//td")) + len(each.findall(".//th")))
    sheet = _fill(Grid(source, _BLANKS.sub(" ", page.findtext(".//title") or "").strip()), table).sheet()
    return Reading((sheet,) if sheet else (), (web_page(source.file),))


def _fill(grid: Grid, table: "html.HtmlElement") -> Grid:
    open_below: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[object] = []
        taken = {column for column, left in open_below.items() if left}
        open_below = {column: left - 1 for column, left in open_below.items() if left > 1}
        for cell in row.iterchildren("td", "th"):
            if len(cells) > refusals.MAX_COLUMNS:
                break
            while len(cells) in taken:
                cells.append(None)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            column = len(cells)
            grid.merge(Merge(grid.next_row, column, grid.next_row + down - 1, column + across - 1))
            if down > 1:
                open_below |= dict.fromkeys(range(column, column + across), down - 1)
            cells += [_text(cell)] + [None] * (across - 1)
        grid.add(cells)
    return grid


def _span(cell: "html.HtmlElement", name: str) -> int:
    """Return how many columns or rows a cell takes; what is no number, or absurd, counts as browsers count it."""
    written = cell.get(name, "1").strip()
    return min(max(1, int(written)), refusals.MAX_COLUMNS) if written.isdecimal() else 1


def _text(cell: "html.HtmlElement") -> str:
    for line_break in cell.iter("br"):
        line_break.tail = _LINE_BREAK + (line_break.tail or "")
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in cell.text_content().split(_LINE_BREAK)).strip()


READER = Reader(recognises, read)
