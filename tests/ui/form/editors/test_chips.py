"""Several values at once, each a chip that can be taken away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.words.fields import Kind
from tests.ui.form.editors.making import make_as
from tests.ui.form.references import Cities
from ui.form.editors.chips import LanguagesEditor, LinksEditor
from ui.form.editors.editor import Desk


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


def test_languages_are_found_by_name(desk: Desk, window: QWidget) -> None:
    editor = make_as(LanguagesEditor, Kind.LANGUAGES, desk, window)
    QTest.keyClicks(editor.line, "portugues")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.value() == "pt"
