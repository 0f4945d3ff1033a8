"""A page that is read whole and that a report puts on paper: its title on top, and the way to the report beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.look.buttons import text_button
from ui.look.conditions import Condition
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton
from ui.look.tab_order import lead_to
from ui.look.theme import Role, dress
from ui.work.read_page import ReadPage
from ui.work.workspace import Workspace

Seen = TypeVar("Seen")


class PrintedPage(ReadPage[Seen]):
    """What stands on top is the title, and after it the buttons of the page, the last of which prints it."""

    def __init__(self, workspace: Workspace, title: str, report: str) -> None:
        """Begin with `title`, in Spanish source words, and print by the report of that name."""
        super().__init__(workspace)
        self.report = report
        heading = Label(self.words(title), wraps=True)
        dress(heading, Role.TITLE)
        self._top = QHBoxLayout()
        self._top.addWidget(heading, 1)
        self.column.addLayout(self._top)
        self.printing = text_button(self.words("Imprimir…"), "printer", self.print)
        self._top.addWidget(self.printing, 0, Qt.AlignmentFlag.AlignTop)

    def add_button(self, button: PushButton) -> PushButton:
        """Put a button beside the title, before that which prints, for Tab too, and return it."""
        self._top.insertWidget(self._top.indexOf(self.printing), button, 0, Qt.AlignmentFlag.AlignTop)
        lead_to((button,), self.printing)
        return button

    def conditions(self) -> frozenset[Condition]:
        """Say that there is something to print."""
        return frozenset({Condition.LIST})

    def commands(self) -> "dict[str, Callable[[], object]]":
        """Print what is seen."""
        return {"print": self.print}

    def take_focus(self) -> None:
        """Put the keyboard where one enters what is shown, or else on the way to paper."""
        (self.entry or self.printing).setFocus()

    def print(self) -> None:
        """Show the page on paper."""
        from ui.paper.report_dialog import ReportDialog

        open_dialog(ReportDialog(self.workspace, self.report, self.window()))
