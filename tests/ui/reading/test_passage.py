"""A text with a word longer than a line is broken where room ends, and given back as it was written."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.look.plain import Label
from ui.reading.passage import Passage
from ui.reading.values import ValueMaker

ADDRESS = "https://example.org/intendente-canelones-francisco-legnani-presidira-la-red-de-ciudades-2026"
NOTE = f"Fuente: {ADDRESS}\n\nDos párrafos."


def made(text: str) -> QWidget:
    """Make the widget of a text."""
    return ValueMaker(Words("es"), lambda _link: None, lambda _name, _record: ()).text(text, "Notas")


def test_a_long_address_needs_no_more_width_than_a_usual_word(qtbot: QtBot) -> None:
    passage = made(NOTE)
    qtbot.addWidget(passage)
    assert isinstance(passage, Passage)
    assert passage.minimumSizeHint().width() < passage.fontMetrics().horizontalAdvance(ADDRESS)
    assert passage.accessibleName() == f"Notas: {NOTE}"


def test_all_of_it_is_seen_in_the_height_that_it_asks_for(qtbot: QtBot) -> None:
    passage = made(NOTE)
    qtbot.addWidget(passage)
    assert isinstance(passage, Passage)
    passage.resize(240, passage.heightForWidth(240))
    passage.show()
    assert passage.verticalScrollBar().maximum() == 0
    last = passage.document().lastBlock()
    bottom = passage.blockBoundingGeometry(last).translated(passage.contentOffset()).bottom()
    assert bottom <= passage.viewport().height() + 1
    assert passage.heightForWidth(240) > passage.heightForWidth(900)


def test_what_is_selected_is_what_was_written(qtbot: QtBot) -> None:
    passage = made(NOTE)
    qtbot.addWidget(passage)
    assert isinstance(passage, Passage)
    passage.selectAll()
    assert passage.selectedText() == NOTE


def test_a_text_of_usual_words_is_a_label(qtbot: QtBot) -> None:
    label = made("Persona ficticia del ejemplo.")
    qtbot.addWidget(label)
    assert isinstance(label, Label)
