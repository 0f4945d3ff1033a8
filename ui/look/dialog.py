"""The frame that all dialogs share: a question, what is asked for, what is wrong with it, and two buttons."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words.problems import Problem
from app.words.words import Words
from ui.look.fitting_dialog import FittingDialog
from ui.look.plain import Label, PushButton, set_title
from ui.look.problem import ProblemBox
from ui.look.theme import Role, dress

_BY_TAB = Qt.FocusPolicy.TabFocus


class DialogFrame(FittingDialog):
    """A question with its title, a body to fill, a place for problems, and the buttons that answer it."""

    def __init__(self, words: Words, title: str, accept: str, parent: QWidget | None = None) -> None:
        """Ask `title`; `accept` says what the main button does. Both are already in the person's language."""
        super().__init__(parent)
        self.words = words
        set_title(self, title)
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
        self._lay_out()

    def _lay_out(self) -> None:
        self.content.addWidget(self.heading)
        self.content.addLayout(self.body)
        self.content.addWidget(self.problems)
        self.content.addStretch(1)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancelling)
        self.buttons.addWidget(self.accepting)

    def say(self, text: str) -> Label:
        """Add a paragraph to the body."""
        label = Label(text, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        return label

    def ask(self, label: str, field: QWidget, accessible: QWidget | None = None) -> None:
        """Add a field with its label above it; `accessible` is the part that takes the focus, when it is not all."""
        heading = Label(label, wraps=True)
        heading.setBuddy(accessible or field)
        (accessible or field).setAccessibleName(label)
        self.body.addWidget(heading)
        self.body.addWidget(field)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong, in the dialog itself; the dialog stays, and grows to hold what it says."""
        self.problems.show_problems(problems)
        if self.isVisible():
            self.grow()
            QTimer.singleShot(0, self.problems, self._show_first)  # once they have their place

    def _show_first(self) -> None:
        """Bring what is wrong into sight: all of it, or as much from its beginning as there is room for."""
        top, room = self.problems.y(), self._area.viewport().height()
        shown = min(self.problems.height(), room)
        self._area.ensureVisible(0, top + shown, 0, 0)
        self._area.ensureVisible(0, top, 0, 0)

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
