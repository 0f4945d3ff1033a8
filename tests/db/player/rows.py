"""Turns on bare rows, by the tables alone: they play any schema, and what no window lets a person do."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from sqlalchemy import Column, delete, insert, update
from sqlalchemy.exc import IntegrityError

from app.records.catalog import FieldInfo
from db.changes import Changes
from db.fields import Field, Kind
from db.journal.shape import Journaled, RowKey
from db.titles import Title
from tests.db.player.drawing import Drawer, a_text
from tests.db.player.game import Game


def tried(game: Game, name: str, work: Callable[[], Changes]) -> None:
    """Do it, or see that the database refuses it and that nothing of it is left."""
    try:
        if game.change(work):
            game.counts[name] += 1
    except IntegrityError:
        game.counts["refused"] += 1
        game.verify()


def value_of(drawer: Drawer, table: Journaled, column: Column[Any]) -> object:
    """Return a value for a column by its declared field, else by its type."""
    for reference in table.references:
        if reference.column == column.name and reference.target:
            known = sorted(key for name, key in drawer.state if name == reference.target)
            return drawer.random.choice(known) if known else None
    facts = column.info.get("field")
    if not isinstance(facts, Field) or facts.kind in (Kind.REFERENCE, Kind.RECORD):
        return drawer.random.randrange(2**40) if column.type.python_type is int else a_text(drawer.random)
    return drawer.value(FieldInfo(column.name, facts))


def _unit(drawer: Drawer, table: Journaled, unit: tuple[str, ...]) -> dict[str, object]:
    """Return values for a unit: of several that can be empty some are, and a record of any table is named whole."""
    columns = [table.table.columns[name] for name in unit]
    whole = next((each for each in table.references if each.entity_column in unit and each.entity_column), None)
    if whole is not None:
        records = sorted(key for key in drawer.state if key[0] != table.name)
        entity, key = drawer.random.choice(records) if records else ("", "")
        return {whole.entity_column: entity, whole.column: key}
    one = drawer.random.choice(columns)
    sparse = len(columns) > 1 and drawer.random.random() < 0.7
    return {
        each.name: None if each.nullable and (sparse and each is not one) else value_of(drawer, table, each)
        for each in columns
    }


def _tables(game: Game, *, links: bool = True) -> list[Journaled]:
    return [table for table in game.store.shape.tables if links or not table.is_link]


def make_row(game: Game, random: Random) -> None:
    """Make a row of any table."""
    table = random.choice([each for each in _tables(game) if "digest" not in each.columns])
    drawer = Drawer(random, game.now)
    values: dict[str, object] = {}
    for unit in table.units:
        needed = any(not table.table.columns[name].nullable for name in unit)
        if needed or random.random() < 0.5:
            values |= _unit(drawer, table, unit)
    if table.is_link and None in values.values():
        return

    def work() -> Changes:
        with game.store.operation(Title("Fila")) as session:
            session.execute(insert(table.table).values(values))
        return session.changes

    tried(game, "make row", work)


def change_row(game: Game, random: Random) -> None:
    """Change one or two units of a row, its owner and its position among them."""
    tables = {table.name: table for table in _tables(game, links=False)}
    known = sorted((name, key) for name, key in game.now if name in tables)
    if not known:
        return
    name, key = random.choice(known)
    table, drawer = tables[name], Drawer(random, game.now)
    values: dict[str, object] = {}
    units = [unit for unit in table.units if "digest" not in unit]  # a content has to be there
    for unit in random.sample(units, min(len(units), random.randint(1, 2))):
        values |= _unit(drawer, table, unit)

    def work() -> Changes:
        with game.store.operation(Title("Fila")) as session:
            session.execute(update(table.table).where(table.table.c.id == key).values(values))
        return session.changes

    tried(game, "change row", work)


def delete_rows(game: Game, random: Random) -> None:
    """Delete a row with all that refers to it, and what refers to that."""
    if not game.now:
        return
    shape = game.store.shape
    gone: set[RowKey] = set()
    reached = {random.choice(sorted(game.now))}
    while reached - gone:
        gone |= reached
        reached = {key for key, values in game.now.items() if shape.by_name[key[0]].targets(values) & gone}
    if len(gone) > len(game.now) / 3:
        return

    def work() -> Changes:
        with game.store.operation(Title("Filas")) as session:
            for table in reversed(shape.tables):
                keys = [key for name, key in gone if name == table.name]
                session.execute(delete(table.table).where(table.table.c.id.in_(keys)))
        return session.changes

    tried(game, "delete rows", work)


def make_again(game: Game, random: Random) -> None:
    """Delete a row to which nothing refers and make it again in one operation, changed or as it was."""
    shape = game.store.shape
    used = {key for name, values in game.now.items() for key in shape.by_name[name[0]].targets(values)}
    free = sorted(key for key in game.now if key not in used and not shape.by_name[key[0]].is_link)
    if not free:
        return
    row = random.choice(free)
    table, values = shape.by_name[row[0]], game.now[row]
    unit = random.choice([unit for unit in table.units if "digest" not in unit])
    other = _unit(Drawer(random, game.now), table, unit) if random.random() < 0.7 else {}

    def work() -> Changes:
        with game.store.operation(Title("Fila")) as session:
            connection = session.connection()
            session.execute(delete(table.table).where(table.table.c.id == row[1]))
            listed, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * (len(values) + 1))
            connection.exec_driver_sql(
                f'INSERT INTO "{row[0]}" (id, {listed}) VALUES ({marks})', (row[1], *values.values())
            )
            if other:
                session.execute(update(table.table).where(table.table.c.id == row[1]).values(other))
        return session.changes

    tried(game, "make again", work)


ROWS: Mapping[str, Callable[[Game, Random], None]] = {
    "make row": make_row,
    "change row": change_row,
    "delete rows": delete_rows,
    "make again": make_again,
}
"""The turns that need tables and no entities."""
