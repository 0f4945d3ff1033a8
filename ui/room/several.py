"""What is said of several selected records: how many, and what can be done with them."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout

from ui.look.actions import Command, command_of
from ui.look.buttons import icon_button, text_button
from ui.look.elided import ElidedLabel
from ui.look.plain import Label, PushButton, ToolButton, set_tip
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress
from ui.work.workspace import Workspace

OFFERED = (
    "edit_many",
    "verify",
    "show_evidence",
    "tell_of",
    "deliver",
    "fulfil",
    "leave",
    "renew",
    "export_selected",
    "export_calendar",
    "copy_emails",
    "delete",
)
"""The commands that stand where several are selected, as far as the room has them."""


def offered(commands: Collection[str]) -> list[Command]:
    """Return what can be done with several records in a room that has `commands`."""
    return [command_of(name) for name in OFFERED if name in commands]


class SelectionBar(QFrame):
    """Takes the place of the buttons above the list, so that no row moves under the mouse."""

    ending = Signal()
    """The person wants none selected any more."""

    def __init__(self, workspace: Workspace) -> None:
        """Offer nothing before `offer`."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.said = ElidedLabel()
        self.buttons: dict[str, ToolButton] = {}
        self.cross = icon_button(self.words("Quitar la selección"), "x", self.ending.emit, self.words("Esc"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(distance(1, self), 0, 0, 0)
        self._row.setSpacing(distance(0.5, self))
        self._row.addWidget(self.said, 1)
        self._row.addWidget(self.cross)
        dress(self, Role.SELECTION)
        workspace.writing_changed.connect(self._allow)

    def offer(self, commands: Collection[str]) -> None:
        """Offer what a room that has `commands` can do with several records."""
        for command in offered(commands):
            button = icon_button(
                self.words(command.text), command.icon, partial(self.workspace.command_wanted.emit, command.name)
            )
            button.setText(self.words(command.text))
            self.buttons[command.name] = button
            self._row.insertWidget(self._row.count() - 1, button)

    def say(self, text: str) -> None:
        """Say how many are selected, also to whoever listens with a screen reader."""
        is_new = text != self.said.text()
        self.said.setText(text)
        set_tip(self.said, text)
        self._fit()
        if is_new and text:
            say_aloud(self.said, text)

    def show_buttons(self, shown: bool) -> None:
        """Say what can be done too, or only how many there are, where that is said beside the list."""
        for button in self.buttons.values():
            button.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the names of the buttons while there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self.buttons.values():
                button.setToolButtonStyle(style)
            taken = sum(
                button.sizeHint().width() + self._row.spacing() for button in (*self.buttons.values(), self.cross)
            )
            said = self.said.fontMetrics().horizontalAdvance(self.said.text())
            if taken + said + 2 * distance(1, self) <= self.width():
                return

    def _allow(self) -> None:
        allow(self.buttons, busy=self.workspace.busy)


class SeveralPane(QFrame):
    """Stands in the place of the record that was open, and says of the selected ones what the bar says."""

    ending = Signal()
    """The person wants none selected any more."""

    def __init__(self, workspace: Workspace, commands: Collection[str]) -> None:
        """Offer what a room that has `commands` can do with several records."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.heading = Label(wraps=True)
        dress(self.heading, Role.TITLE)
        self.cross = icon_button(self.words("Quitar la selección"), "x", self.ending.emit, self.words("Esc"))
        padding = distance(0.75, self)  # that of the buttons, whose icons stand below the first letter
        head = QHBoxLayout()
        head.setContentsMargins(padding, 0, 0, distance(1, self))
        head.addWidget(self.heading, 1)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        above, around = distance(1.5, self), distance(1, self)
        column.setContentsMargins(distance(3, self) - padding, above, around, around)
        column.setSpacing(distance(0.5, self))
        column.addLayout(head)
        self.buttons: dict[str, PushButton] = {}
        for command in offered(commands):
            press = partial(workspace.command_wanted.emit, command.name)
            self.buttons[command.name] = text_button(self.words(command.text), command.icon, press, Role.LINK)
            column.addWidget(self.buttons[command.name], 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        workspace.writing_changed.connect(self._allow)

    def say(self, text: str) -> None:
        """Say how many are selected."""
        self.heading.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the selection with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.ending.emit()
        else:
            super().keyPressEvent(event)

    def _allow(self) -> None:
        allow(self.buttons, busy=self.workspace.busy)


def allow(buttons: Mapping[str, QAbstractButton], *, busy: bool) -> None:
    """Switch off, while something is being written, the buttons of the commands that write."""
    for name, button in buttons.items():
        if command_of(name).writes:
            button.setEnabled(not busy)
