"""Who works on this computer: asked once, before the first file, for the history of what is done."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.file.account import LONGEST, account_name, full_name
from app.words.words import Words
from ui.look.dialog import DialogFrame
from ui.look.plain import Label
from ui.look.theme import Role, dress


class AuthorDialog(DialogFrame):
    """Asks for the name of the person; whoever skips it is called as the system calls their account."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Propose the full name of the account, when the system keeps one."""
        super().__init__(words, words("¿Quién trabaja en esta computadora?"), words("Continuar"), parent)
        self.cancelling.setText(words("Omitir"))
        self.name = QLineEdit(full_name())
        self.name.setMaxLength(LONGEST)
        self.say(words("En el historial figura quién hizo cada cambio."))
        self.body.addSpacing(8)
        self.ask(words("Su nombre"), self.name)
        self.hint = Label(words("Se puede cambiar en Preferencias."))
        if not self.name.text():
            said = words(
                "Si lo omite, figura su cuenta: «{name}». Se puede cambiar en Preferencias.", name=account_name()
            )
            self.hint.setText(said)
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        self.body.addWidget(self.hint)
        self.name.setFocus()

    @property
    def author(self) -> str:
        """The name to keep once the dialog is answered, never empty."""
        typed = " ".join(self.name.text().split()) if self.result() == self.DialogCode.Accepted else ""
        return typed or account_name()
