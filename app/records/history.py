"""What was done, who did it and when; what undo and redo would do."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from app.records.reading import titles
from db.catalog import Catalog
from db.changes import Changes
from db.declared import joined
from db.entities.document import LOGO, Document
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
    One that is `of_other` is a link by which the other record, of the same kind, names this one.
    """

    entity: str
    field: str
    before: object
    after: object
    of_other: bool = False


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
    numbers = sorted(grouped, reverse=True)
    return tuple(_change(catalog, known[number], grouped[number], fields, record_id) for number in numbers)


@dataclass(frozen=True, slots=True)
class LinkField:
    """The entity and field that a person sees of a table of links, and its columns: `other` holds the other record.

    `mine` holds the record itself, where both sides are of one kind and only the row tells which of them that is.
    """

    entity: str
    field: str
    other: str
    mine: str = ""

    def change(self, before: Mapping[str, object], after: Mapping[str, object], shown: str) -> FieldChange:
        """Return the change that a row of the links is to the record `shown`."""
        of_other = bool(self.mine) and shown not in (before.get(self.mine), after.get(self.mine))
        column = self.mine if of_other else self.other
        return FieldChange(self.entity, self.field, before.get(column), after.get(column), of_other)


FILE_FIELD, LOGO_FIELD = "file", "logo"
"""What a file that comes or goes is called as a change; its value is the name of the file."""

LinkFields = Mapping[str, LinkField]
"""The fields of links by their tables."""


def link_fields(catalog: Catalog, entity: str) -> LinkFields:
    """Return the links that a record of `entity` has, and those in which records of any kind link to it."""
    found = {}
    for name, kind in catalog.items():
        for info in kind.stored:
            if info.field.kind is Kind.LINKS and entity in (name, info.target):
                link = link_of(catalog.entity(name), info.name)
                mine, other = link.mine.name, link.other.name
                both = mine if name == info.target else ""
                found[link.table.name] = LinkField(name, info.name, other if entity == name else mine, both)
    return found


def _change(catalog: Catalog, done: Operation, entries: Sequence[Entry], links: LinkFields, shown: str) -> RecordChange:
    fields = tuple(change for entry in entries for change in fields_of_entry(catalog, entry, links, shown))
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


def fields_of_entry(catalog: Catalog, entry: Entry, links: LinkFields, shown: str) -> list[FieldChange]:
    """Return what an entry of the record `shown`, a part or a link says, field by field; `links` are its links."""
    before, after = entry.change.before, entry.change.after
    if entry.entity in links:
        return [links[entry.entity].change(before, after, shown)]
    if entry.entity == Document.__tablename__ and not (before and after):
        return [_of_file(before, after)]
    return [each for each in changes_of(catalog, entry.entity, before, after) if each.before != each.after]


def _of_file(before: Mapping[str, object], after: Mapping[str, object]) -> FieldChange:
    """Return a file that comes or goes as one change, that of its name: its size and place tell a person nothing."""
    is_logo = str((before or after).get("media_type", "")).endswith(LOGO)
    field = LOGO_FIELD if is_logo else FILE_FIELD
    return FieldChange(Document.__tablename__, field, before.get("name"), after.get("name"))


def changes_of(
    catalog: Catalog, entity: str, before: Mapping[str, object], after: Mapping[str, object]
) -> list[FieldChange]:
    """Return what a row of `entity` held and holds, by column, field by field; also what did not change."""
    if entity in catalog:
        before, after = (joined(catalog.entity(entity), values) for values in (before, after))
    return [FieldChange(entity, name, before.get(name), after.get(name)) for name in {**before, **after}]
