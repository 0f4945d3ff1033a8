"""Make resources/fonts/ from DejaVu Sans; run with `python -m tools.make_fallback_font DejaVuSans.ttf`.

It needs `fonttools` (MIT), which the program does not: install it for the run only. The source is the release of DejaVu
2.37, which Debian packs as `fonts-dejavu-core`.
"""

import sys
from pathlib import Path

from fontTools import subset

TARGET = Path(__file__).parents[1] / "resources" / "fonts" / "DejaVuSans-subset.ttf"

BLOCKS = (
    (0x0020, 0x0020),  # the space, which every font needs
    (0x00A1, 0x024F),  # Latin
    (0x0250, 0x036F),  # phonetic letters and accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1D00, 0x1DBF),  # phonetic letters
    (0x1E00, 0x1EFF),  # Latin
    (0x1F00, 0x1FFF),  # Greek with all its accents
    (0x2010, 0x209F),  # punctuation, superscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x23FF),  # letterlike signs, fractions, arrows, mathematics
    (0x2460, 0x24FF),  # numbers in circles
    (0x2500, 0x27FF),  # boxes, shapes, signs, dingbats, arrows
    (0x2900, 0x2BFF),  # arrows and mathematics
    (0x2C60, 0x2C7F),  # Latin
    (0xA640, 0xA69F),  # Cyrillic
    (0xFB00, 0xFB06),  # joined letters
    (0xFFFD, 0xFFFD),
)
"""What is printed letter by letter from left to right; scripts that join or turn their letters would be wrong."""


def make(source: Path) -> None:
    """Write the letters of `source` that stand in `BLOCKS`, without what only screens and typesetters use."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
    chosen.subset(font)
    TARGET.parent.mkdir(exist_ok=True)
    subset.save_font(font, str(TARGET), options)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
