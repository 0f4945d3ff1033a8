"""The language of Qt, given back after each test that changes it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui.look.qt_words import NAME


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    """Give the application, to speak another language for the length of a test."""
    locale = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator, NAME):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
