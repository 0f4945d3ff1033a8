"""A list of many towns: each has a name, a country that tells it apart, and a state in the network."""

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo, Query
from app.words.fields import Choice, Field, Kind
from app.words.words import Words, mark
from ui.table.table import Table
from ui.table.two_lines import LineFields


class Standing(Choice):
    """How a town stands."""

    MEMBER = "member", mark("Miembro")


COLUMNS = (
    FieldInfo("population", Field("Población", Kind.INTEGER)),
    FieldInfo("name", Field("Nombre", width=24)),
    FieldInfo("country", Field("País", Kind.COUNTRY)),
    FieldInfo("state", Field("Situación", Kind.CHOICE, choices=Standing)),
)
LINES = LineFields(("name",), ("country",), "state")


class Towns:
    """A source of as many towns as asked for."""

    def __init__(self, count: int) -> None:
        self.keys = [f"{number:032x}" for number in range(count)]

    def ids(self, query: Query) -> list[str]:
        down = bool(query.order) and query.order[0].descending
        return self.keys[::-1] if down else list(self.keys)

    def rows(self, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
        return [tuple(_town(int(key, 16))[name] for name in columns) for key in ids]


def _town(number: int) -> dict[str, object]:
    return {"population": number * 1000, "name": f"Ciudad {number}", "country": "UY", "state": "member"}


def show_towns(count: int, words: Words, qtbot: QtBot) -> Table:
    """Show a table of `count` towns, and have it at rest."""
    table = Table(Towns(count), COLUMNS, words, lines=LINES)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.ask(Query("municipality"))
    table.show()
    table.grab()
    return table
