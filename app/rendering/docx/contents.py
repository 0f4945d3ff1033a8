"""The contents of a document for Word: a field with its lines already written, each of which leads to its heading.

Word alone knows on which page a heading stands, and says it when the field is brought up to date (F9): a number from
here would be a guess.
"""

from collections.abc import Sequence

from app.rendering.docx.blocks import bookmark
from app.rendering.docx.markup import field_mark, paragraph, run
from app.rendering.pdf.pieces import Mark
from app.words.words import Words

CODE = r' TOC \o "1-2" \h \z \u '
"""Headings of the first two levels, as links, by their styles; Word adds the numbers of their pages."""


def contents_xml(marks: Sequence[Mark], words: Words) -> str:
    """Return the title of the contents and a line for each of `marks`, as one part that Word can renew."""
    begins = field_mark("begin") + f'<w:r><w:instrText xml:space="preserve">{CODE}</w:instrText></w:r>'
    lines = [
        paragraph(
            (begins + field_mark("separate") if number == 0 else "") + _link(mark), f"TOC{min(mark.level, 1) + 1}"
        )
        for number, mark in enumerate(marks)
    ]
    title = paragraph(run(words("Contenido")), "TOCHeading")
    told = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    end = paragraph(field_mark("end"), "Sliver")
    content = "".join((title, *lines, end)) if lines else title
    return f"<w:sdt><w:sdtPr>{told}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _link(mark: Mark) -> str:
    return f'<w:hyperlink w:anchor="{bookmark(mark)}" w:history="1">{run(mark.title)}</w:hyperlink>'
