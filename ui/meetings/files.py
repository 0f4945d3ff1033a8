"""The files attached to an item of the agenda, on one line of chips; more can be dropped on it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.records.attachments import Attachment, attach
from app.records.changes import Changes
from app.records.editing import delete_records
from app.words.problems import ProblemError
from ui.look.buttons import icon_button, text_button
from ui.look.dropping import DropPlace, attaching
from ui.look.flow import Flow
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, Offer, offers_of
from ui.look.plain import Label, set_tip
from ui.look.saving import ask_attached
from ui.look.theme import Role, dress
from ui.room.opening import FileOpener, say_size
from ui.work.workspace import Workspace


class FilesStrip(QWidget):
    """The files of one record."""

    def __init__(self, workspace: Workspace, entity: str) -> None:
        """Begin without a record of `entity`."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.entity = entity
        self.record_id = ""
        self.files: tuple[Attachment, ...] = ()
        self.opener = FileOpener(workspace, self)
        DropPlace(self, attaching(self.words, self.add, lambda: bool(self.record_id)))
        heading = Label(self.words("Anexos del punto"))
        self.adding = text_button(self.words("Adjuntar…"), "paperclip", self.choose, Role.LINK)
        self._chips = QWidget()
        self._flow = Flow(self._chips, spacing=8)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(heading)
        top.addWidget(self.adding)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._chips)

    def show_files(self, record_id: str, files: tuple[Attachment, ...]) -> None:
        """Show `files`, which are those of the record with this key."""
        if record_id == self.record_id and files == self.files:
            return
        self.record_id, self.files = record_id, files
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in files:
            self._flow.addWidget(self._chip(each))
        self._chips.setVisible(bool(files))
        self._chips.updateGeometry()

    def choose(self) -> None:
        """Ask which files to attach."""
        self.add(ask_attached(self.workspace, self))

    def add(self, paths: Sequence[Path]) -> None:
        """Attach files to the record."""
        if paths and self.record_id:
            self._write(partial(attach, self.workspace.store, self.entity, self.record_id, paths))

    def remove(self, key: str) -> None:
        """Take a file away; undo brings it back."""
        self._write(partial(delete_records, self.workspace.store, "document", [key]))

    def _write(self, work: partial[Changes]) -> None:
        try:
            changes = self.workspace.write(work)
        except ProblemError as error:
            self.workspace.present(error)
        else:
            self.workspace.tell_done(changes)

    def _offers(self, file: Attachment) -> Sequence[Entry]:
        """Return what can be done with a file."""
        words = self.words
        return (
            Offer(words("Abrir"), partial(self.opener.open, file), icon("arrow-square-out")),
            Offer(words("Guardar una copia…"), partial(self.opener.save_copy, file), icon("download-simple")),
            Offer(words("Quitar"), partial(self.remove, file.id), icon("trash")),
            SEPARATOR,
            *offers_of(self.adding),
        )

    def _chip(self, file: Attachment) -> QFrame:
        chip = QFrame()
        dress(chip, Role.CHIP)
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        said = f"{file.name} · {say_size(file.size, self.words)}"
        opening = text_button(said, "file-text", partial(self.opener.open, file), Role.LINK)
        set_tip(opening, self.words("Abrir"))
        row.addWidget(opening)
        name = self.words("Quitar {name}", name=file.name)
        row.addWidget(icon_button(name, "x", partial(self.remove, file.id)))
        ContextMenu(chip, partial(self._offers, file))
        return chip
