"""Quiet news in the bottom bar: what has ended well or needs a look, with buttons for what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.words.problems import Problem
from app.words.words import Words
from ui.look.elided import ElidedLabel
from ui.look.icons import IconLabel, icon
from ui.look.opening import open_dialog
from ui.look.plain import PushButton, ToolButton, set_tip
from ui.look.spoken import say_aloud
from ui.look.tab_order import lead_to
from ui.look.theme import Role, dress

MOST_LINES = 2
"""Lines of a notice, of which the last one is elided where there is more; the whole is its tip."""


class Tone(Enum):
    """How a notice sounds: its icon and the role of its words, so that no colour speaks alone."""

    GOOD = ("check-circle", Role.GOOD)
    PLAIN = ("info", Role.BODY)
    CAUTION = ("warning", Role.CAUTION)


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A button of a notice: `text` is already in the person's language."""

    text: str
    press: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """One piece of news: `text` is already in the person's language.

    One that is `passing` takes no other's place that has buttons: it is said before what that says, and its buttons
    stay, for the way back of what was done is not to be lost to a key that does nothing.
    """

    text: str
    tone: Tone = Tone.PLAIN
    buttons: tuple[NoticeButton, ...] = ()
    passing: bool = False


def saved_notice(words: Words, path: Path, problems: Sequence[Problem] = (), view: QWidget | None = None) -> Notice:
    """Say that `path` has been written, with **Abrir**, **Mostrar en la carpeta**, and what should be known of it.

    Of several problems the first stands there, and all are read in a dialog over `view`.
    """
    from ui.look.desktop import open_path, show_in_folder

    said = words("Se guardó {file}.", file=path.name)
    buttons: tuple[NoticeButton, ...] = (
        NoticeButton(words("Abrir"), partial(open_path, path)),
        NoticeButton(words("Mostrar en la carpeta"), partial(show_in_folder, path)),
    )
    if not problems:
        return Notice(said, Tone.GOOD, buttons)
    if len(problems) > 1:
        count = words.plural("Ver {count} aviso", "Ver los {count} avisos", len(problems))
        buttons = (NoticeButton(count, partial(_show_all, words, said, problems, view)), *buttons)
    return Notice(f"{said} {problems[0].say(words)}", Tone.CAUTION, buttons)


def _show_all(words: Words, title: str, problems: Sequence[Problem], view: QWidget | None) -> None:
    from ui.look.problem import ProblemDialog

    open_dialog(ProblemDialog(words, title, problems, view.window() if view is not None else None))


class NoticeBar(QWidget):
    """Shows the last notice until it is put away or a newer one takes its place; no timer hurries the reader."""

    let_go = Signal()
    """The keyboard was in the notice that is put away, and where it came from is no more to be seen."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__(parent)
        self.mark = IconLabel("info")
        self.text = ElidedLabel(lines=MOST_LINES)
        self.buttons: list[PushButton] = []
        self._standing = ""
        self._before: QWidget | None = None
        self.dismiss = ToolButton()
        self.dismiss.setIcon(icon("x"))
        set_tip(self.dismiss, words("Quitar el aviso"))
        self.dismiss.setAccessibleName(words("Quitar el aviso"))
        self.dismiss.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.dismiss)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)
        self.clear()

    @property
    def whole_width(self) -> int:
        """The pixels that all of the notice takes in one line."""
        return self._row.sizeHint().width() + self.text.sizeHint().width()

    def tell(self, notice: Notice) -> None:
        """Show `notice`, and say it to whoever listens with a screen reader."""
        if notice.passing and self.buttons:
            self._write(f"{notice.text} {self._standing}")
            say_aloud(self.text, notice.text)
            return
        self.clear()
        name, role = notice.tone.value
        self.mark.show_icon(name)
        self._standing = notice.text
        self._write(notice.text)
        dress(self.text, role)
        for button in notice.buttons:
            self._add(button)
        self.show()
        say_aloud(self.text, notice.text)

    def take_focus(self) -> None:
        """Bring the keyboard to the notice that is shown; once that is put away it goes back to where it was."""
        if not self.isHidden():
            self._note_focus(self.window().focusWidget(), self.dismiss)
            (self.buttons[0] if self.buttons else self.dismiss).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the notice away with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Put the notice away."""
        self._give_back()
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons.clear()
        self.text.clear()
        self.hide()

    def _write(self, text: str) -> None:
        self.text.setText(text)
        set_tip(self.text, text)

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Keep where the keyboard came from to the notice by a click or by Tab."""
        is_of_window = before is not None and before.window() is self.window() and not self.isAncestorOf(before)
        if is_of_window and now is not None and self.isAncestorOf(now):
            self._before = before

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if not self.isAncestorOf(self.window().focusWidget()):
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.let_go.emit()

    def _add(self, button: NoticeButton) -> None:
        made = PushButton(button.text)
        dress(made, Role.LINK)
        made.clicked.connect(lambda _checked=False: button.press())
        self.buttons.append(made)
        self._row.insertWidget(self._row.count() - 1, made)
        lead_to([made], self.dismiss)
