"""The records of an xls workbook that the reading library does not tell: its password, its extents and its errors."""

import struct
from collections.abc import Iterator, Mapping

from app.sheets.reading import refusals
from app.sheets.reading.grid import check_extent
from app.sheets.reading.source import Source
from app.sheets.reading.workbook import CellError

_BEGIN, _END, _FILE_PASS, _BOUND_SHEET = 0x0809, 0x000A, 0x002F, 0x0085
_FORMULA, _BOOL_OR_ERROR, _SEVERAL_NUMBERS = 0x0006, 0x0205, 0x00BD
# Formula, integer, label, several numbers, shared label, rich label, number, boolean or error, packed number.
_WRITTEN = frozenset({_FORMULA, 0x0202, 0x0204, _SEVERAL_NUMBERS, 0x00FD, 0x00D6, 0x0203, _BOOL_OR_ERROR, 0x027E})
_FORMULA_ERROR = (0x02, 0xFFFF)
_WORKSHEET = 0
_UNICODE_VERSION = b"\x00\x06"
# Codes of [MS-XLS] 2.5.10, BErr.
_CODES: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

Errors = dict[tuple[int, int], CellError]


def errors_by_sheet(source: Source, stream: bytes) -> dict[str, Errors]:
    """Return the error cells of every worksheet, by (row, column from 0), under the sheet's name.

    `stream` is the workbook of the file. ProblemError when it asks for a password, breaks off, or has
    a cell beyond the bounds: the reading library would lay out all up to that cell.
    """
    try:
        return {name: _errors(source, name, stream[place:]) for name, place in _worksheets(source, stream).items()}
    except (struct.error, IndexError) as failure:
        raise refusals.damaged(source.file) from failure


def _worksheets(source: Source, stream: bytes) -> dict[str, int]:
    """Return where each worksheet begins."""
    places: dict[str, int] = {}
    unicode = False
    for record, body in _records(stream):
        if record == _FILE_PASS:
            raise refusals.locked(source.file)
        if record == _BEGIN:
            unicode = body.startswith(_UNICODE_VERSION)
        if record == _BOUND_SHEET and body[5] == _WORKSHEET:
            places[_name(body[6:], unicode=unicode)] = struct.unpack_from("<I", body)[0]
    if any(place >= len(stream) for place in places.values()):
        raise refusals.damaged(source.file)
    return places


def _name(body: bytes, *, unicode: bool) -> str:
    """Read a short text: its length, from Excel 97 on a byte that says how wide its letters are, its letters."""
    length = body[0]
    if not unicode:
        return body[1 : 1 + length].decode("cp1252", "replace")
    wide = body[1] & 1
    return body[2 : 2 + length * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Return the records of the substream that `stream` begins with, up to its end, without those of nested ones."""
    position, depth = 0, 0
    while position + 4 <= len(stream):
        record, size = struct.unpack_from("<HH", stream, position)
        position += 4
        depth += (record == _BEGIN) - (record == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield record, stream[position : position + size]
        position += size


def _errors(source: Source, name: str, stream: bytes) -> Errors:
    found: Errors = {}
    rows, columns = 0, 0
    for record, body in _records(stream):
        if record not in _WRITTEN:
            continue
        row, column = struct.unpack_from("<HH", body)
        last = struct.unpack_from("<H", body, len(body) - 2)[0] if record == _SEVERAL_NUMBERS else column
        rows, columns = max(rows, row + 1), max(columns, last + 1)
        code = _error_code(record, body)
        if code is not None:
            found[row + 1, column] = CellError(_CODES.get(code, "#N/A"))
    check_extent(source.file, name, rows=rows, columns=columns)
    return found


def _error_code(record: int, body: bytes) -> int | None:
    if record == _BOOL_OR_ERROR and body[7]:
        return body[6]
    if record == _FORMULA and (body[6], struct.unpack_from("<H", body, 12)[0]) == _FORMULA_ERROR:
        return body[8]
    return None
