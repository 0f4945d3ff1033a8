"""The passphrase of a file: asking for it, choosing it, changing it and taking it away."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.file.passphrases import Strength, strength
from app.words.problems import Problem
from app.words.words import Words, mark
from ui.look.dialog import DialogFrame
from ui.look.plain import CheckBox, Label
from ui.look.theme import Role, dress


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class _Revealing(CheckBox):
    """Shows what is typed in the fields it knows, for whoever types with care and alone."""

    def __init__(self, words: Words, *fields: QLineEdit) -> None:
        super().__init__(words("Mostrar lo que escribo"))
        self._fields = fields
        self.toggled.connect(self._reveal)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self._fields:
            field.setEchoMode(mode)


class AskPassphrase(DialogFrame):
    """Asks for the passphrase of a file that has one."""

    def __init__(self, words: Words, file: str, parent: QWidget | None = None) -> None:
        """Ask for the passphrase of the file named `file`."""
        super().__init__(words, words("Contraseña de {file}", file=file), words("Abrir"), parent)
        self.field = _secret()
        self.ask(words("Contraseña"), self.field)
        self.body.addWidget(_Revealing(words, self.field))

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.field.text()


class ChoosePassphrase(DialogFrame):
    """Lets a passphrase be chosen, typed twice, or left out knowingly."""

    def __init__(self, words: Words, parent: QWidget | None = None, *, current: bool = False) -> None:
        """Choose a first passphrase, or with `current` change the one that the file has."""
        title = words("Cambiar la contraseña") if current else words("Elegir una contraseña")
        super().__init__(words, title, words("Guardar"), parent)
        self.current = _secret()
        self.field = _secret()
        self.repeated = _secret()
        self.hint = Label(words(Strength.NONE.value))
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        self.say(words("Si la olvida, nadie puede abrir el archivo: guárdela también en un lugar seguro."))
        if current:
            self.ask(words("Contraseña actual"), self.current)
        self.ask(words("Contraseña nueva"), self.field)
        self.body.addWidget(self.hint)
        self.ask(words("La misma otra vez"), self.repeated)
        self.body.addWidget(_Revealing(words, self.current, self.field, self.repeated))
        self.field.textChanged.connect(self._judge)

    @property
    def passphrase(self) -> str | None:
        """The passphrase chosen; None when it was left out."""
        return self.field.text() or None

    @property
    def current_passphrase(self) -> str:
        """The passphrase that the file has had, as typed."""
        return self.current.text()

    def accept(self) -> None:
        """Close only when both times the same was typed."""
        if self.field.text() == self.repeated.text():
            super().accept()
            return
        self.show_problems([Problem(mark("Las dos contraseñas no son iguales."), mark("Escríbalas de nuevo."))])
        self.repeated.setFocus()
        self.repeated.selectAll()

    def _judge(self, text: str) -> None:
        self.hint.setText(self.words(strength(text).value))


class RemovePassphrase(DialogFrame):
    """Takes the passphrase away, for whoever knows it and has read what that means."""

    def __init__(self, words: Words, file: str, parent: QWidget | None = None) -> None:
        """Ask for the passphrase of the file named `file` before it is taken away."""
        super().__init__(words, words("Quitar la contraseña"), words("Quitar"), parent)
        self.field = _secret()
        self.say(words("Cualquiera que tenga {file} va a poder leer todos sus datos.", file=file))
        self.ask(words("Contraseña actual"), self.field)
        self.body.addWidget(_Revealing(words, self.field))

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.field.text()
