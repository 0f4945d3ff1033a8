"""The files of a record: attached, opened, saved elsewhere and taken away."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from app.records.attachments import FILES, Attachment, attach, attachments
from app.records.changes import Changes
from app.records.editing import delete_records
from app.records.reach import Reach
from app.records.reading import Record
from app.words.problems import ProblemError
from app.words.words import Words
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.plain import Label, PushButton
from ui.look.theme import Role, distance, dress
from ui.room.opening import FileOpener
from ui.room.record_tab import RecordTab
from ui.work.run import Advance
from ui.work.workspace import Workspace

KILO = 1024


def say_size(size: int, words: Words) -> str:
    """Return a size in bytes as people say it: 830 kB, 12 MB."""
    if size < KILO * KILO:
        return words("{count} kB", count=words.number(max(1, round(size / KILO))))
    return words("{count} MB", count=words.number(round(size / KILO / KILO)))


class FileList(QListWidget):
    """The names of the files; Enter opens and Delete takes away."""

    def __init__(self, opening: Callable[[], object], removing: Callable[[], object]) -> None:
        """Call these for the file with the focus."""
        super().__init__()
        self._opening = opening
        self._removing = removing
        self.itemDoubleClicked.connect(lambda _item: opening())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work with Enter and Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opening()
        elif event.key() == Qt.Key.Key_Delete:
            self._removing()
        else:
            super().keyPressEvent(event)


class AttachedTab(RecordTab):
    """The files of the record shown; more can be dropped here."""

    def __init__(self, workspace: Workspace, entity: str) -> None:
        """Be about records of `entity`."""
        super().__init__(workspace, title=workspace.words("Archivos"))
        self.entity = entity
        self.files: tuple[Attachment, ...] = ()
        self.opener = FileOpener(workspace, self)
        self.setAcceptDrops(True)
        self.list = FileList(self.open_file, self.remove)
        self.list.setAccessibleName(self.words("Archivos"))
        self.list.currentRowChanged.connect(self._on_row)
        self.hint = Label(self.words("Arrastre aquí archivos de hasta 50 MB, o use «Adjuntar…»."))
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        self.attaching = self._button("paperclip", self.words("Adjuntar…"), self.ask_files)
        self.opening = self._button("arrow-square-out", self.words("Abrir"), self.open_file)
        self.saving = self._button("download-simple", self.words("Guardar una copia…"), self.ask_target)
        self.removing = self._button("trash", self.words("Quitar"), self.remove)
        ContextMenu(self.list, self._offers, lambda: offers_of(self.attaching))
        ContextMenu(self, lambda: offers_of(self.attaching))
        row = QHBoxLayout()
        for button in (self.attaching, self.opening, self.saving, self.removing):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(distance(1, self))
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)

    saves_itself = True

    def reach(self, record: Record) -> Reach:
        """Return what the files of any record are read from."""
        return FILES

    def read(self, record: Record) -> None:
        """List the files of `record`."""
        self.files = attachments(self.workspace.store, self.entity, record.id)
        self.list.clear()
        for each in self.files:
            said = [each.name, say_size(each.size, self.words), self.words.date(each.dated), each.description]
            item = QListWidgetItem(icon("file-text"), "  ·  ".join(part for part in said if part))
            self.list.addItem(item)
        if self.files:
            self.list.setCurrentRow(0)
        self._on_row()
        self.say_count(len(self.files))

    def show_record(self, record: Record | None) -> None:
        """Be about `record`, and say at once how many files it has."""
        super().show_record(record)
        self.look()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Attach the files at `paths`."""
        record = self.record
        if record is None or not paths:
            return

        def work(_: Advance) -> Changes:
            return attach(self.workspace.store, self.entity, record.id, paths)

        self.workspace.write_beside(work, self.words("Adjuntando"), self.workspace.tell_done)

    def ask_files(self) -> None:
        """Let the person choose files to attach."""
        names, _ = QFileDialog.getOpenFileNames(self, self.words("Adjuntar archivos"))
        self.add_files([Path(name) for name in names])

    def ask_target(self) -> None:
        """Let the person choose where to save a copy."""
        chosen = self._chosen()
        if chosen is not None:
            self.opener.save_copy(chosen)

    def open_file(self) -> None:
        """Open a copy of the file with its program: what is changed in it there does not come back."""
        chosen = self._chosen()
        if chosen is not None:
            self.opener.open(chosen)

    def remove(self) -> None:
        """Take the file away from the record; undo brings it back."""
        chosen = self._chosen()
        if chosen is not None:
            try:
                changes = self.workspace.write(lambda: delete_records(self.workspace.store, "document", [chosen.id]))
            except ProblemError as error:
                self.workspace.present(error)
            else:
                self.workspace.tell_done(changes)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if self._local(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        self.add_files(self._local(event))

    def _local(self, event: QDropEvent) -> list[Path]:
        found = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in found if path.is_file()]

    def _chosen(self) -> Attachment | None:
        row = self.list.currentRow()
        return self.files[row] if 0 <= row < len(self.files) else None

    def _button(self, name: str, text: str, press: Callable[[], object]) -> PushButton:
        button = PushButton(text)
        button.setIcon(icon(name))
        button.clicked.connect(lambda _checked=False: press())
        return button

    def _offers(self) -> Sequence[Entry]:
        """Return what can be done with the file with the focus."""
        return (*offers_of(self.opening, self.saving, self.removing), SEPARATOR, *offers_of(self.attaching))

    def _on_row(self) -> None:
        for button in (self.opening, self.saving, self.removing):
            button.setEnabled(self._chosen() is not None)
        self.list.setVisible(bool(self.files))
