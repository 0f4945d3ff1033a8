"""The small buttons inside a line are heard, and do what they say."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.look.lines import let_clear, let_search


def test_the_cross_of_a_line_has_a_name_and_empties_it(words: Words, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    let_clear(line, words)
    (cross,) = line.findChildren(QAbstractButton)
    assert cross.accessibleName() == "Borrar el texto"
    line.setText("Rosario")
    cross.click()
    assert line.text() == ""


def test_a_cross_that_was_taken_away_comes_back_with_its_name(words: Words, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    let_clear(line, words)
    let_clear(line, words, clears=False)
    assert not line.isClearButtonEnabled()
    let_clear(line, words)
    assert {each.accessibleName() for each in line.findChildren(QAbstractButton)} == {"Borrar el texto"}


def test_the_magnifier_leads_to_the_line(words: Words, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line, other = QLineEdit(page), QLineEdit(page)
    let_search(line, words)
    names = {each.accessibleName(): each for each in line.findChildren(QAbstractButton)}
    assert set(names) == {"Escribir qué se busca", "Borrar el texto"}
    other.setFocus()
    names["Escribir qué se busca"].click()
    assert page.focusWidget() is line
