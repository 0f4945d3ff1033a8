"""Recognises files that are no spreadsheet, to say what they are instead of showing their bytes as a table."""

import zipfile
from io import BytesIO

from app.sheets.reading import refusals
from app.sheets.reading.archive import ZIP_SIGNATURE
from app.sheets.reading.encoding import looks_like_text
from app.sheets.reading.source import Reader, Reading, Source
from app.words.words import mark

_IMAGE = mark("El archivo es una imagen, no una planilla.")
_COMPRESSED = mark("El archivo es una carpeta comprimida: descomprímala y elija la planilla que contiene.")
_DOCUMENT = mark("El archivo es un documento de texto, no una planilla.")
_SLIDES = mark("El archivo es una presentación, no una planilla.")
_DATABASE = mark("El archivo es una base de datos, no una planilla.")
_BINARY = mark("El archivo es una planilla binaria de Excel (.xlsb), que no se puede leer.")
_UNKNOWN = mark("El archivo no es una planilla de ninguna clase que se pueda leer.")
_BEGINNINGS = (
    (b"%PDF", mark("El archivo es un PDF, no una planilla.")),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"{\\rtf", _DOCUMENT),
    (b"SQLite format 3\0", _DATABASE),
    (b"\x1f\x8b", _COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", _COMPRESSED),
    (b"Rar!", _COMPRESSED),
    (b"MIME-Version:", mark("El archivo es una página web guardada entera, que no se puede leer.")),
    (b"<?xml", mark("El archivo es XML, pero no una planilla.")),
)
_ZIP_CONTENTS = (
    (b"word/document", _DOCUMENT),
    (b"opendocument.text", _DOCUMENT),
    (b"ppt/presentation", _SLIDES),
    (b"opendocument.presentation", _SLIDES),
)


def recognises(content: bytes) -> bool:
    """Tell whether the bytes are of a known other kind, or no text at all."""
    return content.startswith((ZIP_SIGNATURE, *(start for start, _text in _BEGINNINGS))) or not looks_like_text(content)


def read(source: Source) -> Reading:
    """Raise the ProblemError that says what the file is."""
    if source.content.startswith(ZIP_SIGNATURE):
        if b"xl/workbook.bin" in source.content:
            raise refusals.unsupported(source.file, _BINARY, refusals.SAVE_AS_XLSX)
        raise refusals.unsupported(source.file, _zip_text(source))
    texts = (text for start, text in _BEGINNINGS if source.content.startswith(start))
    raise refusals.unsupported(source.file, next(texts, _UNKNOWN))


def _zip_text(source: Source) -> str:
    for name, text in _ZIP_CONTENTS:
        if name in source.content:
            return text
    if not zipfile.is_zipfile(BytesIO(source.content)):
        raise refusals.damaged(source.file)
    return _COMPRESSED


READER = Reader(recognises, read)
