"""A part of a record whose rows stand in the person's order: listed above, and below the one with the focus, edited."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.records.changes import Changes
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.reading import Record
from app.words.values import show_value
from ui.form.editors.editor import Desk
from ui.form.edits import Edits
from ui.look.buttons import icon_button, text_button
from ui.look.columns import Columns
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.theme import distance
from ui.room.panel import Panel
from ui.room.saving import FieldSaver
from ui.room.split import ListAndDetail
from ui.table.ordered import Heading, Line, OrderedTable
from ui.work.workspace import Workspace

LEAST = 12
"""Characters for which a field edited below has room at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its title, what it shows, its width; one without characters takes the room that is left.

    `field` is shown as any list shows it; a panel says itself what stands in a column without one.
    """

    title: str
    field: str = ""
    characters: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class OrderedPart:
    """What is said by hand of a part in an order of its own; all words are Spanish source words.

    `edited` are the fields of a row, line by line; `named` is the one that the person goes to, and `begun` what stands
    in it of a new row. `empty` is said of a list without rows, `hint` while no row is chosen, `shares` are the heights.
    """

    owner: str
    part: str
    columns: tuple[Column, ...]
    edited: tuple[tuple[str, ...], ...]
    named: str
    begun: str
    adding: str
    empty: str
    hint: str
    shares: tuple[int, int] = (2, 3)


class OrderedPanel(Panel):
    """The rows above, and below them the one with the focus; what is written is saved on leaving each field."""

    def __init__(
        self, workspace: Workspace, facts: OrderedPart, parent: QWidget | None = None, *, desk: Desk | None = None
    ) -> None:
        """Begin without a record; references of a row look for records in `desk`, by default in the workspace's."""
        super().__init__(workspace, parent)
        words = self.words
        self.facts = facts
        self.part = next(part for part in workspace.catalog[facts.owner].parts if part.name == facts.part)
        headings = [Heading(words(each.title), each.characters, right=each.right) for each in facts.columns]
        self.table = OrderedTable(headings, words(self.label))
        self.table.empty_text = words(facts.empty)
        names = [name for line in facts.edited for name in line]
        self.saver = FieldSaver(workspace, self.part.entity, names, self, desk=desk)
        self.follow(self.saver.edits)
        self.bar = self._make_bar()
        self.notes = QVBoxLayout()
        self.below = QVBoxLayout()
        self.detail = ListAndDetail(
            self.table, self._make_detail(), words(facts.hint), parent=self, shares=facts.shares
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), 0)
        column.setSpacing(distance(1, self))
        column.addLayout(self.bar)
        column.addLayout(self.notes)
        column.addWidget(self.detail, 1)
        self.table.current_changed.connect(self._show_current)
        self.table.reordered.connect(self.reorder)
        self.table.removal_wanted.connect(self.remove)
        self.table.opened.connect(self.show_part)

    def show_owner(self, owner: Record) -> None:
        """Show the rows of `owner`."""
        rows = self.rows()
        self.table.show_lines([self.line(number, row) for number, row in enumerate(rows, start=1)])
        if rows and not self.table.current_key():
            self.table.select(rows[0].id)
        self._show_current(self.table.current_key())

    def seal(self, why: str, fields: Collection[str] | None = None) -> None:
        """Let the rows only be read since `why`, or of them the `fields`, all when None; empty lets all be written.

        No row is added, moved or taken away then.
        """
        self.let_read(why, wholly=fields is None)
        self.table.let_move(moves=not why)
        for button in self.changing:
            button.setEnabled(not why)
        for name, box in self.saver.boxes.items():
            box.editor.set_read_only(bool(why) and (fields is None or name in fields))

    def rows(self) -> Sequence[Record]:
        """Return the rows of the record that is shown, in their order."""
        return self.owner.parts.get(self.facts.part, ()) if self.owner else ()

    def line(self, number: int, row: Record) -> Line:
        """Return what the list shows of a row, which is the one of this `number`."""
        cells = tuple(self.cell(each, number, row) for each in self.facts.columns)
        return Line(row.id, cells, self.icons_of(row))

    def cell(self, column: Column, number: int, row: Record) -> str:
        """Return what stands in a column of a row: its field on one line, its number where the column has none."""
        if not column.field:
            return self.words.number(number)
        field = self.workspace.catalog[self.part.entity].field(column.field).field
        return " ".join(show_value(field, row.values.get(column.field), self.words).split())

    def icons_of(self, _row: Record) -> Mapping[int, str]:
        """Return the icons that stand before cells of a row, by column."""
        return {}

    def show_row(self, row: Record) -> None:
        """Show a row below the list."""
        self.saver.show_record(row)

    def offers(self) -> Sequence[Entry]:
        """Return what can be done with the whole part."""
        return offers_of(self.adding)

    def edits(self) -> Edits:
        """Return the steps of what is being written of the row."""
        return self.saver.edits

    def flush(self) -> bool:
        """Save what is being written of the row."""
        return self.saver.flush()

    def count_of(self, owner: Record) -> str:
        """Return the number of rows."""
        count = len(owner.parts.get(self.facts.part, ()))
        return self.words.number(count) if count else ""

    def take_focus(self) -> None:
        """Go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, id: str) -> bool:
        """Go to the first text of one row."""
        found = self.table.select(id)
        if found:
            editor = self.saver.boxes[self.facts.named].editor
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            select = getattr(editor.input(), "selectAll", None)
            if select is not None:
                select()
        return found

    def add(self, values: Mapping[str, object] | None = None) -> None:
        """Add a row at the end, with `values`, and go to its first text."""
        if self.owner is None or self.refuses() or not self.flush():
            return
        begun = {self.part.key: self.owner.id, self.facts.named: self.words(self.facts.begun), **(values or {})}
        made: list[str] = []

        def work() -> Changes:
            saved = save_record(self.workspace.store, Draft(self.part.entity, None, begun))
            made.append(saved.id)
            return saved.changes

        if self.do(work):
            self.show_part(made[0])

    def remove(self, key: str) -> None:
        """Take a row away; undo brings it back."""
        if self.refuses():
            return
        self.do(lambda: delete_records(self.workspace.store, self.part.entity, [key]))

    def reorder(self, keys: Sequence[str]) -> None:
        """Put the rows in the order of `keys`."""
        if self.owner is None or self.refuses() or not self.flush():
            return
        draft = Draft(self.facts.owner, self.owner.id, parts={self.facts.part: Rows(order=tuple(keys))})
        said = self.words("Se cambió el orden en «{list}».", list=self.words(self.label))
        self.do(lambda: save_record(self.workspace.store, draft).changes, said)

    def _show_current(self, key: str) -> None:
        found = next((row for row in self.rows() if row.id == key), None)
        if found is not None:
            if found.id != self.saver.record_id and not self.saver.flush():
                self.table.select(self.saver.record_id)  # what is wrong there is mended first
                return
            self.show_row(found)
        self.detail.show_detail(found is not None)

    def _make_bar(self) -> QHBoxLayout:
        words = self.words
        self.adding = text_button(words(self.facts.adding), "plus", self.add)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.adding)
        up = icon_button(words("Subir"), "arrow-up", lambda: self.table.shift(-1), "Alt+↑")
        down = icon_button(words("Bajar"), "arrow-down", lambda: self.table.shift(1), "Alt+↓")
        removing = icon_button(words("Quitar"), "trash", self._remove_current, words("Supr"))
        for button in (up, down, removing):
            row.addWidget(button)
        self.changing: tuple[QAbstractButton, ...] = (self.adding, up, down, removing)

        def choices() -> Sequence[Entry]:
            moves = self.table.moves(up, down)
            return (*moves, SEPARATOR, *offers_of(removing), SEPARATOR, *self.offers())

        ContextMenu(self.table, choices, self.offers)
        row.addStretch(1)
        return row

    def _remove_current(self) -> None:
        if self.table.current_key():
            self.remove(self.table.current_key())

    def _make_detail(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, distance(1, self), distance(1, self), distance(1, self))
        column.setSpacing(distance(1, self))
        info = self.workspace.catalog[self.part.entity]
        for names in self.facts.edited:
            line = Columns(spacing=distance(2, self))
            for name in names:
                line.add(self.saver.boxes[name], max(LEAST, info.field(name).field.width))
            column.addLayout(line)
        self.below.setSpacing(distance(1, self))
        column.addLayout(self.below)
        column.addStretch(1)
        return page
