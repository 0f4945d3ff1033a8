"""The passphrase of the open file: what to do with it, and dialogs that know whether the present one is right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.file.files import Store
from app.words.problems import Problem
from app.words.words import Words, mark
from ui.dialogs.passphrase import ChoosePassphrase, RemovePassphrase
from ui.look.dialog import DialogFrame
from ui.look.plain import PushButton

WRONG = mark("Esa no es la contraseña actual del archivo.")


class LockDialog(DialogFrame):
    """Asks whether to change the passphrase or to take it away."""

    change_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, words: Words, file: str, parent: QWidget | None = None) -> None:
        """Ask about the file named `file`."""
        super().__init__(words, words("Contraseña de {file}", file=file), words("Cambiar…"), parent)
        self.say(words("El archivo está protegido: sin la contraseña nadie puede leerlo."))
        self.removing = PushButton(words("Quitar…"))
        self.removing.setAutoDefault(False)
        self.buttons.insertWidget(0, self.removing)
        self.accepted.connect(self.change_wanted)
        self.removing.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.reject()
        self.removal_wanted.emit()


class CheckedChoice(ChoosePassphrase):
    """Chooses a passphrase for the open file; the present one must be right."""

    def __init__(self, store: Store, words: Words, parent: QWidget | None = None) -> None:
        """Choose for `store`."""
        super().__init__(words, parent, current=store.encrypted)
        self._store = store

    def accept(self) -> None:
        """Close only when what was typed as the present passphrase is right."""
        if self._store.encrypted and not self._store.opens_with(self.current_passphrase):
            self.show_problems([Problem(WRONG, mark("Escríbala otra vez."))])
            self.current.setFocus()
            self.current.selectAll()
            return
        super().accept()


class CheckedRemoval(RemovePassphrase):
    """Takes the passphrase of the open file away; it must be right."""

    def __init__(self, store: Store, words: Words, parent: QWidget | None = None) -> None:
        """Take it from `store`."""
        super().__init__(words, store.path.name, parent)
        self._store = store

    def accept(self) -> None:
        """Close only when what was typed is right."""
        if not self._store.opens_with(self.passphrase):
            self.show_problems([Problem(WRONG, mark("Escríbala otra vez."))])
            self.field.setFocus()
            self.field.selectAll()
            return
        super().accept()
