"""The question before something unsaved is left."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words.words import Words
from ui.look.dialog import DialogFrame
from ui.look.opening import open_dialog
from ui.look.plain import PushButton, set_title


class Answer(Enum):
    """What to do with what is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    KEEP = "keep"


class UnsavedDialog(DialogFrame):
    """Asks whether to save, to give up or to go on editing."""

    answered = Signal(object)

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        """Ask about the record called `name`."""
        super().__init__(words, words("¿Guardar los cambios de «{name}»?", name=name), words("Guardar"), parent)
        set_title(self, words("Cambios sin guardar"))
        self.cancelling.setText(words("Seguir editando"))
        self.discarding = PushButton(words("No guardar"))
        self.discarding.setAutoDefault(False)
        self.discarding.clicked.connect(self._discard)
        self.buttons.insertWidget(0, self.discarding)
        self.accepting.setFocus()  # where Enter and Space lose nothing
        self._given_up = Answer.KEEP
        self.accepted.connect(lambda: self.answered.emit(Answer.SAVE))
        self.rejected.connect(lambda: self.answered.emit(self._given_up))

    def _discard(self) -> None:
        self._given_up = Answer.DISCARD
        self.reject()


def ask_unsaved(
    words: Words,
    name: str,
    parent: QWidget,
    *,
    save: Callable[[], bool],
    discard: Callable[[], object],
    then: Callable[[], object],
) -> UnsavedDialog:
    """Ask what is to become of unsaved changes of the record called `name`; `then` follows unless they stay."""
    dialog = UnsavedDialog(words, name, parent)

    def answer(given: Answer) -> None:
        if given is Answer.KEEP or (given is Answer.SAVE and not save()):
            return
        if given is Answer.DISCARD:
            discard()
        then()

    dialog.answered.connect(answer)
    return open_dialog(dialog)


class WritingDialog(DialogFrame):
    """A dialog in which words are written that its main button saves: Esc, «Cancelar» and the cross lose none unasked.

    What only chooses how something is done (a paper, an export, a file to open) is asked for again as easily.
    """

    question: UnsavedDialog | None = None

    def holds_words(self) -> bool:
        """Tell whether leaving would lose something that a person wrote here."""
        raise NotImplementedError

    def reject(self) -> None:
        """Leave, asking first when something would be lost."""
        if not self.holds_words():
            self.give_up()
            return
        asked = self.words, self.heading.text(), self
        self.question = ask_unsaved(*asked, save=self._save, discard=self.give_up, then=lambda: None)

    def give_up(self) -> None:
        """Leave without saving."""
        super().reject()

    def _save(self) -> bool:
        self.accept()
        return True
