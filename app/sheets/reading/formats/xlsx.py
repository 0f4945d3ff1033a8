"""Reads xlsx and xlsm files."""

from dataclasses import replace

from app.sheets.reading.archive import ZIP_SIGNATURE, Archive
from app.sheets.reading.calamine import read_sheets
from app.sheets.reading.notices import formulas_without_value
from app.sheets.reading.source import Reader, Reading, Source
from app.sheets.reading.xlsx_parts import (
    SheetParts,
    percent_styles,
    scan,
    sheet_parts,
    without_strange_errors,
)


def recognises(content: bytes) -> bool:
    """Tell whether the bytes are a zip with the parts of a workbook."""
    return content.startswith(ZIP_SIGNATURE) and b"xl/workbook.xml" in content


def read(source: Source) -> Reading:
    """Return the worksheets, with a notice where a formula was saved without its value."""
    archive = Archive(source)
    source.progress(0.1)
    parts: dict[str, SheetParts] = {}
    mended: dict[str, bytes] = {}
    percents = percent_styles(source, archive)
    for name, part in sheet_parts(source, archive).items():
        content = archive.read(part)
        parts[name] = scan(source, name, content, percents)
        if parts[name].errors and without_strange_errors(content) != content:
            mended[part.lower()] = without_strange_errors(content)
    source.progress(0.2)
    readable = replace(source, content=archive.with_parts(mended)) if mended else source
    errors = {name: found.errors for name, found in parts.items()}
    sheets = read_sheets(readable, errors, {name: found.shares for name, found in parts.items()})
    unvalued = ((name, found.unvalued) for name, found in parts.items() if found.unvalued)
    return Reading(sheets, tuple(formulas_without_value(source.file, name, cells) for name, cells in unvalued))


READER = Reader(recognises, read)
