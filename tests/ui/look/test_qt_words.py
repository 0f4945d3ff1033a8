"""Qt's own words, in the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.words.words import LANGUAGES
from ui.look.qt_words import speak_qt

SAID = {"es": "Seleccionar todo", "pt": "Selecionar tudo", "en": "Select All"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_speaks_the_language_of_the_window(speaking: QApplication, language: str) -> None:
    speak_qt(speaking, language)
    assert QCoreApplication.translate("QWidgetTextControl", "Select All") == SAID[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qt_has_no_translation_for_is_still_said(speaking: QApplication, language: str) -> None:
    speak_qt(speaking, language)
    assert QCoreApplication.translate("nowhere", "Said by nobody") == "Said by nobody"
    assert QKeySequence("F1").toString(QKeySequence.SequenceFormat.NativeText) == "F1"


@pytest.mark.parametrize(("language", "delete"), [("es", "Supr"), ("pt", "Del"), ("en", "Del")])
def test_keys_are_called_as_keyboards_print_them(speaking: QApplication, language: str, delete: str) -> None:
    speak_qt(speaking, language)
    native = QKeySequence.SequenceFormat.NativeText
    assert [QKeySequence(keys).toString(native) for keys in ("Del", "Ctrl+Shift+N", "Esc", "Enter")] == [
        delete,
        "Ctrl+Shift+N",
        "Esc",
        "Enter",
    ]
