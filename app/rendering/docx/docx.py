"""A document as a file for Word, to be corrected: with styles, real tables, header and footer, and numbered pages."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.document import Document
from app.rendering.docx.blocks import BlockWriter
from app.rendering.docx.contents import contents_xml
from app.rendering.docx.markup import NEW_PAGE, NEXT
from app.rendering.docx.package import Package
from app.rendering.docx.pages import PageWriter
from app.rendering.docx.sharing import begins_page
from app.rendering.pdf.flow import text_room
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.marks import mark_sections
from app.rendering.rendered import Rendered, deliver
from app.words.words import Words
from db.progress import Progress, ignore_progress


def render_docx(
    document: Document, target: BinaryIO | Path, words: Words, progress: Progress | None = None
) -> Rendered:
    """Write `document` as a file for Word into `target`, whole or not at all when it is a path.

    `words` must speak the language of the document. Gives the number of its parts, the cover and the sections, for
    Word alone knows its pages; and the problems of pictures among the annexes that could not be read (words say so in
    their place). Raises ProblemError when `target` cannot be written, and whatever `progress` raises.
    """
    package = Package(document, words)
    blocks = BlockWriter(package, words, Typesetter())
    body = "".join(_body(document, words, PageWriter(package, document, words), blocks, progress or ignore_progress))
    deliver(target, package.bytes_of(body))
    parts = len(document.sections) + bool(document.cover)
    return Rendered(max(parts, 1), tuple(blocks.pictures.problems))


def _body(
    document: Document, words: Words, pages: PageWriter, blocks: BlockWriter, progress: Progress
) -> Iterator[str]:
    head = partial(blocks.pictures.letterhead, document.letterhead)
    if document.cover:
        yield pages.cover(document.cover, head(""))
    marked = mark_sections(document, words)
    if document.contents:
        yield "" if document.cover else head("")
        yield contents_xml([mark for section in marked for mark in section.marks() if mark.listed], words)
    landscape, is_open = False, document.contents
    is_headed = bool(document.cover) or document.contents
    for number, (section, begins) in enumerate(zip(marked, begins_page(document, words), strict=True), 1):
        # A letter is a section of its own, whose pages are numbered anew.
        turns = section.section.landscape != landscape or document.each_apart
        if turns and is_open:
            yield pages.ends(landscape=landscape)
        landscape = section.section.landscape
        breaks = begins and is_open and not turns
        if document.letterhead and (document.each_apart or not is_headed):
            yield head(NEXT + (NEW_PAGE if breaks else ""))
            breaks, is_headed = False, True
        room = text_room(landscape=landscape)
        yield from blocks.section(section, room, breaks=breaks, is_top=begins)
        is_open = True
        progress(number / len(marked))
    yield pages.section(landscape=landscape)
