"""What was done, who did it and when; what undo and redo would do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.catalog import describe
from app.records import part_ids
from db import journal
from db.changes import Changes
from db.journal import Direction, State
from db.store import Store


@dataclass(frozen=True, slots=True)
class Done:
    """An operation as the history lists it; `rows` counts the rows it touched."""

    number: int
    title: str
    author: str
    made_at: datetime
    direction: Direction
    state: State
    rows: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after, as the journal wrote them (plain JSON values)."""

    entity: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What one operation did to a record and its parts, field by field."""

    title: str
    author: str
    made_at: datetime
    direction: Direction
    fields: tuple[FieldChange, ...]


def undo(store: Store) -> Changes:
    """Take back the last change; StoreFailure when there is none or a row has changed since."""
    return store.undo()


def redo(store: Store) -> Changes:
    """Bring back the change that was undone last; StoreFailure as for undo."""
    return store.redo()


def undo_title(store: Store) -> str | None:
    """Give the title of the change that undo would take back."""
    with store.reading() as session:
        found = journal.next_undo(session.connection())
    return found[1] if found else None


def redo_title(store: Store) -> str | None:
    """Give the title of the change that redo would bring back."""
    with store.reading() as session:
        found = journal.next_redo(session.connection())
    return found[1] if found else None


def operations(store: Store, limit: int = 200) -> tuple[Done, ...]:
    """Give the last operations, the newest first."""
    with store.reading() as session:
        found = journal.latest(session.connection(), limit)
    return tuple(
        Done(each.number, each.title, each.author, each.made_at, each.direction, each.state, each.rows)
        for each in found
    )


def record_history(store: Store, entity: str, record_id: str) -> tuple[RecordChange, ...]:
    """Give what was done to a record and to its parts, the newest first."""
    with store.reading() as session:
        ids = [record_id]
        for part in describe(entity).parts:
            ids += part_ids(session, part, [record_id])
        found = journal.history(session.connection(), ids)
    grouped: dict[int, list[journal.Entry]] = {}
    for entry in found:
        grouped.setdefault(entry.operation, []).append(entry)
    return tuple(_change(entries) for entries in grouped.values())


def _change(entries: list[journal.Entry]) -> RecordChange:
    first = entries[0]
    fields = tuple(change for entry in reversed(entries) for change in _fields(entry))
    return RecordChange(first.title, first.author, first.made_at, first.direction, fields)


def _fields(entry: journal.Entry) -> list[FieldChange]:
    before: Mapping[str, object] = json.loads(entry.before) if entry.before else {}
    after: Mapping[str, object] = json.loads(entry.after) if entry.after else {}
    unsaid = {"id", "created_at", "changed_at"}
    return [
        FieldChange(entry.entity, name, before.get(name), after.get(name))
        for name in {**before, **after}
        if name not in unsaid and before.get(name) != after.get(name)
    ]
