"""Folded keys, kept by triggers, by which names are ordered and compared without accents or case.

They are plain columns beside the names, outside the journal. The triggers call a function of ours: fifty nested
`replace()` in a schema stop every SQLite below 3.46 from reading the file at all ("parser stack overflow").
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Index,
    Integer,
    SQLColumnExpression,
    String,
    Table,
    cast,
    func,
    literal,
)
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

PLAIN_LETTERS: Mapping[str, str] = {
    "a": "áàâãäåÁÀÂÃÄÅ",
    "e": "éèêëÉÈÊË",
    "i": "íìîïÍÌÎÏ",
    "o": "óòôõöÓÒÔÕÖ",
    "u": "úùûüÚÙÛÜ",
    "c": "çÇ",
    "n": "ñÑ",
}
"""The accented letters of Spanish and Portuguese (and the French and German ones of visitors) by their plain letter.

Ñ is folded to n: a Portuguese reader looks for it there, and a search types it so.
"""

LONGEST_NUMBER = 9
"""Digits of a number that begins a text, so far as it is ordered by them."""
_PAIRS: tuple[tuple[str, str], ...] = tuple(
    (accented, plain) for plain, letters in PLAIN_LETTERS.items() for accented in letters
)
_LETTERS: Mapping[int, str] = MappingProxyType({ord(accented): plain for accented, plain in _PAIRS})


def unaccented_expression(value: ColumnElement[Any]) -> ColumnElement[str]:
    """Return the expression of any text as `folded` gives that of a column."""
    plain: ColumnElement[str] = value
    for accented, letter in _PAIRS:
        plain = func.replace(plain, accented, letter)
    return func.lower(plain)


def unaccented(text: str) -> str:
    """Fold a text as the database folds what it is compared with."""
    return text.translate(_LETTERS).lower()


def numbered(value: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """Return by what texts that begin with a number are ordered: 4, 7, 7.1, 10; null where there is none."""
    whole = cast(cast(value, Integer), String)
    return func.substr(literal("0" * LONGEST_NUMBER) + whole, -LONGEST_NUMBER, type_=String) + value


FUNCTION = "enlace_fold"
"""The name under which the engine knows `unaccented`; `db/sqlite.py` hands it to each connection."""


def folded_by_engine(value: ColumnElement[Any]) -> ColumnElement[str]:
    """Return `value` as its kept key would be, for a name that has none; the engine folds it with our function.

    It can stand inside any other expression, where the nesting of `unaccented_expression` would be too deep.
    """
    return getattr(func, FUNCTION)(value, type_=String)  # type: ignore[no-any-return]  # functions are found by name


def sort_key(column: str) -> Mapped[str]:
    """Declare the column that holds `column` folded; its table needs `sort_index` of it, and nobody sets it.

    A row that SQLAlchemy makes brings it along, which spares the trigger a second writing of the row.
    """

    def folded(context: DefaultExecutionContext) -> str | None:
        values: dict[str, str | None] = context.get_current_parameters()  # type: ignore[no-untyped-call]  # SQLAlchemy's
        name = values.get(column)
        return None if name is None else unaccented(name)

    return mapped_column(String(300), nullable=True, default=folded, info={"sorts": column})


def sort_index(key: str) -> Index:
    """Declare the index from which a whole list is read in the order of `key` without sorting or touching a row."""
    return Index(None, key, "id")


def _sort_keys(tables: Iterable[Table]) -> Iterator[tuple[str, str, str]]:
    """Return table, folded key and the name that it folds, of each key of `tables`."""
    for table in tables:
        for column in table.columns:
            if "sorts" in column.info:
                yield table.name, column.name, column.info["sorts"]


def install(connection: Connection, tables: Iterable[Table]) -> None:
    """Make the triggers anew that keep the folded keys of `tables`; run after every migration."""
    for table, key, name in _sort_keys(tables):
        for event, when, unless in (
            ("insert", "INSERT", f'WHEN NEW."{key}" IS NULL'),
            ("update", f'UPDATE OF "{name}"', ""),
        ):
            connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "sorting_{table}_{event}"')
            connection.exec_driver_sql(
                f'CREATE TRIGGER "sorting_{table}_{event}" AFTER {when} ON "{table}" {unless} BEGIN '
                f'UPDATE "{table}" SET "{key}" = {FUNCTION}(NEW."{name}") WHERE id = NEW.id; END',
            )


def fill(connection: Connection, tables: Iterable[Table]) -> None:
    """Fold all names of `tables` anew, after a migration."""
    for table, key, name in _sort_keys(tables):
        connection.exec_driver_sql(f'UPDATE "{table}" SET "{key}" = {FUNCTION}("{name}")')


def stale_keys(connection: Connection, tables: Iterable[Table]) -> int:
    """Count the rows of `tables` whose key is not their name folded."""
    return sum(
        connection.exec_driver_sql(
            f'SELECT count(*) FROM "{table}" WHERE "{key}" IS NOT {FUNCTION}("{name}")',
        ).scalar_one()
        for table, key, name in _sort_keys(tables)
    )
