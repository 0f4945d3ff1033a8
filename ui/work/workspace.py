"""The open file and what every view of it shares: its words, settings, work beside the window, and its changes."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.file.files import Store
from app.file.store_problems import Reason, StoreFailure, problem_of
from app.line import Line
from app.past.news import say_news
from app.past.said import say_taken_back, say_undone
from app.past.undoing import last_undoable, undo_operations
from app.records.catalog import Catalog, Query
from app.records.changes import Changes
from app.records.history import redo, undo
from app.records.reading import Hit, choose, list_ids, list_rows, search, titles_of_chosen
from app.screens import screen_of
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from ui.form.editors.editor import NOTHING_KNOWN, Desk
from ui.look.notice import Notice, NoticeButton, Tone
from ui.work.pause import Pause
from ui.work.preferences import Preferences
from ui.work.run import Advance, Job, Runner
from ui.work.seeking import Seeking

if TYPE_CHECKING:
    from app.sheets.pasting import Destination, Pasted


class Workspace(QObject):
    """One open file in one window. Views read from `store` and refresh from the `Changes` that `changed` hands them."""

    changed = Signal(object)
    """Changes: an operation has ended, been undone or been redone."""
    told = Signal(object)
    """Notice: there is quiet news for the bar below."""
    record_wanted = Signal(str, str)
    """The record (entity, key) is to be shown in its room."""
    edit_wanted = Signal(str, str, str)
    """The record (entity, key) is to be edited in its room, beginning with the field or part of that name."""
    new_wanted = Signal(str, object)
    """A record of the entity is to be begun in its room, with these values."""
    import_wanted = Signal(str)
    """A spreadsheet of records of the entity is to be imported."""
    room_wanted = Signal(str, object)
    """The room of that name is to be shown; the object is a Query for its list, or None."""
    review_wanted = Signal(object)
    """Concern: what it counts is to be gone through, record by record."""
    verified = Signal(str, object)
    """These records of the entity, a sequence of keys, have been confirmed today."""
    command_wanted = Signal(str)
    """The command of the window with that name is wanted."""
    held_back = Signal(bool, object)
    """Exception: the last undo (True: redo) would have to leave something, which is asked about first."""
    undo_wanted = Signal(object)
    """Done: this operation is to be undone, once its verdict was seen."""
    return_wanted = Signal(object)
    """Done: the file is to be again as it was after this operation."""
    writing_changed = Signal()
    file_changed = Signal()
    """The file has been locked, unlocked or copied."""

    def __init__(
        self,
        store: Store,
        words: Words,
        preferences: Preferences,
        present: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        """Share `store`; `present` shows what went wrong when nothing nearer can."""
        super().__init__(parent)
        self.store = store
        store.language = words.language
        self.words = words
        self.preferences = preferences
        self.present = present
        self.runner = Runner(self, present)
        self.references = StoreReferences(self)
        self.pausing = partial(Pause, self)
        """Makes of a piece of reading of a view one that waits while something is being written."""
        self.seeking = Seeking(self)
        self.desk = Desk(words, store.catalog, self.references, self.pausing, store.today, self.read_pasted)
        self.writing = ""
        self.closed = False
        """Whether the file has been given back: a view that lives a moment longer reads nothing of it any more."""
        self.held = False
        """Whether keys and clicks wait until what is being written is written."""
        self._copies = ""

    @property
    def catalog(self) -> Catalog:
        """The kinds of record of the open file."""
        return self.store.catalog

    @property
    def busy(self) -> bool:
        """Whether something is being written that takes its time, while keys and clicks are not held."""
        return bool(self.writing) and not self.held

    def folder_of_copies(self) -> Path:
        """Return a new folder for the copy of an attached file that another program opens; it goes with the workspace.

        The file may be locked with a passphrase: what is taken out of it must not stay behind in the open.
        """
        if not self._copies:
            self._copies = mkdtemp(prefix="enlace-")
            self.destroyed.connect(partial(rmtree, self._copies, ignore_errors=True))
        return Path(mkdtemp(dir=self._copies))

    def read_pasted(self, text: str, destination: "Destination", done: Callable[["Pasted"], None]) -> None:
        """Read beside the window a text that was copied from a spreadsheet, and hand its rows to `done`."""
        from app.sheets.pasting import read_pasted

        store, words = self.store, self.words
        self.runner.run(lambda _: read_pasted(store, text, destination, words), done, topic="paste")

    def show_list(self, query: Query) -> None:
        """Let what `query` asks for be listed in its room; nothing of a kind that has none."""
        screen = screen_of(query.entity)
        if screen is not None:
            self.room_wanted.emit(screen.name, query)

    def follow(self, line: Line) -> None:
        """Show what a line leads to, if anything: its list or its record."""
        if line.query is not None:
            self.show_list(line.query)
        elif line.record is not None:
            self.record_wanted.emit(line.record.entity, line.record.id)

    def tell(self, notice: Notice) -> None:
        """Say something quietly."""
        self.told.emit(notice)

    def tell_refused(self, why: str) -> None:
        """Tell why a command cannot act, in the person's language; what stands with a way back stays."""
        self.told.emit(Notice(why, passing=True))

    def apply(self, changes: Changes) -> None:
        """Let every view refresh from what an operation touched."""
        if changes:
            self.changed.emit(changes)

    def write(self, work: Callable[[], Changes], *, written: Callable[[], object] | None = None) -> Changes:
        """Do a short piece of writing beside the window, wait for it, and hand on what it touched.

        Meanwhile the window shows what it showed, and keys and clicks wait: what comes next, such as leaving the
        record, needs to know whether it is saved. `work` knows nothing of the window; `written` is called in its
        thread before the views refresh. What `work` raises goes on to the caller, what the world does to the file as
        ProblemError; Busy, of which a notice tells, while a long writing is under way.
        """
        if self.writing:
            raise self._say_busy()
        title = self.words("Guardando")
        self.held = True
        self._set_writing(title)
        try:
            changes = self.runner.wait(work, title=title)
        except StoreFailure as error:
            said = problem_of(error)
            if said is None:
                raise
            raise ProblemError(said) from error
        finally:
            self.held = False
            self._set_writing("")
        if written is not None:
            written()
        self.apply(changes)
        return changes

    def write_beside(
        self,
        work: Callable[[Advance], Changes],
        title: str,
        done: Callable[[Changes], object] | None = None,
        *,
        runner: Runner | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Job | None:
        """Do a piece of writing that may be long beside the window; `title` is what the person reads meanwhile.

        A dialog gives its own `runner`, which shows the work in it, and takes what goes wrong by `failed`. None, and
        nothing done, while another writing is under way.
        """
        if self.writing:
            self._say_busy()
            return None
        self._set_writing(title)

        def end(changes: Changes) -> None:
            self._set_writing("")
            self.apply(changes)
            if done is not None:
                done(changes)

        def fail(error: Exception) -> None:
            self._set_writing("")
            (failed or self.present)(error)

        job = (runner or self.runner).run(work, end, fail, title=title)
        job.ended.connect(lambda: self._set_writing(""))
        return job

    def undo(self) -> None:
        """Take back the last change, and say which."""
        failed = partial(self._on_failed_undo, redoing=False)
        self.write_beside(lambda _: undo(self.store), self.words("Deshaciendo"), self._tell_undone, failed=failed)

    def redo(self) -> None:
        """Bring back what was undone last, and say what."""
        failed = partial(self._on_failed_undo, redoing=True)
        self.write_beside(lambda _: redo(self.store), self.words("Rehaciendo"), self._tell_redone, failed=failed)

    def take_back(self, changes: Changes) -> None:
        """Take back one operation, whatever was done since, and say which; what is last goes as `undo` does it."""
        number = changes.operation
        if number is None:
            return
        last = last_undoable(self.store) == number
        if last:
            self.undo()
        else:
            self.write_beside(
                lambda _: undo_operations(self.store, [number]), self.words("Deshaciendo"), self._tell_undone
            )

    def do(self, work: Callable[[], Changes]) -> None:
        """Write what the person asked for at once, and say it with the way back, or what the world has against it."""
        try:
            changes = self.write(work)
        except ProblemError as error:
            self.present(error)
        else:
            self.tell_done(changes)

    def tell_done(self, changes: Changes, said: str = "", *, name: str = "") -> None:
        """Say what an operation did, with the way back; `said` is told in its place, `name` is what a record is called.

        The title of an operation has the name that the record had before it.
        """
        if changes:
            news = said or say_news(changes, self.catalog, self.words, name=name)
            self.tell(Notice(news, Tone.GOOD, self.undo_buttons(changes)))
        else:
            self.tell(Notice(self.words("No había nada que cambiar.")))

    def undo_buttons(self, changes: Changes | None = None) -> tuple[NoticeButton, ...]:
        """Return the button of a notice that takes back what the notice tells: these changes, or what is last."""
        press = partial(self.take_back, changes) if changes is not None else self.undo
        return (NoticeButton(self.words("Deshacer"), press),)

    def _tell_undone(self, changes: Changes) -> None:
        if not changes:
            self.tell(Notice(self.words("No hay nada que deshacer: todo está ya así.")))
            return
        button = NoticeButton(self.words("Rehacer"), self.redo)
        said = say_undone(changes.title, self.words)
        self.tell(Notice(said, Tone.GOOD, (button,)))

    def _tell_redone(self, changes: Changes) -> None:
        said = self.words("Se rehizo: {what}", what=say_taken_back(changes.title, self.words))
        self.tell(Notice(said, Tone.GOOD, self.undo_buttons()))

    def _on_failed_undo(self, error: Exception, *, redoing: bool) -> None:
        if isinstance(error, StoreFailure) and error.reason is Reason.CONFLICT:
            self.held_back.emit(redoing, error)
        else:
            self.present(error)

    def close(self) -> None:
        """End all work and give the file back."""
        self.closed = True
        with suppress(RuntimeError):  # the window may have gone first
            self.runner.close()
        self.store.close()
        if self._copies:
            rmtree(self._copies, ignore_errors=True)

    def _say_busy(self) -> "Busy":
        """Tell quietly what is being written, and return it as what keeps another writing from being done."""
        problem = Problem(mark("Espere a que termine: {what}."), values={"what": self.writing})
        self.tell(Notice(problem.say(self.words)))
        return Busy(problem)

    def _set_writing(self, title: str) -> None:
        if self.writing != title:
            self.writing = title
            self.writing_changed.emit()


class Busy(ProblemError):
    """Something else is being written; the person has been told."""


class EntitySource:
    """The keys and rows of one entity, as a table asks for them."""

    def __init__(self, store: Store, entity: str) -> None:
        """Read records of `entity` from `store`."""
        self._store = store
        self._entity = entity

    def ids(self, query: Query) -> Sequence[str]:
        """Return all the keys of the query in its order."""
        return list_ids(self._store, query)

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        """Return a row of values for each key, in the order of the keys, without those that are gone."""
        return list_rows(self._store, self._entity, columns, ids)


class StoreReferences:
    """Where editors of references look for records: the open file, and its rooms."""

    def __init__(self, workspace: Workspace) -> None:
        """Look in the file of `workspace`."""
        self._workspace = workspace

    def choose(self, entity: str, text: str) -> Sequence[Hit]:
        """Return the records of `entity` that `text` may mean, likeliest first."""
        return choose(self._workspace.store, entity, text, words=self._workspace.words)

    def search(self, text: str) -> Sequence[Hit]:
        """Return the records of any kind that have the words of `text`, kind by kind."""
        return search(self._workspace.store, text, words=self._workspace.words)

    def titles(self, entity: str, ids: Sequence[str]) -> Mapping[str, str]:
        """Return what each record is called."""
        return titles_of_chosen(self._workspace.store, entity, ids)

    def open(self, entity: str, id: str) -> None:
        """Show the record in its room."""
        self._workspace.record_wanted.emit(entity, id)

    def create(
        self, entity: str, text: str, done: Callable[[str], None], values: Mapping[str, object] = NOTHING_KNOWN
    ) -> None:
        """Let the person make a record that begins with `text` and `values`, and hand its key to `done`."""
        from ui.form.new_record import ask_new_record

        ask_new_record(self._workspace, entity, text, done, values=values)
