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


def note_dialog(window: "Window") -> QDialog | None:
    """Return a note of the log in one line, about the record that is seen; None while no file is open."""
    if window.workspace is None:
        return None
    from app.log import Named
    from app.records.reading import titles
    from ui.log.note_dialog import NoteDialog

    workspace = window.workspace
    shown = window.frame.page.shown() if window.frame is not None and window.frame.page is not None else None
    title = titles(workspace.store, shown.entity, [shown.id]).get(shown.id, "") if shown is not None else ""
    dialog = NoteDialog(workspace, Named(shown, title) if shown is not None else None, window)
    dialog.whole_wanted.connect(partial(workspace.new_wanted.emit, "interaction"))
    return dialog


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
