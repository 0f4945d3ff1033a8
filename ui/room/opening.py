"""Attached files as the person's own programs see them: opened from a copy, or saved where they choose."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.records.attachments import Attachment, save_attachment
from app.words.problems import ProblemError
from app.words.words import Words
from ui.look.desktop import open_path
from ui.look.notice import Notice, saved_notice
from ui.look.saving import ask_copy
from ui.work.workspace import Workspace

KILO = 1024


def say_size(size: int, words: Words) -> str:
    """Return a size in bytes as people say it: 830 kB, 12 MB."""
    if size < KILO * KILO:
        return words("{count} kB", count=words.number(max(1, round(size / KILO))))
    return words("{count} MB", count=words.number(round(size / KILO / KILO)))


class FileOpener(QObject):
    """Opens and saves the files that a view shows, each as soon as it can be read."""

    def __init__(self, workspace: Workspace, view: QWidget) -> None:
        """Ask over `view`."""
        super().__init__(view)
        self.workspace = workspace
        self._view = view
        self._wanted: list[Callable[[], object]] = []
        self._go_on = workspace.pausing(self._do_wanted, self)

    def open(self, file: Attachment) -> None:
        """Open a copy of the file with the program that the system has for it; the copy can only be read."""
        self._do(partial(self._open, file))

    def save_copy(self, file: Attachment) -> None:
        """Ask where and save the file there."""
        chosen = ask_copy(self.workspace, file.name, self._view)
        if chosen is not None:
            self._do(partial(self._save, file, chosen))

    def _do(self, wanted: Callable[[], object]) -> None:
        self._wanted.append(wanted)
        self._go_on()

    def _do_wanted(self) -> None:
        wanted, self._wanted = self._wanted, []
        for each in wanted:
            each()

    def _open(self, file: Attachment) -> None:
        target = self.workspace.folder_of_copies() / Path(file.name).name
        if not self._write(file, target):
            return
        target.chmod(0o400)
        if not open_path(target):
            said = self.workspace.words(
                "Esta computadora no tiene un programa para abrir {name}. Guárdelo y ábralo en otra.", name=file.name
            )
            self.workspace.tell(Notice(said))

    def _save(self, file: Attachment, target: Path) -> None:
        if self._write(file, target):
            self.workspace.tell(saved_notice(self.workspace.words, target))

    def _write(self, file: Attachment, target: Path) -> bool:
        """Write the file to `target`; False when the world has something against it, which is shown."""
        try:
            save_attachment(self.workspace.store, file, target)
        except ProblemError as error:
            self.workspace.present(error)
            return False
        return True
