"""Reads the XML of Excel 2003 (SpreadsheetML), which statistical offices like to hand out named .xls."""

import re
from datetime import datetime, time
from io import BytesIO

from lxml import etree

from app.sheets.reading import refusals
from app.sheets.reading.grid import Grid
from app.sheets.reading.notices import formulas_without_value, mended_xml
from app.sheets.reading.source import Reader, Reading, Source
from app.sheets.reading.workbook import CellError, CellValue, Merge, Sheet
from app.words.problems import Problem

_URI = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{_URI}}}"
_HIDDEN = "{urn:schemas-microsoft-com:office:excel}Visible"
_WORKSHEET, _ROW, _CELL, _DATA = f"{_SS}Worksheet", f"{_SS}Row", f"{_SS}Cell", f"{_SS}Data"
_HEAD, _TAIL = 8_192, 200
_LAST_TAG = re.compile(rb"</(?:\w+:)?Workbook\s*>\s*\Z")
_BEFORE_DATES = 1900


def recognises(content: bytes) -> bool:
    """Tell whether the bytes are XML in the namespace of SpreadsheetML, in an encoding of one or two bytes."""
    return _URI.encode() in content[:_HEAD].replace(b"\0", b"")


def read(source: Source) -> Reading:
    """Return the worksheets; a notice tells of XML that had to be mended and of formulas without value."""
    if not _LAST_TAG.search(source.content[-_TAIL:].replace(b"\0", b"").rstrip()):
        raise refusals.damaged(source.file)
    try:
        return _Content(source).read()
    except (etree.XMLSyntaxError, ValueError, OverflowError) as failure:
        raise refusals.damaged(source.file) from failure


class _Content:
    """What has been read so far of the file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sheets: list[Sheet] = []
        self._notices: list[Problem] = []
        self._unvalued: list[tuple[int, int]] = []

    def read(self) -> Reading:
        # Blanks before the declaration are against the rules of XML, and common.
        content = self._source.content.lstrip(b"\r\n\t ")
        grid = Grid(self._source, "")
        events = etree.iterparse(
            BytesIO(content),
            ("start", "end"),
            tag=(_WORKSHEET, _ROW),
            resolve_entities=False,
            no_network=True,
            recover=True,
            huge_tree=False,
        )
        for event, element in events:
            if element.tag == _WORKSHEET and event == "start":
                grid = Grid(self._source, element.get(f"{_SS}Name", ""))
            elif element.tag == _WORKSHEET:
                grid.hidden = "Hidden" in (element.findtext(f".//{_HIDDEN}") or "")
                self._finish(grid, element.get(f"{_SS}Name", ""))
            elif event == "end":
                self._add_row(grid, element)
                element.clear()
        for entry in list(events.error_log)[:1]:
            self._notices.append(mended_xml(self._source.file, entry.line))
        return Reading(tuple(self._sheets), tuple(self._notices))

    def _finish(self, grid: Grid, name: str) -> None:
        sheet = grid.sheet()
        if sheet is not None:
            self._sheets.append(sheet)
        if self._unvalued:
            self._notices.append(formulas_without_value(self._source.file, name, self._unvalued))
            self._unvalued = []

    def _add_row(self, grid: Grid, element: "etree._Element") -> None:
        number = int(element.get(f"{_SS}Index", grid.next_row))
        grid.skip(max(0, number - grid.next_row))
        cells: list[object] = []
        for cell in element.iterchildren(_CELL):
            column = int(cell.get(f"{_SS}Index", len(cells) + 1)) - 1
            cells += [None] * (min(column, refusals.MAX_COLUMNS) - len(cells))
            data = cell.find(_DATA)
            if data is None and cell.get(f"{_SS}Formula"):
                self._unvalued.append((grid.next_row, column))
            across, down = int(cell.get(f"{_SS}MergeAcross", "0")), int(cell.get(f"{_SS}MergeDown", "0"))
            grid.merge(Merge(grid.next_row, column, grid.next_row + down, column + across))
            cells.append(None if data is None else _value(data))
            cells += [None] * min(across, refusals.MAX_COLUMNS)
            if len(cells) > refusals.MAX_COLUMNS and cells[-1] is not None:
                break
        grid.add(cells)


def _value(data: "etree._Element") -> CellValue:
    text = "".join(str(part) for part in data.itertext())
    kind = data.get(f"{_SS}Type")
    if kind == "Error":
        return CellError(text)
    if kind == "Boolean":
        return text.strip() == "1"
    if not text.strip() or kind not in {"Number", "DateTime"}:
        return text
    try:
        return float(text) if kind == "Number" else _moment(text)
    except ValueError:
        # Some programs that write this format say Number of whatever they have.
        return text


def _moment(text: str) -> CellValue:
    """Read a date and time; one of before 1900 is a time of the day, as Excel writes those."""
    moment = datetime.fromisoformat(text.strip())
    if moment.year < _BEFORE_DATES:
        return moment.time()
    return moment.date() if moment.time() == time() else moment


READER = Reader(recognises, read)
