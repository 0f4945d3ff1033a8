"""A font with another behind it: a letter that the first lacks is drawn with the second, wherever a text is written."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

BEHIND = 1_000_000
"""Added to the numbers that reportlab gives the parts of a font, to tell those of the one behind."""


class LayeredFont(TTFont):
    """A font for reportlab; what it lacks is measured and drawn with `behind`.

    Of a bold font it is not bold: reportlab writes the parts of a text without a place to set their stroke, and a
    second font behind, DejaVu Sans Bold, would ship 300 kB for the few Greek or Cyrillic words of headings.
    """

    def __init__(self, name: str, path: str, behind: TTFont) -> None:
        """Read the font in the file `path`."""
        super().__init__(name, path)
        self.behind = behind
        self._own: set[str] = set()
        """Letters met so far that are drawn with this font: of most texts all are."""

    def splitString(self, text: str | bytes, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802  # overrides reportlab
        """Return `text` as parts of either font, each with the number of the part."""
        said = text.decode(encoding) if isinstance(text, bytes) else text
        parts: list[tuple[int, bytes]] = []
        for own, run in self._runs(said):
            if own:
                parts += super().splitString(run, doc, encoding)
            else:
                parts += [(number + BEHIND, part) for number, part in self.behind.splitString(run, doc, encoding)]
        return parts

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:  # noqa: N802  # overrides reportlab
        """Return what a part of either font is called in the PDF."""
        if subset >= BEHIND:
            return str(self.behind.getSubsetInternalName(subset - BEHIND, doc))
        return str(super().getSubsetInternalName(subset, doc))

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf-8") -> float:  # noqa: N802  # overrides reportlab
        """Return the width of `text` in points."""
        said = text.decode(encoding) if isinstance(text, bytes) else text
        width = 0.0
        for own, run in self._runs(said):
            width += super().stringWidth(run, size, encoding) if own else self.behind.stringWidth(run, size, encoding)
        return width

    def _runs(self, text: str) -> Iterator[tuple[bool, str]]:
        if not self._own.issuperset(text):
            self._own |= {letter for letter in text if self._has(letter)}
        if self._own.issuperset(text):
            yield True, text
            return
        for is_own, run in groupby(text, self._own.__contains__):
            yield is_own, "".join(run)

    def _has(self, letter: str) -> bool:
        """Tell whether `letter` is drawn with this font, as is one that neither has."""
        return ord(letter) in self.face.charToGlyph or ord(letter) not in self.behind.face.charToGlyph
