"""Qt's own texts (context menus, calendars, the buttons of file dialogs) in the language of the window."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.words.problems import Problem
from app.words.words import LANGUAGES, Words, mark
from ui.look.qt_gaps import GAPS

NAME = "qtbase-words"


PRINTED: Mapping[str, str] = MappingProxyType(
    {
        "Ctrl": "Ctrl",
        "Shift": "Shift",
        "Alt": "Alt",
        "Esc": "Esc",
        "Enter": "Enter",
        "Del": mark("Supr"),
        "PgUp": mark("RePág"),
        "PgDown": mark("AvPág"),
    }
)
"""Keys as keyboards of the region print them, whatever Qt calls them in full."""


OF_THE_REGION: Mapping[str, str] = MappingProxyType({"fichero": "archivo", "Fichero": "Archivo"})
"""What Qt's Spanish calls as people in Spain do, and how the program and its readers call it."""


class QtWords(QTranslator):
    """Qt's own translation, but for the names of the keys and what it lacks."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Speak the language of `words`."""
        super().__init__(parent)
        self._words = words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the words for `source`, or `source` itself: Qt shows an empty answer as it is."""
        return self.find(context, source, disambiguation, n) or source

    def find(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the words for `source`, an empty text when neither Qt's translation nor ours has any."""
        if context == "QShortcut" and source in PRINTED:
            return self._words(PRINTED[source])
        said = super().translate(context, source, disambiguation, n) or self._words(GAPS.get((context, source), ""))
        for there, here in OF_THE_REGION.items():
            said = said.replace(there, here)
        return said


def speak_qt(application: QApplication, language: str) -> Problem | None:
    """Let Qt speak `language` ("es", "pt", "en") from now on, and count and date as people do in it.

    Returns what to tell the person when Qt's translation is not where Qt keeps it; Qt then speaks English but for what
    is said by us.
    """
    for former in application.findChildren(QTranslator, NAME):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(LANGUAGES[language]))
    translator = QtWords(Words(language), application)
    translator.setObjectName(NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = translator.load(QLocale(LANGUAGES[language]), "qtbase", "_", folder)
    application.installTranslator(translator)
    if found:
        return None
    return Problem(
        mark("Las ventanas del sistema, como la de abrir un archivo, hablarán inglés: faltan sus palabras."),
        mark("Vuelva a instalar Enlace."),
    )
