"""What stands above the fields of a form and is not scrolled with them: what is sealed of it, and what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.reading import Record
from app.words.words import Words
from ui.form.editors.editor import Desk
from ui.form.fault_bar import FaultBar
from ui.form.seal_line import SealLine
from ui.look.problem import ProblemBox

MEETING = "meeting"


class FormTop(QWidget):
    """The line of the seal, the problems of no field, and the links to those of fields; no room while there is none."""

    def __init__(self, words: Words, go_to: Callable[[QWidget], object]) -> None:
        """Stand above the fields of a form; `go_to` leads to one of its widgets."""
        super().__init__()
        self.words = words
        said = words("El acta de la reunión está aprobada: lo que dice solo se lee; lo demás se sigue anotando.")
        self.seal = SealLine(words, said)
        self.problems = ProblemBox(words)
        self.faults = FaultBar(words, go_to)
        self._record: Record | None = None
        self._desk: Desk | None = None
        self.seal.reopening.connect(self._lead_to_meeting)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 8, 24, 0)
        for each in (self.seal, self.problems, self.faults):
            self._column.addWidget(each)
        self.hide()

    def stand_flush(self) -> None:
        """Stand in a dialog, whose own margins align it with the heading."""
        self._column.setContentsMargins(0, 0, 0, 8)

    def show_seal(self, record: Record | None, desk: Desk) -> None:
        """Say whether an approved acta says something of `record`: a meeting reopens it, others lead to theirs."""
        self._record, self._desk = record, desk
        if self.seal.show_record(record) and record is not None:
            is_meeting = record.entity == MEETING
            self.seal.reopen.setText(self.words("Reabrir…") if is_meeting else self.words("Ver la reunión"))

    def links(self) -> Sequence[QWidget]:
        """Return where the keyboard stops before the links to what is wrong."""
        return [] if self.seal.isHidden() else [self.seal.reopen]

    def fit(self) -> None:
        """Be seen while something is said."""
        self.setVisible(not (self.seal.isHidden() and self.problems.isHidden() and self.faults.isHidden()))

    def _lead_to_meeting(self) -> None:
        """Show the meeting whose acta says something of the record, where that is another record."""
        record, desk = self._record, self._desk
        if record is None or record.seal is None or record.entity == MEETING:
            return
        if desk is not None and desk.references is not None:
            desk.references.open(MEETING, record.seal.meeting.id)
