"""A filter is made from the facts of its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from tests.make import TODAY, add
from tests.ui.seeing import names_of, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.editor import Written
from ui.frame.window import Window


def test_a_filter_is_made_from_the_facts_of_its_field(opened: Window, qtbot: QtBot) -> None:
    bar = room_of(opened).list.filters
    bar.adding.click()
    popup = bar.popup
    assert popup is not None
    popup.choose_field("population")
    assert popup.editor is not None
    popup.adding.click()
    assert popup.fault.text() == "Falta indicar con qué se compara."
    QTest.keyClicks(popup.editor.input(), "1.200.000")
    QTest.keyClick(popup.editor.input(), Qt.Key.Key_Return)
    assert names_of(opened) == ["Córdoba", "Montevideo"]
    assert [chip.text.text() for chip in bar.chips] == ["Población desde 1.200.000"]


@pytest.mark.parametrize(("language", "typed"), [("es", "hoy"), ("pt", "hoje"), ("en", "today")])
def test_a_list_is_filtered_by_a_day_that_is_called_by_its_name(
    opened: Window, qtbot: QtBot, language: str, typed: str
) -> None:
    opened.choose_language(language)
    opened.show_room("reuniones")
    bar = room_of(opened).list.filters
    bar.adding.click()
    assert bar.popup is not None
    bar.popup.choose_field("starts_on")
    assert bar.popup.editor is not None
    QTest.keyClicks(bar.popup.editor.input(), typed)
    QTest.keyClick(bar.popup.editor.input(), Qt.Key.Key_Return)
    assert [each.value for each in bar.filters] == [TODAY]


@pytest.mark.parametrize("name", ["inicio", "ciudades", "contactos", "organismos", "experiencias", "resoluciones"])
def test_every_field_can_be_asked_about(opened: Window, name: str) -> None:
    opened.show_room(name)
    if name == "inicio":
        return
    bar = room_of(opened).list.filters
    bar.open_popup()
    popup = bar.popup
    assert popup is not None
    for at in range(popup.fields.count()):
        popup.choose_field(str(popup.fields.itemData(at)))
        for operator in range(popup.operators.count()):
            popup.operators.setCurrentIndex(operator)
            popup.operators.activated.emit(operator)
    popup.close()


def test_a_field_of_several_choices_is_asked_by_one_of_them(opened: Window, qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    add(store, "call", name="Sur", modalities="training,product")
    add(store, "call", name="Norte", modalities="product")
    workspace_of(opened).show_list(Query("call"))
    wait_until_idle(opened, qtbot)
    bar = room_of(opened).list.filters
    bar.adding.click()
    popup = bar.popup
    assert popup is not None
    popup.choose_field("modalities")
    assert popup.editor is not None
    popup.editor.write(Written("training"))
    popup.choose()
    wait_until_idle(opened, qtbot)
    assert [chip.text.text() for chip in bar.chips] == ["Modalidades: Capacitación"]
    assert names_of(opened) == ["Sur"]
