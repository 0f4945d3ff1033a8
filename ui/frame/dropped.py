"""What the window does with a file that is dropped on it where nothing nearer takes it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.file.writing import ENDING
from ui.frame.dialogs import import_dialog
from ui.importing.endings import SHEETS
from ui.look.dropping import Drop

if TYPE_CHECKING:
    from ui.frame.window import Window


def dropped_on_window(window: "Window", paths: Sequence[Path]) -> Drop | None:
    """Return the opening of a file of Enlace, or the import of a spreadsheet into the one that is open."""
    if len(paths) != 1 or QApplication.activeModalWidget() is not None:
        return None
    [path] = paths
    if path.suffix.lower() == ENDING:
        return Drop(window.words("Soltar para abrir {file}", file=path.name), partial(window.open_path, path))
    may_import = window.workspace is not None and not window.workspace.busy
    if may_import and path.suffix.lower() in SHEETS:
        return Drop(window.words("Soltar para importar {file}", file=path.name), partial(_import, window, path))
    return None


def _import(window: "Window", path: Path) -> None:
    """Begin an import of what the room shows from the spreadsheet at `path`."""
    wizard = import_dialog(window)
    if wizard is not None:
        window.show_dialog(wizard)
        wizard.load(path)
