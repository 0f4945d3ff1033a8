"""One operation opened: the records that it touched, each field before and after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.past.rows import called, kind_of, records_of
from app.records.history import fields_of_entry, link_fields
from app.records.history_words import SaidChange, say_changes
from app.words.words import Words, mark
from db.catalog import Catalog
from db.journal import story
from db.journal.shape import RowKey
from db.journal.story import Entry
from db.journal.tables import EntryKind
from db.store import Store

RECORDS = 50
"""Records with which an operation opens."""
_READ = 500
"""Entries among which they are looked for."""

_WHAT: Mapping[EntryKind, str] = {
    EntryKind.MADE: mark("se agregó"),
    EntryKind.CHANGED: mark("se cambió"),
    EntryKind.GONE: mark("se eliminó"),
    EntryKind.AGAIN: mark("se trajo de nuevo"),
}


@dataclass(frozen=True, slots=True)
class Touched:
    """What an operation did to one record, its parts, links and files: `what` in a word, and each field.

    `was_there` and `is_there` say of the record itself whether it was there before and after.
    """

    entity: str
    id: str
    kind: str
    name: str
    what: str
    fields: tuple[SaidChange, ...]
    was_there: bool
    is_there: bool

    @property
    def title(self) -> str:
        """What kind of record it is, and which."""
        return f"{self.kind}: {self.name}"


@dataclass(frozen=True, slots=True)
class Opened:
    """The first records of an operation; of its `rows`, `more` are not among them."""

    records: tuple[Touched, ...]
    rows: int
    more: int


def open_operation(store: Store, number: int, words: Words, limit: int = RECORDS) -> Opened:
    """Return the first `limit` records that the operation `number` touched, in words."""
    with store.reading() as session:
        connection, shape = session.connection(), store.shape
        first = story.of_operation(connection, shape, number, _READ)
        record_of = records_of(connection, shape, {(each.entity, each.row_id) for each in first})
        records = list(dict.fromkeys(record_of[each.entity, each.row_id] for each in first))[:limit]
        theirs = story.of_rows(connection, shape, number, {row_id for _, row_id in records})
        more = {(each.entity, each.row_id) for each in theirs} - set(record_of)
        record_of |= records_of(connection, shape, more)
        total = story.count_rows(connection, number)
    shown: dict[RowKey, list[Entry]] = {key: [] for key in records}
    for each in {entry.number: entry for entry in (*first, *theirs)}.values():
        shown.get(record_of[each.entity, each.row_id], []).append(each)
    names = called(store, records, words)
    said = tuple(_touched(store, key, names[key], found, words) for key, found in shown.items())
    return Opened(said, total, total - sum(len(found) for found in shown.values()))


def _touched(store: Store, key: RowKey, name: str, found: Sequence[Entry], words: Words) -> Touched:
    entity, row_id = key
    links = link_fields(store.catalog, entity)
    changes = tuple(change for each in found for change in fields_of_entry(store.catalog, each, links, row_id))
    kind = next((each.change.kind for each in found if each.row_id == row_id), EntryKind.CHANGED)
    return Touched(
        entity,
        row_id,
        kind_of(store.catalog, entity, words),
        name,
        words(_WHAT[kind]),
        say_changes(store, changes, entity, words) or _unseen(store.catalog, found, entity, words),
        was_there=kind in (EntryKind.CHANGED, EntryKind.GONE),
        is_there=kind is not EntryKind.GONE,
    )


def _unseen(catalog: Catalog, found: Sequence[Entry], entity: str, words: Words) -> tuple[SaidChange, ...]:
    """Say of rows of which no field is seen that they changed, as when a file is put before another."""
    names = {each.entity: {*each.change.before, *each.change.after} for each in found}
    return tuple(unseen(catalog, each, columns, record=entity, words=words) for each, columns in names.items())


def unseen(catalog: Catalog, entity: str, columns: Iterable[str], *, record: str, words: Words) -> SaidChange:
    """Say that columns changed which are no field that a person sees, of a row that belongs to a `record`."""
    part = "" if entity == record else kind_of(catalog, entity, words)
    return SaidChange(part, words("Orden") if "position" in columns else words("(otros datos)"), "", "")
