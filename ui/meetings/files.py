"""The files attached to an item of the agenda, on one line of chips; more can be dropped on it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.records.attachments import Attachment
from app.words.fields import RecordKey
from ui.look.buttons import icon_button, text_button
from ui.look.dropping import DropPlace, attaching
from ui.look.flow import Flow, clear
from ui.look.icons import IconLabel
from ui.look.link import Link
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, dress
from ui.room.files import FileActions
from ui.room.opening import say_size
from ui.work.workspace import Workspace


class FilesStrip(QWidget):
    """The files of one record."""

    def __init__(self, workspace: Workspace, entity: str) -> None:
        """Begin without a record of `entity`."""
        super().__init__()
        self.words = workspace.words
        self.entity = entity
        self.files: tuple[Attachment, ...] = ()
        self.file_actions = FileActions(workspace, self)
        DropPlace(self, attaching(self.words, self.file_actions.add, lambda: self.file_actions.owner is not None))
        heading = Label(self.words("Anexos del punto"))
        self.adding = text_button(self.words("Adjuntar…"), "paperclip", self.file_actions.ask, Role.LINK)
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
        owner = RecordKey(self.entity, record_id)
        if owner == self.file_actions.owner and files == self.files:
            return
        self.file_actions.owner, self.files = owner, files
        self.file_actions.shown = {each.id: each for each in files}
        clear(self._flow)
        for each in files:
            self._flow.addWidget(self._chip(each))
        self._chips.setVisible(bool(files))
        self._chips.updateGeometry()

    def _offers(self, file: Attachment) -> Sequence[Entry]:
        """Return what can be done with a file."""
        return (*self.file_actions.commands(file.id), SEPARATOR, *offers_of(self.adding))

    def _chip(self, file: Attachment) -> QFrame:
        chip = QFrame()
        dress(chip, Role.CHIP)
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(4)
        said = f"{file.name} · {say_size(file.size, self.words)}"
        opening = Link(said, partial(self.file_actions.open, file.id))
        set_tip(opening, self.words("Abrir"))
        row.addWidget(IconLabel("file-text"))
        row.addWidget(opening, 1)
        name = self.words("Quitar {name}", name=file.name)
        row.addWidget(icon_button(name, "x", partial(self.file_actions.remove, file.id)))
        ContextMenu(chip, partial(self._offers, file))
        return chip
