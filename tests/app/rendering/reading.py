"""Reads finished papers back as a person would: the text of pages, bookmarks with their pages, where a word stands."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from app.document import Document
from app.rendering.pdf.pdf import render_pdf
from app.rendering.rendered import Rendered
from app.words.words import Words


def printed(document: Document) -> tuple[PdfReader, Rendered]:
    """Render `document` as PDF and open it."""
    target = BytesIO()
    rendered = render_pdf(document, target, Words(document.language))
    return PdfReader(target), rendered


def texts(reader: PdfReader) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in reader.pages]


def bookmarks(reader: PdfReader) -> dict[str, int]:
    """Return the number of the page of each bookmark, counted from 1."""
    return {str(entry.title): (reader.get_destination_page_number(entry) or 0) + 1 for entry in _flat(reader.outline)}


def nested(entries: list[Any], depth: int = 0) -> Iterator[tuple[int, str]]:
    """Give the depth and the title of each of the bookmarks `entries` of a reader, as they are shown."""
    for entry in entries:
        if isinstance(entry, list):
            yield from nested(entry, depth + 1)
        else:
            yield depth, str(entry.title)


def _flat(entries: list[Any]) -> Iterator[Destination]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def left_of(reader: PdfReader, page: int, text: str) -> float:
    """Return how far from the left edge a text begins, in points."""
    found: list[float] = []

    def visit(said: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        if text in said:
            found.append(matrix[4])

    reader.pages[page - 1].extract_text(visitor_text=visit)
    return found[0]
