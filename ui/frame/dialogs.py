"""The dialogs that the commands of the window open, each loaded when it is asked for."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from ui.frame.window import Window
    from ui.importing.wizard import ImportWizard


def import_dialog(window: "Window", entity: str = "") -> "ImportWizard | None":
    """Return the import of a sheet of records of `entity`, by default those of the room; None while no file is open."""
    if window.workspace is None:
        return None
    from ui.importing.wizard import ImportWizard

    page = window.frame.page if window.frame is not None else None
    return ImportWizard(window.workspace, entity or (page.entity if page is not None else ""), window)


def history_dialog(window: "Window") -> QDialog | None:
    """Return the history of the open file; None while none is."""
    if window.workspace is None:
        return None
    from ui.past.dialog import HistoryDialog

    return HistoryDialog(window.workspace, window.leave_room, window)


def settings_dialog(window: "Window") -> QDialog:
    """Return what the person prefers, which the window puts on afterwards."""
    from ui.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window.words, window.preferences.settings, window)
    dialog.accepted.connect(lambda: window.leave_room(partial(window.prefer, dialog.preferred)))
    return dialog


def help_dialog(window: "Window") -> QDialog:
    """Return the help."""
    from ui.dialogs.help import HelpDialog

    return HelpDialog(window.words, window)


def about_dialog(window: "Window") -> QDialog:
    """Return what is said of the program."""
    from ui.dialogs.about import AboutDialog

    return AboutDialog(window.words, window)
