"""A room with several lists, one behind each tab; each is made when it is first shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.records.catalog import Query
from app.records.changes import Changes
from app.screens.screen import RoomLayout
from app.words.fields import RecordKey
from ui.form.edits import Edits
from ui.look.actions import Condition
from ui.look.plain import TabBar
from ui.look.theme import distance
from ui.room.room import Room
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace

if TYPE_CHECKING:
    from ui.room.record import Helper


@dataclass(frozen=True, slots=True)
class TabsPlace:
    """Which tab is shown, by its place, and where the person is behind each that was seen, by its kind of record."""

    shown: int
    rooms: Mapping[str, object]


class TabbedRoom(RoomPage):
    """Several rooms in the place of one."""

    def __init__(
        self,
        workspace: Workspace,
        layouts: tuple[RoomLayout, ...],
        helpers: "Mapping[str, Helper]",
    ) -> None:
        """Offer a tab for each of `layouts`; `helpers` make what helps to fill a new record, by its entity."""
        super().__init__(workspace)
        self._helpers = helpers
        self.layouts = layouts
        self.rooms: dict[str, Room] = {}
        self.tabs = TabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.stack = QStackedWidget()
        for each in layouts:
            self.tabs.add(self.words(workspace.catalog[each.entity].many))
            self.stack.addWidget(QWidget())
        self.tabs.setAccessibleName(self.words("Listas"))
        self._shown = 0
        self._places: dict[str, object] = {}
        """Where the person was behind each tab before the window was made anew, until it is shown again."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, distance(0.5, self), 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(distance(0.5, self), 0, 0, 0)
        row.addWidget(self.tabs)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self._turn(0)

    @property
    def room(self) -> Room:
        """The room that is shown."""
        return self.rooms[self.layouts[self._shown].entity]

    def conditions(self) -> frozenset[Condition]:
        """Say what the room that is shown allows."""
        return self.room.conditions()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what the commands of the window do in the room that is shown."""
        return self.room.commands()

    def edits(self) -> Edits | None:
        """Return the steps of what is written in the room that is shown."""
        return self.room.edits()

    def refresh(self, changes: Changes) -> None:
        """Let each room that was made show what was touched."""
        for room in self.rooms.values():
            room.refresh(changes)

    def show_record(self, entity: str, id: str, part: RecordKey | None = None) -> None:
        """Show one record behind its tab."""
        self._go(entity, lambda: self.room.show_record(entity, id, part))

    def edit_record(self, entity: str, id: str, name: str) -> None:
        """Edit one record behind its tab."""
        self._go(entity, lambda: self.room.edit_record(entity, id, name))

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a new record behind its tab."""
        self._go(entity, lambda: self.room.begin_record(entity, values))

    def show_query(self, query: Query) -> None:
        """List what `query` asks for behind its tab."""
        self._go(query.entity, lambda: self.room.show_query(query))

    def place(self) -> object:
        """Return which tab is shown, and where the person is behind each."""
        return TabsPlace(self._shown, {**{name: room.place() for name, room in self.rooms.items()}, **self._places})

    def return_to(self, place: object) -> None:
        """Show the tab that was shown; where the person was behind the others is kept until they are."""
        if isinstance(place, TabsPlace):
            self._places = dict(place.rooms)
            self._turn(place.shown)

    def shown(self) -> RecordKey | None:
        """Return the record that is shown behind the tab."""
        return self.room.shown()

    def asked(self) -> Query | None:
        """Return what is listed behind the tab."""
        return self.room.asked()

    def show_again(self, query: Query | None, record: RecordKey | None) -> None:
        """Show what was seen behind its tab."""
        if query is not None:
            self._go(query.entity, lambda: self.room.show_again(query, record))
        else:
            super().show_again(query, record)

    def take_focus(self) -> None:
        """Put the keyboard in the list that is shown."""
        self.room.take_focus()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost."""
        self.room.leave(then)

    def _go(self, entity: str, then: Callable[[], object]) -> None:
        at = next((at for at, each in enumerate(self.layouts) if each.entity == entity), None)
        if at is None:
            raise KeyError(entity)

        def turn() -> None:
            self._turn(at)
            then()

        self.room.leave(turn)

    def _on_tab(self, at: int) -> None:
        if at == self._shown:
            return
        before = self._shown
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(before)
        self.tabs.blockSignals(False)
        self.room.leave(lambda: self._turn(at))

    def _turn(self, at: int) -> None:
        layout = self.layouts[at]
        if layout.entity not in self.rooms:
            room = self.rooms[layout.entity] = Room(self.workspace, layout, helper=self._helpers.get(layout.entity))
            room.conditions_changed.connect(self.conditions_changed)
            placeholder = self.stack.widget(at)
            self.stack.insertWidget(at, room)
            if placeholder is not None:
                self.stack.removeWidget(placeholder)
                placeholder.deleteLater()
        self._shown = at
        self.entity = layout.entity
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)
        self.stack.setCurrentIndex(at)
        self.room.return_to(self._places.pop(layout.entity, None))
        if self.isVisible() and not self.tabs.hasFocus():
            self.room.take_focus()
        self.conditions_changed.emit()
