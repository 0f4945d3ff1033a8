"""Fields that are saved by themselves, each time the person leaves one: one named operation for each."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from app.catalog import describe
from app.changes import Changes
from app.editing import Draft, save_record
from app.problems import Problem, ProblemError
from app.records import Record
from ui.editors.editor import Desk
from ui.field_box import FieldBox
from ui.workspace import Workspace


class FieldSaver(QObject):
    """The boxes of some fields of one record, which follow it and save what is written in them."""

    edited = Signal()
    """The person is writing in one of the fields."""

    def __init__(
        self, workspace: Workspace, entity: str, names: Iterable[str], parent: QObject, *, desk: Desk | None = None
    ) -> None:
        """Make the boxes of the fields `names` of `entity`, whose help is their tip; whoever asks lays them out.

        References look for records in `desk`, by default in that of the workspace.
        """
        super().__init__(parent)
        self.workspace = workspace
        self.entity = describe(entity)
        self.record_id = ""
        self.boxes = {name: FieldBox(self.entity.field(name), desk or workspace.desk) for name in names}
        self._saving = False
        for box in self.boxes.values():
            box.help.hide()
            box.editor.input().setToolTip(box.help.text())
            box.changed.connect(self.edited)
            box.editor.settled.connect(self.flush)
            box.editor.input().installEventFilter(self)

    def show_record(self, record: Record) -> None:
        """Show `record`; of the one shown already, what is being written stays."""
        same = record.id == self.record_id
        self.record_id = record.id
        for name, box in self.boxes.items():
            value = record.values.get(name)
            if same and box.edited and box.editor.value() != value:
                continue
            if same and box.editor.value() == value and not box.faulty:
                box.keep()
            else:
                box.set_value(value, record.titles.get(name, ""))

    def flush(self) -> bool:
        """Save what is written; False when it could not be, and its field says why."""
        written = {name: box for name, box in self.boxes.items() if box.edited}
        if not written or not self.record_id or self._saving:
            return True
        if False in [box.check() for box in written.values()]:
            return False
        values = {name: box.editor.value() for name, box in written.items()}
        self._saving = True
        try:
            draft = Draft(self.entity.name, self.record_id, values)
            self.workspace.write(partial(self._save, draft))
        except ProblemError as error:
            self.show_problems(error.problems)
            return False
        finally:
            self._saving = False
        for box in written.values():
            box.keep()
        return True

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say each problem beside its field; one that has none goes where the workspace shows it."""
        loose = []
        for problem in problems:
            if problem.place.field in self.boxes:
                self.boxes[problem.place.field].show_problem(problem)
            else:
                loose.append(problem)
        if loose:
            self.workspace.present(ProblemError(*loose))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the keyboard goes elsewhere, once Qt has taken it there."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self.flush)
        return super().eventFilter(watched, event)

    def _save(self, draft: Draft) -> Changes:
        return save_record(self.workspace.store, draft).changes
