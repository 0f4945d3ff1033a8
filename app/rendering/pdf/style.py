"""The look of every paper, said once: colours, letters, margins and rhythm, shared by renderers and drawings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.document import Tone

MM = 72 / 25.4
"""Points in a millimetre; every length of this package is in points."""

STEP = 4 * MM
"""The rhythm of the page: spaces are whole or half steps."""

INK = "#1d2a2e"
MUTED = "#55666b"
FAINT = "#8b999d"
ACCENT = "#0b5a60"
HAIRLINE = "#c9d3d4"
LAND = "#e6ebea"
TINT = "#cfe2e1"
PAPER = "#ffffff"
WARNING = "#7a4a00"
LATE = "#9b1c1c"

REGULAR = "SourceSansPro-Regular"
SEMIBOLD = "SourceSansPro-Semibold"
LIGHT = "SourceSansPro-Light"
ITALIC = "SourceSansPro-It"

THIN = 0.35
"""Width of a hairline between rows."""

RULE = 0.8
"""Width of the line under a table's headings."""

PAGE = (210 * MM, 297 * MM)
"""A4, upright."""

INNER, OUTER = 24 * MM, 18 * MM
"""Margins of a page printed on two sides: the inner one is bound."""

TOP, BOTTOM = 24 * MM, 20 * MM
HEADER_LINE, FOOTER_LINE = 15 * MM, 11 * MM
"""Where the running lines stand: from the top edge and from the bottom edge."""

GUTTER = 2.5 * MM
"""Space between two columns of a table."""

CELL_PAD = 1 * MM
"""Space above and below the text of a cell."""


@dataclass(frozen=True, slots=True)
class Letter:
    """How text is set: font, size and leading in points, colour."""

    font: str
    size: float
    leading: float
    color: str = INK

    def scaled(self, factor: float) -> "Letter":
        """Return the same letter `factor` times as large."""
        return replace(self, size=self.size * factor, leading=self.leading * factor)


BODY = Letter(REGULAR, 10, 5 * MM)
CELL = Letter(REGULAR, 8.5, 4 * MM)
CELL_HEAD = Letter(SEMIBOLD, 7.5, 3.5 * MM, MUTED)
CAPTION = Letter(SEMIBOLD, 9, 4 * MM)
FACT_LABEL = Letter(REGULAR, 8.5, 4 * MM, MUTED)
SECTION = Letter(LIGHT, 24, 10 * MM)
HEADINGS: Mapping[int, Letter] = {2: Letter(SEMIBOLD, 13, 6 * MM), 3: Letter(SEMIBOLD, 10.5, 5 * MM, ACCENT)}
FIGURE = Letter(LIGHT, 26, 10 * MM, ACCENT)
FIGURE_LABEL = Letter(REGULAR, 8.5, 4 * MM, MUTED)
RUNNING = Letter(REGULAR, 7.5, 3.5 * MM, MUTED)
RUNNING_STRONG = Letter(SEMIBOLD, 7.5, 3.5 * MM, INK)
CONTENTS: Mapping[int, Letter] = {0: Letter(SEMIBOLD, 10, 5 * MM), 1: Letter(REGULAR, 9, 4.5 * MM)}
COVER_OVER = Letter(SEMIBOLD, 11, 5 * MM, ACCENT)
COVER_TITLE = Letter(LIGHT, 38, 15 * MM)
COVER_SUBTITLE = Letter(REGULAR, 16, 8 * MM)
COVER_LINE = Letter(REGULAR, 11, 6 * MM)
COVER_FOOT = Letter(REGULAR, 8.5, 4 * MM, MUTED)

SIGNS: Mapping[Tone, str] = {
    Tone.PLAIN: "",
    Tone.STRONG: "",
    Tone.MUTED: "",
    Tone.WARNING: "△\u00a0",
    Tone.LATE: "▲\u00a0",
}
"""What stands before a text so that its colour never speaks alone."""

_FONTS: Mapping[Tone, str] = {Tone.STRONG: SEMIBOLD, Tone.LATE: SEMIBOLD}
_COLORS: Mapping[Tone, str] = {Tone.MUTED: MUTED, Tone.WARNING: WARNING, Tone.LATE: LATE}


def toned(letter: Letter, tone: Tone) -> Letter:
    """Return `letter` in the weight and colour of `tone`."""
    return replace(letter, font=_FONTS.get(tone, letter.font), color=_COLORS.get(tone, letter.color))
