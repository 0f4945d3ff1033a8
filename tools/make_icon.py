"""Draw the icon of the program in the sizes that systems want; run with `python -m tools.make_icon`.

The drawing is resources/icon/enlace.svg. A picture of each size is made of it, and of those the files that Windows and
macOS take for the icon of a program.
"""

import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[1] / "resources" / "icon"
DRAWING = FOLDER / "enlace.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of each side of a picture."""
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Those that Windows chooses from (Microsoft, Construct your Windows app's icon)."""
ICNS_TYPES: Mapping[bytes, int] = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,  # 16 points on a fine screen
    b"ic12": 64,
    b"ic07": 128,
    b"ic08": 256,
    b"ic13": 256,
    b"ic09": 512,
    b"ic14": 512,
}
"""The entries of an Apple icon that hold a PNG, by the pixels of their side."""
EVERY_COLOUR, BITS_A_PIXEL, IS_ICON = 0, 32, 1


def draw(drawing: Path, size: int) -> QImage:
    """Return `drawing`, an SVG, as a picture of `size` by `size` pixels on a clear ground."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return picture


def as_png(picture: QImage) -> bytes:
    """Return the bytes of `picture` as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # a device is taken; the stubs know paths alone
    return bytes(buffer.data().data())


def as_ico(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Return the Windows icon of `pictures`, each the pixels of its side and its PNG."""
    head = struct.pack("<HHH", 0, IS_ICON, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, png in pictures:
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, EVERY_COLOUR, 0, 1, BITS_A_PIXEL, len(png), at + len(bodies))
        bodies += png
    return head + entries + bodies


def as_icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """Return the Apple icon of `pictures`, each PNG by the type of its entry."""
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def make() -> Mapping[str, bytes]:
    """Return the files that are made of the drawing, by their names."""
    pictures = {size: as_png(draw(DRAWING, size)) for size in SIZES}
    return {
        **{f"enlace-{size}.png": png for size, png in pictures.items()},
        "enlace.ico": as_ico([(size, pictures[size]) for size in ICO_SIZES]),
        "enlace.icns": as_icns({kind: pictures[size] for kind, size in ICNS_TYPES.items()}),
    }


def main() -> None:
    """Write the files beside the drawing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    for name, content in make().items():
        (FOLDER / name).write_bytes(content)
    application.processEvents()


if __name__ == "__main__":
    main()
