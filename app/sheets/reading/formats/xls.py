"""Reads xls files of Excel 97 to 2003, and says what else the container of such files can hold."""

from io import BytesIO

import olefile

from app.sheets.reading import refusals
from app.sheets.reading.biff import errors_by_sheet
from app.sheets.reading.calamine import read_sheets
from app.sheets.reading.source import Reader, Reading, Source
from app.words.words import mark

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOKS = ("Workbook", "Book")


def recognises(content: bytes) -> bool:
    """Tell whether the bytes are a container of the old Office kind."""
    return content.startswith(_SIGNATURE)


def read(source: Source) -> Reading:
    """Return the worksheets; ProblemError for a password, for another kind of document and for a broken file."""
    stream = _book(source)
    source.progress(0.1)
    errors = errors_by_sheet(source, stream)
    return Reading(read_sheets(source, errors))


def _book(source: Source) -> bytes:
    try:
        with olefile.OleFileIO(BytesIO(source.content)) as container:
            if container.exists("EncryptedPackage"):
                raise refusals.locked(source.file)
            for name in _BOOKS:
                if container.exists(name):
                    return bytes(container.openstream(name).read())
    except (OSError, ValueError, IndexError) as failure:
        raise refusals.damaged(source.file) from failure
    raise refusals.unsupported(source.file, mark("El archivo es de Office, pero no una planilla."))


READER = Reader(recognises, read)
