"""What was done, who did it and when; what undo and redo would do."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attachments import list_documents
from app.catalog import ENTITY_NAMES, describe
from app.records import part_ids, titles
from db import journal
from db.changes import Changes
from db.failures import Reason, StoreFailure
from db.fields import Kind
from db.journal import Belonging, Direction, Operation, rows_once_of
from db.query import Link, entity_class, link_of
from db.store import Store
from db.titles import Title


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after, as the journal wrote them (plain JSON values).

    Of a field of links each link is a change of its own: the key of the other record, or None. The currency of an
    amount that changed is always there.
    """

    entity: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What one operation did to a record and its parts, field by field."""

    title: Title
    author: str
    made_at: datetime
    direction: Direction
    fields: tuple[FieldChange, ...]


def undo(store: Store) -> Changes:
    """Take back the last change; StoreFailure when there is none or a row has changed since."""
    with _naming_the_record(store):
        return store.undo()


def redo(store: Store) -> Changes:
    """Bring back the change that was undone last; StoreFailure as for undo."""
    with _naming_the_record(store):
        return store.redo()


@contextmanager
def _naming_the_record(store: Store) -> Iterator[None]:
    """Let a conflict say the title of the record that changed since, and not its key."""
    try:
        yield
    except StoreFailure as failure:
        entity, _, key = failure.detail.partition("/")
        if failure.reason is not Reason.CONFLICT or entity not in ENTITY_NAMES:
            raise
        known = titles(store, entity, [key]).get(key)
        raise StoreFailure(Reason.CONFLICT, known or describe(entity).one) from failure


def undo_title(store: Store) -> Title | None:
    """Give the title of the change that undo would take back."""
    with store.reading() as session:
        found = journal.next_undo(session.connection())
    return found[1] if found else None


def redo_title(store: Store) -> Title | None:
    """Give the title of the change that redo would bring back."""
    with store.reading() as session:
        found = journal.next_redo(session.connection())
    return found[1] if found else None


def operations(store: Store, limit: int = 200) -> tuple[Operation, ...]:
    """Give the last operations, the newest first."""
    with store.reading() as session:
        return tuple(journal.latest(session.connection(), limit))


def record_history(store: Store, entity: str, record_id: str) -> tuple[RecordChange, ...]:
    """Give what was done to a record, its parts, links and files, gone ones too, the newest first."""
    links = _links(entity)
    belongings = [
        *(Belonging(part.entity, {part.key: record_id}) for part in describe(entity).parts),
        *(Belonging(link.table.name, {link.mine.name: record_id}) for link in links.values()),
        Belonging("document", {"record_entity": entity, "record_id": record_id}),
    ]
    with store.reading() as session:
        ids = [record_id, *_rows_of(session, entity, record_id)]
        ids += rows_once_of(session.connection(), belongings)
        found = journal.history(session.connection(), ids)
    grouped: dict[int, list[journal.Entry]] = {}
    for entry in found:
        grouped.setdefault(entry.operation, []).append(entry)
    fields = {link.table.name: (entity, name, link.other.name) for name, link in links.items()}
    return tuple(_change(entries, fields) for entries in grouped.values())


def _links(entity: str) -> dict[str, Link]:
    made = entity_class(entity)
    return {each.name: link_of(made, each.name) for each in describe(entity).stored if each.field.kind is Kind.LINKS}


def _rows_of(session: Session, entity: str, record_id: str) -> list[str]:
    """Give the keys of the parts, links and files that the record has."""
    ids = [key for part in describe(entity).parts for key in part_ids(session, part, [record_id])]
    for link in _links(entity).values():
        ids += session.scalars(select(link.table.c.id).where(link.mine == record_id))
    return [*ids, *(document.id for document in list_documents(session, entity, record_id))]


_LinkFields = Mapping[str, tuple[str, str, str]]
"""By table of links: the entity and field that a person sees, and the column of the other side."""


def _change(entries: list[journal.Entry], links: _LinkFields) -> RecordChange:
    first = entries[0]
    fields = tuple(change for entry in reversed(entries) for change in _fields(entry, links))
    return RecordChange(first.title, first.author, first.made_at, first.direction, fields)


def _fields(entry: journal.Entry, links: _LinkFields) -> list[FieldChange]:
    before: Mapping[str, object] = json.loads(entry.before) if entry.before else {}
    after: Mapping[str, object] = json.loads(entry.after) if entry.after else {}
    if entry.entity in links:
        entity, field, other = links[entry.entity]
        return [FieldChange(entity, field, before.get(other), after.get(other))]
    unsaid = {"id", "created_at", "changed_at"}
    changed = {name for name in {**before, **after} if name not in unsaid and before.get(name) != after.get(name)}
    # An amount cannot be read without its currency, even when that stayed the same.
    changed |= {name.removesuffix("_minor") + "_currency" for name in changed if name.endswith("_minor")}
    return [
        FieldChange(entry.entity, name, before.get(name), after.get(name))
        for name in {**before, **after}
        if name in changed
    ]
