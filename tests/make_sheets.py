"""Makes small spreadsheets with the defects of real ones, byte by byte where no library would make them."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

XLSX_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def make_xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], merges: Sequence[str] = ()) -> Path:
    """Write a workbook of these sheets; `merges` ("A1:C1") are cells merged in each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merges:
            sheet.merge_cells(cells)
    book.save(path)
    return path


def make_raw_xlsx(
    path: Path, rows: str, parts: Mapping[str, str | bytes] | None = None, *, packed: bool = True
) -> Path:
    """Write a workbook whose one sheet has the XML `rows`, and further `parts` as they are given."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return make_zip(path, {**XLSX_PARTS, "xl/worksheets/sheet1.xml": sheet, **(parts or {})}, packed=packed)


def make_zip(path: Path, parts: Mapping[str, str | bytes], *, packed: bool = True) -> Path:
    """Write a zip of these parts, packed or as they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def make_ods(path: Path, tables: str, *, manifest: str = "<manifest/>") -> Path:
    """Write an OpenDocument spreadsheet with the XML `tables` in its body."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces} {calc}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("content.xml", content)
    return path


def make_spreadsheetml(path: Path, rows: str, *, before: str = "") -> Path:
    """Write the XML of Excel 2003 with the XML `rows`, and `before` ahead of its declaration."""
    uri = "urn:schemas-microsoft-com:office:spreadsheet"
    text = (
        f'{before}<?xml version="1.0"?>\n<Workbook xmlns="{uri}" xmlns:ss="{uri}">'
        f'<Worksheet ss:Name="Hoja1"><Table>{rows}</Table></Worksheet>\n</Workbook>\n'
    )
    path.write_text(text, encoding="utf-8")
    return path


def make_ole(path: Path, streams: Mapping[str, bytes]) -> Path:
    """Write a container of the old Office kind (MS-CFB, version 3) with these streams, each of at most 60 KB."""
    sector, end, free, fat_mark = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat = [fat_mark, end]
    data = b""
    entries = [_entry("Root Entry", 5, end, 0, child=1)]
    for index, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(max(4096, -(-len(content) // sector) * sector), b"\0")
        start, count = len(fat), len(padded) // sector
        fat += [*range(start + 1, start + count), end]
        data += padded
        entries.append(_entry(name, 2, start, len(padded), right=index + 1 if index < len(streams) else free))
    directory = b"".join(entries).ljust(sector, b"\0")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sector, b"\xff")
    path.write_bytes(header.ljust(sector, b"\xff") + table + directory + data)
    return path


def _entry(name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFFFFFF, right, child)
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBB", len(wide), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def make_xls(path: Path, cells: Mapping[tuple[int, int], object], *, locked: bool = False) -> Path:
    """Write an Excel 97 workbook with one sheet of numbers, texts and errors, by (row, column), both from 0.

    An error is given as bytes of one: its code. `locked` puts the record of a password first.
    """
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    head = _record(0x0809, begin) + (_record(0x002F, bytes(6)) if locked else b"")
    name = b"\x05\x00Hoja1"
    place = len(head) + 4 + 6 + len(name) + 4
    head += _record(0x0085, struct.pack("<IBB", place, 0, 0) + name) + _record(0x000A, b"")
    body = _record(0x0809, begin[:2] + b"\x10\x00" + begin[4:])
    body += b"".join(_cell(row, column, value) for (row, column), value in sorted(cells.items()))
    return make_ole(path, {"Workbook": head + body + _record(0x000A, b"")})


def _cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, bytes):
        return _record(0x0205, place + value + b"\x01")
    if isinstance(value, str):
        return _record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return _record(0x0203, place + struct.pack("<d", value))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def make_html(path: Path, body: str, encoding: str = "utf-8") -> Path:
    """Write a web page with this body."""
    path.write_bytes(f"<html><head><title>Socios</title></head><body>{body}</body></html>".encode(encoding))
    return path


def text_cell(value: str) -> str:
    """Return the XML of a text cell of an OpenDocument spreadsheet."""
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
