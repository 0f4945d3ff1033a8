"""The icon of the program, in the sizes that systems show it in."""

from PySide6.QtGui import QIcon

import resources

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of each side; `tools/make_icon.py` draws them of resources/icon/enlace.svg."""


def program_icon() -> QIcon:
    """Return the icon of the program; each size is its own picture, for a small one has to be drawn small."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(resources.path(f"icon/enlace-{size}.png")))
    return icon
