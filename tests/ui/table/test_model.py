"""The rows of a list stay by their key, whatever is asked for next, and no cell that is painted reads the file."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo, Order, Query
from app.words.fields import Field, Kind
from app.words.words import Words
from ui.table.model import BLOCK, TableModel
from ui.table.two_lines import LineFields

COLUMNS = (FieldInfo("name", Field("Nombre")), FieldInfo("population", Field("Población", Kind.INTEGER)))
UP = Query("municipality")
DOWN = Query("municipality", order=(Order("name", descending=True),))


class Cities:
    """A source that remembers which rows were read; what a city is called can change."""

    def __init__(self, count: int) -> None:
        self.keys = [f"{number:032x}" for number in range(count)]
        self.names = dict.fromkeys(self.keys, "Ciudad")
        self.read: list[str] = []
        self.asked: list[tuple[str, ...]] = []

    def ids(self, query: Query) -> list[str]:
        return self.keys[::-1] if query.order else list(self.keys)

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        self.read += ids
        self.asked.append(tuple(columns))
        found = {
            key: {"name": f"{self.names[key]} {int(key, 16)}", "population": 7} for key in ids if key in self.names
        }
        return [tuple(found[key][name] for name in columns) for key in ids if key in found]


@pytest.fixture
def source() -> Cities:
    return Cities(3 * BLOCK)


@pytest.fixture
def model(source: Cities, words: Words, qapp: QObject) -> TableModel:
    made = TableModel(source, COLUMNS, words, qapp)
    made.ask(UP)
    return made


def test_a_cell_whose_row_is_not_at_hand_is_empty_and_tells_so(model: TableModel, source: Cities, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.lacking):
        assert model.index(5, 0).data() is None
    assert source.read == []
    model.fetch(5, 5)
    assert model.index(5, 0).data() == "Ciudad 5"


def test_rows_stay_by_their_key_when_the_order_changes(model: TableModel, source: Cities) -> None:
    model.fetch(0, BLOCK - 1)
    source.read.clear()
    model.ask(DOWN)
    model.fetch(2 * BLOCK, 3 * BLOCK - 1)
    assert source.read == []
    assert model.index(3 * BLOCK - 1, 0).data() == "Ciudad 0"


def test_only_outdated_rows_are_read_again_and_show_as_they_were_until_then(model: TableModel, source: Cities) -> None:
    model.fetch(0, 20)
    source.read.clear()
    changed = source.keys[7]
    source.names[changed] = "Pueblo"
    model.outdate([changed, source.keys[-1]])
    assert model.index(7, 0).data() == "Ciudad 7"
    model.fetch(0, 20)
    assert model.index(7, 0).data() == "Pueblo 7"
    assert source.read == [changed]


def test_nothing_is_reset_when_the_keys_are_the_same(model: TableModel, source: Cities, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.loaded):
        model.ask(UP)
    source.keys.pop()
    with qtbot.waitSignal(model.modelReset):
        model.ask(UP)


def test_what_is_hidden_is_not_read_until_it_is_shown_or_asked_for(model: TableModel, source: Cities) -> None:
    model.read_alone(["name"])
    model.fetch(0, 20)
    assert source.asked == [("name",)]
    assert model.text(3, 1) == "7"
    assert source.asked[1:] == [("population",)]
    model.read_alone(["name", "population"])
    model.fetch(0, 20)
    assert source.asked[2:] == [("name", "population")]
    assert model.index(3, 1).data() == "7"
    model.read_alone(["population"])
    model.fetch(0, 20)
    assert len(source.asked) == 3


def test_the_two_lines_of_a_row_are_read_though_no_column_shows_them(model: TableModel, source: Cities) -> None:
    model.take_lines(LineFields(("name",)))
    model.read_alone(["population"])
    model.fetch(0, 0)
    lines = model.two_lines(0)
    assert source.asked == [("name", "population")]
    assert lines is not None
    assert lines.name == "Ciudad 0"
