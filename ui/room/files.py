"""What can be done with the files of a record: attached, dropped, opened, saved elsewhere, described, taken away."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.records.attachments import Attachment, attach
from app.records.changes import Changes
from app.records.editing import delete_records
from app.records.reading import read_record
from app.words.fields import RecordKey
from ui.look.icons import icon
from ui.look.menus import Offer
from ui.look.opening import open_dialog
from ui.look.saving import ask_attached
from ui.room.opening import FileOpener
from ui.work.run import Advance
from ui.work.workspace import Workspace


class FileActions:
    """Does to the files of one record what the person asks."""

    def __init__(self, workspace: Workspace, view: QWidget) -> None:
        """Ask over `view`."""
        self.workspace = workspace
        self.words = workspace.words
        self.owner: RecordKey | None = None
        self.shown: Mapping[str, Attachment] = {}
        """The files that are shown of it, by their keys."""
        self.opener = FileOpener(workspace, view)
        self._view = view
        self._described = ""
        self._describe = workspace.pausing(self._show_details, view)

    def add(self, paths: Sequence[Path]) -> None:
        """Attach the files at `paths`."""
        owner = self.owner
        if owner is None or not paths:
            return

        def work(_: Advance) -> Changes:
            return attach(self.workspace.store, owner.entity, owner.id, paths)

        self.workspace.write_beside(work, self.words("Adjuntando"), self.workspace.tell_done)

    def ask(self) -> None:
        """Let the person choose files to attach."""
        self.add(ask_attached(self.workspace, self._view))

    def open(self, key: str) -> None:
        """Open a copy of the file with its program: what is changed in it there does not come back."""
        if key in self.shown:
            self.opener.open(self.shown[key])

    def save_copy(self, key: str) -> None:
        """Let the person choose where to save a copy."""
        if key in self.shown:
            self.opener.save_copy(self.shown[key])

    def describe(self, key: str) -> None:
        """Let the person say what the file is called, what it is and of which day, as soon as that can be read."""
        self._described = key
        self._describe()

    def remove(self, key: str) -> None:
        """Take the file away from the record; undo brings it back."""
        self.workspace.do(lambda: delete_records(self.workspace.store, "document", [key]))

    def commands(self, key: str) -> Sequence[Offer]:
        """Return what can be done with one file."""
        words = self.words
        return (
            Offer(words("Abrir"), lambda: self.open(key), icon("arrow-square-out")),
            Offer(words("Guardar una copia…"), lambda: self.save_copy(key), icon("download-simple")),
            Offer(words("Datos del archivo…"), lambda: self.describe(key), icon("pencil-simple")),
            Offer(words("Quitar"), lambda: self.remove(key), icon("trash")),
        )

    def _show_details(self) -> None:
        from ui.room.file_details import FileDetailsDialog

        file = read_record(self.workspace.store, "document", self._described)
        if file is not None:
            open_dialog(FileDetailsDialog(self.workspace, file, self._view.window()))
