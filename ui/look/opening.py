"""A dialog is opened over its window, and let go of once it is done."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

Opened = TypeVar("Opened", bound=QDialog)


def open_dialog(dialog: Opened) -> Opened:
    """Open a dialog, which is deleted once it is done, and return it; the window goes on meanwhile."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
