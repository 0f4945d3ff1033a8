"""The journal: triggers that write what every change did, and the undo, redo and history made from it.

While an operation is open its number stands in `journal_open`; a change made while the table is empty is refused by the
trigger. Every entry holds the row as a JSON object before and after. Undo replays the "before" images of an operation
in one transaction, as an operation of its own, so that redo is the undo of that one.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    text,
    update,
)

from db.base import Base, Moment, new_key
from db.changes import Changes
from db.failures import Reason, StoreFailure
from db.titles import Name, Title


class Direction(StrEnum):
    """What an operation is: a change, the undo of one, or the redo of an undone one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class State(StrEnum):
    """What became of a change: it stands; it is undone and can be redone, or undone for good; or it is settled.

    A settled change stands and undo does not reach it: it belongs to the making of the file.
    """

    DONE = "done"
    UNDONE = "undone"
    DISCARDED = "discarded"
    SETTLED = "settled"


operations = Table(
    "journal_operation",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True, default=new_key),
    Column("direction", String(10), nullable=False),
    Column("state", String(10), nullable=False),
    Column("reverses", Integer, ForeignKey("journal_operation.number")),
    Column("title", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
entries = Table(
    "journal_entry",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("operation", Integer, ForeignKey("journal_operation.number"), nullable=False, index=True),
    Column("entity", String(60), nullable=False),
    Column("row_id", String(32), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index("ix_journal_entry_row", "row_id", "number"),
)
open_operation = Table("journal_open", Base.metadata, Column("operation", Integer, primary_key=True))

OUTSIDE = "change outside an operation"
"""What the trigger says when it refuses a change."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's change: the row before and after as JSON texts, None where it was not there."""

    operation: int
    title: Title
    author: str
    made_at: datetime
    direction: Direction
    entity: str
    row_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as the list of the history shows it; `rows` counts the rows it touched."""

    number: int
    title: Title
    author: str
    made_at: datetime
    direction: Direction
    state: State
    rows: int


def journaled_tables() -> tuple[Table, ...]:
    """Give the tables whose changes are journaled: entities and links, each with a text key `id`."""
    outside = {"journal_operation", "journal_entry", "journal_open", "content", "search_key"}
    return tuple(table for table in Base.metadata.sorted_tables if table.name not in outside)


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.computed is None]


def _image(table: Table, row: str) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.\"{name}\"" for name in _names(table)) + ")"


def _trigger(table: Table, event: str) -> str:
    before = "NULL" if event == "INSERT" else _image(table, "OLD")
    after = "NULL" if event == "DELETE" else _image(table, "NEW")
    row = "OLD" if event == "DELETE" else "NEW"
    return f"""CREATE TRIGGER "journal_{table.name}_{event.lower()}" AFTER {event} ON "{table.name}" BEGIN
        SELECT RAISE(ABORT, '{OUTSIDE}') WHERE NOT EXISTS (SELECT 1 FROM journal_open);
        INSERT INTO journal_entry (operation, entity, row_id, before, after)
        SELECT operation, '{table.name}', {row}.id, {before}, {after} FROM journal_open;
    END"""


def install(connection: Connection) -> None:
    """Make the triggers anew from the metadata; run after every migration."""
    for table in journaled_tables():
        for event in ("INSERT", "UPDATE", "DELETE"):
            connection.execute(text(f'DROP TRIGGER IF EXISTS "journal_{table.name}_{event.lower()}"'))
            connection.exec_driver_sql(_trigger(table, event))


def begin(
    connection: Connection,
    title: Title,
    author: str,
    made_at: datetime,
    *,
    direction: Direction = Direction.DO,
    reverses: int | None = None,
) -> int:
    """Open an operation in the transaction of `connection` and give its number."""
    made = connection.execute(
        insert(operations).values(
            direction=direction,
            state=State.DONE,
            reverses=reverses,
            title=json.dumps(title.stored(), ensure_ascii=False),
            author=author,
            made_at=made_at,
        ),
    )
    number = int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0
    connection.execute(insert(open_operation).values(operation=number))
    return number


def _read_title(kept: str) -> Title:
    """Read a title as it is kept; one of an older program stands whole."""
    try:
        return Title.read(*json.loads(kept))
    except ValueError:
        return Title("{title}", values={"title": Name(kept)})


def finish(connection: Connection, number: int, title: Title) -> Changes:
    """Close the operation and give what it touched; one that changed nothing leaves no trace."""
    connection.execute(delete(open_operation))
    found = connection.execute(
        select(entries.c.entity, entries.c.row_id).where(entries.c.operation == number).distinct(),
    )
    touched: dict[str, set[str]] = {}
    for entity, row_id in found:
        touched.setdefault(entity, set()).add(row_id)
    if not touched:
        connection.execute(delete(operations).where(operations.c.number == number))
        return Changes(title=title)
    return Changes(number, title, {entity: frozenset(ids) for entity, ids in touched.items()})


def discard_undone(connection: Connection) -> None:
    """Give up what could still be redone: a new change was made after it was undone."""
    connection.execute(update(operations).where(operations.c.state == State.UNDONE).values(state=State.DISCARDED))


def next_undo(connection: Connection) -> tuple[int, Title] | None:
    """Give number and title of the change that undo would take back, or None."""
    found = connection.execute(
        select(operations.c.number, operations.c.title)
        .where(operations.c.direction == Direction.DO, operations.c.state == State.DONE)
        .order_by(operations.c.number.desc()),
    ).first()
    return (found.number, _read_title(found.title)) if found else None


def next_redo(connection: Connection) -> tuple[int, Title] | None:
    """Give number and title of the change that redo would bring back, or None."""
    found = connection.execute(
        select(operations.c.number, operations.c.title)
        .where(operations.c.direction == Direction.DO, operations.c.state == State.UNDONE)
        .order_by(operations.c.number),
    ).first()
    return (found.number, _read_title(found.title)) if found else None


def last_reversal(connection: Connection, number: int) -> int:
    """Give the number of the undo that last took back the change `number`."""
    return (
        connection.execute(
            select(operations.c.number)
            .where(operations.c.reverses == number, operations.c.direction == Direction.UNDO)
            .order_by(operations.c.number.desc()),
        )
        .scalars()
        .first()
        or 0
    )


def settle(connection: Connection) -> None:
    """Settle every change that stands."""
    connection.execute(update(operations).where(operations.c.state == State.DONE).values(state=State.SETTLED))


def set_state(connection: Connection, number: int, state: State) -> None:
    """Record what became of the change `number`."""
    connection.execute(update(operations).where(operations.c.number == number).values(state=state))


def reverse(connection: Connection, number: int) -> None:
    """Take back what the operation `number` did, in the operation that is open.

    The net effect on each row is taken back, set by set: made rows go, changed rows return, deleted rows come again.
    Raises StoreFailure(CONFLICT) with the table and key of a row that is no longer as the operation left it.
    """
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.net")
    connection.exec_driver_sql(
        """CREATE TEMP TABLE net AS
        SELECT span.entity, span.row_id, first.before, last.after
        FROM (
            SELECT entity, row_id, min(number) AS first, max(number) AS last
            FROM journal_entry WHERE operation = ? GROUP BY entity, row_id
        ) AS span
        JOIN journal_entry AS first ON first.number = span.first
        JOIN journal_entry AS last ON last.number = span.last""",
        (number,),
    )
    connection.exec_driver_sql("CREATE INDEX temp.net_row ON net (entity, row_id)")
    touched = set(connection.exec_driver_sql("SELECT DISTINCT entity FROM net").scalars())
    tables = [table for table in journaled_tables() if table.name in touched]
    for table in tables:
        _refuse_conflict(connection, table)
    for table in reversed(tables):
        connection.exec_driver_sql(
            f'DELETE FROM "{table.name}" WHERE id IN '
            f"(SELECT row_id FROM net WHERE entity = '{table.name}' AND before IS NULL)",
        )
    for table in tables:
        _bring_back(connection, table)
    connection.exec_driver_sql("DROP TABLE net")


def _refuse_conflict(connection: Connection, table: Table) -> None:
    changed = connection.exec_driver_sql(
        f"""SELECT net.row_id FROM net LEFT JOIN "{table.name}" AS now ON now.id = net.row_id
        WHERE net.entity = '{table.name}'
        AND CASE WHEN now.id IS NULL THEN NULL ELSE {_image(table, "now")} END IS NOT net.after LIMIT 1""",
    ).scalar()
    if changed is not None:
        raise StoreFailure(Reason.CONFLICT, f"{table.name}/{changed}")


def _bring_back(connection: Connection, table: Table) -> None:
    names = _names(table)
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(f"before ->> '$.{name}'" for name in names)
    wanted = f"FROM net WHERE entity = '{table.name}' AND before IS NOT NULL"
    connection.exec_driver_sql(
        f'UPDATE "{table.name}" SET ({columns}) = (SELECT {values} {wanted} AND row_id = "{table.name}".id) '
        f"WHERE id IN (SELECT row_id {wanted} AND after IS NOT NULL)",
    )
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) SELECT {values} {wanted} AND after IS NULL')


@dataclass(frozen=True, slots=True)
class Belonging:
    """How rows of a table belong to a record: by these columns, each with the value that it must have."""

    table: str
    values: Mapping[str, str]


def rows_once_of(connection: Connection, belongings: Sequence[Belonging]) -> list[str]:
    """Give the keys of rows that were deleted and belonged, then, in one of these ways."""
    ways, given = [], []
    for each in belongings:
        ways.append(" AND ".join(["entity = ?", *(f"before ->> '$.{column}' = ?" for column in each.values)]))
        given += [each.table, *each.values.values()]
    asked = f"SELECT DISTINCT row_id FROM journal_entry WHERE after IS NULL AND ({' OR '.join(ways)})"
    return list(connection.exec_driver_sql(asked, tuple(given)).scalars()) if ways else []


def history(connection: Connection, row_ids: Sequence[str]) -> list[Entry]:
    """Give the entries of the rows with these keys, the newest first."""
    found = connection.execute(
        select(entries, operations.c.title, operations.c.author, operations.c.made_at, operations.c.direction)
        .join(operations, operations.c.number == entries.c.operation)
        .where(entries.c.row_id.in_(row_ids))
        .order_by(entries.c.number.desc()),
    )
    return [
        Entry(
            row.operation,
            _read_title(row.title),
            row.author,
            row.made_at,
            Direction(row.direction),
            row.entity,
            row.row_id,
            row.before,
            row.after,
        )
        for row in found
    ]


def latest(connection: Connection, limit: int) -> list[Operation]:
    """Give the last `limit` operations, the newest first."""
    counted = (
        select(entries.c.operation, text("count(DISTINCT row_id) AS rows")).group_by(entries.c.operation).subquery()
    )
    found = connection.execute(
        select(operations, text("rows"))
        .outerjoin(counted, counted.c.operation == operations.c.number)
        .order_by(operations.c.number.desc())
        .limit(limit),
    )
    return [
        Operation(
            row.number,
            _read_title(row.title),
            row.author,
            row.made_at,
            Direction(row.direction),
            State(row.state),
            row.rows or 0,
        )
        for row in found
    ]


def erase_images(connection: Connection, row_ids: Iterable[str]) -> None:
    """Forget what the journal holds of these rows, for a person who asks to be erased; that can not be undone."""
    for row_id in row_ids:
        connection.execute(delete(entries).where(entries.c.row_id == row_id))


def mismatches(connection: Connection) -> Mapping[str, int]:
    """Count, for each table, the rows that are not as their last entry in the journal says; empty when all agree."""
    found: dict[str, int] = {}
    for table in journaled_tables():
        count = connection.exec_driver_sql(
            f"""SELECT count(*) FROM journal_entry AS last
            LEFT JOIN "{table.name}" AS now ON now.id = last.row_id
            WHERE last.entity = '{table.name}'
            AND last.number = (SELECT max(number) FROM journal_entry WHERE row_id = last.row_id)
            AND CASE WHEN now.id IS NULL THEN NULL ELSE {_image(table, "now")} END IS NOT last.after""",
        ).scalar_one()
        if count:
            found[table.name] = int(count)
    return found
