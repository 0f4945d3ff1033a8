"""The file of the person: made and opened, each failure with its own words."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.file.settings import settings_folder
from app.file.store_problems import Reason, StoreFailure, problem_of
from app.file.writing import ENDING
from app.loading import loading
from app.words.words import Words
from ui.dialogs.passphrase import AskPassphrase
from ui.look.dialog import DialogFrame
from ui.look.problem import ProblemDialog
from ui.work.folders import last_folder
from ui.work.preferences import Preferences
from ui.work.run import Runner

if TYPE_CHECKING:
    from app.file.files import Store

SAMPLE = "Ejemplo.enlace"


class Filing(QObject):
    """Opens and makes files for one window; `opened` hands over the open store."""

    opening = Signal(object)
    """Path: this file is about to be opened; the window shows its frame meanwhile."""
    opened = Signal(object)
    """Store: a file has been opened."""
    given_up = Signal()
    """The file that was about to be opened is not, and the person has been told why or does not want it any more."""

    def __init__(self, window: QWidget, words: Words, preferences: Preferences, runner: Runner) -> None:
        """Ask over `window`; the work is done by `runner`."""
        super().__init__(window)
        self.window = window
        self.words = words
        self.preferences = preferences
        self.runner = runner
        self.dialog: QDialog | None = None
        self.current: Path | None = None

    def ask_new(self) -> None:
        """Let the person choose a place, a name and a passphrase for a new file."""
        self._know_author(self._ask_new)

    def _ask_new(self) -> None:
        from ui.dialogs.new_file import NewFileDialog

        dialog = NewFileDialog(self.words, last_folder(self.preferences.settings), self.window)
        dialog.made.connect(lambda path, passphrase: self.make(path, passphrase or None, dialog))
        self._show(dialog)

    def make(self, path: Path, passphrase: str | None, dialog: DialogFrame | None = None) -> None:
        """Make a new file at `path`; what goes wrong is said in `dialog`, which stays until the file is there.

        Keys and clicks wait: one that closed the dialog meanwhile would leave a file that nobody shows, and holds.
        """
        author, language = self.preferences.settings.author, self.words.language

        def make() -> "Store":
            _load()
            from app.file.files import new_file

            return new_file(path, passphrase, author=author, language=language)

        try:
            store = self.runner.wait(make, title=self.words("Creando el archivo"))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said where the file was asked for
            self._on_failed_making(error, dialog)
            return
        if dialog is not None:
            dialog.close()
        self.opened.emit(store)

    def _on_failed_making(self, error: Exception, dialog: DialogFrame | None) -> None:
        problem = problem_of(error)
        if problem is None or dialog is None:
            self._say(self.words("No se pudo crear el archivo"), error)
        else:
            dialog.show_problems([problem])

    def ask_open(self) -> None:
        """Let the person choose a file to open."""
        pattern = self.words("Archivos de Enlace ({pattern})", pattern=f"*{ENDING}")
        every = self.words("Todos los archivos ({pattern})", pattern="*")
        name, _ = QFileDialog.getOpenFileName(
            self.window, self.words("Abrir archivo"), str(last_folder(self.preferences.settings)), f"{pattern};;{every}"
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path, passphrase: str | None = None, asking: "_PatientAsking | None" = None) -> None:
        """Open the file at `path`, asking for its passphrase when it has one, again when it is wrong.

        One that is open in this window stays as it is.
        """
        if self.current is not None and self.current.absolute() == path.absolute():
            return
        self.opening.emit(path)
        self._know_author(partial(self._open, path, passphrase, asking))

    def _open(self, path: Path, passphrase: str | None, asking: "_PatientAsking | None") -> None:
        """Open the file while the window paints its frame: what is typed meanwhile comes when the room is there."""
        work = partial(_load_and_open, path, passphrase, self.preferences.settings.author)
        try:
            store = self.runner.wait(work, title=self.words("Abriendo {file}", file=path.name))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said in front of the frame
            self._on_failure(path, asking, error)
            return
        if asking is not None:
            asking.put_away()
        self.opened.emit(store)

    def prepare(self) -> None:
        """Load beside the window what opens a file, so that the first is opened sooner."""
        self.runner.run(lambda _: _load(), lambda _: None)

    def open_sample(self) -> None:
        """Open the example, made anew when it is not there."""
        path = settings_folder() / SAMPLE
        if path.exists():
            self.open(path)
        else:
            self._know_author(partial(self._make_sample, path))

    def _make_sample(self, path: Path) -> None:
        author = self.preferences.settings.author

        def make(_: object) -> "Store":
            _load()
            from app.file.files import new_file
            from app.sample import build_sample

            path.parent.mkdir(parents=True, exist_ok=True)
            store = new_file(path, None, author=author)
            try:
                build_sample(store, store.today())
            except BaseException:
                store.close()
                path.unlink(missing_ok=True)
                raise
            return store

        failed: Callable[[Exception], None] = partial(self._say, self.words("No se pudo abrir el ejemplo"))
        self.runner.run(make, self.opened.emit, failed, title=self.words("Creando el ejemplo"))

    def _know_author(self, then: Callable[[], object]) -> None:
        """Go on with `then` when it is known who works here; the first time the person is asked."""
        if self.preferences.settings.author:
            then()
            return
        from ui.dialogs.author import AuthorDialog

        def answered(_result: int) -> None:
            author = dialog.author
            self.preferences.keep(lambda settings: replace(settings, author=author))
            then()

        dialog = AuthorDialog(self.words, self.window)
        self._show(dialog)
        dialog.finished.connect(answered)

    def _on_failure(self, path: Path, asking: "_PatientAsking | None", error: Exception) -> None:
        reason = error.reason if isinstance(error, StoreFailure) else None
        if reason is Reason.PASSPHRASE_NEEDED:
            self._ask_passphrase_of(path)
        elif reason is Reason.WRONG_PASSPHRASE and asking is not None:
            problem = problem_of(error)
            asking.show_problems([problem] if problem else [])
            asking.field.setFocus()
            asking.field.selectAll()
        else:
            if asking is not None:
                asking.put_away()
            self._say(self.words("No se pudo abrir {file}", file=path.name), error)

    def _ask_passphrase_of(self, path: Path) -> None:
        dialog = _PatientAsking(self.words, path.name, self.window)
        dialog.given.connect(lambda passphrase: self.open(path, passphrase, dialog))
        dialog.rejected.connect(self.given_up)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QDialog, _result: int) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _say(self, title: str, error: Exception) -> None:
        problem = problem_of(error)
        if problem is None:
            self.given_up.emit()
            raise error
        dialog = ProblemDialog(self.words, title, [problem], self.window)
        dialog.finished.connect(self.given_up)
        self._show(dialog)


class _PatientAsking(AskPassphrase):
    """Asks for a passphrase and stays until it opens the file or the person gives up."""

    given = Signal(str)

    def accept(self) -> None:
        """Hand over what was typed."""
        self.given.emit(self.passphrase)

    def put_away(self) -> None:
        """Close: what was typed has been tried, and nobody has given up."""
        self.done(QDialog.DialogCode.Accepted)


def _load() -> None:
    """Load what opens and makes files, the engine with all that stands on it: nothing else waits for it."""
    with loading():
        import app.file.files  # noqa: F401 - loaded here, named where it is used


def _load_and_open(path: Path, passphrase: str | None, author: str) -> "Store":
    _load()
    from app.file.files import open_file

    return open_file(path, passphrase, author=author)
