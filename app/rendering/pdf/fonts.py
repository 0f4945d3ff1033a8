"""The letters of the papers: the fonts that the program ships, the widths of words, and where lines break."""

import re
from collections.abc import Mapping
from importlib.resources import as_file, files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources
from app.rendering.pdf.letters import LayeredFont
from app.rendering.pdf.style import ITALIC, LIGHT, REGULAR, SEMIBOLD, Letter

FONTS = (REGULAR, SEMIBOLD, LIGHT, ITALIC)

FALLBACK = "DejaVuSans-subset"
"""Greek, Cyrillic and signs, for what a face of the fonts lacks."""

_REMEMBERED = 40
"""Longest text, in characters, whose width is kept: words repeat and sentences do not."""

_MISSING = 500
"""Width, in thousandths of the size, of a character that the fonts lack."""

_BREAKABLE = re.compile(r"[^/@._\-?&=,;:]*[/@._\-?&=,;:]+|[^/@._\-?&=,;:]+")
"""Pieces of a word wider than its column: an address breaks after its own marks before it breaks anywhere."""


def install_fonts() -> None:
    """Register the fonts of `font_source_sans_pro` with reportlab, and ours behind; from source and frozen alike."""
    known = set(pdfmetrics.getRegisteredFontNames())
    if FALLBACK not in known:
        pdfmetrics.registerFont(TTFont(FALLBACK, str(resources.path(f"fonts/{FALLBACK}.ttf"))))
    behind = _installed(FALLBACK)
    for name in FONTS:
        if name not in known:
            with as_file(files("font_source_sans_pro") / "files" / f"{name}.ttf") as path:
                pdfmetrics.registerFont(LayeredFont(name, str(path), behind))


def _advances(name: str) -> Mapping[int, float]:
    """Return the width of every character of an installed font, in thousandths of its size."""
    return {**_installed(FALLBACK).face.charWidths, **_installed(name).face.charWidths}


def _installed(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    if not isinstance(font, TTFont):
        raise TypeError(f"{name} is not one of our fonts")
    return font


class Typesetter:
    """Measures and breaks plain text; remembers the width of every word, for papers repeat their words."""

    def __init__(self) -> None:
        """Install the fonts and begin with no word known."""
        install_fonts()
        self._advances = {name: _advances(name) for name in FONTS}
        self._widths: dict[str, dict[str, float]] = {name: {} for name in FONTS}

    def has(self, letter: str) -> bool:
        """Tell whether every face can print `letter`."""
        return all(ord(letter) in advances for advances in self._advances.values())

    def width(self, text: str, letter: Letter) -> float:
        """Return the width of `text` on one line, in points."""
        return self._units(text, letter.font) * letter.size / 1000

    def _units(self, text: str, font: str) -> float:
        known = self._widths[font]
        found = known.get(text)
        if found is None:
            advances = self._advances[font]
            found = float(sum(advances.get(ord(character), _MISSING) for character in text))
            if len(text) <= _REMEMBERED:
                known[text] = found
        return found

    def longest_word(self, text: str, letter: Letter) -> float:
        """Return the width of the widest word of `text`, below which a column would break it."""
        return max(self.width(word, letter) for word in text.replace("\n", " ").split(" "))

    def lines(self, text: str, letter: Letter, width: float) -> tuple[str, ...]:
        """Break `text` into lines no wider than `width`; its own line breaks are kept."""
        if "\n" not in text and self.width(text, letter) <= width:
            return (text,)
        room = width * 1000 / letter.size + 0.01
        return tuple(line for part in text.splitlines() or [""] for line in self._fill(part, letter.font, room))

    def balanced(self, text: str, letter: Letter, width: float) -> tuple[str, ...]:
        """Break a title into as few lines as `lines` does, of lengths as even as its words allow."""
        lines = self.lines(text, letter, width)
        low, high = width / 2, width
        while len(lines) > 1 and high - low > letter.size / 2:
            middle = (low + high) / 2
            if len(self.lines(text, letter, middle)) > len(lines) or self.longest_word(text, letter) > middle:
                low = middle
            else:
                high = middle
        return self.lines(text, letter, high)

    def _fill(self, text: str, font: str, room: float) -> list[str]:
        space = self._units(" ", font)
        lines: list[str] = []
        words: list[str] = []
        used = 0.0
        for word in self._fitting(text, font, room):
            units = self._units(word, font)
            if words and used + space + units > room:
                lines.append(" ".join(words))
                words, used = [], 0.0
            used += units + (space if words else 0)
            words.append(word)
        return [*lines, " ".join(words)]

    def _fitting(self, text: str, font: str, room: float) -> list[str]:
        fitting: list[str] = []
        for word in text.split(" "):
            if self._units(word, font) <= room:
                fitting.append(word)
            else:
                fitting.extend(self._shatter(word, font, room))
        return fitting

    def _shatter(self, word: str, font: str, room: float) -> list[str]:
        """Break a word that is wider than its line, after its marks where it has some."""
        shards = [""]
        pieces = [part for found in _BREAKABLE.findall(word) for part in self._chop(found, font, room)]
        for piece in pieces:
            if self._units(shards[-1] + piece, font) > room and shards[-1]:
                shards.append("")
            shards[-1] += piece
        return shards

    def _chop(self, text: str, font: str, room: float) -> list[str]:
        if self._units(text, font) <= room:
            return [text]
        parts = [""]
        for character in text:
            if parts[-1] and self._units(parts[-1] + character, font) > room:
                parts.append("")
            parts[-1] += character
        return parts
