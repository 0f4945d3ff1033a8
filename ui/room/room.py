"""A room: a list on the left, the record on the right."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.records.changes import Changes
from app.records.verifying import can_verify
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.form.edits import Edits
from ui.look.conditions import Condition
from ui.room import doings
from ui.room.list_and_record import ListAndRecord
from ui.room.list_room import ListRoom
from ui.room.place import RoomPlace, place_of_list, place_of_record, return_to_record, stay
from ui.room.several import SeveralPane
from ui.room.turning import Turning, neighbours
from ui.table.selecting import Selection
from ui.work.workspace import Workspace

if TYPE_CHECKING:
    from ui.room.record import Helper, RecordPane

FOLLOW = 90
"""Milliseconds on one row after which its record is shown, so that running down a list does not read each one."""


class Room(ListRoom):
    """Records of one entity: the list, and beside it the record that was opened.

    While none is shown, a row that is chosen is selected and nothing more; beside a list of one column the record
    follows the row.

    What is shown beside the list and what is selected in it never speak of different records. One that is shown is the
    selected one, or none is while the list does not hold it; of several selected their number is shown. For as long as
    the record is about to follow the row that was chosen, the row is meant.
    """

    def __init__(
        self, workspace: Workspace, layout: RoomLayout, parent: QWidget | None = None, *, helper: "Helper | None" = None
    ) -> None:
        """Show what `layout` says; `helper` makes what helps to fill a new record."""
        super().__init__(workspace, layout, parent)
        self.helper = helper
        self._record: RecordPane | None = None
        self._several: SeveralPane | None = None
        self._left_at = ""
        self.turning = Turning(self, self.words, self.turn, self.back_to_list)
        self.splitter = ListAndRecord(self.list, self)
        self.splitter.shared_anew.connect(self._on_shared)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW)
        self._follow.timeout.connect(workspace.pausing(self._show_selected, self))
        self._following = False
        self._opening = workspace.pausing(self._show_wanted, self)
        self._wanted: tuple[str, Callable[[], object]] = ("", stay)
        self._connect()

    @property
    def record(self) -> "RecordPane":
        """What shows a record; made when the first one is shown, so that a room opens quickly."""
        if self._record is None:
            self._record = self.make_record()
            self.splitter.aside.addWidget(self._record)
            self._record.head.put_first(self.turning)
            self._record.head.put_before(self.turning.back)
            self._record.closed.connect(self._on_closed)
            self._record.state_changed.connect(self.conditions_changed)
            self._record.page.beside_shown.connect(self.conditions_changed)
            self._record.widened.connect(self.splitter.take_all)
            self._record.saved.connect(self._on_saved)
        return self._record

    def make_record(self) -> "RecordPane":
        """Make what shows a record; a room that needs more than a form makes its own."""
        from ui.room.record import RecordPane

        return RecordPane(self.workspace, self.facts, self.splitter.aside, helper=self.helper)

    def conditions(self) -> frozenset[Condition]:
        """Say what the list and the record allow now."""
        met, record = {*super().conditions()}, self._record
        if Condition.SELECTION in met and Condition.SEVERAL not in met:
            met.add(Condition.RECORD)
        if record is not None and self.shown_id is not None:
            met = record.page.allow(met, self.shown_id, editing=record.editing)
        if self._record is not None and not self._tells_of_several and (self._record.dirty or self._record.fresh):
            met.add(Condition.CHANGES)
        if self.splitter.is_open and not self.splitter.is_alone:
            met.add(Condition.BESIDE)
        ways = zip((Condition.PREVIOUS, Condition.NEXT), self._neighbours, strict=True)
        return frozenset({*met, *(way for way, key in ways if key)})

    @property
    def shown_id(self) -> str | None:
        """The key of the record shown; None for a new one, for one that is no more, and while several are selected."""
        record = self._record
        if record is None or record.gone or not self.splitter.is_open or self._tells_of_several:
            return None
        return record.id

    def acted_on(self) -> list[str]:
        """Return the records that a command acts on: the selected when they are several, else the one shown.

        Where none is shown it is the selected one, and also where it is about to be shown.
        """
        chosen, shown = super().acted_on(), self.shown_id
        if shown is None or len(chosen) > 1 or (chosen and self._following):
            return chosen
        return [shown]

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do to the list and the record."""
        return {
            **super().commands(),
            "new_record": lambda: doings.begin(self.workspace, self.facts, self.begin_record),
            "save_record": self.save,
            "edit_many": self.edit_selected,
            **({"verify": self.verify_selected} if can_verify(self.workspace.catalog, self.facts.entity) else {}),
            "delete": self.delete_selected,
            "edit_record": lambda: self.record.edit(""),
            "history": self.show_history,
            "previous_record": lambda: self.turn(-1),
            "next_record": lambda: self.turn(1),
            "other_pane": self.go_across,
        }

    def edits(self) -> Edits | None:
        """Return the steps of what is written in the record."""
        return self._record.edits() if self._record is not None else None

    def refresh(self, changes: Changes) -> None:
        """Show what was touched, in the list and in the record."""
        super().refresh(changes)
        if self._record is not None and self.splitter.is_open:
            self._record.refresh(changes)
            self._agree()

    def show_record(self, entity: str, id: str, part: RecordKey | None = None) -> None:
        """Show one record with the keyboard in it, and select it in the list when it is there."""
        self.record.leave(lambda: self._open(id, lambda: self.record.go_to_part(part)))

    def edit_record(self, entity: str, id: str, name: str) -> None:
        """Show one record as its form, at the field or part called `name`, as soon as it can be read."""
        self.record.leave(lambda: self._open(id, lambda: self.record.edit(name)))

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new record with `values`."""
        self.workspace.seeking.forget()
        self.record.leave(lambda: self._begin(values))

    def place(self) -> object:
        """Return what is listed, and what stands beside it."""
        shown = None if self._tells_of_several or not self.splitter.is_open else self._record
        beside = place_of_record(shown, is_wide=self.splitter.is_wide) if shown is not None else None
        return RoomPlace(place_of_list(self.list), beside, several=self._tells_of_several)

    def return_to(self, place: object) -> None:
        """List what was listed, and show beside it what was shown."""
        super().return_to(place)
        if isinstance(place, RoomPlace) and place.several:
            self._tell_of_several()
        elif isinstance(place, RoomPlace) and place.record is not None:
            if place.record.key:
                self._open(place.record.key)
            else:
                self._begin(place.record.begun)
            return_to_record(self.record, place.record)

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
        """Show what was done to the record that a command acts on."""
        if len(ids := self.acted_on()) == 1:
            if ids != [self.shown_id]:
                self.record.leave(lambda: self._open(ids[0]))
            self.record.show_history()

    def open_selected(self) -> None:
        """Show the record with the focus and put the keyboard in it."""
        key = self.list.table.current_id()
        if key is not None:
            self.record.leave(lambda: self._open(key, self.record.take_focus))

    def turn(self, step: int) -> None:
        """Show the record before (-1) or after (1) the one shown, in the order of the list."""
        key = self._neighbours[step > 0]
        if key:
            self.leave(lambda: self._open(key))

    def go_across(self) -> None:
        """Take the keyboard from the list to what is shown beside it, or back."""
        (self._focus_record if self.list.isAncestorOf(self.window().focusWidget()) else super().take_focus)()

    def take_focus(self) -> None:
        """Put the keyboard in the list, or in what has its room: never where it is not seen, and would act unseen."""
        (self._focus_record if self.splitter.is_alone else super().take_focus)()

    def back_to_list(self) -> None:
        """Show the list again, as it was, once nothing unsaved is lost."""
        if self.splitter.is_open:
            self.record.close_record()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the record with Esc from the list too."""
        if event.key() == Qt.Key.Key_Escape and self.splitter.is_open:
            self.back_to_list()
        else:
            super().keyPressEvent(event)

    def delete_selected(self) -> None:
        """Delete the records that a command acts on; undo brings them back."""
        self._act(lambda ids: doings.delete(self.workspace, self.facts.entity, ids))

    def verify_selected(self) -> None:
        """Write that the records that a command acts on were confirmed today."""
        self._act(lambda ids: doings.verify(self.workspace, self.facts.entity, ids))

    def edit_selected(self) -> None:
        """Set one field of all records that a command acts on."""
        from ui.room.edit_many import ask_edit_many

        self._act(lambda ids: ask_edit_many(self.workspace, self.facts.entity, ids, self))

    def _act(self, act: Callable[[list[str]], object]) -> None:
        """Call `act` with the records that a command acts on, once nothing that is being written is lost."""
        ids = self.acted_on()
        if self._following and self._record is not None and self._record.dirty:
            self._settle()
            self._show_selected()  # which asks first, and shows again what that is about
        elif ids:
            self.leave(lambda: act(ids))

    def _connect(self) -> None:
        self.list.table.selection_changed.connect(self._on_selection)
        self.list.table.rows.loaded.connect(self._agree)
        self.conditions_changed.connect(self._allow_turning)
        self.list.adding.connect(lambda: doings.begin(self.workspace, self.facts, self.begin_record))

    def _on_selection(self) -> None:
        self._following = True
        self._follow.start()
        if self._tells_of_several:
            self._say_several()
        self.conditions_changed.emit()

    def _show_selected(self) -> None:
        """Let what stands beside the list follow what is selected in it."""
        self._following = False
        count, chosen = self.list.table.selected_count(), self.list.table.selected()
        one = self.list.table.selected_ids()[0] if count == 1 else None
        if count == 0 or (one is not None and one == self.shown_id):
            self._agree()
        elif self.splitter.is_open:
            self._leave_for(chosen, one)

    def _leave_for(self, chosen: Selection, one: str | None) -> None:
        """Go from the record shown to what was `chosen`; until what is unsaved is settled, the list is as it was."""
        left = False

        def go() -> None:
            nonlocal left
            left = True
            if one is not None:
                self._open(one)
            else:
                self.list.table.select_again(chosen)
                self._tell_of_several()

        if self.record.dirty:
            self._select(self.record.id)
        self.record.leave(go)
        if not left:
            self._select(self.record.id)

    @property
    def _tells_of_several(self) -> bool:
        return self._several is not None and self.splitter.aside.currentWidget() is self._several

    def _tell_of_several(self) -> None:
        if self._several is None:
            self._several = SeveralPane(self.workspace, self.commands())
            self._several.ending.connect(self.list.table.clearSelection)
            self.splitter.aside.addWidget(self._several)
        self._say_several()
        self.splitter.open(self._several)
        self._settle()
        self._agree()

    def _say_several(self) -> None:
        table = self.list.table
        if self._several is not None and table.selected_count() > 1:
            self._several.say(doings.say_selected(self.words, table.selected_count(), everything=table.all_selected))

    def _agree(self) -> None:
        """Select what is shown where the list holds it, and say above the list where it does not."""
        table = self.list.table
        if self._tells_of_several and table.selected_count() == 0:
            self.splitter.aside.setCurrentWidget(self.record)
            if self.record.id is None and not self.record.fresh:
                self.splitter.close_aside()
        if self.shown_id is not None and table.selected_count() == 0 and self.shown_id in table.rows.ids:
            self._select(self.shown_id)
        gone = self._record if self._record is not None and self._record.gone else None
        self.list.say_absence(self.shown_id if gone is None else gone.id, gone=gone is not None)
        self.conditions_changed.emit()

    def _settle(self) -> None:
        """Follow no row any more: what is shown is what is selected."""
        self._follow.stop()
        self._following = False

    @property
    def _neighbours(self) -> tuple[str, str]:
        return neighbours(self.list.table, self.shown_id)

    def _focus_record(self) -> None:
        if self._tells_of_several and self._several is not None:
            self._several.cross.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.record.take_focus()

    def _on_shared(self) -> None:
        self.turning.say_alone(alone=self.splitter.is_alone)
        if self._record is not None:
            self._record.wide_button.setVisible(not self.splitter.is_narrow)
        self.conditions_changed.emit()

    def _allow_turning(self) -> None:
        before, after = map(bool, self._neighbours)
        self.turning.allow(previous=before, next=after)

    def _select(self, key: str | None) -> None:
        """Select the row of the record that is shown, or none, and follow no other for that."""
        table = self.list.table
        if key is None or not table.select_id(key):
            table.clearSelection()
            table.selectionModel().clearCurrentIndex()
        self._settle()

    def _open(self, key: str, then: Callable[[], object] = stay) -> None:
        """Show the record as soon as it can be read, and call `then`, which says where the keyboard goes in it."""
        self.workspace.seeking.forget()
        self._wanted = (key, then)
        self._opening()

    def _show_wanted(self) -> None:
        (key, then), self._wanted = self._wanted, ("", stay)
        if key and self.record.dirty:  # written while the record was waited for
            self._select(self.record.id)
        if key:
            self.record.leave(lambda: self._show(key, then))

    def _show(self, key: str, then: Callable[[], object]) -> None:
        if self.record.show_record(key):
            self.splitter.open(self.record)
            then()
            if self.list.table.selected_ids() != [key]:
                self._select(key)
            self._settle()
            self._agree()

    def _begin(self, values: Mapping[str, object]) -> None:
        self._wanted, self._left_at = ("", stay), self.list.table.current_id() or ""
        self._select(None)
        self.splitter.open(self.record)
        self.record.begin(values)
        self._agree()

    def _on_closed(self) -> None:
        if self._tells_of_several and self.list.table.selected_count() > 1:
            return  # it was deleted behind what is told of the others
        self.splitter.close_aside()
        left_at, self._left_at = self._left_at, ""
        if self.list.table.selected_count() == 0 and left_at:
            self.list.table.select_id(left_at)
        self._settle()
        self._agree()
        self.list.table.setFocus()

    def _on_saved(self, key: str) -> None:
        self._select(key)
        self._agree()
