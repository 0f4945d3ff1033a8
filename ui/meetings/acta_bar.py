"""How far the acta of a meeting has come, in words, and what can be done with it next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.records.changes import Changes
from app.records.reading import Record
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.icons import IconLabel
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton, ToolButton, set_tip
from ui.look.theme import Role, distance, dress
from ui.room.opening import FileOpener
from ui.work.workspace import Workspace

if TYPE_CHECKING:
    from app.meetings.acta import ActaStatus

SHOWN = 12
"""Letters of the digest that are shown; the tip has them all."""


class ActaBar(QFrame):
    """One bar above the minutes: what the state is, the number, the digest, and the buttons of what comes next."""

    def __init__(
        self,
        workspace: Workspace,
        printing: ToolButton,
        do: Callable[[Callable[[], Changes]], bool],
        flush: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Begin without a meeting; `do` writes what is done at once, once `flush` has saved what is being written."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = words = workspace.words
        self.meeting: Record | None = None
        self.status: ActaStatus | None = None
        self._do, self._flush = do, flush
        self._opener = FileOpener(workspace, self)
        self.sign = IconLabel("info")
        self.state = Label(wraps=True)
        self.more = Label(wraps=True)
        dress(self.more, Role.QUIET)
        self.correcting = text_button(words("Pasar a corrección"), "paper-plane-tilt", self.correct)
        self.approving = text_button(
            words("Aprobar…"), "check-circle", workspace.pausing(self._ask_approval, self), Role.BODY
        )
        self.seeing = text_button(words("Ver el acta aprobada"), "file-text", self.see)
        self.reopening = text_button(words("Reabrir…"), "lock-simple-open", self.reopen)
        self.printing = printing
        self._lay_out()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.state)
        said.addWidget(self.more)
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(said, 1)
        self._doing = QHBoxLayout()
        self._doing.setSpacing(6)
        for each in self.buttons():
            self._doing.addWidget(each)
        self._doing.addStretch(1)
        self._doing.addWidget(self.printing)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), distance(0.5, self))
        self._beside.setSpacing(6)
        self._beside.addLayout(told, 1)
        self._beside.addLayout(self._doing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons stand where there is room for them now."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Let the buttons stand beside what is said, or below it where that would be squeezed into many lines."""
        texts = [each.text() for each in (self.state, self.more) if not each.isHidden()]
        metrics = self.more.fontMetrics()
        said = max((metrics.horizontalAdvance(each) for each in texts), default=0) + self.sign.sizeHint().width()
        buttons = [each for each in (*self.buttons(), self.printing) if not each.isHidden()]
        needed = said + sum(each.sizeHint().width() + self._doing.spacing() for each in buttons)
        fits = needed + 2 * distance(3, self) <= self.width() or not buttons[1:]
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def buttons(self) -> tuple[PushButton, ...]:
        """Return the buttons of what comes next, some of which are hidden."""
        return (self.correcting, self.approving, self.seeing, self.reopening)

    def show_meeting(self, meeting: Record) -> None:
        """Show how far the acta of `meeting` has come."""
        from app.meetings.acta import read_status

        self.meeting = meeting
        self.status = read_status(self.workspace.store, meeting.id)
        if self.status is None:
            return
        status, words = self.status, self.words
        self.state.setText(say_state(status, words))
        more = [words("Nº {number}", number=status.number)] if status.number else []
        more += [words("huella {digest}", digest=status.digest[:SHOWN])] if status.digest else []
        more += [each for each in (say_missing(status, words),) if each]
        self.more.setText(" · ".join(more))
        set_tip(self.more, words("Huella SHA-256: {digest}", digest=status.digest) if status.digest else "")
        self.more.setVisible(bool(more))
        dress(self.more, Role.CAUTION if say_missing(status, words) else Role.QUIET)
        dress(self.state, Role.GOOD if status.is_approved else Role.BODY)
        self.sign.show_icon("check-circle" if status.is_approved else "note-pencil")
        drafted = status.took_place and not status.is_approved
        self.correcting.setVisible(drafted and status.sent_on is None)
        self.approving.setVisible(drafted)
        self.seeing.setVisible(status.kept is not None)
        self.reopening.setVisible(status.is_approved)
        self.fit()

    def correct(self) -> None:
        """Say that the draft went to those who came."""
        from app.meetings.acta import send_to_correction

        meeting = self.meeting
        if meeting is not None and self._flush():
            self._do(lambda: send_to_correction(self.workspace.store, meeting.id))

    def _ask_approval(self) -> None:
        from ui.meetings.acta_dialogs import ApproveDialog

        if self.meeting is not None and self._flush():
            open_dialog(ApproveDialog(self.workspace, self.meeting, self.window()))

    def see(self) -> None:
        """Open the acta as it was approved."""
        if self.status is not None and self.status.kept is not None:
            self._opener.open(self.status.kept)

    def reopen(self) -> None:
        """Ask whether it is reopened."""
        from ui.meetings.acta_dialogs import ReopenDialog

        if self.meeting is not None:
            open_dialog(ReopenDialog(self.workspace, self.meeting, self.window()))


def say_state(status: "ActaStatus", words: Words) -> str:
    """Return how far an acta has come, in words."""
    if status.is_approved:
        if status.approved_on is None:
            return words("Aprobada; no está registrado qué día")
        return words("Aprobada el {day}", day=words.date(status.approved_on))
    if not status.took_place:
        return words("Borrador: se aprueba cuando la reunión esté realizada")
    if status.sent_on is not None:
        return words("En corrección desde el {day}", day=words.date(status.sent_on))
    return words("Borrador")


def say_missing(status: "ActaStatus", words: Words) -> str:
    """Return what is amiss with the file in which an approved acta is kept; empty where nothing is."""
    if not status.is_approved or status.kept is not None:
        return ""
    if not status.digest:
        return words("No se guardó una copia al aprobarla")
    if status.differs:
        return words("El PDF guardado no es el que se aprobó")
    return words("El PDF que se aprobó ya no está entre los archivos")
