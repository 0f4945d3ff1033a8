"""The person's desktop: opening a file with its program and showing it in its folder."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from app.document import Address


def open_path(path: Path) -> bool:
    """Open a file or folder with the program that the system has for it; False when it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> bool:
    """Open the folder of `path`, with the file selected where the system knows how."""
    if sys.platform == "win32":
        return bool(QProcess.startDetached("explorer", ["/select,", str(path)]))
    if sys.platform == "darwin":
        return bool(QProcess.startDetached("open", ["-R", str(path)]))
    return open_path(path.parent)


def open_address(address: "Address") -> bool:
    """Write an e-mail, dial a phone or show a site with the program that the system has for it; False without one."""
    from app.document import Way

    match address.way:
        case Way.EMAIL:
            return QDesktopServices.openUrl(QUrl(f"mailto:{address.target}"))
        case Way.PHONE:
            return QDesktopServices.openUrl(QUrl(f"tel:{address.target}"))
        case Way.WEB:
            return QDesktopServices.openUrl(QUrl.fromUserInput(address.target))
        case Way.FAX | Way.POST:
            return False
        case _:
            assert_never(address.way)
