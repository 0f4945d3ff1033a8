"""What stands around the rooms of one open file: rail, top bar, status bar, and the room that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.records.catalog import Query
from app.records.changes import Changes
from app.records.reading import owner_of
from app.screens import SCREENS, screen_of
from app.words.fields import RecordKey
from ui.frame.rail import Rail
from ui.frame.rooms import make_room
from ui.frame.statusbar import StatusBar
from ui.frame.topbar import TopBar
from ui.look.theme import Role, dress
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


class Frame(QWidget):
    """The rooms of one workspace; each is made when it is first shown."""

    conditions_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Show nothing before `show_room`."""
        super().__init__(parent)
        self.workspace = workspace
        self.pages: dict[str, RoomPage] = {}
        self.current = ""
        settings = workspace.preferences.settings
        self.rail = Rail(SCREENS, workspace.words, collapsed=settings.rail_collapsed)
        self.top = TopBar(workspace, self)
        self.status = StatusBar(workspace)
        self.stack = QStackedWidget()
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        dress(line, Role.HAIRLINE)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(line)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self._connect()

    @property
    def page(self) -> RoomPage | None:
        """The room that is shown."""
        return self.pages.get(self.current)

    def show_room(self, name: str, then: Callable[[RoomPage], object] | None = None) -> None:
        """Show a room, once the one before can be left, and call `then` with it."""
        self.workspace.seeking.forget()
        if self.current == name:
            self._enter(name, then)
        elif self.page is not None:
            self.page.leave(lambda: self._enter(name, then))
            self.rail.show_room(self.current)
        else:
            self._enter(name, then)

    def show_record(self, entity: str, id: str) -> None:
        """Show a record in its room; what has none, such as a file, is seen with the record that it belongs to."""
        screen = screen_of(entity)
        if screen is not None:
            self.show_room(screen.name, lambda page: page.show_record(entity, id))
        else:
            self.workspace.seeking.show(partial(self._find_owner, RecordKey(entity, id)))

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a record in its room."""
        screen = screen_of(entity)
        if screen is not None:
            self.show_room(screen.name, lambda page: page.begin_record(entity, values))

    def show_query(self, name: str, query: Query | None) -> None:
        """Show a room, with what `query` asks for in its list."""
        self.show_room(name, lambda page: page.show_query(query) if query is not None else page.take_focus())

    def refresh(self, changes: Changes) -> None:
        """Let what is seen show what was touched, and the other rooms when they are shown again."""
        for name, page in self.pages.items():
            if name == self.current:
                page.refresh(changes)
            else:
                page.miss(changes)
        self.top.refresh(changes)

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost."""
        if self.page is None:
            then()
        else:
            self.page.leave(then)

    def collapse_rail(self) -> None:
        """Show the rail as icons alone, or with names."""
        self.rail.collapse(collapsed=not self.rail.collapsed)

    def _connect(self) -> None:
        workspace = self.workspace
        self.rail.chosen.connect(self.show_room)
        self.rail.folded.connect(self._on_folded)
        workspace.changed.connect(self.refresh)
        workspace.told.connect(self.status.notices.tell)
        workspace.record_wanted.connect(self.show_record)
        workspace.new_wanted.connect(self.begin_record)
        workspace.room_wanted.connect(self.show_query)
        workspace.file_changed.connect(self.status.show_file)

    def _enter(self, name: str, then: Callable[[RoomPage], object] | None) -> None:
        if name not in self.pages:
            screen = next(screen for screen in SCREENS if screen.name == name)
            page = self.pages[name] = make_room(screen, self.workspace)
            page.conditions_changed.connect(self.conditions_changed)
            self.stack.addWidget(page)
        page = self.pages[name]
        page.catch_up()
        self.current = name
        self.stack.setCurrentWidget(page)
        self.rail.show_room(name)
        if then is None:
            page.take_focus()
        else:
            then(page)
        self.conditions_changed.emit()

    def _find_owner(self, part: RecordKey) -> RecordKey | None:
        """Return the record with a room that `part` belongs to, however many others stand between them."""
        shown: RecordKey | None = part
        passed = set[RecordKey]()
        while shown is not None and shown not in passed and screen_of(shown.entity) is None:
            passed.add(shown)
            shown = owner_of(self.workspace.store, shown.entity, shown.id)
        return shown if shown not in passed else None

    def _on_folded(self, collapsed: bool) -> None:
        self.workspace.preferences.keep(lambda settings: replace(settings, rail_collapsed=collapsed))
