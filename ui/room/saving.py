"""Fields that are saved by themselves, each time the person leaves one: one named operation for each."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent

from app.records.changes import Changes
from app.records.conflicts import Conflict, ConflictError
from app.records.drafts import made_again
from app.records.editing import Draft, save_record
from app.records.reading import Record
from app.words.problems import Problem, ProblemError
from ui.form.conflict_box import Side, ask_about
from ui.form.editors.editor import Desk
from ui.form.edits import Edits
from ui.form.field_box import FieldBox, watch
from ui.form.field_state import RecordState
from ui.form.gone import GoneDialog
from ui.look.opening import open_dialog
from ui.look.plain import set_tip
from ui.work.workspace import Busy, Workspace


class FieldSaver(QObject):
    """The boxes of some fields of one record, which follow it and save what is written in them."""

    def __init__(
        self, workspace: Workspace, entity: str, names: Iterable[str], parent: QObject, *, desk: Desk | None = None
    ) -> None:
        """Make the boxes of the fields `names` of `entity`, whose help is their tip; whoever asks lays them out.

        References look for records in `desk`, by default in that of the workspace.
        """
        super().__init__(parent)
        self.workspace = workspace
        self.entity = workspace.catalog[entity]
        self.record_id = ""
        self.dialog: GoneDialog | None = None
        self._record: Record | None = None
        self.desk = desk or workspace.desk
        self.boxes = {name: FieldBox(self.entity.field(name), self.desk) for name in names}
        self.state = RecordState(self.entity, {name: box.state for name, box in self.boxes.items()})
        self.edits = Edits(self)
        self._saving = False
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._leaving.timeout.connect(workspace.pausing(self.flush, self))
        for box in self.boxes.values():
            box.help.hide()
            set_tip(box.editor.input(), box.help.text())
            watch(self.edits, box.editor, self.desk.words)
            box.editor.settled.connect(self._leaving.start)
            box.editor.input().installEventFilter(self)

    def show_record(self, record: Record) -> None:
        """Show `record`; of the one shown already, what is being written stays."""
        if record.id == self.record_id:
            self._record = record
            for name in self.state.refresh(record):
                self.boxes[name].forgive()
            self.edits.look_again()
            return
        self._record, self.record_id = record, record.id
        for name, box in self.boxes.items():
            box.set_value(record.values.get(name), record.titles.get(name, ""))
        self.state.begin(record)
        self.edits.clear()

    def flush(self) -> bool:
        """Save what is written; False when it could not be, and its field says why."""
        if not self.state.edited or not self.record_id or self._saving:
            return True
        if False in [box.check() for box in self.boxes.values() if box.edited]:
            return False
        self._saving = True
        draft = Draft(self.entity.name, self.record_id, self.state.values(), read=self.state.read_of_edited())
        try:
            self.workspace.write(partial(self._save, draft))
        except ConflictError as error:
            return self._offer(error.conflicts, draft)
        except Busy:
            return False
        except ProblemError as error:
            self.show_problems(error.problems)
            return False
        finally:
            self._saving = False
        self.state.keep()
        self.edits.clear()
        for box in self.boxes.values():
            box.conflict.hide()
        return True

    def _offer(self, conflicts: Iterable[Conflict], draft: Draft) -> bool:
        """Offer both sides of each conflict below its field; True when the record is no more, which is asked apart."""
        for conflict in conflicts:
            name = next((name for name in conflict.mine if name in self.boxes), "")
            if name:
                box = self.boxes[name].conflict
                ask_about(box, conflict, self.entity.name, self.desk, partial(self._decide, conflict))
            elif self._record is not None:
                again = made_again(self.desk.catalog, self._record, draft)
                self.record_id = ""
                self.state.keep()
                self.edits.clear()
                self.dialog = GoneDialog(self.workspace, conflict, again, next(iter(self.boxes.values())).window())
                open_dialog(self.dialog)
                return True
        return False

    def _decide(self, conflict: Conflict, side: Side) -> None:
        self.state.decide(conflict.mine, conflict.theirs, keep_mine=side is Side.MINE)
        self.flush()

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
        """Save when the keyboard goes elsewhere, once Qt has taken it there and nothing else is being written.

        What unfolds from a field is no other place: the person is still choosing there.
        """
        unfolds = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason
        if event.type() == QEvent.Type.FocusOut and not unfolds:
            self._leaving.start()
        return super().eventFilter(watched, event)

    def _save(self, draft: Draft) -> Changes:
        return save_record(self.workspace.store, draft).changes
