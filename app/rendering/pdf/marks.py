"""The marks of a document: every place that its bookmarks and contents lead to, known before any page is."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.document import Annex, Block, Document, Heading, Section
from app.rendering.pdf.pieces import Mark
from app.rendering.say import printable
from app.words.words import Words


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block and, for headings and annexes, its mark."""

    block: Block
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """A section, its mark and its blocks."""

    section: Section
    mark: Mark
    blocks: tuple[MarkedBlock, ...]

    def marks(self) -> Iterator[Mark]:
        """Return all marks in the order of the pages; annexes stand after all other blocks of their section."""
        yield self.mark
        found = [marked for marked in self.blocks if marked.mark]
        found.sort(key=lambda marked: isinstance(marked.block, Annex))
        yield from (marked.mark for marked in found if marked.mark)


def mark_sections(document: Document, words: Words) -> tuple[MarkedSection, ...]:
    """Return every section of `document` with its marks."""
    return tuple(_mark_section(section, f"s{index}", words) for index, section in enumerate(document.sections))


def _mark_section(section: Section, key: str, words: Words) -> MarkedSection:
    blocks = tuple(
        MarkedBlock(block, _mark(block, f"{key}b{index}", words)) for index, block in enumerate(section.blocks)
    )
    return MarkedSection(section, Mark(key, printable(section.title), 0), blocks)


def _mark(block: Block, key: str, words: Words) -> Mark | None:
    if isinstance(block, Heading):
        level = 1 if block.level <= 2 else 2  # noqa: PLR2004  # headings have the levels 2 and 3
        return Mark(key, printable(block.text), level, listed=level == 1)
    if isinstance(block, Annex):
        return Mark(key, words("Anexo {number} · {title}", number=block.number, title=printable(block.title)), 1)
    return None
