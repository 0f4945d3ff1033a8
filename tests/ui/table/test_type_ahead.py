"""Typing how a row begins goes to it, in the whole of a list, however long it is."""

from collections.abc import Sequence
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo, Order, Query
from app.words.fields import Field, Kind
from app.words.words import Words
from tests.ui.held import held_writing
from tests.ui.seeing import open_row, pane_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.table.table import Table
from ui.work.run import Runner

COLUMNS = (FieldInfo("name", Field("Nombre")), FieldInfo("country", Field("País", Kind.COUNTRY)))
NAMES = ("Árbol", "Azul", "Bahía", *(f"Ciudad {number}" for number in range(5000)), "Salto", "Salto Grande", "Zárate")
"""More rows than a list keeps at hand."""


class Places:
    """Towns in the order of their names; the last one is in Uruguay. A question can be held."""

    def __init__(self) -> None:
        self.may_read = Event()
        self.may_read.set()

    def ids(self, _query: Query) -> list[str]:
        return [f"{at:032x}" for at in range(len(NAMES))]

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        self.may_read.wait(20)
        values = [
            {"name": NAMES[int(key, 16)], "country": "UY" if int(key, 16) == len(NAMES) - 1 else "AR"} for key in ids
        ]
        return [tuple(each[name] for name in columns) for each in values]


@pytest.fixture
def places() -> Places:
    """Make the source of the lists."""
    return Places()


@pytest.fixture
def table(places: Places, words: Words, qtbot: QtBot) -> Table:
    """Show a list that is looked through at once."""
    made = Table(places, COLUMNS, words)
    qtbot.addWidget(made)
    made.ask(Query("municipality"))
    made.show()
    return made


def named(table: Table) -> str:
    """Return the name in the row with the keyboard."""
    row = table.currentIndex().row()
    return NAMES[row] if row >= 0 else ""


def begin_anew(table: Table, qtbot: QtBot) -> None:
    """Wait until what is typed is a beginning of its own."""
    wait_until_idle(table, qtbot)


def test_a_row_far_from_those_at_hand_is_found(table: Table, qtbot: QtBot) -> None:
    QTest.keyClicks(table, "ciudad 4998")
    assert named(table) == "Ciudad 4998"
    assert table.selected_ids() == [table.current_id()]
    begin_anew(table, qtbot)
    QTest.keyClicks(table, "zarate")
    assert named(table) == "Zárate"
    begin_anew(table, qtbot)
    QTest.keyClicks(table, "arbol")
    assert named(table) == "Árbol"
    begin_anew(table, qtbot)
    QTest.keyClicks(table, "xyz")
    assert named(table) == "Árbol"


def test_the_same_letter_goes_on_to_the_next_row_and_round(table: Table, qtbot: QtBot) -> None:
    for name in ("Salto", "Salto Grande", "Salto"):
        QTest.keyClicks(table, "s")
        assert named(table) == name
    begin_anew(table, qtbot)
    QTest.keyClicks(table, "s")
    assert named(table) == "Salto Grande"


def test_what_is_typed_is_looked_for_in_the_column_that_orders_the_list(table: Table, qtbot: QtBot) -> None:
    table.ask(Query("municipality", order=(Order("country"),)))
    QTest.keyClicks(table, "uru")
    assert named(table) == "Zárate"
    begin_anew(table, qtbot)
    table.setColumnHidden(1, True)
    QTest.keyClicks(table, "bahi")
    assert named(table) == "Bahía"


def test_a_long_list_is_looked_through_beside_the_window_and_the_newest_question_wins(
    places: Places, words: Words, qtbot: QtBot
) -> None:
    table = Table(places, COLUMNS, words)
    qtbot.addWidget(table)
    runner = Runner(table, lambda error: pytest.fail(str(error)))
    table.ask(Query("municipality"))
    table.look_beside(runner)
    places.may_read.clear()
    QTest.keyClicks(table, "salto")
    assert named(table) == ""
    QTest.keyClicks(table, " g")
    places.may_read.set()
    wait_until_idle(table, qtbot)
    assert named(table) == "Salto Grande"
    places.may_read.clear()
    QTest.keyClicks(table, "zar")
    places.may_read.set()
    table.select_id(table.rows.ids[1])
    wait_until_idle(table, qtbot)
    assert named(table) == "Azul", "who has gone elsewhere stays there"
    runner.close()


def test_what_is_typed_during_a_writing_is_gone_to_when_it_has_ended(opened: Window, qtbot: QtBot) -> None:
    table = room_of(opened).list.table
    wait_until_idle(opened, qtbot)
    open_row(opened, 0, qtbot)
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    with held_writing(opened, qtbot):
        QTest.keyClicks(table, "sao")
        assert table.current_id() != table.rows.ids[-1]
    assert table.current_id() == table.rows.ids[-1]
    assert pane_of(opened).heading.text() == "São Leopoldo"
