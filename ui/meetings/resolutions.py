"""The resolutions that a meeting adopts: number, text, who answers for each and by when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.changes import Changes
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.reading import Record
from app.words.values import show_value
from app.words.words import mark
from ui.form.editors.editor import Desk
from ui.look.buttons import icon_button, text_button
from ui.look.columns import Columns
from ui.look.theme import distance
from ui.meetings.items import ItemsOfMeeting
from ui.meetings.ordered import Heading, Line, OrderedTable
from ui.meetings.panel import Panel
from ui.meetings.saving import FieldSaver
from ui.meetings.split import ListAndDetail
from ui.work.workspace import Workspace

ROWS = (
    ("number", "agenda_item_id"),
    ("text",),
    ("municipality_id", "body_id", "person_id"),
    ("due_on", "state", "closed_on"),
    ("progress",),
)
PART = "resolutions"


class ResolutionsPanel(Panel):
    """The resolutions above, and below them the one with the focus, saved on leaving each field."""

    label = mark("Resoluciones")

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a meeting."""
        super().__init__(workspace, parent)
        words = self.words
        self.table = OrderedTable(
            (
                Heading(words("Número"), 11),
                Heading(words("Texto")),
                Heading(words("Responsable"), 20),
                Heading(words("Vence el"), 15),
                Heading(words("Situación"), 14),
            ),
            words("Resoluciones"),
        )
        self.table.empty_text = words(
            "Esta reunión todavía no tiene resoluciones. Agréguelas aquí o desde un punto del acta."
        )
        self.adding = text_button(words("Agregar resolución"), "plus", self.add)
        self.items = ItemsOfMeeting(workspace.references)
        names = [name for row in ROWS for name in row]
        desk = Desk(words, workspace.catalog, self.items)
        self.saver = FieldSaver(workspace, "resolution", names, self, desk=desk)
        self.detail = ListAndDetail(self.table, self._detail(), words("Elija una resolución para completarla."))
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), 0)
        column.setSpacing(distance(1, self))
        column.addLayout(self._bar())
        column.addWidget(self.detail, 1)
        self.table.current_changed.connect(self._show_resolution)
        self.table.reordered.connect(self.reorder)
        self.table.removal_wanted.connect(self.remove)
        self.table.opened.connect(self.show_part)

    def show_meeting(self, meeting: Record) -> None:
        """Show the resolutions of `meeting`."""
        found = self._resolutions()
        self.items.meeting = meeting
        self.table.show_lines([self._line(each) for each in found])
        if found and not self.table.current_key():
            self.table.select(found[0].id)
        self._show_resolution(self.table.current_key())

    def flush(self) -> bool:
        """Save what is being written of the resolution."""
        return self.saver.flush()

    def count_of(self, meeting: Record) -> str:
        """Return the number of resolutions."""
        count = len(meeting.parts.get(PART, ()))
        return self.words.number(count) if count else ""

    def take_focus(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to the text of one resolution."""
        found = self.table.select(id)
        if found:
            box = self.saver.boxes["text"].editor
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            select = getattr(box.input(), "selectAll", None)
            if select is not None:
                select()
        return found

    def add(self, values: Mapping[str, object] | None = None) -> None:
        """Add a resolution, of the item of the agenda that `values` may name, and go to its text."""
        if self.meeting is None or not self.flush():
            return
        start = {
            "meeting_id": self.meeting.id,
            "text": self.words("Resolución nueva"),
            **(values or {}),
        }
        made: list[str] = []

        def work() -> Changes:
            saved = save_record(self.workspace.store, Draft("resolution", None, start))
            made.append(saved.id)
            return saved.changes

        if self.write(work) is not None:
            self.show_part(made[0])

    def remove(self, key: str) -> None:
        """Delete a resolution; undo brings it back."""
        self.write(lambda: delete_records(self.workspace.store, "resolution", [key]))

    def reorder(self, keys: Sequence[str]) -> None:
        """Put the resolutions in the order of `keys`."""
        if self.meeting is None or not self.flush():
            return
        draft = Draft("meeting", self.meeting.id, parts={PART: Rows(order=tuple(keys))})
        self.write(lambda: save_record(self.workspace.store, draft).changes)

    def _resolutions(self) -> Sequence[Record]:
        return self.meeting.parts.get(PART, ()) if self.meeting else ()

    def _line(self, row: Record) -> Line:
        info = self.workspace.catalog["resolution"]
        number, text, responsible, due, state = (
            show_value(info.field(name).field, row.values.get(name), self.words)
            for name in ("number", "text", "responsible", "due_on", "state")
        )
        late = {3: "warning"} if row.values.get("overdue") else {}
        return Line(row.id, (number, " ".join(text.split()), responsible, due, state), late)

    def _show_resolution(self, key: str) -> None:
        found = next((each for each in self._resolutions() if each.id == key), None)
        if found is not None:
            if found.id != self.saver.record_id and not self.saver.flush():
                self.table.select(self.saver.record_id)  # what is wrong there is mended first
                return
            self.saver.show_record(found)
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
        return row

    def _remove_current(self) -> None:
        if self.table.current_key():
            self.remove(self.table.current_key())

    def _detail(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, distance(1, self), distance(1, self), distance(1, self))
        column.setSpacing(distance(1, self))
        info = self.workspace.catalog["resolution"]
        for names in ROWS:
            line = Columns(spacing=distance(2, self))
            for name in names:
                line.add(self.saver.boxes[name], max(12, info.field(name).field.width))
            column.addLayout(line)
        column.addStretch(1)
        return page
