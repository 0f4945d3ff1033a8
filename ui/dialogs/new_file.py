"""A new file: its place, its name, and a passphrase that is recommended and can be left out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.file.passphrases import Strength, strength
from app.file.writing import ENDING
from app.words.problems import Problem
from app.words.words import Words, mark
from ui.look.dialog import DialogFrame
from ui.look.plain import CheckBox, Label, PushButton
from ui.look.theme import Role, dress
from ui.work.folders import is_there

LONGEST_NAME = 200
"""Bytes: systems of files take 255, and what is written beside the file has a longer name than it."""


class NewFileDialog(DialogFrame):
    """Asks for what a new file needs; it stays until the file has been made."""

    made = Signal(object, str)
    """Path and passphrase ("" for none): the person wants this file."""

    def __init__(self, words: Words, folder: Path, parent: QWidget | None = None) -> None:
        """Propose a name in `folder`."""
        super().__init__(words, words("Archivo nuevo"), words("Crear el archivo"), parent)
        self.name = QLineEdit(words("Red de ciudades"))
        self.place = QLineEdit(str(folder))
        self.choosing = PushButton(words("Elegir…"))
        self.choosing.setAutoDefault(False)
        self.choosing.clicked.connect(self._choose)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.place, 1)
        row.addWidget(self.choosing)
        self.passphrase = QLineEdit()
        self.repeated = QLineEdit()
        self.hint = Label(words(Strength.NONE.value))
        self.hint.setWordWrap(True)
        dress(self.hint, Role.QUIET)
        self.shown = CheckBox(words("Mostrar lo que escribo"))
        self.shown.toggled.connect(self._reveal)
        self.ask(words("Nombre"), self.name)
        self.ask(words("Carpeta"), place, self.place)
        self.ask(words("Contraseña (recomendada; se puede dejar vacía)"), self.passphrase)
        self.body.addWidget(self.hint)
        self.ask(words("La misma otra vez"), self.repeated)
        self.body.addWidget(self.shown)
        self.say(words("Si la olvida, nadie puede abrir el archivo: guárdela también en un lugar seguro."))
        self.passphrase.textChanged.connect(self._judge)
        self._reveal(shown=False)
        self.name.selectAll()
        self.name.setFocus()

    @property
    def path(self) -> Path:
        """Where the file is to be."""
        name = self.name.text().strip()
        return Path(self.place.text().strip()) / (name if name.endswith(ENDING) else f"{name}{ENDING}")

    def accept(self) -> None:
        """Hand over what is asked once it makes sense."""
        problem = self._problem()
        if problem is not None:
            self.show_problems([problem])
            return
        self.show_problems([])
        self.made.emit(self.path, self.passphrase.text())

    def _problem(self) -> Problem | None:
        name = self.name.text().strip()
        if not name or set(name) & set('/\\:*?"<>|'):
            self.name.setFocus()
            return Problem(
                mark("Falta un nombre que sirva para un archivo."),
                mark('Escriba letras, números y espacios, sin / \\ : * ? " < > |'),
            )
        if len(self.path.name.encode()) > LONGEST_NAME:
            self.name.setFocus()
            return Problem(mark("El nombre es demasiado largo para un archivo."), mark("Escriba uno más corto."))
        folder = self.place.text().strip()
        if not Path(folder).is_absolute() or not is_there(Path(folder)):
            self.place.setFocus()
            return _folder_problem(folder)
        if self.passphrase.text() != self.repeated.text():
            self.repeated.setFocus()
            return Problem(mark("Las dos contraseñas no son iguales."), mark("Escríbalas de nuevo."))
        return None

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.words("Elegir la carpeta"), self.place.text())
        if folder:
            self.place.setText(folder)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.passphrase, self.repeated):
            field.setEchoMode(mode)

    def _judge(self, text: str) -> None:
        self.hint.setText(self.words(strength(text).value))


def _folder_problem(folder: str) -> Problem:
    """Return why no file can be made in what is written as folder."""
    if not folder:
        return Problem(mark("Falta la carpeta en la que crear el archivo."), mark("Escríbala o elíjala con «Elegir…»."))
    return Problem(
        mark("No existe la carpeta {folder}."),
        mark("Escríbala entera o elíjala con «Elegir…»."),
        values={"folder": folder},
    )
