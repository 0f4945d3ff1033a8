"""What lies in the parts of an xlsx that the reading library does not tell: extents, errors, formulas without value."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from app.sheets.reading import refusals
from app.sheets.reading.archive import Archive, parse_part
from app.sheets.reading.grid import check_extent
from app.sheets.reading.source import Source
from app.sheets.reading.workbook import CellError, column_index

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

_REFERENCES = re.compile(rb'<c (?:[\w:]+="[^"<>]*" )*r="([A-Z]+)(\d+)"')
_LITERAL = re.compile(r'"[^"]*"|[\\_*].')
_PERCENT_FORMATS = frozenset({"9", "10"})
_TROUBLE = tuple(map(re.compile, (rb"""=\s*["']e["']""", rb"<(?:f|c[>\n\r\t])", rb":[cf]")))
_NUMBERS = (b"", b"n")
_TAG = re.compile(rb"""<(?:\w+:)?(row|c|v|f|is)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>([^<]*)""")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"'<]*)["']""")
_REFERENCE = re.compile(rb"([A-Za-z]+)(\d+)")
_LIBRARY_KNOWS = frozenset(b"#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA".split())
_ERROR_VALUE = re.compile(rb"(<(?:\w+:)?v\b[^<>]*>)(#[^<]*)(?=<)")


@dataclass(slots=True)
class SheetParts:
    """What was found in the XML of one sheet: errors by (row, column from 0), and where formulas have no value.

    `shares` are the cells that show their number as a percentage.
    """

    errors: dict[tuple[int, int], CellError] = field(default_factory=dict)
    shares: list[tuple[int, int]] = field(default_factory=list)
    unvalued: list[tuple[int, int]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0


def sheet_parts(source: Source, archive: Archive) -> dict[str, str]:
    """Return the part of every sheet by the sheet's name, in the order of the workbook."""
    book = _workbook_part(source, archive)
    folder, name = posixpath.split(book)
    relations = parse_part(source, archive.read(f"{folder}/_rels/{name}.rels"))
    targets = {element.get("Id"): element.get("Target", "") for element in relations.iter("{*}Relationship")}
    parts: dict[str, str] = {}
    for element in parse_part(source, archive.read(book)).iter("{*}sheet"):
        target = targets.get(element.get(_RELATION) or element.get(_STRICT_RELATION), "")
        if target:
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            parts[str(element.get("name"))] = path
    return parts


def percent_styles(source: Source, archive: Archive) -> frozenset[bytes]:
    """Return the numbers of the styles of cells that show a number as a percentage, as the sheets write them.

    They are those of the formats 9 and 10 and of any format with a % that stands for itself (ECMA-376, 18.8.30).
    """
    book = _workbook_part(source, archive)
    folder, name = posixpath.split(book)
    relations = parse_part(source, archive.read(f"{folder}/_rels/{name}.rels")).iter("{*}Relationship")
    target = next((each.get("Target", "") for each in relations if (each.get("Type") or "").endswith("/styles")), "")
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
    if not target or path.lower() not in archive.names:
        return frozenset()
    styles = parse_part(source, archive.read(path))
    formats = {
        each.get("numFmtId") for each in styles.iter("{*}numFmt") if "%" in _LITERAL.sub("", each.get("formatCode", ""))
    }
    cells = next(styles.iter("{*}cellXfs"), None)
    used = [] if cells is None else [each.get("numFmtId") for each in cells.iter("{*}xf")]
    return frozenset(str(at).encode() for at, each in enumerate(used) if each in formats | _PERCENT_FORMATS)


def _workbook_part(source: Source, archive: Archive) -> str:
    relations = parse_part(source, archive.read("_rels/.rels"))
    for element in relations.iter("{*}Relationship"):
        if (element.get("Type") or "").endswith("/officeDocument"):
            return (element.get("Target") or "").lstrip("/")
    raise refusals.damaged(source.file)


def scan(source: Source, sheet: str, content: bytes, percents: Collection[bytes] = ()) -> SheetParts:
    """Find the parts in the XML of one sheet; ProblemError when a written cell lies beyond the bounds.

    `percents` are the styles that show percentages.

    This comes before the reading library, which lays out the whole rectangle from A1 to the last
    cell in memory: two cells at opposite corners would end the program.
    """
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in content[:4]:
        raise refusals.damaged(source.file)
    has_shares = any(b's="%s"' % style in content for style in percents)
    parts = (None if has_shares else _plain_parts(content)) or _parts(content, percents)
    check_extent(source.file, sheet, rows=parts.rows, columns=parts.columns)
    return parts


def _plain_parts(content: bytes) -> SheetParts | None:
    """Return the extents of a sheet in the form that nearly all have, when nothing in it needs a closer look.

    That is: each cell has its reference, the corner is within the bounds, no error and no formula.
    """
    if any(sign.search(content) for sign in _TROUBLE):
        return None
    references = _REFERENCES.findall(content)
    if len(references) != content.count(b"<c "):
        return None
    columns = 1 + max(
        (column_index(letters.decode()) for letters in {letters for letters, _row in references}), default=-1
    )
    rows = max(map(int, {row for _letters, row in references}), default=0)
    within = rows <= refusals.MAX_ROWS and columns <= refusals.MAX_COLUMNS and rows * columns <= refusals.MAX_CELLS
    return SheetParts(rows=rows, columns=columns) if within else None


def _parts(content: bytes, percents: Collection[bytes]) -> SheetParts:
    parts = SheetParts()
    for cell in _cells(content):
        if not (cell.written or cell.formula):
            continue
        parts.rows = max(parts.rows, cell.row)
        parts.columns = max(parts.columns, cell.column + 1)
        if cell.kind == b"e" and cell.value:
            parts.errors[cell.row, cell.column] = CellError(cell.value.decode("utf-8", "replace"))
        elif cell.formula and not cell.value and cell.kind != b"str":
            parts.unvalued.append((cell.row, cell.column))
        if cell.style in percents and cell.value and cell.kind in _NUMBERS:
            parts.shares.append((cell.row, cell.column))
    return parts


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    kind: bytes = b""
    style: bytes = b""
    value: bytes = b""
    written: bool = False
    formula: bool = False


def _cells(content: bytes) -> Iterator[_Cell]:
    cell = _Cell(0, -1)
    for found in _TAG.finditer(content):
        tag, text = found[1], found[3]
        if tag == b"row":
            yield cell
            number = dict(_ATTRIBUTE.findall(found[2])).get(b"r", b"")
            cell = _Cell(int(number) if number.isdigit() else cell.row + 1, -1)
        elif tag == b"c":
            yield cell
            cell = _next_cell(cell, dict(_ATTRIBUTE.findall(found[2])))
        elif tag == b"f":
            cell.formula = True
        else:
            cell.written = True
            cell.value = text if tag == b"v" else cell.value
    yield cell


def _next_cell(before: _Cell, attributes: Mapping[bytes, bytes]) -> _Cell:
    reference = _REFERENCE.fullmatch(attributes.get(b"r", b""))
    cell = _Cell(before.row, before.column + 1, attributes.get(b"t", b""), attributes.get(b"s", b""))
    if reference:
        cell.row, cell.column = int(reference[2]), column_index(reference[1].decode())
    return cell


def without_strange_errors(content: bytes) -> bytes:
    """Return the XML of a sheet with every error that the reading library does not know as #N/A.

    It would give up the whole sheet for a single one, such as the #ERROR! of sheets made on the web.
    """
    return _ERROR_VALUE.sub(lambda found: found[0] if found[2] in _LIBRARY_KNOWS else found[1] + b"#N/A", content)
