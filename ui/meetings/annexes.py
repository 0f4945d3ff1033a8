"""The files of a meeting in the order in which its dossier numbers them, and those of the items of its agenda."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.attachments import FILES, Attachment, attachments_of, order_attachments
from app.records.reach import Reach
from app.records.reading import Record, read_many
from app.words.fields import RecordKey
from app.words.words import mark
from ui.form.edits import Edits
from ui.look.buttons import icon_button, text_button
from ui.look.columns import Columns
from ui.look.dropping import DropPlace, attaching
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.meetings.agenda import ITEMS
from ui.room.file_details import DETAILS
from ui.room.files import FileActions
from ui.room.opening import say_size
from ui.room.panel import Panel
from ui.room.saving import FieldSaver
from ui.room.split import ListAndDetail
from ui.table.ordered import Heading, Line, OrderedTable
from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Owned:
    """A file and what it belongs to: the meeting itself, or an item, said by its number and theme."""

    file: Attachment
    owner: str = ""


class AnnexesPanel(Panel):
    """The files; more can be dropped here."""

    label = mark("Anexos")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        words = self.words
        self.files: tuple[Owned, ...] = ()
        self._records: Mapping[str, Record] = {}
        self.file_actions = FileActions(workspace, self)
        DropPlace(self, attaching(words, self.file_actions.add, lambda: self.file_actions.owner is not None))
        self.table = OrderedTable(
            (
                Heading(words("N.º"), 3, right=True),
                Heading(words("Archivo")),
                Heading(words("Descripción")),
                Heading(words("Del punto"), 22),
                Heading(words("Tamaño"), 8, right=True),
            ),
            words("Anexos"),
        )
        self.table.empty_text = words("Arrastre aquí los archivos de la reunión, de hasta 50 MB, o use «Adjuntar…».")
        self.hint = Label(
            words("El dossier los imprime en este orden: primero los de la reunión, luego los de cada punto.")
        )
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        self.saver = FieldSaver(workspace, "document", DETAILS, self)
        self.follow(self.saver.edits)
        self.detail = ListAndDetail(
            self.table, self._detail(), words("Elija un archivo para describirlo."), parent=self, shares=(3, 1)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), 0)
        column.setSpacing(distance(1, self))
        column.addLayout(self._bar())
        column.addWidget(self.hint)
        column.addWidget(self.detail, 1)
        self.table.current_changed.connect(self._show_file)
        self.table.reordered.connect(self.reorder)
        self.table.removal_wanted.connect(self.file_actions.remove)
        self.table.opened.connect(self.file_actions.open)

    def reach(self, record: Record) -> Reach:
        """Return what is read of the meeting, its files with it."""
        return super().reach(record) | FILES

    def show_owner(self, meeting: Record) -> None:
        """Show the files of `meeting` and of its items."""
        store, words = self.workspace.store, self.words
        own, *of_items = self._read_files(meeting)
        found = [Owned(file) for file in own]
        for number, (item, files) in enumerate(zip(meeting.parts.get(ITEMS, ()), of_items, strict=True), start=1):
            owner = words("{number}. {title}", number=number, title=item.title)
            found += [Owned(file, owner) for file in files]
        self.files = tuple(found)
        self.file_actions.owner = RecordKey(meeting.entity, meeting.id)
        self.file_actions.shown = {each.file.id: each.file for each in found}
        self._records = {each.id: each for each in read_many(store, "document", [each.file.id for each in found])}
        self.table.show_lines([self._line(number, each) for number, each in enumerate(found, start=1)])
        if found and not self.table.current_key():
            self.table.select(found[0].file.id)
        self.hint.setVisible(bool(found))
        self._show_file(self.table.current_key())

    def edits(self) -> Edits:
        """Return the steps of what is being written of the file."""
        return self.saver.edits

    def flush(self) -> bool:
        """Save what is being written of the file."""
        return self.saver.flush()

    def count_of(self, meeting: Record) -> str:
        """Return the number of files."""
        count = sum(map(len, self._read_files(meeting)))
        return self.words.number(count) if count else ""

    def take_focus(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to one file."""
        self.take_focus()
        return self.table.select(id)

    def describe(self, key: str) -> None:
        """Go to where the file is described, below the list."""
        if self.table.select(key):
            self.saver.boxes["description"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reorder(self, keys: Sequence[str]) -> None:
        """Put the files of the meeting itself in the order of `keys`; those of the items stay after them."""
        own = {each.file.id for each in self.files if not each.owner}
        wanted = [key for key in keys if key in own]
        self.do(partial(order_attachments, self.workspace.store, wanted))

    def _read_files(self, meeting: Record) -> list[tuple[Attachment, ...]]:
        """Return the files of the meeting itself, then those of each item of its agenda."""
        owners = [RecordKey(each.entity, each.id) for each in (meeting, *meeting.parts.get(ITEMS, ()))]
        return list(attachments_of(self.workspace.store, owners).values())

    def _line(self, number: int, each: Owned) -> Line:
        file = each.file
        size = say_size(file.size, self.words)
        cells = (self.words.number(number), file.name, file.description, each.owner, size)
        return Line(file.id, cells, {1: "file-text"})

    def _show_file(self, key: str) -> None:
        record = self._records.get(key)
        if record is not None:
            if record.id != self.saver.record_id and not self.saver.flush():
                self.table.select(self.saver.record_id)  # what is wrong there is mended first
                return
            self.saver.show_record(record)
        self.detail.show_detail(record is not None)

    def _bar(self) -> QHBoxLayout:
        words = self.words
        row = QHBoxLayout()
        row.setSpacing(4)
        attaching = text_button(words("Adjuntar…"), "paperclip", self.file_actions.ask)
        up = icon_button(words("Subir"), "arrow-up", lambda: self.table.shift(-1), "Alt+↑")
        down = icon_button(words("Bajar"), "arrow-down", lambda: self.table.shift(1), "Alt+↓")
        opening = icon_button(words("Abrir"), "arrow-square-out", self._with_current(self.file_actions.open), "Enter")
        copying = self._with_current(self.file_actions.save_copy)
        saving = icon_button(words("Guardar una copia…"), "download-simple", copying)
        describing = icon_button(words("Datos del archivo…"), "pencil-simple", self._with_current(self.describe))
        removing = icon_button(words("Quitar"), "trash", self._with_current(self.file_actions.remove), words("Supr"))
        for button in (attaching, up, down, opening, saving, describing, removing):
            row.addWidget(button)

        def choices() -> Sequence[Entry]:
            moves = self.table.moves(up, down)
            ends: tuple[Entry, ...] = (SEPARATOR, *offers_of(removing), SEPARATOR, *offers_of(attaching))
            return (*offers_of(opening, saving, describing), SEPARATOR, *moves, *ends)

        ContextMenu(self.table, choices, lambda: offers_of(attaching))
        row.addStretch(1)
        return row

    def _with_current(self, do: Callable[[str], object]) -> Callable[[], object]:
        """Return what does something to the file with the focus, if there is one."""
        return lambda: do(self.table.current_key()) if self.table.current_key() else None

    def _detail(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, distance(1, self), distance(1, self), distance(1, self))
        line = Columns(spacing=distance(2, self))
        for name, weight in zip(DETAILS, (24, 30, 12), strict=True):
            line.add(self.saver.boxes[name], weight)
        column.addLayout(line)
        column.addStretch(1)
        return page
