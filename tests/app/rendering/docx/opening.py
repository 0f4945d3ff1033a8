"""Opens rendered documents of Word in the tests: as python-docx reads them, and part by part."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from lxml import etree

from app.document import Block, Document, Section
from app.rendering.docx.docx import render_docx
from app.words.words import Words

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}


def bytes_of(document: Document) -> bytes:
    """Render `document` and return its file."""
    target = BytesIO()
    render_docx(document, target, Words(document.language))
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Opened:
    """One file: all of it as python-docx reads it, and its parts by their names."""

    word: WordDocument
    parts: dict[str, bytes]

    def found(self, path: str, part: str = "word/document.xml") -> list[str]:
        """Return the values of attributes or texts at an XPath of a part."""
        return [str(each) for each in self._at(path, part)]

    def count(self, path: str, part: str = "word/document.xml") -> int:
        """Return how many there are at an XPath of a part."""
        return len(self._at(path, part))

    def styled(self, style: str) -> list[str]:
        """Return the texts of the paragraphs of the body that have a style, by its id."""
        found = self._at(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", "word/document.xml")
        return ["".join(each.itertext(f"{{{SPACES['w']}}}t")) for each in found]

    def _at(self, path: str, part: str) -> list[Any]:
        found = etree.fromstring(self.parts[part]).xpath(path, namespaces=SPACES)
        assert isinstance(found, list)
        return found


def opened(document: Document) -> Opened:
    """Render `document` and open it."""
    content = bytes_of(document)
    with ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return Opened(docx.Document(BytesIO(content)), parts)


def opened_of(*blocks: Block, landscape: bool = False, language: str = "es") -> Opened:
    """Render a document of one section with these blocks, and open it."""
    return opened(Document("Prueba", language, (Section("Parte", blocks, landscape=landscape),)))
