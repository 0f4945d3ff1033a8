"""Several values at once, each a chip that can be taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.fields import Kind
from tests.ui.form.editors.making import make, make_as
from tests.ui.form.references import Cities
from ui.form.editors.chips import LanguagesEditor, LinksEditor
from ui.form.editors.editor import Desk
from ui.form.editors.picking import PickLine
from ui.form.editors.suggesting import LanguageEditor


def test_links_are_chips_that_can_be_added_and_taken_away(desk: Desk, window: QWidget, cities: Cities) -> None:
    editor = make_as(LinksEditor, Kind.LINKS, desk, window)
    editor.set_value(("1",))
    QTest.keyClicks(editor.line, "can")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == ("1", "2")
    assert [chip.text.text() for chip in editor.chips] == ["Rosario", "Canelones"]
    assert editor.chips[0].removing.accessibleName() == "Quitar Rosario"
    editor.chips[0].removing.click()
    assert editor.value() == ("2",)
    QTest.mouseClick(editor.chips[0].text, Qt.MouseButton.LeftButton)
    assert cities.opened == [("municipality", "2")]


@pytest.mark.parametrize("kind", [Kind.LANGUAGE, Kind.LANGUAGES])
def test_the_languages_of_the_network_are_offered_first(kind: Kind, desk: Desk, window: QWidget) -> None:
    editor = make(kind, desk, window)
    assert isinstance(editor, LanguageEditor | LanguagesEditor)
    first = [option.label for option in editor.offer("")][:5]
    assert first == ["español", "portugués", "inglés", "guaraní", "quechua"]


def test_one_language_is_one_choice(desk: Desk, window: QWidget) -> None:
    editor = make_as(LanguageEditor, Kind.LANGUAGE, desk, window)
    assert isinstance(editor.line, PickLine)
    editor.line.setFocus()
    editor.set_value("es,pt")
    assert editor.line.text() == "español, portugués", "several that a sheet brought are kept"
    for text in ("ingl", "guara"):
        editor.line.selectAll()
        QTest.keyClicks(editor.line, text)
        editor.line.unfold(choosing=True)
        QTest.keyClick(editor.line.popup, Qt.Key.Key_Return)
    assert (editor.value(), editor.line.text()) == ("gn", "guaraní")


def test_a_record_that_is_lacking_is_made_and_becomes_a_chip(
    desk: Desk, window: QWidget, cities: Cities, qtbot: QtBot
) -> None:
    editor = make_as(LinksEditor, Kind.LINKS, desk, window)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "Santa Rita")
    qtbot.waitUntil(editor.line.popup.isVisible)
    QTest.keyClick(editor.line.popup, Qt.Key.Key_Return)
    assert cities.created == ["Santa Rita"]
    assert editor.value() == ("2",)
    assert editor.line.text() == ""
    assert editor.problem() is None


def test_languages_are_found_by_name(desk: Desk, window: QWidget) -> None:
    editor = make_as(LanguagesEditor, Kind.LANGUAGES, desk, window)
    QTest.keyClicks(editor.line, "portugues")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "pt"
