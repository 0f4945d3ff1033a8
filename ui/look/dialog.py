"""The frame that all dialogs share: a question, what is asked for, what is wrong with it, and two buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.words.problems import Problem
from app.words.words import Words
from ui.look.plain import Label, PushButton, set_title
from ui.look.problem import ProblemBox
from ui.look.theme import Role, dress

_BY_TAB = Qt.FocusPolicy.TabFocus


class DialogFrame(QDialog):
    """A question with its title, a body to fill, a place for problems, and the buttons that answer it."""

    def __init__(self, words: Words, title: str, accept: str, parent: QWidget | None = None) -> None:
        """Ask `title`; `accept` says what the main button does. Both are already in the person's language."""
        super().__init__(parent)
        self.words = words
        set_title(self, title)
        self.setMinimumWidth(440)
        self.heading = Label(title, wraps=True)
        dress(self.heading, Role.TITLE)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.problems = ProblemBox(words)
        self.accepting = PushButton(accept)
        self.accepting.setDefault(True)
        dress(self.accepting, Role.PRIMARY)
        self.accepting.clicked.connect(self.accept)
        self.cancelling = PushButton(words("Cancelar"))
        self.cancelling.setAutoDefault(False)
        self.cancelling.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancelling)
        self.buttons.addWidget(self.accepting)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addLayout(self.body)
        column.addWidget(self.problems)
        column.addStretch(1)
        column.addLayout(self.buttons)

    def say(self, text: str) -> Label:
        """Add a paragraph to the body."""
        label = Label(text, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        return label

    def ask(self, label: str, field: QWidget, accessible: QWidget | None = None) -> None:
        """Add a field with its label above it; `accessible` is the part that takes the focus, when it is not all."""
        heading = Label(label)
        heading.setBuddy(accessible or field)
        (accessible or field).setAccessibleName(label)
        self.body.addWidget(heading)
        self.body.addWidget(field)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong, in the dialog itself; the dialog stays, and grows to hold what it says."""
        self.problems.show_problems(problems)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        """Come to the buttons last with the keyboard, so that a dialog begins with its first field."""
        buttons = (self.cancelling, self.accepting)
        # Not by `nextInFocusChain`: PySide takes what that gives for a child of what it is asked of, the dialog too.
        fields = [each for each in self.findChildren(QWidget) if each.window() is self and each.focusPolicy() & _BY_TAB]
        others = [each for each in fields if each not in buttons]
        if others:
            QWidget.setTabOrder(others[-1], self.cancelling)
        QWidget.setTabOrder(self.cancelling, self.accepting)
        super().showEvent(event)

    def _grow(self) -> None:
        """Be as high as the text needs: Qt gives a window the height of wrapped labels only at its first showing."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        room = self.screen().availableGeometry().height()
        self.resize(self.width(), min(room, max(self.height(), layout.totalHeightForWidth(self.width()))))
