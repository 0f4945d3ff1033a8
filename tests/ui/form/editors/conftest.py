"""What the tests of an editor ask for: a window to stand in, and cities to refer to."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from tests.make import CATALOG
from tests.ui.form.references import Cities
from ui.form.editors.editor import Desk


@pytest.fixture
def cities() -> Cities:
    """Offer the cities that a reference can be of."""
    return Cities()


@pytest.fixture
def desk(words: Words, cities: Cities) -> Desk:
    """Speak Spanish and know those cities."""
    return Desk(words, CATALOG, cities)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Show what an editor stands in."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made
