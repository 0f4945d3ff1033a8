"""What stands around the rooms of one open file: rail, top bar, status bar, and the room that is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.file.settings import SavedView
from app.screens import SCREENS, screen_of
from app.screens.screen import Screen
from app.words.fields import RecordKey
from app.words.problems import ProblemError
from app.words.words import Words
from ui.frame.rail import Rail
from ui.frame.rooms import make_room
from ui.frame.shape import RoomShape
from ui.frame.statusbar import StatusBar
from ui.frame.topbar import TopBar
from ui.frame.visits import Kept, Visit, Visits
from ui.look.conditions import Condition
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Entry, Offer, offers_of
from ui.look.theme import Role, dress
from ui.work.preferences import Preferences
from ui.work.run import Runner

if TYPE_CHECKING:
    from app.records.catalog import Query
    from app.records.changes import Changes
    from ui.frame.review import ReviewBar
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace


class Frame(QWidget):
    """The rooms of one file; each is made when it is first shown.

    It is seen while the file is still being opened, and nothing that reads a file is loaded for that.
    """

    conditions_changed = Signal()
    ways_changed = Signal()
    """There is more or less that was seen before or after."""
    workspace: "Workspace"
    reviewing: "ReviewBar"

    def __init__(self, words: Words, path: Path, runner: Runner, preferences: Preferences) -> None:
        """Show the shape of the first room of the file at `path`, which `runner` may still be opening."""
        super().__init__()
        self.words = words
        self.pages: dict[str, RoomPage] = {}
        self.current = ""
        self._places: dict[str, object] = {}
        self.visits = Visits()
        self._has_gone = False
        self._known_ways = self.ways()
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._note_visit)
        self.rail = Rail(SCREENS, words, collapsed=preferences.settings.rail_collapsed)
        self.top = TopBar(words)
        self.status = StatusBar(words, path, runner, preferences)
        self.stack = QStackedWidget()
        self.stack.addWidget(RoomShape(SCREENS[0], words))
        self.rail.show_room(SCREENS[0].name)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        dress(line, Role.HAIRLINE)
        right = self._right = QVBoxLayout()
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

    def fill(self, workspace: "Workspace", kept: Kept | None = None) -> None:
        """Stand around the rooms of `workspace`, the open file; none is shown before `show_room`.

        `kept` is what the frame before this one has kept.
        """
        self.workspace = workspace
        if kept is not None:
            self._places = dict(kept.places)
            self.visits = kept.visits
            self._has_gone = True  # to where the person is already: that is no further step
        self.top.fill(workspace, self)
        self.status.fill(workspace)
        self._connect()
        self.reviewing.take_up(kept.review if kept is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room its width."""
        super().resizeEvent(event)
        self.rail.fit_in(event.size().width())

    @property
    def page(self) -> "RoomPage | None":
        """The room that is shown."""
        return self.pages.get(self.current)

    def show_room(self, name: str, then: "Callable[[RoomPage], object] | None" = None) -> None:
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
        """Show a record in its room; what has none, such as a file, is seen in the record that it belongs to."""
        wanted = RecordKey(entity, id)
        if screen_of(entity) is not None:
            self._show_record(wanted)
        else:
            show = partial(self._show_record, part=wanted)
            self.workspace.seeking.show(partial(self._find_owner, wanted), show)

    def edit_record(self, entity: str, id: str, name: str) -> None:
        """Show a record in its room as its form, at the field or part called `name`."""
        screen = screen_of(entity)
        if screen is not None:
            self.show_room(screen.name, lambda page: page.edit_record(entity, id, name))

    def begin_record(self, entity: str, values: Mapping[str, object]) -> None:
        """Begin a record in its room."""
        screen = screen_of(entity)
        if screen is not None:
            self.show_room(screen.name, lambda page: page.begin_record(entity, values))

    def show_query(self, name: str, query: "Query | None") -> None:
        """Show a room, with what `query` asks for in its list."""
        self.show_room(name, lambda page: page.show_query(query) if query is not None else page.take_focus())

    def show_face(self, name: str, face: str) -> None:
        """Show a room at the tab called `face`, or as it is where that is empty."""
        self.show_room(name, (lambda page: page.turn_to(face)) if face else None)

    def refresh(self, changes: "Changes") -> None:
        """Let what is seen show what was touched, and the other rooms when they are shown again."""
        for name, page in self.pages.items():
            if name == self.current:
                page.refresh(changes)
            else:
                page.miss(changes)
        self.top.refresh(changes)

    def kept(self) -> Kept:
        """Return what a frame that is made anew takes over."""
        places = {**self._places, **{name: page.place() for name, page in self.pages.items()}}
        return Kept(places, self.visits, self.reviewing.review)

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost."""
        if self.page is None:
            then()
        else:
            self.page.leave(then)

    def ways(self) -> frozenset[Condition]:
        """Return which ways there are through what was seen."""
        ways = {Condition.BACK: self._step_of(-1), Condition.FORWARD: self._step_of(1)}
        return frozenset(way for way, step in ways.items() if self.visits.at(step) is not None)

    def go(self, step: int) -> None:
        """Show what was seen before (-1) or after (1), once nothing unsaved is lost."""
        step = self._step_of(step)
        visit = self.visits.at(step)
        if visit is not None:
            self.leave(partial(self._go_to, visit, step))

    def collapse_rail(self) -> None:
        """Show the rail as icons alone, or with names."""
        self.rail.collapse(collapsed=not self.rail.collapsed)

    def _connect(self) -> None:
        workspace = self.workspace
        from ui.frame.review import ReviewBar

        self.reviewing = ReviewBar(workspace, lambda: self.page)
        self._right.insertWidget(self._right.indexOf(self.stack), self.reviewing)
        self.reviewing.left.connect(self._take_focus)
        self.reviewing.arrived.connect(self._noting.start)
        self.conditions_changed.connect(self._look_at_review)
        self.conditions_changed.connect(self._noting.start)
        for screen in SCREENS:
            ContextMenu(self.rail.buttons[screen.name], partial(self._offers_of_room, screen))
        ContextMenu(self.rail, lambda: offers_of(self.rail.folding))
        self.rail.chosen.connect(self.show_room)
        self.rail.folded.connect(self._on_folded)
        self.top.room_wanted.connect(self.show_face)
        workspace.changed.connect(self.refresh)
        workspace.told.connect(self.status.notices.tell)
        self.status.notices.let_go.connect(self._take_focus)
        workspace.record_wanted.connect(self.show_record)
        workspace.edit_wanted.connect(self.edit_record)
        workspace.new_wanted.connect(self.begin_record)
        workspace.room_wanted.connect(self.show_query)
        workspace.file_changed.connect(self.status.show_file)

    def _enter(self, name: str, then: "Callable[[RoomPage], object] | None") -> None:
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
        self._return(name, page)
        if then is None:
            page.take_focus()
        else:
            then(page)
        self.conditions_changed.emit()

    def _return(self, name: str, page: "RoomPage") -> None:
        """Go where the person was in a room that is made anew."""
        if name in self._places:
            page.return_to(self._places.pop(name))

    def _go_to(self, visit: Visit, step: int) -> None:
        self.visits.go(step)
        self._has_gone = True
        self.show_room(visit.room, lambda page: page.show_again(visit.query, visit.record, visit.face))

    def _step_of(self, step: int) -> int:
        """Return how many steps on that is: from a new record, which is no step itself, back is what was seen last."""
        return 0 if step < 0 and self._has_new else step

    @property
    def _has_new(self) -> bool:
        page = self.page
        return page is not None and page.shown() is None and Condition.CHANGES in page.conditions()

    def _note_visit(self) -> None:
        """Keep what is seen, once it has come to rest."""
        page = self.page
        if page is not None and not self._has_new and not self.reviewing.is_arriving:
            visit = Visit(self.current, page.asked(), page.shown(), page.face())
            (self.visits.settle if self._has_gone else self.visits.note)(visit)
            self._has_gone = False
        if self.ways() != self._known_ways:
            self._known_ways = self.ways()
            self.top.allow_ways(back=Condition.BACK in self._known_ways, forward=Condition.FORWARD in self._known_ways)
            self.ways_changed.emit()

    def _look_at_review(self) -> None:
        self.reviewing.look(self.page)

    def _take_focus(self) -> None:
        if self.page is not None:
            self.page.take_focus()

    def _show_record(self, wanted: RecordKey, part: RecordKey | None = None) -> None:
        screen = screen_of(wanted.entity)
        if screen is not None:
            self.show_room(screen.name, lambda page: page.show_record(wanted.entity, wanted.id, part))

    def _find_owner(self, part: RecordKey) -> RecordKey | None:
        """Return the record with a room that `part` belongs to, however many others stand between them."""
        from app.records.reading import owner_of

        shown: RecordKey | None = part
        passed = set[RecordKey]()
        while shown is not None and shown not in passed and screen_of(shown.entity) is None:
            passed.add(shown)
            shown = owner_of(self.workspace.store, shown.entity, shown.id)
        return shown if shown not in passed else None

    def _offers_of_room(self, screen: Screen) -> Sequence[Entry]:
        """Return what can be done from the rail: open the room, begin a record of it, see and put away its views."""
        from ui.room.views import remove_view, saved_views

        workspace, words = self.workspace, self.words
        opening = Offer(words("Abrir"), partial(self.show_room, screen.name), icon(screen.icon))
        begun = [each for each in screen.layouts if not workspace.catalog[each.entity].read_only]
        beginning = [
            Offer(
                words(each.begin) or words("Ficha nueva: {what}", what=words(workspace.catalog[each.entity].one)),
                partial(self.begin_record, each.entity, {}),
                icon("plus"),
            )
            for each in begun
        ]
        kept = [(each.entity, view) for each in screen.layouts for view in saved_views(workspace, each.entity)]
        seeing = tuple(Offer(view.name, partial(self._show_view, screen.name, view)) for _, view in kept)
        leaving = tuple(Offer(view.name, partial(remove_view, workspace, name, view.name)) for name, view in kept)
        views = [
            Offer(words("Vistas guardadas"), icon=icon("bookmark-simple"), more=seeing),
            Offer(words("Quitar una vista"), icon=icon("trash"), more=leaving),
        ]
        folding = offers_of(self.rail.folding)
        return (opening, *beginning, SEPARATOR, *(views if kept else ()), SEPARATOR, *folding)

    def _show_view(self, room: str, view: SavedView) -> None:
        """Show a saved view in its room, or say why this version cannot."""
        from app.records.views import read_query

        try:
            self.show_query(room, read_query(view.query, self.workspace.catalog))
        except ProblemError as error:
            self.workspace.present(error)

    def _on_folded(self, collapsed: bool) -> None:
        self.workspace.preferences.keep(lambda settings: replace(settings, rail_collapsed=collapsed))
