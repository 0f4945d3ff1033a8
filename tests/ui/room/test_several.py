"""What is said of several selected records: in words where there is room, and switched off while it cannot be done."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.held import held_writing
from tests.ui.seeing import list_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.several import SelectionBar


def bar_of(window: Window) -> SelectionBar:
    return list_of(window).selection


def shows_words(bar: SelectionBar) -> bool:
    """Tell whether the buttons are as wide as their words; with icons alone they are not."""
    return all(each.width() > each.fontMetrics().horizontalAdvance(each.text()) for each in bar.buttons.values())


def test_the_bar_takes_the_place_of_the_buttons_and_moves_no_row(opened: Window, qtbot: QtBot) -> None:
    pane = room_of(opened).list
    wait_until_idle(opened, qtbot)
    before = pane.table.y()
    pane.table.selectAll()
    wait_until_idle(opened, qtbot)
    assert bar_of(opened).isVisible()
    assert not pane.new_button.isVisible()
    assert pane.table.y() == before
    pane.table.clearSelection()
    wait_until_idle(opened, qtbot)
    assert not bar_of(opened).isVisible()
    assert pane.new_button.isVisible()


def test_the_buttons_say_their_names_where_there_is_room(opened: Window, qtbot: QtBot) -> None:
    room = room_of(opened)
    room.list.table.selectAll()
    wait_until_idle(opened, qtbot)
    assert shows_words(bar_of(opened))
    opened.setMinimumSize(300, 300)
    opened.resize(700, 700)
    wait_until_idle(opened, qtbot)
    assert not shows_words(bar_of(opened))
    assert {each.accessibleName() for each in bar_of(opened).buttons.values()} >= {"Editar un dato…", "Eliminar"}


def test_beside_what_can_be_done_the_bar_says_only_how_many(opened: Window, qtbot: QtBot) -> None:
    room = room_of(opened)
    room.show_record("municipality", room.list.table.rows.ids[0])
    room.list.table.selectAll()
    wait_until_idle(opened, qtbot)
    assert bar_of(opened).isVisible()
    assert not any(button.isVisible() for button in bar_of(opened).buttons.values())
    beside = room._several  # noqa: SLF001 - what is seen there has no other name
    assert beside is not None
    assert all(button.isVisible() for button in beside.buttons.values())
    room.list.table.clearSelection()
    room.record.close_record()
    room.list.table.selectAll()
    wait_until_idle(opened, qtbot)
    assert all(button.isVisible() for button in bar_of(opened).buttons.values())


@pytest.mark.parametrize(
    ("room", "offered"),
    [
        ("contactos", ["edit_many", "verify", "show_evidence", "export_selected", "copy_emails", "delete"]),
        ("ciudades", ["edit_many", "show_evidence", "export_selected", "copy_emails", "delete"]),
        ("reuniones", ["edit_many", "show_evidence", "tell_of", "export_selected", "export_calendar", "delete"]),
        ("vencimientos", ["fulfil", "export_selected"]),
    ],
)
def test_each_room_offers_what_its_records_have(opened: Window, room: str, offered: list[str]) -> None:
    opened.show_room(room)
    assert list(bar_of(opened).buttons) == offered


def test_what_writes_waits_while_something_is_being_written(opened: Window, qtbot: QtBot) -> None:
    room_of(opened).list.table.selectAll()
    wait_until_idle(opened, qtbot)
    buttons = bar_of(opened).buttons
    with held_writing(opened, qtbot):
        assert not buttons["delete"].isEnabled()
        assert not buttons["edit_many"].isEnabled()
        assert buttons["export_selected"].isEnabled()
    wait_until_idle(opened, qtbot)
    assert buttons["delete"].isEnabled()


def test_the_bar_of_a_list_without_records_beside_it_ends_its_selection(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("vencimientos")
    wait_until_idle(opened, qtbot)
    pane = list_of(opened)
    pane.ask_for_all()
    assert len(pane.table.rows.ids) > 1
    pane.table.selectAll()
    assert bar_of(opened).isVisible()
    bar_of(opened).cross.click()
    assert pane.table.selected_ids() == []
    assert not bar_of(opened).isVisible()
