"""What was done, who did it and when; what undo and redo would do."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from app.records.reading import titles
from db.catalog import Catalog
from db.changes import Changes
from db.declared import joined
from db.failures import Reason, StoreFailure
from db.fields import Kind
from db.journal import story
from db.journal.story import Entry, Operation
from db.journal.tables import OperationKind
from db.links import link_of
from db.store import Store
from db.titles import Title


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after, as the journal wrote them (plain JSON values).

    Of a field of links each link is a change of its own: the key of the other record, or None. A field that several
    columns hold is one change, with its value as the field holds it; a column that holds no field goes by its own name.
    """

    entity: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What one operation did to a record and its parts, field by field; `rows` is the number of those it touched.

    What a file begins with cannot be undone.
    """

    number: int
    title: Title
    author: str
    made_at: datetime
    is_undo: bool
    is_redo: bool
    is_start: bool
    rows: int
    fields: tuple[FieldChange, ...]


def undo(store: Store) -> Changes:
    """Take back the last change; StoreFailure when there is none or a row has changed since."""
    with naming_the_record(store):
        return store.undo()


def redo(store: Store) -> Changes:
    """Bring back the change that was undone last; StoreFailure as for undo."""
    with naming_the_record(store):
        return store.redo()


@contextmanager
def naming_the_record(store: Store) -> Iterator[None]:
    """Let a conflict say the title of the record that changed since, and not its key."""
    try:
        yield
    except StoreFailure as failure:
        entity, _, key = failure.detail.partition("/")
        if failure.reason is not Reason.CONFLICT or entity not in store.catalog:
            raise
        known = titles(store, entity, [key]).get(key)
        raise StoreFailure(Reason.CONFLICT, known or store.catalog[entity].one) from failure


def undo_title(store: Store) -> Title | None:
    """Return the title of the change that undo would take back."""
    with store.reading() as session:
        connection = session.connection()
        number = story.next_undo(connection)
        return None if number is None else story.title_of(connection, number)


def redo_title(store: Store) -> Title | None:
    """Return the title of the change that redo would bring back."""
    with store.reading() as session:
        connection = session.connection()
        number = story.next_redo(connection)
        return None if number is None else story.title_of(connection, number)


def operations(store: Store, limit: int = 200) -> tuple[Operation, ...]:
    """Return the last operations, the newest first."""
    with store.reading() as session:
        return tuple(story.latest(session.connection(), limit))


def record_history(store: Store, entity: str, record_id: str) -> tuple[RecordChange, ...]:
    """Return what was done to a record, its parts, links and files, gone ones too, the newest first."""
    with store.reading() as session:
        found = story.of_record(session.connection(), store.shape, record_id)
        wanted = [entry.operation for entry in found]
        known = {each.number: each for each in story.by_number(session.connection(), wanted)}
    grouped: dict[int, list[Entry]] = {}
    for entry in found:
        grouped.setdefault(entry.operation, []).append(entry)
    catalog = store.catalog
    fields = link_fields(catalog, entity)
    return tuple(_change(catalog, known[number], grouped[number], fields) for number in sorted(grouped, reverse=True))


LinkFields = Mapping[str, tuple[str, str, str]]
"""By table of links: the entity and field that a person sees, and the column that holds the key of the other record."""


def link_fields(catalog: Catalog, entity: str) -> LinkFields:
    """Return the links that a record of `entity` has, and those in which records of other kinds link to it."""
    found = {}
    for name, kind in catalog.items():
        for info in kind.stored:
            if info.field.kind is Kind.LINKS and entity in (name, info.target):
                link = link_of(catalog.entity(name), info.name)
                found[link.table.name] = (name, info.name, link.other.name if entity == name else link.mine.name)
    return found


def _change(catalog: Catalog, done: Operation, entries: Sequence[Entry], links: LinkFields) -> RecordChange:
    fields = tuple(change for entry in entries for change in fields_of_entry(catalog, entry, links))
    return RecordChange(
        done.number,
        done.title,
        done.author,
        done.made_at,
        is_undo=done.kind is OperationKind.UNDO,
        is_redo=done.is_redo,
        is_start=done.kind is OperationKind.START,
        rows=done.rows,
        fields=fields,
    )


def fields_of_entry(catalog: Catalog, entry: Entry, links: LinkFields) -> list[FieldChange]:
    """Return what an entry of a record, a part or a link says, field by field; `links` are those of the record."""
    before, after = entry.change.before, entry.change.after
    if entry.entity in links:
        entity, field, other = links[entry.entity]
        return [FieldChange(entity, field, before.get(other), after.get(other))]
    return [each for each in changes_of(catalog, entry.entity, before, after) if each.before != each.after]


def changes_of(
    catalog: Catalog, entity: str, before: Mapping[str, object], after: Mapping[str, object]
) -> list[FieldChange]:
    """Return what a row of `entity` held and holds, by column, field by field; also what did not change."""
    if entity in catalog:
        before, after = (joined(catalog.entity(entity), values) for values in (before, after))
    return [FieldChange(entity, name, before.get(name), after.get(name)) for name in {**before, **after}]
