"""Typed values as runs of a document for Word: in words, with links that open, signed and weighed by their tone."""

from collections.abc import Callable, Iterator
from typing import assert_never
from urllib.parse import quote

from app.document import Address, Cell, Several, Tone, Value, Way
from app.rendering.docx.markup import TONES, letters, run
from app.rendering.pdf.style import SIGNS
from app.rendering.say import say_value
from app.words.words import Words

_SAFE = "/:?#[]@!$&'()*+,;=%~-._"
"""What stays as it is in an address (RFC 3986); all else is written by its bytes."""

_SCHEMES = ("http", "https")


class ValueWriter:
    """Writes values in one language; `link` takes an address and gives by which name a text refers to it."""

    def __init__(self, words: Words, link: Callable[[str], str]) -> None:
        """Take the language of the document and the links of its file."""
        self.words = words
        self._link = link

    def runs(self, cell: Cell, size: int = 0) -> str:
        """Return the runs of a cell, the sign of its tone first; `size` in half points where it is another."""
        look = letters(TONES.get(cell.tone, ""), size)
        said = "".join(self._said(cell.value, look, size))
        return f"{run(SIGNS[cell.tone], look)}{said}" if said and SIGNS[cell.tone] else said

    def toned(self, text: str, tone: Tone) -> str:
        """Return running text with the sign of its tone."""
        return self.runs(Cell(text, tone))

    def _said(self, value: Value, look: str, size: int) -> Iterator[str]:
        if isinstance(value, Several):
            for number, each in enumerate(value.values):
                if number:
                    yield _between(value.between, look)
                yield from self._said(each, look, size)
        elif isinstance(value, Address) and (target := address_of(value)):
            linked = run(value.text, letters("Hyperlink", size))
            yield f'<w:hyperlink r:id="{self._link(target)}" w:history="1">{linked}</w:hyperlink>' if linked else ""
        else:
            yield run(say_value(value, self.words), look)


def _between(text: str, look: str) -> str:
    """Return what parts two values; the lines of a text end at its line breaks, but here one is all there is."""
    return f"<w:r>{look}<w:br/></w:r>" if text == "\n" else run(text, look)


def address_of(address: Address) -> str:
    """Return where an address leads, as a link; nothing for what no program goes to, or not by a scheme we know."""
    target = "".join(address.target.split())
    match address.way:
        case Way.EMAIL:
            found = f"mailto:{target}" if "@" in target else ""
        case Way.PHONE:
            found = f"tel:{target}" if target else ""
        case Way.WEB:
            scheme, parted, _ = target.partition("://")
            found = target if parted and scheme.lower() in _SCHEMES else f"http://{target}" if not parted else ""
        case Way.FAX | Way.POST:
            found = ""
        case _:
            assert_never(address.way)
    return quote(found, safe=_SAFE) if target else ""
