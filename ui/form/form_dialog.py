"""A dialog that asks for some fields of a record in a form of their own."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.records.drafts import Draft
from app.records.reading import Record
from app.screens.layout import FormLayout
from app.words.problems import Problem, ProblemError
from ui.form.editors.editor import NOTHING_KNOWN
from ui.form.form import Form
from ui.form.form_hints import FormHints
from ui.look.unsaved import WritingDialog
from ui.work.workspace import Workspace

TALLEST = 420
"""Pixels beyond which the form scrolls by itself."""


class FormDialog(WritingDialog):
    """Asks for the fields of a layout; how they are saved says who inherits."""

    def __init__(
        self, workspace: Workspace, layout: FormLayout, said: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """Ask for what `layout` has; `said` are the title and the main button in the language of the window."""
        super().__init__(workspace.words, *said, parent)
        self.workspace = workspace
        self.form = Form(layout, workspace.desk)
        self.form.stand_flush()
        self.hints = FormHints(self.form, workspace)
        self.hints.record_wanted.connect(self._leave_for)
        self._begun = self._written()
        self._wanted: tuple[str, str] | None = None

    def begin(self, record: Record | None = None, values: Mapping[str, object] = NOTHING_KNOWN) -> None:
        """Show `record`, or for None what a new one has and `values`, of which nobody wrote anything here."""
        for each in (self.form.top, self.form):  # before anything is said: what has no place yet is a window
            self.body.addWidget(each)
        self.form.set_record(record, values)
        self._begun = self._written()
        page = self.form.widget()
        if page is not None:
            page.installEventFilter(self)
        self._fit()
        self.form.focus_first()
        self.hints.ask()

    def _fit(self) -> None:
        """Have room for the whole form, up to where it scrolls."""
        page = self.form.widget()
        height = page.sizeHint().height() if page is not None else TALLEST
        if self.form.minimumHeight() != min(TALLEST, height):
            self.form.setMinimumHeight(min(TALLEST, height))
            if self.isVisible():
                self.grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what is said in the form, as what is wrong with it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def holds_words(self) -> bool:
        """Tell whether somebody has written anything in the form."""
        return self._written() != self._begun

    def values(self) -> dict[str, object]:
        """Return what stands in the fields, None where that is nothing."""
        return {name: box.editor.value() or None for name, box in self.form.boxes.items()}

    def write(self, work: Callable[[], Changes]) -> None:
        """Do `work` and close; nothing while what is typed cannot be read. What is wrong stands beside its field."""
        typed = self.form.typed_problems()
        if typed:
            self.form.show_problems(typed)
            return
        try:
            changes = self.workspace.write(work)
        except ProblemError as error:
            self.form.show_problems(error.problems)
        else:
            super().accept()
            self.workspace.tell_done(changes)

    def reject(self) -> None:
        """Leave for nothing, asking first where something is written."""
        self._wanted = None
        super().reject()

    def give_up(self) -> None:
        """Leave without saving, for the record that a hint named where that was asked for."""
        super().give_up()
        if self._wanted is not None:
            self.workspace.record_wanted.emit(*self._wanted)

    def _leave_for(self, entity: str, key: str) -> None:
        """Leave, asking first where something is written, for a record that a hint names."""
        self._wanted = entity, key
        super().reject()

    def _written(self) -> tuple[Draft, list[Problem]]:
        return self.form.draft(), self.form.typed_problems()
