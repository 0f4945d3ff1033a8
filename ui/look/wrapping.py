"""The lines that a text makes in a width, broken between words, and within one that is longer than a line."""

from PySide6.QtGui import QFont, QTextLayout, QTextOption

WRAPS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
UNITS = "utf-16-le"
"""As what Qt counts the characters of a text: some of them take two."""
UNIT = 2
"""The bytes of one."""


def wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines that `text`, a paragraph, makes in `width` pixels; of an empty one there is none."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(WRAPS)
    layout.setTextOption(option)
    units, found = text.encode(UNITS), list[str]()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, length = line.textStart() * UNIT, line.textLength() * UNIT
        found.append(units[start : start + length].decode(UNITS))
    layout.endLayout()
    return [each for each in found if each]
