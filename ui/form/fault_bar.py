"""What stands above a form that could not be saved: how much is wrong in it, and a link to each place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.icons import IconLabel
from ui.look.plain import Label, PushButton, set_tip
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress


@dataclass(frozen=True, slots=True)
class Fault:
    """A place of the form with what is wrong there, both in the person's language, and the part to go to."""

    label: str
    said: str
    place: QWidget


class FaultBar(QFrame):
    """One link for each fault; hidden while there is none."""

    def __init__(self, words: Words, go_to: Callable[[QWidget], object]) -> None:
        """Call `go_to` with the part of the form to which a link leads."""
        super().__init__()
        self.words = words
        self._go_to = go_to
        self._faults: Sequence[Fault] = ()
        self.links: list[PushButton] = []
        dress(self, Role.PROBLEM)
        self.count = Label()
        self._flow = Flow(spacing=distance(1.25, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning-circle", QPalette.ColorRole.BrightText), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._flow, 1)
        self._flow.addWidget(self.count)
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> bool:
        """Lead to `faults`, and say how many they are; return whether anything changed."""
        if list(faults) == list(self._faults):
            return False
        self._faults = tuple(faults)
        for link in self.links:
            link.hide()
            self._flow.removeWidget(link)
            link.deleteLater()
        self.links = [self._link(fault) for fault in faults]
        said = self.words.plural("Hay un dato que corregir:", "Hay {count} datos que corregir:", len(faults))
        self.count.setText(said)
        self.setVisible(bool(faults))
        return True

    def announce(self) -> None:
        """Tell whoever listens with a screen reader how many there are, and what is wrong."""
        said = " ".join((self.count.text(), *(fault.said for fault in self._faults)))
        say_aloud(self.count, said)

    def _link(self, fault: Fault) -> PushButton:
        link = text_button(fault.label, "", lambda: self._go_to(fault.place), Role.BARE_LINK)
        set_tip(link, fault.said)
        link.setAccessibleDescription(fault.said)
        self._flow.addWidget(link)
        link.show()
        return link
