"""Qt's own texts (context menus, calendars, the buttons of file dialogs) in the language of the window."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.words.words import LANGUAGES, Words, mark

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


class QtWords(QTranslator):
    """Qt's own translation, but for the names of the keys."""

    def __init__(self, words: Words, parent: QObject) -> None:
        """Speak the language of `words`."""
        super().__init__(parent)
        self._words = words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the words for `source`, or `source` itself: Qt shows an empty answer as it is."""
        if context == "QShortcut" and source in PRINTED:
            return self._words(PRINTED[source])
        return super().translate(context, source, disambiguation, n) or source


def speak_qt(application: QApplication, language: str) -> None:
    """Let Qt speak `language` ("es", "pt", "en") from now on, and count and date as people do in it."""
    for former in application.findChildren(QTranslator, NAME):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(LANGUAGES[language]))
    translator = QtWords(Words(language), application)
    translator.setObjectName(NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(LANGUAGES[language]), "qtbase", "_", folder):
        application.installTranslator(translator)
