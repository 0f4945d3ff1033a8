"""What needs attention is gone through one by one, from the number of Inicio to the last record."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids, read_record
from tests.journeys.hands import save, type_into
from tests.make import TODAY
from tests.ui.menus import choose, right_click
from tests.ui.seeing import frame_of, names_of, news_of, pane_of, room_of, workspace_of
from tests.ui.today.test_page import today_of
from tests.ui.waiting import wait_until_idle
from ui.frame.review import ReviewBar
from ui.frame.window import Window

LATE = ("Abel Prueba", "Bea Prueba", "Ciro Prueba")


@pytest.fixture
def late(opened: Window, qtbot: QtBot) -> dict[str, str]:
    """Add three people whose mandates nobody has verified for long, and give their keys by name."""
    store = workspace_of(opened).store
    [post] = list_ids(store, Query("post"))
    keys = {}
    for name in LATE:
        tenure = Draft("tenure", None, {"post_id": post, "verified_on": date(2020, 1, 1)})
        keys[name] = save_record(store, Draft("person", None, {"name": name}, {"tenures": Rows((tenure,))})).id
    opened.activateWindow()
    wait_until_idle(opened, qtbot)
    return keys


def bar_of(window: Window) -> ReviewBar:
    """Return the bar that leads from record to record."""
    return frame_of(window).reviewing


def verified_on(window: Window, key: str) -> object:
    """Return the day on which the mandate of a person was verified."""
    record = read_record(workspace_of(window).store, "person", key)
    assert record is not None
    [tenure] = record.parts["tenures"]
    return tenure.values["verified_on"]


def press(window: Window, key: Qt.Key, qtbot: QtBot, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(window.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)
    wait_until_idle(window, qtbot)


def begin(window: Window, name: str, qtbot: QtBot) -> None:
    """Press a number of Inicio with the keyboard."""
    line = today_of(window, qtbot).lines[name]
    line.setFocus()
    press(window, Qt.Key.Key_Return, qtbot)


def test_mandates_are_verified_one_by_one_with_the_keyboard_alone(
    opened: Window, late: dict[str, str], qtbot: QtBot
) -> None:
    begin(opened, "to_verify", qtbot)
    assert frame_of(opened).current == "contactos"
    assert names_of(opened) == list(LATE)
    assert pane_of(opened).heading.text() == "Abel Prueba"
    assert pane_of(opened).page.isVisible()
    assert bar_of(opened).text.text() == "1 de 3 contactos con el mandato a verificar"
    press(opened, Qt.Key.Key_Space, qtbot)
    assert verified_on(opened, late["Abel Prueba"]) == TODAY
    assert pane_of(opened).heading.text() == "Bea Prueba"
    assert bar_of(opened).text.text() == "2 de 3 contactos con el mandato a verificar"
    press(opened, Qt.Key.Key_Tab, qtbot)
    press(opened, Qt.Key.Key_Space, qtbot)
    assert pane_of(opened).heading.text() == "Ciro Prueba"
    assert bar_of(opened).following.text() == "Terminar"
    press(opened, Qt.Key.Key_V, qtbot, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert verified_on(opened, late["Ciro Prueba"]) == TODAY
    assert verified_on(opened, late["Bea Prueba"]) == date(2020, 1, 1)
    assert news_of(opened) == "Se recorrieron 3 fichas. Se verificaron 2."
    assert not bar_of(opened).isVisible()
    assert names_of(opened) == ["Bea Prueba"]


def test_they_come_in_the_order_of_the_list(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    tenure = read_record(workspace_of(opened).store, "person", late["Bea Prueba"])
    assert tenure is not None
    post = tenure.parts["tenures"][0].values["post_id"]
    added = Draft("tenure", None, {"post_id": post, "verified_on": date(2020, 1, 1)})
    person = Draft("person", None, {"name": "Aarón Prueba"}, {"tenures": Rows((added,))})
    save_record(workspace_of(opened).store, person)
    begin(opened, "to_verify", qtbot)
    seen = []
    while bar_of(opened).isVisible():
        seen.append(pane_of(opened).heading.text())
        bar_of(opened).following.click()
        wait_until_idle(opened, qtbot)
    assert seen == names_of(opened) == ["Aarón Prueba", *LATE]


def test_the_way_is_kept_by_a_window_that_is_made_anew(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    begin(opened, "to_verify", qtbot)
    press(opened, Qt.Key.Key_Space, qtbot)
    makings: tuple[Callable[[], None], ...] = (lambda: opened.grow_text(10), lambda: opened.choose_language("pt"))
    for make_anew in makings:
        make_anew()
        wait_until_idle(opened, qtbot)
        assert bar_of(opened).isVisible()
        assert bar_of(opened).text.text().startswith("2 de 3")
    bar_of(opened).verifying.click()
    wait_until_idle(opened, qtbot)
    assert verified_on(opened, late["Bea Prueba"]) == TODAY
    assert pane_of(opened).heading.text() == "Ciro Prueba"
    bar_of(opened).following.click()
    wait_until_idle(opened, qtbot)
    assert news_of(opened).endswith(" 2 fichas foram verificadas.")


def test_whoever_goes_elsewhere_is_not_fetched_back_and_finds_the_way_again(
    opened: Window, late: dict[str, str], qtbot: QtBot
) -> None:
    today_of(opened, qtbot).lines["to_verify"].click()
    opened.show_room("reuniones")
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "reuniones"
    assert not bar_of(opened).isVisible()
    frame_of(opened).show_record("person", late["Bea Prueba"])
    wait_until_idle(opened, qtbot)
    assert bar_of(opened).text.text() == "2 de 3 contactos con el mandato a verificar"


def test_esc_leaves_the_way_and_the_record_stays(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    begin(opened, "to_verify", qtbot)
    assert bar_of(opened).verifying.hasFocus()
    press(opened, Qt.Key.Key_Escape, qtbot)
    assert not bar_of(opened).isVisible()
    assert pane_of(opened).id == late["Abel Prueba"]


def test_what_is_wrong_is_mended_on_the_way(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    begin(opened, "to_verify", qtbot)
    bar_of(opened).editing.click()
    assert pane_of(opened).form.isVisible()
    type_into(pane_of(opened).form.boxes["name"].editor.input(), "Abel Prueba Corregido")
    save(opened, qtbot)
    assert bar_of(opened).verifying.hasFocus()
    press(opened, Qt.Key.Key_Space, qtbot)
    assert pane_of(opened).heading.text() == "Bea Prueba"
    assert verified_on(opened, late["Abel Prueba"]) == TODAY


def test_what_is_unsaved_is_asked_about_before_going_on(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    begin(opened, "to_verify", qtbot)
    bar_of(opened).editing.click()
    type_into(pane_of(opened).form.boxes["name"].editor.input(), "Otro")
    bar_of(opened).following.click()
    dialog = pane_of(opened).dialog
    assert dialog is not None
    assert pane_of(opened).id == late["Abel Prueba"]
    dialog.discarding.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).heading.text() == "Bea Prueba"


def test_the_bar_stands_above_what_is_gone_through_alone(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    begin(opened, "to_verify", qtbot)
    opened.show_room("ciudades")
    assert not bar_of(opened).isVisible()
    opened.show_room("contactos")
    assert bar_of(opened).isVisible()
    room_of(opened).turn(1)
    wait_until_idle(opened, qtbot)
    assert bar_of(opened).text.text().startswith("2 de 3")
    bar_of(opened).ending.click()
    assert not bar_of(opened).isVisible()
    room_of(opened).turn(-1)
    wait_until_idle(opened, qtbot)
    assert late[pane_of(opened).heading.text()] == pane_of(opened).id
    assert not bar_of(opened).isVisible()


def test_a_record_is_verified_from_its_page_and_from_its_row(
    opened: Window, late: dict[str, str], qtbot: QtBot
) -> None:
    opened.show_room("contactos")
    wait_until_idle(opened, qtbot)
    room_of(opened).show_record("person", late["Abel Prueba"])
    wait_until_idle(opened, qtbot)
    pane_of(opened).verify_button.click()
    wait_until_idle(opened, qtbot)
    assert verified_on(opened, late["Abel Prueba"]) == TODAY
    room_of(opened).back_to_list()
    table = room_of(opened).list.table
    table.select_id(late["Ciro Prueba"])
    wait_until_idle(opened, qtbot)
    choose(right_click(table, table.currentIndex().row()), "Verificado hoy")
    wait_until_idle(opened, qtbot)
    assert verified_on(opened, late["Ciro Prueba"]) == TODAY
    opened.show_room("ciudades")
    room_of(opened).show_record("municipality", room_of(opened).list.table.rows.ids[0])
    assert not pane_of(opened).verify_button.isVisible()


def test_back_from_what_a_number_opened_is_inicio(opened: Window, late: dict[str, str], qtbot: QtBot) -> None:
    opened.show_room("contactos")
    wait_until_idle(opened, qtbot)
    begin(opened, "to_verify", qtbot)
    first = pane_of(opened).id
    assert first in late.values()
    bar_of(opened).go_on()
    wait_until_idle(opened, qtbot)
    for record in (first, None):
        press(opened, Qt.Key.Key_Left, qtbot, Qt.KeyboardModifier.AltModifier)
        assert (pane_of(opened).id if record else None) == record
    assert frame_of(opened).current == "inicio"
    press(opened, Qt.Key.Key_Right, qtbot, Qt.KeyboardModifier.AltModifier)
    assert (frame_of(opened).current, pane_of(opened).id) == ("contactos", first)


def test_back_from_what_has_nothing_to_do_is_inicio(opened: Window, qtbot: QtBot) -> None:
    opened.activateWindow()
    opened.show_room("contactos")
    wait_until_idle(opened, qtbot)
    today_of(opened, qtbot).lines["to_verify"].click()
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "contactos"
    press(opened, Qt.Key.Key_Left, qtbot, Qt.KeyboardModifier.AltModifier)
    assert frame_of(opened).current == "inicio"
