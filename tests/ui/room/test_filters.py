"""The filters of a list, each a chip that can be taken away."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import list_ids
from app.words.fields import Kind
from tests.ui.held import held_writing
from tests.ui.room.asked import ARGENTINA, URUGUAY
from tests.ui.seeing import count_of, frame_of, names_of, open_row, room_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.room.filters import with_filter


def test_a_filter_is_a_chip_that_can_be_taken_away(opened: Window) -> None:
    bar = room_of(opened).list.filters
    bar.add(ARGENTINA)
    assert names_of(opened) == ["Córdoba", "Rosario"]
    assert [chip.text.text() for chip in bar.chips] == ["País: Argentina"]
    bar.add(URUGUAY)
    assert names_of(opened) == ["Canelones", "Córdoba", "Montevideo", "Rosario"]
    assert [chip.text.text() for chip in bar.chips] == ["País: Argentina, Uruguay"]
    bar.chips[0].removing.click()
    assert count_of(opened) == "5 ciudades"


def test_two_values_of_one_field_mean_either() -> None:
    assert with_filter((ARGENTINA,), URUGUAY, Kind.COUNTRY) == (Filter("country", Operator.ONE_OF, ("AR", "UY")),)
    at_least = Filter("population", Operator.AT_LEAST, 100)
    assert with_filter((ARGENTINA,), at_least, Kind.INTEGER) == (ARGENTINA, at_least)


def test_a_filter_set_during_a_writing_has_its_chip_at_once_and_the_title_of_its_record_afterwards(
    opened: Window, qtbot: QtBot
) -> None:
    keys = list_ids(workspace_of(opened).store, Query("municipality", order=(Order("short_name"),)))
    frame_of(opened).show_room("resoluciones")
    wait_until_idle(opened, qtbot)
    bar = room_of(opened).list.filters
    with held_writing(opened, qtbot):
        for key in keys[:2]:
            bar.add(Filter("municipality_id", Operator.EQUALS, key))
        assert [chip.text.text() for chip in bar.chips] == ["Ciudad responsable: …, …"]
    assert [chip.text.text() for chip in bar.chips] == ["Ciudad responsable: Canelones, Córdoba"]
    with held_writing(opened, qtbot):
        bar.chips[0].removing.click()
        assert bar.chips == []


def test_what_takes_a_long_filter_away_stays_in_sight_beside_a_record(opened: Window, qtbot: QtBot) -> None:
    long = "ciudades de la región metropolitana y de sus alrededores"
    bar = room_of(opened).list.filters
    opened.show_room("ciudades")
    open_row(opened, 0, qtbot)
    bar.add(Filter("short_name", Operator.NOT_EQUALS, long))
    wait_until_idle(opened, qtbot)
    [chip] = bar.chips
    right = chip.removing.mapTo(bar, QPoint(chip.removing.width(), 0)).x()
    assert 0 < right <= bar.width()
    assert long in chip.text.text()
    assert long in chip.text.toolTip()
