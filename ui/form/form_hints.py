"""What is said and proposed while a form is filled in: looked for beside the window, and never a hindrance."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.records.drafts import Draft
from app.records.proposals import ROWS, Advice, advise, is_advised
from app.words.problems import Problem
from ui.form.form import Form
from ui.work.run import Advance
from ui.work.workspace import Workspace

PATIENCE = 150
"""Milliseconds without another letter after which the form is looked at again."""


class FormHints(QObject):
    """Looks at one form whenever something is written in it, unless nothing is ever said of its kind."""

    record_wanted = Signal(str, str)
    """The record (entity, key) that a hint names is to be shown."""

    def __init__(self, form: Form, workspace: Workspace) -> None:
        """Look at `form`, and read in the file of `workspace`."""
        super().__init__(form)
        self.form = form
        self.workspace = workspace
        self._proposed: dict[str, object] = {}
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(workspace.pausing(self._look, form))
        self.is_asked = is_advised(workspace.catalog, form.entity.name)
        for part, grid in form.parts.items():
            if (form.entity.name, part) in ROWS:
                grid.begin_row = partial(self._begin_row, part)
        if self.is_asked:
            form.changed.connect(self._timer.start)
            for box in form.boxes.values():
                box.hint.record_wanted.connect(self.record_wanted)
            for grid in form.parts.values():
                grid.record_wanted.connect(self.record_wanted)

    def ask(self) -> None:
        """Look at what the form begins with."""
        if self.is_asked:
            self._proposed = {}
            self._show(())
            self._timer.start()

    def _look(self) -> None:
        draft = self.form.draft()

        def work(_: Advance) -> Advice:
            return advise(self.workspace.store, draft)

        self.workspace.runner.run(work, partial(self._take, draft), topic=f"hints {id(self.form)}")

    def _take(self, draft: Draft, advice: Advice) -> None:
        """Show what was found, unless the form says something else by now, which is looked at by itself."""
        if not isValid(self.form) or self.form.draft() != draft:  # a dialog may be done before it is answered
            return
        self._show(advice.hints)
        for name, value in advice.derived.items():
            if name in self.form.boxes:
                self.form.boxes[name].set_value(value)
        if advice.proposed != self._proposed:  # once, or who takes it back would have it again
            self._propose(advice)

    def _propose(self, advice: Advice) -> None:
        """Write what is proposed into the fields that are empty, or hold what was proposed before."""
        free = {
            name
            for name in {*advice.proposed, *self._proposed}
            if name in self.form.boxes
            and name not in self.form.state.sealed
            and self.form.value(name) in (None, "", (), self._proposed.get(name))
        }
        self._proposed = dict(advice.proposed)
        wanted = {name: value for name, value in advice.proposed.items() if name in free}
        self.form.fill(wanted, self.form.words("lo que se propone"), follows=free)

    def _begin_row(self, part: str) -> Mapping[str, object]:
        """Return what a row that is added begins with."""
        values = {name: self.form.value(name) for name in self.form.boxes}
        rows = [{name: each.value() for name, each in row.editors.items()} for row in self.form.parts[part].rows]
        return ROWS[self.form.entity.name, part](values, rows, self.form.words.language)

    def _show(self, hints: tuple[Problem, ...]) -> None:
        for name, box in self.form.boxes.items():
            box.hint.show_hints([each for each in hints if each.place.field == name])
        for part, grid in self.form.parts.items():
            for row in grid.rows:
                beside = f"{part}.{row.id}."
                row.hint.show_hints([each for each in hints if each.place.field.startswith(beside)])
