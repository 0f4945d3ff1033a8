"""The rows that belong to a record, edited inside its form: contact points, agenda, seats, mandates."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.catalog import PartInfo
from app.records.conflicts import Conflict, Meanwhile
from app.records.drafts import Draft, Rows
from app.records.positions import merged
from app.records.reading import Record
from app.screens.layout import PartSection
from app.words.problems import Place, Problem
from ui.form.conflict_box import ConflictBox, Side, ask_about
from ui.form.editors.editor import Desk
from ui.form.edits import Edits, Writing
from ui.form.fault_bar import Fault
from ui.form.field_box import watch
from ui.form.part_row import PartRow
from ui.form.pasting import PasteNote, RowPasting, written
from ui.look.buttons import icon_button
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, offers_of
from ui.look.plain import PushButton
from ui.look.tab_order import lead_to

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted, PastedCell

ORDER = "order"
"""The field that says the place of a row in its list, of kinds whose order is the person's."""


@dataclass(slots=True)
class Removal:
    """A row that the person took away: the draft that removes it, and the box that asks whether that holds."""

    draft: Draft
    box: ConflictBox


class Arrangement:
    """Which rows stood in a list, and in which order, before a step and after it."""

    def __init__(self, grid: "PartsGrid", before: Sequence[PartRow], after: Sequence[PartRow]) -> None:
        """Keep the rows of `grid`."""
        self._grid = grid
        self._before = tuple(before)
        self._after = tuple(after)

    def swap(self) -> QWidget:
        """Let the rows stand as they did; return where what came back or moved is edited."""
        self._grid.go_back(self._before, self._after)
        self._before, self._after = self._after, self._before
        rows = self._grid.rows
        changed = (at for at, (now, was) in enumerate(zip_longest(self._after, self._before)) if now is not was)
        return self._grid.stop_of(rows[min(next(changed, 0), len(rows) - 1)] if rows else None)

    def is_about(self, _writing: Writing) -> bool:
        """Tell that it is of no field."""
        return False


class PartsGrid(QWidget):
    """All rows of a part, a card below the other; each can be taken away and, where order matters, moved."""

    changed = Signal()
    went = Signal(QWidget)
    """A row was added or moved: this is where it is seen."""
    record_wanted = Signal(str, str)
    """The record (entity, key) that a hint of a row names is to be shown."""

    def __init__(
        self, part: PartInfo, section: PartSection, desk: Desk, edits: Edits, parent: QWidget | None = None
    ) -> None:
        """Edit the rows of `part` with the fields that `section` names; what is done to them are steps of `edits`."""
        super().__init__(parent)
        self.part = part
        self.section = section
        self.desk = desk
        self.edits = edits
        self.rows: list[PartRow] = []
        self._aside: list[PartRow] = []
        self._ordered = any(info.name == ORDER for info in desk.catalog[part.entity].fields)
        self._country = ""
        self.begin_row: Callable[[], Mapping[str, object]] = dict
        self._saved: list[str] = []
        self._proposed = Rows()  # of a new record, which nobody has written
        self.removals: dict[str, Removal] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(0)
        self.adding = PushButton(desk.words("Agregar"))
        self.adding.setIcon(icon("plus"))
        self.adding.setAccessibleDescription(self.said)
        self.adding.clicked.connect(self.add)
        self.pasting = RowPasting(desk, self._destination, self._take_pasted, self)
        self.pasting.watch(self.adding)
        ContextMenu(self.adding, self.pasting.offers)
        self.pasted = PasteNote(desk.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._cards)
        self._asked = QVBoxLayout()
        column.addLayout(self._asked)
        column.addWidget(self.pasted)
        column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show `records` as the rows that are saved."""
        self.pasting.forget()
        self.pasted.hide()
        for row in (*self.rows, *self._aside):
            self._discard(row)
        self._aside = []
        self._forget_removed(self.removals)
        self.rows = [self._make(record) for record in records]
        self._saved = [row.id for row in self.rows]
        self._proposed = Rows()
        self._lay_out()

    def propose(self) -> None:
        """Begin a new record with the row that its section proposes."""
        if self.section.begun:
            row = self._make(None)
            for name, value in self.section.begun.items():
                row.editors[name].set_value(value)
            self.rows = [*self.rows, row]
            self._proposed = self.changes()
            self._lay_out()

    def refresh(self, records: Sequence[Record]) -> None:
        """Show what another operation made of the rows, but for what the person wrote, moved and took away."""
        stored = {record.id: record for record in records}
        moved = self._moved(self.rows)
        self._forget_removed([key for key in self.removals if key not in stored])
        for row in list(self.rows):
            if row.id in stored:
                row.gone = False
                row.conflict.hide()
                row.record = stored[row.id]
                row.state.refresh(stored[row.id])
            elif row.record is not None and not row.edited:
                self.rows.remove(row)
                self._discard(row)
        rows = {row.id: row for row in self.rows}
        rows.update((key, self._make(record)) for key, record in stored.items() if key not in {*rows, *self.removals})
        self._saved = list(stored)
        mine, theirs = [row.id for row in self.rows], [key for key in stored if key in rows]
        self.rows = [rows[key] for key in (merged(theirs, mine) if moved else merged(mine, theirs))]
        self._lay_out()

    def first_stop(self) -> QWidget:
        """Return the first field of the first row, or what adds one when there is none."""
        return self.stop_of(self.rows[0] if self.rows else None)

    def changes(self) -> Rows:
        """Return what is done to the rows; new rows in which nothing is written are left out."""
        rows = [row for row in self.rows if not row.empty and not row.left_out]
        return Rows(
            added=tuple(row.draft() for row in rows if row.new),
            changed=tuple(row.draft() for row in rows if not row.new and row.edited),
            removed=tuple(each.draft for each in self.removals.values() if each.box.side is not Side.THEIRS),
            order=tuple(row.id for row in rows) if self._moved(rows) else (),
        )

    def _moved(self, rows: Sequence[PartRow]) -> bool:
        """Tell whether rows stand in another order than that in which they are saved, the new ones last."""
        known = [row.id for row in rows if not row.new]
        standing = [key for key in self._saved if key in known]
        new = [row.id for row in rows if row.id not in standing]
        return self._ordered and [row.id for row in rows] != [*standing, *new]

    @property
    def edited(self) -> bool:
        """Whether the person has changed, added, moved or taken away a row."""
        return self.changes() != self._proposed

    def conflicts(self) -> Iterator[ConflictBox]:
        """Return where choices about rows are offered."""
        yield from (row.conflict for row in self.rows)
        yield from (each.box for each in self.removals.values())

    def ask(self, conflict: Conflict) -> ConflictBox:
        """Offer both sides of a conflict about a row: below it, or at the end for one that was taken away."""
        row = next((row for row in self.rows if row.id == conflict.row), None)
        if row is None:
            removal = self.removals[conflict.row]
            box, decide = removal.box, partial(self._decide_removed, removal, conflict)
            shown = {name: conflict.theirs.get(name) for name in (*self.section.fields, *self.section.more)}
            conflict = replace(conflict, theirs={name: value for name, value in shown.items() if value is not None})
        else:
            row.gone = conflict.kind is Meanwhile.REMOVED
            box, decide = row.conflict, partial(self._decide, row, conflict)
        ask_about(box, conflict, self.part.entity, self.desk, decide)
        return box

    def _decide(self, row: PartRow, conflict: Conflict, side: Side) -> None:
        if not row.gone:
            row.state.decide(conflict.mine, conflict.theirs, keep_mine=side is Side.MINE)
            self.edits.look_again()
        self.changed.emit()

    def _decide_removed(self, removal: Removal, conflict: Conflict, side: Side) -> None:
        if side is Side.MINE:
            removal.draft = replace(removal.draft, read=conflict.theirs)
        self.changed.emit()

    def _forget_removed(self, keys: Iterable[str]) -> None:
        for key in list(keys):
            box = self.removals.pop(key).box
            box.hide()
            box.deleteLater()

    def typed_problems(self) -> Iterator[Problem]:
        """Return what is wrong with what is typed in the rows, each with its field as `part.key.field`."""
        found = ((row.id, *each) for row in self.rows for each in row.typed_problems())
        yield from (replace(said, place=Place(field=f"{self.part.name}.{row}.{name}")) for row, name, said in found)

    def forgive(self) -> None:
        """Take back what was refused of the rows."""
        for row in self.rows:
            row.forgive()

    def show_problem(self, key: str, name: str, problem: Problem) -> bool:
        """Say what is wrong with a field of the row `key`; False when there is no such row."""
        row = next((row for row in self.rows if row.id == key), None)
        if row is not None:
            row.refuse(name, problem)
        return row is not None

    def faults(self) -> Iterator[Fault]:
        """Return where something is wrong in the rows, each called by its row and its field."""
        for number, row in enumerate(self.rows, start=1):
            for editor, said in row.faults():
                yield Fault(f"{self.said} {number} · {self.desk.words(editor.info.field.label)}", said, editor)

    def set_country(self, country: str) -> None:
        """Take phones and subdivisions as those of `country`."""
        self._country = country
        for row in (*self.rows, *self._aside):
            for editor in row.editors.values():
                editor.set_country(country)

    def add(self) -> None:
        """Add an empty row at the end and go to it."""
        row = self._make(None)
        for name, value in self.begin_row().items():
            row.editors[name].set_value(value)
        self._do(self.desk.words("fila nueva en «{part}»", part=self.said), [*self.rows, row])
        self.stop_of(row).setFocus(Qt.FocusReason.OtherFocusReason)
        self.went.emit(row.card)

    def _destination(self, focused: str) -> "Destination":
        from app.sheets.pasting import Destination

        entity = self.desk.catalog[self.part.entity]
        names = (name for name in (*self.section.fields, *self.section.more) if not entity.field(name).derived)
        return Destination(self.part.entity, tuple(names), focused, self._country)

    def _take_pasted(self, pasted: "Pasted") -> None:
        """Add the rows that were pasted as one step; new rows in which nobody has written give way to them."""
        rows = [self._make(None, row.cells) for row in pasted.rows]
        self.pasted.say(pasted, len(rows))
        if rows:
            said = self.desk.words("filas pegadas en «{part}»", part=self.said)
            is_written = self.edited
            kept = (row for row in self.rows if not row.empty and (is_written or not row.new))
            self._do(said, [*kept, *rows])
            for row in rows:
                row.look_again()
            doubtful = (row for row in rows if not row.fault.isHidden())
            self.stop_of(next(doubtful, rows[0])).setFocus(Qt.FocusReason.OtherFocusReason)
        # Several cards and what is said of them take their places in more than one turn.
        QTimer.singleShot(0, self, partial(self.went.emit, self.pasted))

    def remove(self, row: PartRow) -> None:
        """Take a row away; nothing is lost before the record is saved, nor after, thanks to undo."""
        at = self.rows.index(row)
        rest = [each for each in self.rows if each is not row]
        self._do(self.desk.words("fila quitada de «{part}»", part=self.said), rest)
        follower = self.rows[min(at, len(self.rows) - 1)] if self.rows else None
        self.stop_of(follower).setFocus(Qt.FocusReason.OtherFocusReason)

    def shift(self, row: PartRow, step: int) -> None:
        """Move a row up (-1) or down (1)."""
        at = self.rows.index(row)
        to = at + step
        if 0 <= to < len(self.rows):
            rows = list(self.rows)
            rows.insert(to, rows.pop(at))
            self._do(self.desk.words("cambio de orden en «{part}»", part=self.said), rows)
            self.went.emit(row.card)

    @property
    def said(self) -> str:
        """What the rows are called in the form, in the person's language."""
        return self.desk.words(self.section.title or self.desk.catalog[self.part.entity].many)

    def stop_of(self, row: PartRow | None) -> QWidget:
        """Return where the keyboard goes in a row; where rows are added, for none."""
        return row.first if row is not None else self.adding

    def go_back(self, wanted: Sequence[PartRow], instead: Sequence[PartRow]) -> None:
        """Let the rows stand as in `wanted` again, where now those of `instead` do.

        A row that came meanwhile stays; one that another operation deleted meanwhile does not come back.
        """
        stays = [row for row in self.rows if row in wanted or row not in instead]
        back = [row for row in self._aside if row in wanted and (row.record is None or row.id in self._saved)]
        rows = {row.id: row for row in (*stays, *back)}
        order = merged([row.id for row in stays], [row.id for row in wanted if row.id in rows])
        self._arrange([rows[key] for key in order])
        self.pasted.hide()
        self.changed.emit()

    def _do(self, said: str, rows: list[PartRow]) -> None:
        """Let `rows` be what stands there, as a step that is called `said`."""
        before = list(self.rows)
        self._arrange(rows)
        self.edits.note(said, Arrangement(self, before, rows))
        self.changed.emit()

    def _arrange(self, rows: list[PartRow]) -> None:
        """Show `rows`; one that leaves is put aside, from where it can come back as it was."""
        for row in self.rows:
            if row not in rows:
                row.put_aside()
                self._aside.append(row)
                if row.id in self._saved:
                    self.removals[row.id] = Removal(row.removal(), ConflictBox(self.desk.words))
                    self._asked.addWidget(self.removals[row.id].box)
        for row in rows:
            if row in self._aside:
                self._aside.remove(row)
                self._forget_removed([row.id] if row.id in self.removals else [])
                row.come_back()
        self.rows = rows
        self._lay_out()

    def _make(self, record: Record | None, pasted: "Mapping[str, PastedCell] | None" = None) -> PartRow:
        row = PartRow(self.part, self.section, self.desk, record)
        row.stand_among(lambda: [each.record for each in self.rows if each.record is not None])
        row.put({name: written(cell) for name, cell in (pasted or {}).items()})
        words = self.desk.words
        buttons = [icon_button(words("Quitar"), "trash", partial(self.remove, row))]
        if self._ordered:
            buttons.insert(0, icon_button(words("Bajar"), "arrow-down", partial(self.shift, row, 1)))
            buttons.insert(0, icon_button(words("Subir"), "arrow-up", partial(self.shift, row, -1)))
        row.give_buttons(buttons)
        for name, editor in row.editors.items():
            ContextMenu(editor, partial(self._offers, row, name))
            self.pasting.watch_editor(editor, name)
            editor.set_country(self._country)
            watch(self.edits, editor, words)
            editor.changed.connect(partial(row.forgive, name))
            editor.changed.connect(self.changed)
            editor.settled.connect(row.look_again)
        row.follow(self.edits)
        row.hint.record_wanted.connect(self.record_wanted)
        return row

    def _offers(self, row: PartRow, name: str) -> Sequence[Entry]:
        """Return what can be done at the field `name` of a row."""
        return (*offers_of(*row.buttons), SEPARATOR, *self.pasting.offers(name))

    def _discard(self, row: PartRow) -> None:
        self.edits.drop(list(row.editors.values()))
        row.card.hide()
        row.card.deleteLater()

    def _lay_out(self) -> None:
        """Put the card of each row in its place; those that stand there already are not touched."""
        kept = {row.card for row in self.rows}
        for at in reversed(range(self._cards.count())):
            if (item := self._cards.itemAt(at)) is not None and item.widget() not in kept:
                self._cards.takeAt(at)
        for at, row in enumerate(self.rows):
            item = self._cards.itemAt(at)
            if item is None or item.widget() is not row.card:
                self._cards.removeWidget(row.card)
                self._cards.insertWidget(at, row.card)
            row.stand_at(at + 1, self.said)
            if self._ordered:
                row.buttons[0].setEnabled(at > 0)
                row.buttons[1].setEnabled(at < len(self.rows) - 1)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        order = [stop for row in self.rows for stop in row.stops()]
        order += [button for each in self.removals.values() for button in each.box.buttons]
        lead_to(order, self.adding)
