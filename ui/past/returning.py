"""The ways back: what is unsaved is asked about, the verdict is shown, and what is clean is taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.past.deleted import Deleted, bring_back
from app.past.listing import Done
from app.past.news import say_news
from app.past.said import say_taken_back, say_undone
from app.past.undo_plan import SaidPlan, plan_undo
from app.past.undoing import last_undoable, numbers_after, undo_operations
from app.records.changes import Changes
from app.records.history import redo_title, undo_title
from app.words.titles import begun_small, say_within
from ui.look.notice import Notice, NoticeButton, Tone
from ui.past.verdict import Asked, VerdictDialog
from ui.work.run import Runner
from ui.work.workspace import Workspace

Leave = Callable[[Callable[[], object]], object]
"""Calls what it is given once nothing unsaved is lost."""


class Returning(QObject):
    """Takes back and brings back over one window or dialog."""

    def __init__(self, workspace: Workspace, leave: Leave, over: QWidget, runner: Runner) -> None:
        """Ask over `over`, which `runner` shows its work in."""
        super().__init__(over)
        self.workspace = workspace
        self.words = workspace.words
        self.dialog: VerdictDialog | None = None
        self._leave = leave
        self._over = over
        self._runner = runner

    def undo(self, done: Done) -> None:
        """Show what undoing one operation would do, and do it when the person says so."""
        self._ask(lambda: (done.number,), self._undoing(begun_small(done.title)))

    def return_to(self, done: Done) -> None:
        """Show what returning to the moment after an operation would do, and do it when the person says so."""
        moment = self.words.moment(done.made_at.astimezone())
        asked = Asked(self.words("¿Volver a como estaba el {moment}?", moment=moment), self.words("Volver"))
        self._ask(lambda: numbers_after(self.workspace.store, done.number), asked)

    def ask_held_back(self, redoing: bool, refusal: Exception) -> None:
        """Show what the last undo, or redo, would have to leave: it was refused for that."""
        store = self.workspace.store
        number, title = last_undoable(store, redo=redoing), (redo_title if redoing else undo_title)(store)
        if number is None or title is None:
            self.workspace.present(refusal)
        elif redoing:
            heading = self.words("Rehacer: {what}", what=say_taken_back(title, self.words))
            self._ask(lambda: (number,), Asked(heading, self.words("Rehacer")), refusal)
        else:
            self._ask(lambda: (number,), self._undoing(say_within(title, self.words)), refusal)

    def bring_back(self, deleted: Deleted) -> None:
        """Bring a deleted record back, once nothing unsaved is lost."""
        self._leave(partial(self._bring, deleted))

    def _undoing(self, what: str) -> Asked:
        return Asked(self.words("Deshacer: {what}", what=what), self.words("Deshacer"))

    def _ask(self, numbers: Callable[[], tuple[int, ...]], asked: Asked, refusal: Exception | None = None) -> None:
        """Show what undoing the operations that `numbers` gives would do.

        With `refusal`, that is what the person reads when nothing of it could be done.
        """
        store, words = self.workspace.store, self.words

        def plan() -> None:
            self._runner.run(
                lambda _: plan_undo(store, numbers(), words),
                partial(self._show, asked, refusal),
                title=words("Mirando qué volvería"),
                topic="plan",
            )

        self._leave(plan)

    def _show(self, asked: Asked, refusal: Exception | None, plan: SaidPlan) -> None:
        if refusal is not None and not plan.does_something:
            self.workspace.present(refusal)
            return
        dialog = self.dialog = VerdictDialog(self.words, asked, plan, self._over)
        dialog.accepted.connect(lambda: self._undo(plan.numbers))
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: VerdictDialog, _result: int) -> None:
        dialog.deleteLater()
        if self.dialog is dialog:
            self.dialog = None

    def _undo(self, numbers: tuple[int, ...]) -> None:
        store = self.workspace.store
        self.workspace.write_beside(
            lambda _: undo_operations(store, numbers), self.words("Deshaciendo"), self._tell_undone, runner=self._runner
        )

    def _bring(self, deleted: Deleted) -> None:
        store = self.workspace.store
        left: list[int] = []

        def bring(_: object) -> Changes:
            back = bring_back(store, deleted)
            left.append(back.left)
            return back.changes

        self.workspace.write_beside(
            bring,
            self.words("Trayendo de nuevo"),
            lambda changes: self._tell_back(changes, sum(left)),
            runner=self._runner,
        )

    def _tell_undone(self, changes: Changes) -> None:
        if not changes:
            self.workspace.tell(Notice(self.words("No hay nada que deshacer: todo está ya así.")))
            return
        said = say_undone(changes.title, self.words)
        self.workspace.tell(Notice(said, Tone.GOOD, (NoticeButton(self.words("Rehacer"), self.workspace.redo),)))

    def _tell_back(self, changes: Changes, left: int) -> None:
        said = say_news(changes, self.workspace.catalog, self.words)
        if left:
            said += " " + self.words.plural(
                "{count} de sus partes no volvió: falta la ficha que nombra.",
                "{count} de sus partes no volvieron: faltan las fichas que nombran.",
                left,
            )
        self.workspace.tell_done(changes, said)
