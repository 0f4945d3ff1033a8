"""The answers of the search: as wide as what they say, and within the window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.records.reading import Hit
from tests.make import CATALOG, SPANISH
from ui.frame.search_results import SearchResults

SHORT = Hit("municipality", "1" * 32, "Rosario", "Santa Fe")
LONG = Hit("municipality", "2" * 32, "Secretaría Ejecutiva " * 4, "Santa Fe, República Argentina")


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """Show the window that the answers stand over, with the line where one types at its left."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 400)
    line = QLineEdit(window)
    line.setGeometry(40, 10, 300, 30)
    window.show()
    return window


def answers(over: QWidget, *hits: Hit) -> SearchResults:
    """Show `hits` below the line."""
    results = SearchResults(SPANISH, CATALOG, over)
    results.show_hits(hits, "")
    line = over.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    results.stand_below(line)
    results.show()
    return results


def test_short_answers_are_as_wide_as_the_line(over: QWidget) -> None:
    results = answers(over, SHORT)
    assert results.width() == 300
    assert results.pos() == QPoint(40, 42)


def test_a_long_answer_is_whole_with_what_tells_it_from_its_namesakes(over: QWidget) -> None:
    results = answers(over, SHORT, LONG)
    metrics = results.fontMetrics()
    assert results.viewport().width() >= metrics.horizontalAdvance(LONG.title) + metrics.horizontalAdvance(LONG.detail)


def test_no_answer_stands_beyond_the_window(over: QWidget) -> None:
    over.resize(500, 160)
    results = answers(over, *([LONG] * 12))
    assert over.rect().contains(results.geometry())
    assert results.verticalScrollBar().maximum() > 0
