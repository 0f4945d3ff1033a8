"""The window: the menus, and either the start page or the rooms of one open file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenuBar

from app.file.account import account_name
from app.file.settings import device_of
from app.file.store_problems import problem_of
from app.loading import loading
from app.screens import SCREENS
from app.words.words import Words, mark
from ui.dialogs.fault import FaultDesk
from ui.frame.dialogs import about_dialog, help_dialog, history_dialog, import_dialog, note_dialog, settings_dialog
from ui.frame.dropped import dropped_on_window
from ui.frame.filing import Filing
from ui.frame.frame import Frame
from ui.frame.menus import Menus
from ui.frame.visits import Kept
from ui.frame.welcome import Welcome
from ui.look.actions import ROOM_COMMANDS, Actions
from ui.look.conditions import Condition
from ui.look.dropping import DropPlace
from ui.look.keys import KeyGuard
from ui.look.notice import Notice
from ui.look.opening import open_dialog
from ui.look.plain import set_title
from ui.look.problem import ProblemDialog
from ui.look.qt_words import speak_qt
from ui.look.theme import Scheme, Theme
from ui.work.preferences import Preferences
from ui.work.run import Runner

if TYPE_CHECKING:
    from app.file.files import Store
    from ui.dialogs.settings import Preferred
    from ui.frame.locking import Locking
    from ui.frame.undoing import Undoing
    from ui.work.room_page import RoomPage
    from ui.work.workspace import Workspace

SIZE = (1280, 720)


class Window(QMainWindow):
    """One window over one file, or over none."""

    def __init__(self, preferences: Preferences, theme: Theme, path: Path | None = None) -> None:
        """Begin without a file, or with the frame of the one at `path`, which is to be opened next."""
        super().__init__()
        self.preferences = preferences
        self.theme = theme
        self.workspace: Workspace | None = None
        self.frame: Frame | None = None
        self.coming: Frame | None = None
        """What is seen of a file that is still being opened."""
        self.welcome: Welcome | None = None
        self.dialog: QDialog | None = None
        self.words = Words(preferences.settings.language)
        self.runner = Runner(self, self.present)
        self.faults = FaultDesk(self.words, self)
        self._guard = KeyGuard(self)
        self._restore()
        self._needs = QTimer(self, singleShot=True, interval=0)
        self._needs.timeout.connect(self._refresh_actions)
        self._build()
        DropPlace(self, partial(dropped_on_window, self))
        if path is None:
            self.show_start()
        else:
            self.await_file(path)

    def open_path(self, path: Path) -> None:
        """Open a file, once the one that is open can be left."""
        self.leave_room(lambda: self.filing.open(path))

    def await_file(self, path: Path) -> None:
        """Show the frame of a file that is to be opened, at once; one that is open already stays in sight."""
        if self.workspace is not None:
            return
        if self.coming is None:
            self.coming = Frame(self.words, path, self.runner, self.preferences)
            self.setCentralWidget(self.coming)
            self.welcome = None
        set_title(self, self.words("{file} — Enlace", file=path.stem))
        if self.isVisible():
            # It is painted before the engine is loaded, which would have the interpreter for itself most of the time.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def take_store(self, store: "Store", room: str = "") -> None:
        """Show the rooms of an open file, beginning with `room`."""
        with loading():
            from ui.work.workspace import Workspace

        if self.frame is not None:
            self.takeCentralWidget()
        self.close_file(remember=False)
        device, kept = device_of(self.preferences.settings, *store.identity())
        self.preferences.keep(lambda _: kept)
        store.device_of = lambda *_: device
        self.workspace = Workspace(store, self.words, self.preferences, self.present, self)
        self.filing.current = store.path
        self.preferences.keep(lambda settings: settings.with_recent(store.path))
        self._show_workspace(room or SCREENS[0].name)

    def close_file(self, *, remember: bool = True) -> None:
        """Return the open file back and show the start page."""
        if self.workspace is None:
            return
        self._drop_frame(instead=remember)
        self.workspace.close()
        self.workspace.deleteLater()
        self.workspace = None
        self.filing.current = None
        if remember:
            self.show_start()

    def show_start(self) -> None:
        """Show the page before a file is open."""
        self.coming = None
        self.welcome = Welcome(self.words, self.commands, self.runner)
        self.welcome.show_recent(self.preferences.settings.recent_files, self.open_path)
        self.setCentralWidget(self.welcome)
        set_title(self, self.words(mark("Enlace", "program")))
        self._refresh_menus()

    def present(self, error: Exception) -> None:
        """Show what the world did in its own words, and a fault of ours in the fault dialog."""
        problem = problem_of(error)
        if problem is None:
            self.faults.show_fault(error)
            return
        problems = getattr(error, "problems", (problem,))
        dialog = ProblemDialog(self.words, self.words("No se pudo hacer"), problems, self)
        if self.workspace is not None:
            dialog.box.record_wanted.connect(self.workspace.record_wanted)
        self.show_dialog(dialog)

    def show_room(self, name: str) -> None:
        """Show a room of the open file."""
        if self.frame is not None:
            self.frame.show_room(name)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on; the window is made anew."""
        if language == self.preferences.settings.language:
            return
        self.leave_room(lambda: self._speak(language))
        QTimer.singleShot(0, self, self._refresh_menus)  # which say what is spoken, also when the person stays

    def choose_scheme(self, scheme: Scheme) -> None:
        """Wear other colours."""
        self.preferences.keep(lambda settings: replace(settings, scheme=scheme.value))
        self.theme.choose_scheme(scheme)

    def grow_text(self, step: int) -> None:
        """Write larger or smaller, by `step` in percent; 0 for the usual size."""
        self.theme.choose_scale(self.theme.scale + step if step else 100)
        self.preferences.keep(lambda settings: replace(settings, text_scale=self.theme.scale))
        if self.workspace is not None:
            self.leave_room(self._rebuild)

    def prefer(self, wanted: "Preferred") -> None:
        """Put on what the person prefers."""
        author = wanted.author or account_name()
        self.preferences.keep(lambda settings: replace(settings, author=author))
        if self.workspace is not None:
            self.workspace.store.author = author
        if wanted.scheme is not Scheme(self.preferences.settings.scheme):
            self.choose_scheme(wanted.scheme)
        if wanted.scale != self.theme.scale:
            self.grow_text(wanted.scale - self.theme.scale)
        self.choose_language(wanted.language)

    def collapse_rail(self) -> None:
        """Show the rail as icons alone, or with names."""
        if self.frame is not None:
            self.frame.collapse_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once nothing unsaved is lost; the file is given back and the settings written."""
        if not self._may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.preferences.keep(lambda settings: replace(settings, window_geometry=geometry))
        self.close_file(remember=False)
        self.runner.close()
        self.preferences.flush()
        event.accept()

    def _may_close(self) -> bool:
        """Tell whether the window can go now; when it must ask first, it closes itself after the answer."""
        answers: list[bool] = []
        asked = False

        def go() -> None:
            answers.append(True)
            if asked:
                self.close()

        self.leave_room(go)
        asked = True
        return bool(answers)

    def _build(self) -> None:
        self.filing = Filing(self, self.words, self.preferences, self.runner)
        self.filing.opening.connect(self.await_file)
        self.filing.opened.connect(self.take_store)
        self.filing.given_up.connect(self._give_up)
        self.commands = Actions(self, self.words)
        bar = QMenuBar(self)
        self.setMenuBar(bar)
        self.menus = Menus(bar, self.commands, self.words)
        self.commands.connect_all(
            {
                "new_file": lambda: self.leave_room(self.filing.ask_new),
                "open_file": lambda: self.leave_room(self.filing.ask_open),
                "open_sample": lambda: self.leave_room(self.filing.open_sample),
                "close_file": lambda: self.leave_room(self.close_file),
                "backup": lambda: self._with_locking(lambda locking: locking.ask_copy()),
                "passphrase": lambda: self._with_locking(lambda locking: locking.ask_passphrase()),
                "import": partial(self._ask, import_dialog),
                "file_history": partial(self._ask, history_dialog),
                "note": partial(self._ask, note_dialog),
                "report": partial(self.show_room, "informes"),
                "quit": self.close,
                "undo": lambda: self._with_undoing(lambda undoing, page: undoing.undo(page)),
                "redo": lambda: self._with_undoing(lambda undoing, page: undoing.redo(page)),
                "back": lambda: self._go(-1),
                "forward": lambda: self._go(1),
                "search": self._search,
                "notice": self._go_to_notice,
                "settings": partial(self._ask, settings_dialog),
                "help": partial(self._ask, help_dialog),
                "about": partial(self._ask, about_dialog),
                **{name: partial(self._command, name) for name in ROOM_COMMANDS},
            }
        )

    def _show_workspace(self, room: str, kept: Kept | None = None) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        with loading():
            from ui.frame.locking import Locking
            from ui.frame.past import Past
            from ui.frame.undoing import Undoing

        self.frame = self.coming or Frame(self.words, workspace.store.path, self.runner, self.preferences)
        if self.frame is not self.coming:
            self.setCentralWidget(self.frame)
        self.coming = self.welcome = None
        self.frame.fill(workspace, kept)
        if kept is not None and kept.places:
            self.frame.show()  # rooms are gone back to as large as they will be: a narrow one would hide its list
        self.locking = Locking(workspace, self)
        self.undoing = Undoing(workspace, self.commands)
        self.past = Past(workspace, self.leave_room, self)
        self.frame.conditions_changed.connect(self._allow)
        self.frame.ways_changed.connect(self._allow)
        for signal in (
            self.frame.conditions_changed,
            workspace.changed,
            workspace.writing_changed,
            workspace.file_changed,
        ):
            signal.connect(lambda *_: self._needs.start())
        self.commands.refused.connect(workspace.tell_refused)
        workspace.command_wanted.connect(lambda name: self.commands[name].trigger())
        workspace.import_wanted.connect(lambda entity: self.show_dialog(import_dialog(self, entity)))
        set_title(self, self.words("{file} — Enlace", file=workspace.store.path.stem))
        self._refresh_menus()
        self.frame.show_room(room)
        notice = self.preferences.notice
        if notice is not None:
            self.preferences.notice = None
            workspace.tell(Notice(notice.say(self.words)))

    def _give_up(self) -> None:
        if self.coming is not None:
            self.show_start()

    def _drop_frame(self, *, instead: bool) -> None:
        if self.frame is not None:
            if instead:  # else it goes with the window: of what is taken out Qt dresses anew all that is in it
                self.takeCentralWidget()
            self.frame.hide()
            self.frame.deleteLater()
            self.frame = None

    def _speak(self, language: str) -> None:
        self.preferences.keep(lambda settings: replace(settings, language=language))
        self.words = Words(language)
        self.faults.words = self.words
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.preferences.notice = speak_qt(application, language) or self.preferences.notice
        current = self.filing.current
        for old in (self.commands, self.filing):
            old.deleteLater()
        self._build()
        self.filing.current = current
        self._rebuild()

    def _rebuild(self) -> None:
        """Make anew what is seen, in the words and sizes of now; the person stays where they are."""
        if self.workspace is None:
            self.show_start()
            return
        room = self.frame.current if self.frame is not None else SCREENS[0].name
        kept = self.frame.kept() if self.frame is not None else None
        from ui.work.workspace import Workspace

        store = self.workspace.store
        self._drop_frame(instead=True)
        self.workspace.runner.close()
        self.workspace.deleteLater()
        self.workspace = Workspace(store, self.words, self.preferences, self.present, self)
        self._show_workspace(room, kept)

    def _refresh_menus(self) -> None:
        settings = self.preferences.settings
        self.menus.show_recent(settings.recent_files, self.open_path)
        self.menus.show_views(self, SCREENS, settings, is_open=self.frame is not None)
        self._needs.start()

    def _refresh_actions(self) -> None:
        if self.workspace is not None and self.workspace.held:
            return  # what is pressed now comes once that is over, and must find its command as it was
        if self.workspace is not None and self.frame is not None:
            self.undoing.look()
        self._allow()

    def _allow(self) -> None:
        """Switch commands on and off, reading nothing: at once, for a key may be waiting already."""
        met: set[Condition] = set()
        if self.workspace is not None and self.frame is not None:
            page = self.frame.page
            met = {Condition.FILE, *self.frame.ways(), *(page.conditions() if page is not None else ())}
            met |= self.undoing.name(page, met)
        offered = self.frame.page.commands() if self.frame is not None and self.frame.page is not None else {}
        lacking = frozenset(ROOM_COMMANDS).difference(offered)
        self.commands.allow(met, lacking=lacking, busy=self.workspace is not None and self.workspace.busy)

    def _command(self, name: str) -> None:
        page = self.frame.page if self.frame is not None else None
        call = page.commands().get(name) if page is not None else None
        if call is not None:
            call()

    def leave_room(self, then: Callable[[], object]) -> None:
        """Call `then` when nothing unsaved is lost by it."""
        if self.frame is not None:
            self.frame.leave(then)
        else:
            then()

    def _with_locking(self, call: "Callable[[Locking], object]") -> None:
        if self.workspace is not None:
            call(self.locking)

    def _with_undoing(self, call: "Callable[[Undoing, RoomPage | None], object]") -> None:
        if self.frame is not None:
            call(self.undoing, self.frame.page)

    def _go(self, step: int) -> None:
        if self.frame is not None:
            self.frame.go(step)

    def _search(self) -> None:
        if self.frame is not None:
            self.frame.top.take_focus()

    def _go_to_notice(self) -> None:
        if self.frame is not None:
            self.frame.status.notices.take_focus()

    def _ask(self, dialog_of: "Callable[[Window], QDialog | None]") -> None:
        self.show_dialog(dialog_of(self))

    def show_dialog(self, dialog: QDialog | None) -> None:
        """Show a dialog over the window, which keeps it until it is done; nothing for none."""
        if dialog is None:
            return
        self.dialog = dialog
        open_dialog(dialog)

    def _restore(self) -> None:
        self.setMinimumSize(900, 560)
        self.resize(*SIZE)
        geometry = self.preferences.settings.window_geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
