"""Attached files as the person's own programs see them: opened from a copy, or saved where they choose."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.records.attachments import Attachment, save_attachment
from app.words.problems import ProblemError
from ui.look.desktop import open_path
from ui.look.notice import Notice, saved_notice
from ui.work.workspace import Workspace


def open_attachment(workspace: Workspace, file: Attachment) -> None:
    """Open a copy of the file with the program that the system has for it; the copy can only be read."""
    target = workspace.folder_of_copies() / Path(file.name).name
    try:
        save_attachment(workspace.store, file, target)
    except ProblemError as error:
        workspace.present(error)
        return
    target.chmod(0o400)
    if not open_path(target):
        said = workspace.words(
            "Esta computadora no tiene un programa para abrir {name}. Guárdelo y ábralo en otra.", name=file.name
        )
        workspace.tell(Notice(said))


def save_copy(workspace: Workspace, file: Attachment, parent: QWidget) -> None:
    """Ask where and save the file there."""
    chosen, _ = QFileDialog.getSaveFileName(parent, workspace.words("Guardar el archivo"), file.name)
    if not chosen:
        return
    try:
        save_attachment(workspace.store, file, Path(chosen))
    except ProblemError as error:
        workspace.present(error)
        return
    workspace.tell(saved_notice(workspace.words, Path(chosen)))
