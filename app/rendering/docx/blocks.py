"""The blocks of a document as paragraphs, tables and pictures of Word."""

from collections.abc import Iterator
from typing import assert_never

from app.document import (
    Annex,
    BarChart,
    DescriptionList,
    Drawn,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Table,
    Timeline,
)
from app.rendering.docx.markup import AT_TOP, NEW_PAGE, NEXT, paragraph, run, sliver
from app.rendering.docx.package import Package
from app.rendering.docx.pictures import PictureWriter, Room, is_pdf
from app.rendering.docx.tables import TableWriter
from app.rendering.docx.values import ValueWriter
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.marks import MarkedBlock, MarkedSection
from app.rendering.pdf.pieces import Mark
from app.words.words import Words


class BlockWriter:
    """Writes the sections of one document, one after another."""

    def __init__(self, package: Package, words: Words, typesetter: Typesetter) -> None:
        """Take the file in the making, the language of the document, and what measures its tables."""
        self.package = package
        self.values = ValueWriter(words, package.link)
        self.tables = TableWriter(self.values, typesetter)
        self.pictures = PictureWriter(package, words)

    def section(self, marked: MarkedSection, room: Room, *, breaks: bool, is_top: bool) -> Iterator[str]:
        """Return the title of a section and its blocks, set into `room`; annexes after the rest, as on paper.

        It begins at the top of a page, or under the section before it; one that `breaks` asks for that page itself.
        """
        heading = marked.section.heading
        yield self.title(marked.mark, 1, heading, keeps=NEW_PAGE if breaks else "", ends=AT_TOP if is_top else "")
        turns = False
        for each in sorted(marked.blocks, key=lambda each: isinstance(each.block, Annex)):
            if isinstance(each.block, PageBreak):
                turns = True
                continue
            if turns:
                yield sliver(NEXT + NEW_PAGE)
            turns = False
            yield from self.block(each, room)

    def block(self, marked: MarkedBlock, room: Room) -> Iterator[str]:
        """Return the paragraphs, tables and pictures of one block."""
        match marked.block:
            case PageBreak():
                pass  # before what comes next, where there is something
            case Heading() as block:
                yield self.title(marked.mark, block.level)
            case Paragraph() as block:
                keeps = NEXT if block.with_next else ""
                yield paragraph(self.values.toned(block.text, block.tone), keeps=keeps)
            case DescriptionList() as block:
                yield from self.tables.facts(block, room[0])
            case KeyFigures() as block:
                yield from self.tables.figures(block, room[0])
            case Table() as block:
                yield from self.tables.table(block, room[0])
            case BarChart() | Timeline() | PointMap() as block:
                yield from self._drawn(block, room)
            case Annex() as block:
                is_picture = block.media_type.startswith("image/") and not is_pdf(block)
                yield self.title(marked.mark, 2, keeps=NEW_PAGE if is_picture else "")
                yield from self.pictures.annex(block, room)
            case _:
                assert_never(marked.block)

    def title(self, mark: Mark | None, level: int, heading: str = "", keeps: str = "", ends: str = "") -> str:
        """Return a heading of that level with the bookmark by which the contents lead to it.

        It is the title of the mark, or the `heading` that is printed for it.
        """
        if mark is None:
            return ""
        number = self.package.number()
        begins = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(mark)}"/>'
        said = run(heading or mark.title)
        return paragraph(f'{begins}{said}<w:bookmarkEnd w:id="{number}"/>', f"Heading{level}", keeps=keeps, ends=ends)

    def _drawn(self, block: Drawn, room: Room) -> Iterator[str]:
        match block:
            case BarChart():
                yield from self.tables.bars(block, room[0])
            case Timeline():
                yield from self.tables.timeline(block, room[0])
            case PointMap():
                yield from self.pictures.map(block, room)
            case _:
                assert_never(block)


def bookmark(mark: Mark) -> str:
    """Return the name of the place of a heading: hidden in Word's list of bookmarks, as those of its own contents."""
    return f"_Toc{mark.key}"
