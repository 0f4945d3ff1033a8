"""A room: a list on the left, the record on the right."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app.records.changes import Changes
from app.records.editing import delete_records
from app.records.going_words import say_deleted
from app.screens.screen import RoomLayout
from ui.look.actions import Condition
from ui.look.notice import Notice, Tone
from ui.room.list_room import ListRoom
from ui.room.record import Helper, RecordPane
from ui.work.run import Advance
from ui.work.workspace import Workspace

FOLLOW = 90
"""Milliseconds on one row after which its record is shown, so that running down a list does not read each one."""
TOO_NARROW = 880
"""Pixels of width, at the usual size of text, below which list and record do not stand side by side."""
LIST_SHARE = 0.44
"""The part of the width that the list keeps beside a record."""


class Room(ListRoom):
    """Records of one entity: the list, and beside it the record that is selected."""

    list_share = LIST_SHARE

    def __init__(
        self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None, *, helper: Helper | None = None
    ) -> None:
        """Show what `layout` says; `helper` makes what helps to fill a new record."""
        super().__init__(workspace, layout, parent)
        self.helper = helper
        self._record: RecordPane | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.list)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW)
        self._follow.timeout.connect(workspace.pausing(self._show_selected, self))
        self._opening = workspace.pausing(self._show_wanted, self)
        self._wanted = ""
        self._typing = False
        self._shared = False
        self._connect()

    @property
    def record(self) -> RecordPane:
        """What shows a record; made when the first one is shown, so that a room opens quickly."""
        if self._record is None:
            self._record = self.make_record()
            self._record.hide()
            self.splitter.addWidget(self._record)
            self._record.closed.connect(self._on_closed)
            self._record.state_changed.connect(self.conditions_changed)
            self._record.widened.connect(lambda wide: self.list.setVisible(not wide))
            self._record.saved.connect(self._on_saved)
        return self._record

    def make_record(self) -> RecordPane:
        """Make what shows a record; a room that needs more than a form makes its own."""
        return RecordPane(self.workspace, self.facts, helper=self.helper)

    def conditions(self) -> frozenset[Condition]:
        """Say what the list and the record allow now."""
        met = {*super().conditions()}
        if self._record is not None and self._record.id is not None:
            met |= {Condition.SELECTION, Condition.RECORD}
        if self._record is not None and (self._record.dirty or self._record.fresh):
            met.add(Condition.CHANGES)
        return frozenset(met)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do to the list and the record."""
        return {
            **super().commands(),
            "new_record": lambda: self.begin_record(self.facts.entity, {}),
            "save_record": self.save,
            "edit_many": self.edit_selected,
            "delete": self.delete_selected,
            "history": self.show_history,
        }

    def refresh(self, changes: Changes) -> None:
        """Show what was touched, in the list and in the record."""
        super().refresh(changes)
        if self._record is not None and not self._record.isHidden():
            self._record.refresh(changes)

    def show_record(self, entity: str, id: str) -> None:
        """Show one record, and select it in the list when it is there."""
        self.record.leave(lambda: self._open(id))

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new record with `values`."""
        self.workspace.seeking.forget()
        self.record.leave(lambda: self._begin(values))

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost."""
        if self._record is None:
            then()
        else:
            self._record.leave(then)

    def save(self) -> None:
        """Save what is written in the record."""
        if self._record is not None:
            self._record.save()

    def show_history(self) -> None:
        """Show what was done to the record."""
        if self._record is not None:
            self._record.show_tab("history")

    def open_selected(self) -> None:
        """Show the record with the focus and put the keyboard in it."""
        key = self.list.table.current_id()
        if key is not None:
            self.record.leave(lambda: self._open(key, typing=True))

    def delete_selected(self) -> None:
        """Delete the selected records, or the one shown; undo brings them back."""
        shown = self._record.id if self._record is not None else None
        ids = self.list.table.selected_ids() or ([shown] if shown else [])
        if not ids:
            return
        words = self.words

        def work(_: Advance) -> Changes:
            return delete_records(self.workspace.store, self.facts.entity, ids)

        def done(changes: Changes) -> None:
            said = say_deleted(self.workspace.catalog, changes, self.facts.entity, ids, words)
            self.workspace.tell(Notice(said, Tone.GOOD, self.workspace.undo_buttons()))

        self.workspace.write_beside(work, words("Eliminando"), done)

    def edit_selected(self) -> None:
        """Set one field of all selected records."""
        from ui.room.edit_many import ask_edit_many

        ids = self.list.table.selected_ids()
        if ids:
            self.leave(lambda: ask_edit_many(self.workspace, self.facts.entity, ids, self))

    def _connect(self) -> None:
        table = self.list.table
        table.selection_changed.connect(self._on_selection)
        self.list.adding.connect(lambda: self.begin_record(self.facts.entity, {}))

    def _on_selection(self) -> None:
        self.conditions_changed.emit()
        self._follow.start()

    def _show_selected(self) -> None:
        table = self.list.table
        rows = table.selectionModel().selectedRows() if not table.all_selected else []
        if len(rows) != 1:
            return
        key = table.current_id()
        if key is None or (self._is_narrow() and (self._record is None or self._record.isHidden())):
            return  # the record would take the place of the list that is being gone through
        if key == self.record.id:
            return
        if self.record.dirty:
            self._select(self.record.id)
            self.record.leave(lambda: self._open(key))
        else:
            self._open(key)

    def _is_narrow(self) -> bool:
        return self.width() < TOO_NARROW * self.fontMetrics().height() / 18

    def _select(self, key: str | None) -> None:
        """Select the row of the record that is shown, or none, and follow no other for that."""
        table = self.list.table
        if key is None or not table.select_id(key):
            table.clearSelection()
            table.selectionModel().clearCurrentIndex()
        self._follow.stop()

    def _open(self, key: str, *, typing: bool = False) -> None:
        """Show the record as soon as it can be read, and with `typing` put the keyboard in it then."""
        self.workspace.seeking.forget()
        self._wanted, self._typing = key, typing
        self._opening()

    def _show_wanted(self) -> None:
        key, self._wanted = self._wanted, ""
        if key and self.record.dirty:  # written while the record was waited for
            self._select(self.record.id)
        if key:
            self.record.leave(lambda: self._show(key))

    def _show(self, key: str) -> None:
        typing, self._typing = self._typing, False
        if self.record.show_record(key):
            self._show_pane()
            if typing:
                self.record.form.focus_first()
            table = self.list.table
            chosen = table.all_selected or table.selectionModel().hasSelection()
            if table.current_id() != key or not chosen:
                table.select_id(key)
            self._follow.stop()

    def _begin(self, values: Mapping[str, object]) -> None:
        self._wanted = ""
        self._select(None)
        self._show_pane()
        self.record.begin(values)

    def _show_pane(self) -> None:
        if self.record.isHidden():
            self.record.show()
            if self._is_narrow():
                self.record.set_wide(wide=True)
            if not self._shared:
                self._shared = True
                width = max(self.width(), 2)
                share = round(width * self.list_share)
                self.splitter.setSizes([share, width - share])

    def _on_closed(self) -> None:
        self.record.hide()
        self.list.table.clearSelection()
        self._follow.stop()
        self.list.table.setFocus()

    def _on_saved(self, key: str) -> None:
        self.list.table.select_id(key)
        self._follow.stop()
