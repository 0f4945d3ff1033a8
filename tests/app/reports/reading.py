"""What tests read in a report: one part of a dossier, its tables, its lines as text."""

from dataclasses import replace

from app.document import Document, Section, Table
from app.rendering.outline import as_text
from app.reports import board_pack
from app.reports.offered import make
from db.store import Store


def dossier_of(store: Store, meeting: str, *parts: str, language: str = "es") -> Document:
    """Make the dossier of a meeting with these parts, or with all."""
    options = board_pack.Options(meeting)
    return make(store, "board-pack", replace(options, parts=frozenset(parts)) if parts else options, language)


def section_of(document: Document, sheet: str) -> Section:
    """Return the section with the short name `sheet`."""
    return next(section for section in document.sections if section.sheet == sheet)


def tables_of(document: Document) -> list[Table]:
    """Return the tables of a document in their order."""
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def lines_of(document: Document) -> list[str]:
    """Return the lines of a document as text."""
    return as_text(document).splitlines()
