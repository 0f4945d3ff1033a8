"""Reads ods files, row by row, without laying out the repeated cells that such files abound in."""

import re
from datetime import date, datetime, timedelta
from io import BytesIO

from lxml import etree

from app.sheets.reading import refusals
from app.sheets.reading.archive import ZIP_SIGNATURE, Archive
from app.sheets.reading.grid import Grid
from app.sheets.reading.notices import formulas_without_value
from app.sheets.reading.source import Reader, Reading, Source
from app.sheets.reading.workbook import CellError, CellValue, Merge, Sheet
from app.words.problems import Problem
from db.values import Share

_MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_COVERED = f"{_TABLE}covered-table-cell"
_WITHIN = frozenset({f"{_TEXT}span", f"{_TEXT}a", f"{_TEXT}ruby", f"{_TEXT}ruby-base", f"{_TEXT}title"})
_BEYOND = refusals.MAX_COLUMNS + 1
"""Counts of repetition are cut here: the grid refuses such a row, and no memory is spent before."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


def recognises(content: bytes) -> bool:
    """Tell whether the bytes are a zip that says to be an OpenDocument spreadsheet."""
    return content.startswith(ZIP_SIGNATURE) and _MEDIA_TYPE in content[:200]


def read(source: Source) -> Reading:
    """Return the sheets, with a notice where a formula was saved without its value."""
    archive = Archive(source)
    if "encrypted-package" in archive.names or b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.locked(source.file)
    content = archive.read("content.xml")
    source.progress(0.1)
    try:
        return _Content(source).read(content)
    except (etree.XMLSyntaxError, ValueError, OverflowError) as failure:
        raise refusals.damaged(source.file) from failure


class _Content:
    """What has been read so far of the part that holds all the sheets."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sheets: list[Sheet] = []
        self._notices: list[Problem] = []
        self._unvalued: list[tuple[int, int]] = []

    def read(self, content: bytes) -> Reading:
        grid: Grid | None = None
        tags = (f"{_TABLE}table", f"{_TABLE}table-row")
        events = etree.iterparse(
            BytesIO(content), ("start", "end"), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
        )
        for event, element in events:
            if element.tag == tags[0] and event == "start":
                grid = Grid(self._source, element.get(f"{_TABLE}name", ""))
            elif element.tag == tags[0] and grid is not None:
                self._finish(grid, element.get(f"{_TABLE}name", ""))
                grid = None
            elif event == "end" and grid is not None:
                self._add_row(grid, element)
                element.clear()
        return Reading(tuple(self._sheets), tuple(self._notices))

    def _finish(self, grid: Grid, name: str) -> None:
        sheet = grid.sheet()
        if sheet is not None:
            self._sheets.append(sheet)
        if self._unvalued:
            self._notices.append(formulas_without_value(self._source.file, name, self._unvalued))
            self._unvalued = []

    def _add_row(self, grid: Grid, element: "etree._Element") -> None:
        cells: list[object] = []
        gap = 0
        for cell in element.iterchildren(f"{_TABLE}table-cell", _COVERED):
            times = _count(cell, "number-columns-repeated")
            value = _value(cell)
            column = len(cells) + gap
            grid.merge(_merge(cell, grid.next_row, column))
            if value is None:
                gap = min(gap + times, _BEYOND)
                if cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type"):
                    self._unvalued.append((grid.next_row, column))
                continue
            cells += [None] * gap + [value] * min(times, _BEYOND)
            gap = 0
            if len(cells) > refusals.MAX_COLUMNS:
                break
        grid.add(cells, _count(element, "number-rows-repeated"))


def _count(element: "etree._Element", name: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{name}", "1")))


def _merge(cell: "etree._Element", row: int, column: int) -> Merge:
    down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    return Merge(row, column, row + down - 1, column + across - 1)


def _value(cell: "etree._Element") -> CellValue | timedelta:
    kind = cell.get(f"{_OFFICE}value-type", "void")
    if cell.get(f"{_CALC}value-type") == "error":
        return CellError(_text(cell) or "#N/A")
    if kind == "void" or cell.tag == _COVERED:
        return None
    if kind in {"float", "percentage", "currency"}:
        number = float(cell.get(f"{_OFFICE}value", "nan"))
        return Share(number) if kind == "percentage" else number
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    return _written_value(cell, kind) or _text(cell) or None


def _written_value(cell: "etree._Element", kind: str) -> CellValue | timedelta:
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", ""))
    if kind == "time":
        return _duration(cell.get(f"{_OFFICE}time-value", ""))
    return cell.get(f"{_OFFICE}string-value")


def _date(written: str) -> date | datetime | None:
    """Read a date, with or without its time; None for one that no calendar of ours has, such as one before Christ."""
    try:
        return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
    except ValueError:
        return None


def _duration(written: str) -> timedelta | None:
    found = _DURATION.fullmatch(written)
    if found is None:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] else length


def _text(cell: "etree._Element") -> str:
    return "\n".join(_line(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p"))


def _line(element: "etree._Element") -> str:
    parts = [_BLANKS.sub(" ", element.text or "")]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(int(child.get(f"{_TEXT}c", "1")), _BEYOND))
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            parts.append("\t" if child.tag == f"{_TEXT}tab" else "\n")
        elif child.tag in _WITHIN:
            parts.append(_line(child))
        parts.append(_BLANKS.sub(" ", child.tail or ""))
    return "".join(parts)


READER = Reader(recognises, read)
