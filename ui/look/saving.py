"""Asking where something is to be saved or taken from, beginning where that was done last."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.file.settings import Folder
from ui.work.folders import is_there, last_folder
from ui.work.workspace import Workspace


def start_folder(workspace: Workspace, use: Folder) -> Path:
    """Return the last folder for `use`; when there is none or it is no more, that where a new file is proposed."""
    settings = workspace.preferences.settings
    kept = settings.folders.get(use.value)
    return Path(kept) if kept and is_there(Path(kept)) else last_folder(settings)


def remember_folder(workspace: Workspace, use: Folder, path: Path) -> None:
    """Begin the next time for `use` in the folder of the file `path`."""
    workspace.preferences.keep(lambda settings: settings.with_folder(use, path.parent))


def ask_where(workspace: Workspace, use: Folder, name: str, kind: str, parent: QWidget) -> Path | None:
    """Ask where to save what is proposed to be called `name`; None when the person leaves.

    `kind` says what files with the ending of `name` are, and what is chosen has that ending.
    """
    ending = Path(name).suffix
    suggested = str(start_folder(workspace, use) / name)
    given, _ = QFileDialog.getSaveFileName(parent, workspace.words("Guardar"), suggested, f"{kind} (*{ending})")
    if not given:
        return None
    path = Path(given)
    chosen = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    remember_folder(workspace, use, chosen)
    return chosen


def ask_attached(workspace: Workspace, parent: QWidget) -> list[Path]:
    """Ask which files to attach; none when the person leaves."""
    folder = str(start_folder(workspace, Folder.ATTACHED))
    names, _ = QFileDialog.getOpenFileNames(parent, workspace.words("Adjuntar archivos"), folder)
    if names:
        remember_folder(workspace, Folder.ATTACHED, Path(names[0]))
    return [Path(name) for name in names]


def ask_picture(workspace: Workspace, parent: QWidget) -> Path | None:
    """Ask which picture to take, a PNG or an SVG; None when the person leaves."""
    words = workspace.words
    folder = str(start_folder(workspace, Folder.ATTACHED))
    kinds = f"{words('Imágenes')} (*.png *.svg)"
    name, _ = QFileDialog.getOpenFileName(parent, words("Elegir logo"), folder, kinds)
    if not name:
        return None
    remember_folder(workspace, Folder.ATTACHED, Path(name))
    return Path(name)


def ask_copy(workspace: Workspace, name: str, parent: QWidget) -> Path | None:
    """Ask where to save a copy of the attached file `name`; None when the person leaves."""
    suggested = str(start_folder(workspace, Folder.ATTACHED) / Path(name).name)
    chosen, _ = QFileDialog.getSaveFileName(parent, workspace.words("Guardar el archivo"), suggested)
    if not chosen:
        return None
    remember_folder(workspace, Folder.ATTACHED, Path(chosen))
    return Path(chosen)
