"""The elements of a document for Word (WordprocessingML, ISO/IEC 29500-1) as text: runs, paragraphs, bookmarks.

Text, and not a tree built element by element: a list of thousands of rows is parsed once, when all is written.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from app.document import Tone
from app.rendering.pdf.style import MM
from app.rendering.say import printable

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    )
)
"""What the root of every part declares."""

TWIPS = 20
"""Twentieths of a point, in which Word measures pages, columns and spaces."""

TONES: Mapping[Tone, str] = {Tone.STRONG: "Strong", Tone.MUTED: "Muted", Tone.WARNING: "Warning", Tone.LATE: "Late"}
"""The style of letters of each tone but the plain one."""

NEXT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
AT_TOP = '<w:spacing w:before="0"/>'
RIGHT = '<w:jc w:val="right"/>'

_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Halves of letters, and what is no letter: XML knows neither."""


def twips(points: float) -> int:
    """Return a length as Word writes it."""
    return round(points * TWIPS)


def millimetres(length: float) -> int:
    """Return a length in millimetres as Word writes it."""
    return twips(length * MM)


def legible(text: str) -> str:
    """Return `text` without what XML forbids; its line breaks stay."""
    return _FORBIDDEN.sub("\ufffd", printable(text))


def attribute(text: str) -> str:
    """Return `text` on one line between quotation marks."""
    return quoteattr(" ".join(legible(text).splitlines()))


def letters(style: str = "", size: int = 0) -> str:
    """Return what a run says of its letters: a style of letters, and their size in half points where it is another."""
    said = (f'<w:rStyle w:val="{style}"/>' if style else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    return f"<w:rPr>{said}</w:rPr>" if said else ""


def run(text: str, look: str = "") -> str:
    """Return `text` as a run, its line breaks kept; nothing for none."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in legible(text).splitlines()]
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>" if lines else ""


def paragraph(content: str, style: str = "", *, keeps: str = "", ends: str = "") -> str:
    """Return a paragraph of runs; `keeps` is what holds it to a page, `ends` its side and the section it closes."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    said = named + keeps + ends
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{content}</w:p>"


def sliver(keeps: str = "", section: str = "") -> str:
    """Return a paragraph that takes no room: it carries a break, or keeps what is above it from what is below."""
    return paragraph("", "Sliver", keeps=keeps, ends=section)


def gap(keeps: str = "") -> str:
    """Return the room after a table, without which Word makes one table of two."""
    return paragraph("", "Gap", keeps=keeps)


def field(code: str, shown: str = "", look: str = "") -> str:
    """Return a field that Word works out, and what is shown until then."""
    asked = f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return field_mark("begin", look) + asked + field_mark("separate", look) + run(shown, look) + field_mark("end", look)


def field_mark(kind: str, look: str = "") -> str:
    """Return where a field begins, where what it shows does ("separate"), or where it ends."""
    return f'<w:r>{look}<w:fldChar w:fldCharType="{kind}"/></w:r>'
