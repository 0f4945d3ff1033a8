"""The logo of a letterhead as a picture in dots, for paper: a PNG as it is, an SVG drawn."""

from dataclasses import dataclass
from importlib.resources import as_file, files

import resvg_py
from lxml import etree

from app.document import Letterhead

HIGHEST, WIDEST = 18.0, 60.0
"""Millimetres of a logo at most, in height and in width."""

_DOTS = 600 / 25.4
"""Dots in a millimetre of an SVG that is drawn: twice as fine as an office prints."""


@dataclass(frozen=True, slots=True)
class DottedLogo:
    """A logo as PNG, with the millimetres that it measures on paper."""

    content: bytes
    width: float
    height: float


def dotted(letterhead: Letterhead) -> DottedLogo | None:
    """Return the logo for paper, as large as it may be there; None for one that cannot be drawn, or for none.

    The logo has been judged before (`app/offices/logo.py`). Texts in an SVG are set in the letters of the papers, so
    that every machine draws the same.
    """
    if not letterhead.logo:
        return None
    wide, high = letterhead.sides
    scale = min(HIGHEST / high, WIDEST / wide)
    size = wide * scale, high * scale
    content = letterhead.dots
    if not content:
        content = letterhead.logo if letterhead.media_type == "image/png" else _drawn(letterhead.logo, size)
    return DottedLogo(content, *size) if content else None


def _drawn(svg: bytes, size: tuple[float, float]) -> bytes:
    """Return an SVG as PNG, so large in millimetres; nothing for one that cannot be drawn."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    text = etree.tostring(etree.fromstring(svg, parser), encoding="unicode")
    # By its longer side, since the other follows: what is small there would make it enormous.
    width, height = (round(side * _DOTS) if side == max(size) else None for side in size)
    try:
        with as_file(files("font_source_sans_pro") / "files") as fonts:
            return bytes(
                resvg_py.svg_to_bytes(
                    svg_string=text,
                    width=width,
                    height=None if width else height,
                    skip_system_fonts=True,
                    font_dirs=[str(fonts)],
                    font_family="Source Sans Pro",
                )
            )
    except ValueError:
        return b""
