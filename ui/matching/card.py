"""A proposal as a card: what it is called, why it is proposed, what was said of it, and what can be done."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.file.files import Store
from app.line import Line, Row
from app.matching import Verdict
from app.matching.proposing import Proposal
from app.matching.saying import say_verdict, take_back
from app.records.changes import Changes
from ui.look.buttons import text_button
from ui.look.flow import Flow, clear, keep_lines
from ui.look.icons import IconLabel
from ui.look.link import Link
from ui.look.menus import ContextMenu, offers_of
from ui.look.opening import open_dialog
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.matching.dialogs import BeginAdoptionDialog, PutAwayDialog
from ui.reading.row_line import RowLine
from ui.work.workspace import Workspace

_VERDICTS = MappingProxyType(
    {Verdict.SERVES: ("check-circle", Role.GOOD), Verdict.SERVES_NOT: ("prohibit", Role.QUIET)}
)


class Buttons(QWidget):
    """Buttons on as many lines as the width asks for."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        """Show `buttons`."""
        super().__init__()
        flow = Flow(self, spacing=distance(1, self))
        for each in buttons:
            flow.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep as many lines as the new width makes."""
        super().resizeEvent(event)
        keep_lines(self)


class ProposalCard(QFrame):
    """One proposal; what is said of it here is saved at once."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin without one."""
        super().__init__()
        self.workspace = workspace
        self.words = words = workspace.words
        self.proposal: Proposal | None = None
        dress(self, Role.CARD)
        self.serving = text_button(words("Sirve"), "check-circle", self.serve)
        self.refusing = text_button(words("No sirve…"), "prohibit", self.put_away)
        self.taking = text_button(words("Quitar la valoración"), "arrow-counter-clockwise", self.take_back)
        self.adopting = text_button(words("Comenzar adopción…"), "arrow-bend-up-right", self.begin_adoption)
        self.adopted = text_button(words("Ver la adopción"), "arrow-square-out", self.show_adoption)
        self.buttons = (self.serving, self.refusing, self.taking, self.adopting, self.adopted)
        self._head = QHBoxLayout()
        self._head.setSpacing(distance(0.5, self))
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(1.5, self), distance(1, self), distance(1.5, self), distance(1, self))
        column.setSpacing(distance(0.75, self))
        column.addLayout(self._head)
        column.addLayout(self._said)
        column.addWidget(Buttons(self.buttons))
        self.name = Link("")
        self.rows: list[RowLine] = []
        ContextMenu(self, lambda: offers_of(*self.offered))

    @property
    def offered(self) -> Sequence[QAbstractButton]:
        """The buttons that are offered now."""
        return [each for each in self.buttons if not each.isHidden()]

    def show_proposal(self, proposal: Proposal, name: Line, detail: str, reasons: Sequence[Row], aside: str) -> None:
        """Show a proposal: its `name`, which leads to the record, and what is said of it; what was shown goes."""
        self.proposal = proposal
        clear(self._head)
        clear(self._said)
        follow = self.workspace.follow
        self.name = Link(name.text, partial(follow, name))
        self._head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        if proposal.said is not None:
            self._say_verdict(proposal.said.verdict)
        self._quiet(detail)
        self.rows = [RowLine(each, name.text, follow) for each in reasons]
        for row in self.rows:
            self._said.addWidget(row)
        if not reasons:
            self._quiet(self.words("Ninguna razón habla por ella."))
        self._quiet(aside)
        if proposal.said is not None and proposal.said.why:
            self._quiet(self.words("Motivo: {why}", why=proposal.said.why))
        self._offer(proposal, name.text)

    def stops(self) -> Sequence[QWidget]:
        """Return where the keyboard stops, in its order."""
        return (self.name, *(link for row in self.rows for link in row.links), *self.buttons)

    def serve(self) -> None:
        """Say that it serves."""
        self._do(partial(say_verdict, verdict=Verdict.SERVES))

    def put_away(self) -> None:
        """Ask why it does not serve, and put it away for good."""
        if self.proposal is not None:
            open_dialog(PutAwayDialog(self.workspace, self.proposal, self.window()))

    def take_back(self) -> None:
        """Take back what was said of it."""
        self._do(take_back)

    def begin_adoption(self) -> None:
        """Begin the adoption by the city that asks."""
        if self.proposal is not None:
            open_dialog(BeginAdoptionDialog(self.workspace, self.proposal, self.window()))

    def show_adoption(self) -> None:
        """Show what became of it."""
        if self.proposal is not None:
            self.workspace.record_wanted.emit("adoption", self.proposal.adoption)

    def _do(self, say: Callable[[Store, str, str], Changes]) -> None:
        proposal, store = self.proposal, self.workspace.store
        if proposal is not None:
            self.workspace.do(lambda: say(store, proposal.demand.id, proposal.practice.id))

    def _say_verdict(self, verdict: Verdict) -> None:
        icon_name, role = _VERDICTS[verdict]
        label = Label(self.words(verdict.label))
        dress(label, role)
        for each in (IconLabel(icon_name), label):
            self._head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)

    def _quiet(self, text: str) -> None:
        if text:
            label = Label(text, wraps=True)
            dress(label, Role.QUIET)
            self._said.addWidget(label)

    def _offer(self, proposal: Proposal, name: str) -> None:
        """Offer what can be done now; the keyboard goes on from a button that is put away to the first that is not."""
        shown = {
            self.serving: not proposal.serves,
            self.refusing: not proposal.is_away,
            self.taking: proposal.said is not None,
            self.adopting: not proposal.adoption and not proposal.is_away,
            self.adopted: bool(proposal.adoption),
        }
        held = any(button.hasFocus() for button in self.buttons)
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
            button.setAccessibleDescription(name)
        if held and not any(button.hasFocus() for button in self.offered):
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to be done."""
        self.offered[0].setFocus(Qt.FocusReason.OtherFocusReason)
