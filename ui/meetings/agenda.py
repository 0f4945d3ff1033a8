"""The agenda of a meeting: its items in order, with the time at which each one comes, and all that is said of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.meetings import agenda_times
from app.records.attachments import FILES, attachments
from app.records.changes import Changes
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.reach import Reach
from app.records.reading import Record
from app.words.words import Words, mark
from ui.look.buttons import icon_button, text_button
from ui.look.columns import Columns
from ui.look.theme import Role, distance, dress
from ui.meetings.files import FilesStrip
from ui.meetings.ordered import Heading, Line, OrderedTable
from ui.meetings.panel import Panel
from ui.meetings.saving import FieldSaver
from ui.meetings.split import ListAndDetail
from ui.work.workspace import Workspace

FIELDS = ("name", "duration", "starts_at", "person_id", "presenter", "description")
ITEMS = "agenda_items"


@dataclass(frozen=True, slots=True)
class Slot:
    """The hour and the duration of an item, as the running time is computed from them."""

    starts_at: str | None
    duration: int | None


def times_of(meeting: Record) -> tuple[time | None, ...]:
    """Return when each item of the agenda of `meeting` begins."""
    slots = [Slot(_text(item, "starts_at"), _number(item, "duration")) for item in meeting.parts.get(ITEMS, ())]
    return agenda_times(slots, _text(meeting, "starts_at"))


def presenter_of(item: Record) -> str:
    """Return who presents an item: the person of the contacts, or whoever is named."""
    return item.titles.get("person_id", "") or str(item.values.get("presenter") or "")


def span_of(items: Sequence[Record], times: Sequence[time | None], words: Words) -> str:
    """Say when the agenda begins and ends and how many minutes are planned, as far as that is known."""
    total = sum(_number(item, "duration") or 0 for item in items)
    said = words.plural("{count} minuto previsto", "{count} minutos previstos", total) if total else ""
    if not items or times[-1] is None or _number(items[-1], "duration") is None or times[0] is None:
        return said
    minutes = times[-1].hour * 60 + times[-1].minute + (_number(items[-1], "duration") or 0)
    last = time(minutes // 60 % 24, minutes % 60)
    return words("De {first} a {last} · {planned}", first=words.time(times[0]), last=words.time(last), planned=said)


class AgendaPanel(Panel):
    """The items above, and below them the one with the focus; what is written is saved on leaving each field."""

    label = mark("Orden del día")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        words = self.words
        self.table = OrderedTable(
            (
                Heading(words("N.º"), 3, right=True),
                Heading(words("Hora"), 6),
                Heading(words(mark("Tema", "agenda item"))),
                Heading(words("Duración (min)"), 6, right=True),
                Heading(words("Presenta"), 26),
                Heading(words("Anexos"), 6, right=True),
            ),
            words("Orden del día"),
        )
        self.table.empty_text = words(
            "Todavía no hay puntos. Agregue el primero: con su duración, Enlace calcula las horas."
        )
        self.span = QLabel()
        dress(self.span, Role.QUIET)
        self.adding = text_button(words("Agregar punto"), "plus", self.add)
        self.saver = FieldSaver(workspace, "agenda_item", FIELDS, self)
        self.files = FilesStrip(workspace, "agenda_item")
        hint = words("Elija un punto para completarlo.")
        self.detail = ListAndDetail(self.table, self._detail(), hint, shares=(1, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), 0)
        column.setSpacing(distance(1, self))
        column.addLayout(self._bar())
        column.addWidget(self.detail, 1)
        self.table.current_changed.connect(self._show_item)
        self.table.reordered.connect(self.reorder)
        self.table.removal_wanted.connect(self.remove)
        self.table.opened.connect(lambda _key: self.saver.boxes["name"].editor.setFocus())

    def reach(self, record: Record) -> Reach:
        """Return what is read of the meeting, its files with it."""
        return super().reach(record) | FILES

    def show_meeting(self, meeting: Record) -> None:
        """Show the items of `meeting`."""
        items = meeting.parts.get(ITEMS, ())
        times = times_of(meeting)
        timed = enumerate(zip(items, times, strict=True), start=1)
        self.table.show_lines([self._line(number, item, at) for number, (item, at) in timed])
        self.span.setText(span_of(items, times, self.words))
        if items and not self.table.current_key():
            self.table.select(items[0].id)
        self._show_item(self.table.current_key())

    def flush(self) -> bool:
        """Save what is being written of the item."""
        return self.saver.flush()

    def count_of(self, meeting: Record) -> str:
        """Return the number of items."""
        count = len(meeting.parts.get(ITEMS, ()))
        return self.words.number(count) if count else ""

    def take_focus(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add an item at the end and go to its theme."""
        if self.meeting is None or not self.flush():
            return
        draft = Draft(
            "agenda_item",
            None,
            {"meeting_id": self.meeting.id, "name": self.words("Punto nuevo")},
        )
        made: list[str] = []

        def work() -> Changes:
            saved = save_record(self.workspace.store, draft)
            made.append(saved.id)
            return saved.changes

        if self.write(work) is not None:
            self.show_part(made[0])

    def show_part(self, id: str) -> bool:
        """Go to the theme of one item."""
        found = self.table.select(id)
        if found:
            editor = self.saver.boxes["name"].editor
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            line = editor.input()
            if hasattr(line, "selectAll"):
                line.selectAll()
        return found

    def remove(self, key: str) -> None:
        """Take an item out of the agenda; undo brings it back."""
        self.write(lambda: delete_records(self.workspace.store, "agenda_item", [key]))

    def reorder(self, keys: Sequence[str]) -> None:
        """Put the items in the order of `keys`."""
        if self.meeting is None or not self.flush():
            return
        draft = Draft("meeting", self.meeting.id, parts={ITEMS: Rows(order=tuple(keys))})
        self.write(lambda: save_record(self.workspace.store, draft).changes)

    def _items(self) -> Sequence[Record]:
        return self.meeting.parts.get(ITEMS, ()) if self.meeting else ()

    def _line(self, number: int, item: Record, at: time | None) -> Line:
        files = len(attachments(self.workspace.store, "agenda_item", item.id))
        minutes = _number(item, "duration")
        cells = (
            self.words.number(number),
            self.words.time(at) if at else "—",
            item.title,
            self.words.number(minutes) if minutes else "",
            presenter_of(item),
            self.words.number(files) if files else "",
        )
        return Line(item.id, cells)

    def _show_item(self, key: str) -> None:
        found = next((item for item in self._items() if item.id == key), None)
        if found is not None:
            if found.id != self.saver.record_id and not self.saver.flush():
                self.table.select(self.saver.record_id)  # what is wrong there is mended first
                return
            self.saver.show_record(found)
            self.files.show_record(found.id)
        self.detail.show_detail(found is not None)

    def _bar(self) -> QHBoxLayout:
        words = self.words
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.adding)
        row.addWidget(icon_button(words("Subir"), "arrow-up", lambda: self.table.shift(-1), "Alt+↑"))
        row.addWidget(icon_button(words("Bajar"), "arrow-down", lambda: self.table.shift(1), "Alt+↓"))
        row.addWidget(icon_button(words("Quitar"), "trash", self._remove_current, words("Supr")))
        row.addStretch(1)
        row.addWidget(self.span)
        return row

    def _remove_current(self) -> None:
        if self.table.current_key():
            self.remove(self.table.current_key())

    def _detail(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, distance(1, self), distance(1, self), distance(1, self))
        column.setSpacing(distance(1, self))
        for names in (("name",), ("duration", "starts_at", "person_id", "presenter"), ("description",)):
            line = Columns(spacing=distance(2, self))
            for name in names:
                box = self.saver.boxes[name]
                line.add(box, max(12, self.workspace.catalog["agenda_item"].field(name).field.width))
            column.addLayout(line)
        column.addWidget(self.files)
        column.addStretch(1)
        return page


def _text(record: Record, name: str) -> str | None:
    value = record.values.get(name)
    return str(value) if value else None


def _number(record: Record, name: str) -> int | None:
    value = record.values.get(name)
    return value if isinstance(value, int) else None
