"""What the person prefers: their name in the history, the language, the colours and the size of the text."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from app.file.account import LONGEST
from app.file.settings import Settings
from app.words.words import Words
from ui.form.editors.combo import Combo
from ui.frame.menus import LANGUAGE_NAMES, SCHEME_NAMES
from ui.look.dialog import DialogFrame
from ui.look.theme import LARGEST_SCALE, Scheme

STEP = 10
USUAL_SCALE = 100


@dataclass(frozen=True, slots=True)
class Preferred:
    """What was chosen; `scale` in percent."""

    author: str
    language: str
    scheme: Scheme
    scale: int


class SettingsDialog(DialogFrame):
    """Asks for the preferences; the window puts them on when the dialog is accepted."""

    def __init__(self, words: Words, settings: Settings, parent: QWidget | None = None) -> None:
        """Begin with `settings`."""
        super().__init__(words, words("Preferencias"), words("Guardar"), parent)
        self.author = QLineEdit(settings.author)
        self.author.setMaxLength(LONGEST)
        self.languages, self.schemes, self.scales = Combo(), Combo(), Combo()
        for code, name in LANGUAGE_NAMES:
            self.languages.addItem(name, code)
        for scheme, said in SCHEME_NAMES:
            self.schemes.addItem(words(said), scheme.value)
        for percent in range(USUAL_SCALE, LARGEST_SCALE + 1, STEP):
            self.scales.addItem(words.percent(percent / 100), percent)
        self.languages.setCurrentIndex(self.languages.findData(settings.language))
        self.schemes.setCurrentIndex(self.schemes.findData(settings.scheme))
        self.scales.setCurrentIndex(max(0, self.scales.findData(settings.text_scale)))
        self.ask(words("Su nombre, que figura en el historial de lo que cambie"), self.author)
        self.ask(words("Idioma"), self.languages)
        self.ask(words("Colores"), self.schemes)
        self.ask(words("Tamaño del texto"), self.scales)
        self.author.setFocus()

    @property
    def preferred(self) -> Preferred:
        """What is chosen."""
        return Preferred(
            self.author.text().strip(),
            str(self.languages.currentData()),
            Scheme(self.schemes.currentData()),
            int(self.scales.currentData()),
        )
