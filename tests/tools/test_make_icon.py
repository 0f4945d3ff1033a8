"""The icon of the program: what is shipped in each size is the drawing, and nothing older."""

import struct

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.look.contrast import contrast
from tools.make_icon import DRAWING, FOLDER, ICNS_TYPES, ICO_SIZES, SIZES, draw, make
from ui.look.palette import DARK, LIGHT
from ui.look.program_icon import SIZES as SHOWN
from ui.look.program_icon import program_icon

CLOSE = 6
"""How far a channel of a pixel may be from the drawing: processors round the edges differently."""
OPAQUE = 255
LEGIBLE = 3
"""The contrast that the parts of a sign need (WCAG 1.4.11)."""


def shipped(size: int) -> QImage:
    return QImage(str(FOLDER / f"enlace-{size}.png")).convertToFormat(QImage.Format.Format_ARGB32)


def differ(one: QImage, other: QImage) -> int:
    """Return by how much the most different bytes of two pictures of one size differ.

    How what shines through is rounded is up to the processor.
    """
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(mine - theirs) for mine, theirs in pairs)


@pytest.mark.parametrize("size", SIZES)
def test_each_picture_that_is_shipped_is_the_drawing(qapp: QApplication, size: int) -> None:
    assert differ(shipped(size), draw(DRAWING, size)) <= CLOSE, "run `python -m tools.make_icon`"


def test_all_that_the_tool_makes_is_shipped_and_nothing_else(qapp: QApplication) -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*make(), DRAWING.name}


def test_the_icons_of_windows_and_macos_hold_the_pictures_that_are_shipped() -> None:
    kept = {size: (FOLDER / f"enlace-{size}.png").read_bytes() for size in SIZES}
    ico = (FOLDER / "enlace.ico").read_bytes()
    entries = [struct.unpack_from("<BBBBHHII", ico, 6 + 16 * at) for at in range(len(ICO_SIZES))]
    assert [entry[0] or 256 for entry in entries] == list(ICO_SIZES)
    assert [ico[entry[7] :][: entry[6]] for entry in entries] == [kept[size] for size in ICO_SIZES]
    icns, at, found = (FOLDER / "enlace.icns").read_bytes(), 8, []
    while at < len(icns):
        kind, length = icns[at : at + 4], struct.unpack(">I", icns[at + 4 : at + 8])[0]
        found.append((kind, icns[at + 8 : at + length]))
        at += length
    assert found == [(kind, kept[size]) for kind, size in ICNS_TYPES.items()]


def test_the_icon_of_the_window_has_a_picture_for_each_size(qapp: QApplication) -> None:
    icon = program_icon()
    assert SHOWN == SIZES
    assert sorted(each.width() for each in icon.availableSizes()) == list(SIZES)
    for size in SIZES:
        shown = icon.pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        assert differ(shown, shipped(size)) <= CLOSE


@pytest.mark.parametrize("size", SIZES)
def test_the_sign_is_told_from_its_ground_in_each_size(qapp: QApplication, size: int) -> None:
    """The upright of the E, and the city above right, on the ground between them."""
    picture = draw(DRAWING, size)

    def at(x: float, y: float) -> QColor:
        return picture.pixelColor(int(size * x / 64), int(size * y / 64))

    def told_apart(one: QColor | str, other: QColor | str) -> bool:
        return contrast(QColor(one).name(), QColor(other).name()) > LEGIBLE

    ground, upright, city = at(6, 32), at(18, 24), at(46, 14)
    assert told_apart(upright, ground)
    assert told_apart(city, ground)
    assert told_apart(ground, LIGHT.window)
    assert told_apart(upright, DARK.window)
    assert at(0, 0).alpha() < ground.alpha() == OPAQUE
