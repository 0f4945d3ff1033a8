"""Asking where a report or a list is to be saved, beginning where the last one was."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.work.workspace import Workspace

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 120


def file_name(title: str, ending: str) -> str:
    """Return a name that every system takes for a file called `title`; `ending` has its dot."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")
    return f"{plain[:LONGEST].strip()}{ending}"


def start_folder(workspace: Workspace) -> Path:
    """Return the folder where the last file was saved, or that of documents."""
    kept = workspace.preferences.settings.papers_folder
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(kept) if kept and Path(kept).is_dir() else Path(documents)


def ask_where(workspace: Workspace, title: str, ending: str, kind: str, parent: QWidget) -> Path | None:
    """Ask where to save what is called `title`; `kind` says what files end so. None when the person leaves."""
    suggested = str(start_folder(workspace) / file_name(title, ending))
    name, _ = QFileDialog.getSaveFileName(parent, workspace.words("Guardar"), suggested, f"{kind} (*{ending})")
    if not name:
        return None
    path = Path(name)
    chosen = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    remember_folder(workspace, chosen)
    return chosen


def remember_folder(workspace: Workspace, path: Path) -> None:
    """Begin the next time in the folder of `path`."""
    workspace.preferences.keep(lambda settings: settings.with_papers_folder(path.parent))
