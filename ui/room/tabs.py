"""A room with several lists or pages, one behind each tab; each is made when it is first shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.records.catalog import Query
from app.records.changes import Changes
from app.words.fields import RecordKey
from ui.form.editors.combo import Combo
from ui.form.edits import Edits
from ui.look.conditions import Condition
from ui.look.plain import TabBar
from ui.look.theme import distance
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its name, which is the kind of record of a list, its title for people, and what makes what it shows.

    One that `is_behind` the others is among them only while it is shown: something else leads there.
    """

    name: str
    title: str
    make: Callable[[], RoomPage]
    is_behind: bool = False


@dataclass(frozen=True, slots=True)
class TabsPlace:
    """Which tab is shown, by its place, and where the person is behind each that was seen, by its name."""

    shown: int
    rooms: Mapping[str, object]


class TabbedRoom(RoomPage):
    """Several rooms in the place of one."""

    def __init__(self, workspace: Workspace, offered: Sequence[Tab]) -> None:
        """Offer the tabs `offered`."""
        super().__init__(workspace)
        self.offered = tuple(offered)
        self.rooms: dict[str, RoomPage] = {}
        self.tabs = TabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.stack = QStackedWidget()
        self.picker = Combo()
        """Takes the place of the tabs where they are wider than the room."""
        self.picker.hide()
        for each in self.offered:
            self.tabs.add(each.title)
            self.stack.addWidget(QWidget())
        for chooser in (self.tabs, self.picker):
            chooser.setAccessibleName(self.words("Listas"))
        self._shown = 0
        self._places: dict[str, object] = {}
        """Where the person was behind each tab before the window was made anew, until it is shown again."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, distance(0.5, self), 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(distance(0.5, self), 0, 0, 0)
        row.addWidget(self.tabs)
        row.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self.picker.activated.connect(self._on_picked)
        self._turn(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs where they have room, and a line to pick from where they have not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = sum(self.tabs.tabRect(at).width() for at in range(self.tabs.count())) <= self.width()
        self.tabs.setVisible(fits)
        self.picker.setVisible(not fits)

    @property
    def room(self) -> RoomPage:
        """The room that is shown."""
        return self.rooms[self.offered[self._shown].name]

    def face(self) -> str:
        """Return the name of the tab that is shown."""
        return self.offered[self._shown].name

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

    def turn_to(self, face: str) -> None:
        """Show the tab called `face` and put the keyboard in its list; KeyError when there is none."""
        self._go(face, self.take_focus)

    def show_again(self, query: Query | None, record: RecordKey | None, face: str = "") -> None:
        """Show what was seen behind its tab."""
        self._go(face or self.face(), lambda: self.room.show_again(query, record))

    def take_focus(self) -> None:
        """Put the keyboard in the list that is shown."""
        self.room.take_focus()

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost."""
        self.room.leave(then)

    def _go(self, name: str, then: Callable[[], object]) -> None:
        at = next((at for at, each in enumerate(self.offered) if each.name == name), None)
        if at is None:
            raise KeyError(name)

        def turn() -> None:
            self._turn(at)
            then()

        self.room.leave(turn)

    def _on_picked(self, at: int) -> None:
        self.tabs.setCurrentIndex(self._seen()[at])
        self.picker.setCurrentIndex(self._seen().index(self._shown))  # it may be asked first what is unsaved

    def _on_tab(self, at: int) -> None:
        if at == self._shown:
            return
        before = self._shown
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(before)
        self.tabs.blockSignals(False)
        self.room.leave(lambda: self._turn(at))

    def _turn(self, at: int) -> None:
        name = self.offered[at].name
        if name not in self.rooms:
            room = self.rooms[name] = self.offered[at].make()
            room.conditions_changed.connect(self.conditions_changed)
            placeholder = self.stack.widget(at)
            self.stack.insertWidget(at, room)
            if placeholder is not None:
                self.stack.removeWidget(placeholder)
                placeholder.deleteLater()
        self._shown, self.entity = at, self.rooms[name].entity
        self._show_tabs()
        self.stack.setCurrentIndex(at)
        self.room.return_to(self._places.pop(name, None))
        if self.isVisible() and not self.tabs.hasFocus():
            self.room.take_focus()
        self.conditions_changed.emit()

    def _seen(self) -> Sequence[int]:
        """Return the places of the tabs that are offered now."""
        return [at for at, each in enumerate(self.offered) if not each.is_behind or at == self._shown]

    def _show_tabs(self) -> None:
        """Offer the tabs, with that of what is shown in front."""
        seen = self._seen()
        self.tabs.blockSignals(True)
        # The one in front comes before another goes: what is hidden in front hands on to its neighbour.
        self.tabs.setTabVisible(self._shown, True)
        self.tabs.setCurrentIndex(self._shown)
        for at in range(len(self.offered)):
            self.tabs.setTabVisible(at, at in seen)
        self.tabs.blockSignals(False)
        self.picker.clear()
        self.picker.addItems([self.offered[at].title for at in seen])
        self.picker.setCurrentIndex(seen.index(self._shown))
        self._fit()
