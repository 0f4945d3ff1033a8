"""References while something is being written: nothing is read, what is shown stays, and the answer comes after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.reading import list_ids, titles
from app.words.fields import RecordKey
from tests.make import CATALOG, add
from tests.ui.conftest import window
from tests.ui.held import held_writing
from tests.ui.seeing import frame_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.any_record import AnyRecordEditor
from ui.form.editors.chips import LinksEditor
from ui.form.editors.editor import Written
from ui.form.editors.reference import ReferenceEditor
from ui.frame.window import Window

__all__ = ["window"]  # the whole window, in place of the bare one that the other tests of this folder stand in


@pytest.fixture
def rosario(opened: Window) -> str:
    """Return the key of a city of the file."""
    store = workspace_of(opened).store
    named = titles(store, "municipality", list_ids(store, Query("municipality")))
    return next(key for key, title in named.items() if title == "Rosario")


@pytest.fixture
def city(opened: Window) -> ReferenceEditor:
    """Begin a resolution, and give the field of the city that answers for it."""
    frame_of(opened).begin_record("resolution", {})
    editor = pane_of(opened).form.boxes["municipality_id"].editor
    assert isinstance(editor, ReferenceEditor)
    return editor


@pytest.fixture
def cities(opened: Window) -> LinksEditor:
    """Begin an experience, and give the field of its cities."""
    frame_of(opened).begin_record("experience", {})
    editor = pane_of(opened).form.boxes["municipalities"].editor
    assert isinstance(editor, LinksEditor)
    return editor


def test_what_is_typed_during_a_writing_is_answered_when_it_has_ended(
    opened: Window, city: ReferenceEditor, qtbot: QtBot
) -> None:
    city.line.setFocus()
    with held_writing(opened, qtbot):
        QTest.keyClicks(city.line, "ros")
        city.line.unfold()
        QTest.keyClicks(city.line, "a")
        city.line.unfold(choosing=True)
        assert city.line.text() == "rosa"
        assert not city.line.popup.isVisible()
    assert [option.label for option in city.line.options] == ["Rosario"]
    assert city.line.popup.isVisible()
    QTest.keyClick(city.line.popup, Qt.Key.Key_Return)
    assert city.line.text() == "Rosario"
    assert not city.line.popup.isVisible()


def test_a_question_that_the_line_holds_no_more_is_not_answered(
    opened: Window, city: ReferenceEditor, qtbot: QtBot
) -> None:
    city.line.setFocus()
    with held_writing(opened, qtbot):
        QTest.keyClicks(city.line, "ros")
        city.line.unfold()
        city.set_value(None)
    assert city.line.options == ()
    assert not city.line.popup.isVisible()


def test_a_name_typed_and_left_during_a_writing_is_taken_afterwards(
    opened: Window, city: ReferenceEditor, rosario: str, qtbot: QtBot
) -> None:
    box = pane_of(opened).form.boxes["municipality_id"]
    city.line.setFocus()
    with held_writing(opened, qtbot):
        QTest.keyClicks(city.line, "rosario")
        QTest.keyClick(city.line, Qt.Key.Key_Tab)
        assert city.value() is None
        assert not box.faulty
    assert city.value() == rosario
    assert city.line.text() == "Rosario"
    assert not box.faulty


def test_a_name_that_is_written_on_is_not_taken_half_way(
    opened: Window, city: ReferenceEditor, rosario: str, qtbot: QtBot
) -> None:
    city.line.setFocus()
    with held_writing(opened, qtbot):
        QTest.keyClicks(city.line, "rosario")
        QTest.keyClick(city.line, Qt.Key.Key_Return)
        QTest.keyClicks(city.line, " d")
    assert city.line.text() == "rosario d"
    assert city.value() is None


def test_a_record_is_begun_with_its_reference_during_a_writing_and_named_afterwards(
    opened: Window, rosario: str, qtbot: QtBot
) -> None:
    with held_writing(opened, qtbot):
        frame_of(opened).begin_record("resolution", {"municipality_id": rosario})
        city = pane_of(opened).form.boxes["municipality_id"].editor
        assert isinstance(city, ReferenceEditor)
        assert (city.line.text(), city.value()) == ("…", rosario)
    assert (city.line.text(), city.value()) == ("Rosario", rosario)


def test_what_is_written_over_a_title_that_is_not_read_yet_stays(
    opened: Window, city: ReferenceEditor, rosario: str, qtbot: QtBot
) -> None:
    with held_writing(opened, qtbot):
        city.set_value(rosario)
        city.line.setFocus()
        city.line.selectAll()
        QTest.keyClicks(city.line, "Cor")
    assert city.line.text() == "Cor"


def test_a_reference_to_a_record_of_any_kind_is_named_afterwards(opened: Window, rosario: str, qtbot: QtBot) -> None:
    editor = AnyRecordEditor(CATALOG["document"].field("record"), workspace_of(opened).desk, opened)
    gone = AnyRecordEditor(CATALOG["document"].field("record"), workspace_of(opened).desk, opened)
    with held_writing(opened, qtbot):
        editor.set_value(RecordKey("municipality", rosario))
        gone.set_value(RecordKey("municipality", "0" * 32, "Azul"))
        assert editor.line.text() == "…"
        assert editor.value() == RecordKey("municipality", rosario)
    assert editor.line.text() == "Rosario · Ciudad"
    assert gone.line.text() == "Azul · Ciudad"


def test_links_are_chips_at_once_and_are_named_afterwards(
    opened: Window, cities: LinksEditor, rosario: str, qtbot: QtBot
) -> None:
    with held_writing(opened, qtbot):
        cities.set_value((rosario,))
        assert [chip.text.text() for chip in cities.chips] == ["…"]
        cities.line.setFocus()
        QTest.keyClicks(cities.line, "cordoba")
        QTest.keyClick(cities.line, Qt.Key.Key_Return)
        assert cities.line.text() == "cordoba"
    assert [chip.text.text() for chip in cities.chips] == ["Rosario", "Córdoba"]
    assert cities.chips[0].removing.accessibleName() == "Quitar Rosario"
    assert cities.line.text() == ""
    assert not cities.line.popup.isVisible()
    with held_writing(opened, qtbot):
        cities.chips[0].removing.click()
        assert [chip.text.text() for chip in cities.chips] == ["Córdoba"]


def test_a_chosen_record_is_shown_with_what_tells_it_from_its_namesakes(
    opened: Window, city: ReferenceEditor, qtbot: QtBot
) -> None:
    add(workspace_of(opened).store, "municipality", short_name="Rosario", country="UY", subdivision="UY-CO")
    city.line.setFocus()
    QTest.keyClicks(city.line, "rosario")
    city.line.unfold()
    assert {option.line for option in city.line.options} == {
        "Rosario — Argentina · Santa Fe",
        "Rosario — Uruguay · Colonia",
    }
    at = [option.detail for option in city.line.options].index("Uruguay · Colonia")
    city.line.popup.setCurrentIndex(city.line.list.completionModel().index(at, 0))
    QTest.keyClick(city.line.popup, Qt.Key.Key_Return)
    assert city.line.text() == "Rosario · Colonia"
    assert city.problem() is None


def test_a_chip_is_shown_with_what_tells_it_from_its_namesakes(
    opened: Window, cities: LinksEditor, rosario: str
) -> None:
    add(workspace_of(opened).store, "municipality", short_name="Rosario", country="UY", subdivision="UY-CO")
    cities.add(rosario)
    assert [chip.text.text() for chip in cities.chips] == ["Rosario · Santa Fe"]


def test_the_list_is_as_wide_as_what_tells_namesakes_apart(opened: Window, city: ReferenceEditor) -> None:
    add(workspace_of(opened).store, "municipality", short_name="Rosario", country="UY", subdivision="UY-CO")
    city.line.setFixedWidth(120)
    city.line.setFocus()
    QTest.keyClicks(city.line, "rosario")
    city.line.unfold()
    texts = max(city.line.fontMetrics().horizontalAdvance(option.line) for option in city.line.options)
    assert city.line.popup.viewport().width() >= texts


def test_a_click_shows_what_can_be_chosen_until_something_is(
    opened: Window, city: ReferenceEditor, rosario: str, qtbot: QtBot
) -> None:
    QTest.mouseClick(city.line, Qt.MouseButton.LeftButton)
    wait_until_idle(opened, qtbot)
    assert city.line.popup.isVisible()
    city.line.fold()
    city.set_value(rosario, "Rosario")
    QTest.mouseClick(city.line, Qt.MouseButton.LeftButton)
    wait_until_idle(opened, qtbot)
    assert not city.line.popup.isVisible(), "who clicks into a name wants to read or to correct it"
    city.put(Written(None, "Ros"))
    city.set_faulty(True)
    QTest.mouseClick(city.line, Qt.MouseButton.LeftButton)
    wait_until_idle(opened, qtbot)
    assert city.line.popup.isVisible()
    city.line.fold()
