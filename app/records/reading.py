"""Records read from the store as plain values: keys, rows of a list, whole records, titles and search."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import repeat

from sqlalchemy import ColumnElement, select

from app.records.catalog import EntityInfo, PartInfo, Query
from app.records.namesakes import read_links, read_rows, read_titles, titles_apart, titles_with_detail
from app.records.sealing import Seal, read_seals
from app.words.folding import fold
from app.words.values import show_value
from app.words.words import Words
from db import search as index
from db.base import Entity
from db.declared import declared_fields
from db.entities.period import Period
from db.fields import Kind
from db.languages import names_beside
from db.query import find_ids, has_words, ranking, sorting
from db.session import FileSession
from db.sorting import unaccented_expression
from db.spans import on
from db.store import Store
from db.values import NamedRecord, RecordKey

AT_ONCE = 5_000
"""How many records are asked for at once: a database names no more than some 32,000 in one question."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record: its values by field, the titles of what it refers to, and its parts in their order.

    `values` of a field of links is a tuple of keys; `titles` has, for a field of references or links, the words for
    it. Both lack nothing: a field that is not recorded has None. How many rows a part has is told by `parts` alone.
    `seal` is the approved acta that says something of it, None where none does; of a part its record has it.
    """

    entity: str
    id: str
    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple["Record", ...]] = field(default_factory=dict)
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer of a search: which record, its title, and a detail that tells it from others of that title."""

    entity: str
    id: str
    title: str
    detail: str = ""


def batched(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Return `ids` in parts that one question to the database may name."""
    yield from (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def list_ids(store: Store, query: Query) -> Sequence[str]:
    """Return all the keys that the query asks for, in its order."""
    with store.reading() as session:
        return find_ids(session, query, store.today())


def list_rows(store: Store, entity: str, columns: Sequence[str], ids: Sequence[str]) -> list[tuple[object, ...]]:
    """Return the values of `columns` for each key, a reference as its title; keys that are no more are left out."""
    with store.reading() as session:
        return read_rows(session, store, entity, columns, ids)


def read_record(store: Store, entity: str, record_id: str) -> Record | None:
    """Return the whole record with its parts, or None when it is no more."""
    with store.reading() as session:
        return next(iter(read_records(session, store, entity, [record_id])), None)


def read_many(store: Store, entity: str, ids: Sequence[str]) -> list[Record]:
    """Return whole records with their parts, in the order of `ids`; those that are no more are left out."""
    with store.reading() as session:
        return read_records(session, store, entity, ids)


def read_records(session: FileSession, store: Store, entity: str, ids: Sequence[str]) -> list[Record]:
    """Do the work of `read_many` in a session that is open already."""
    info = session.catalog[entity]
    records = _plain_records(session, store, info, ids)
    seals = read_seals(session, entity, [record.id for record in records])
    records = [replace(record, seal=seals.get(record.id)) for record in records] if seals else records
    for part in info.parts:
        children = _children(session, store, part, [record.id for record in records])
        records = [_with_part(record, part.name, children.get(record.id, ())) for record in records]
    return records


def _with_part(record: Record, name: str, children: tuple[Record, ...]) -> Record:
    return replace(record, parts={**record.parts, name: children})


def part_ids(session: FileSession, part: PartInfo, owners: Sequence[str]) -> list[str]:
    """Return the keys of the rows of a part that belong to `owners`, in their order."""
    entity = session.catalog.entity(part.entity)
    columns = entity.__table__.columns
    order = [*ranking(entity), *(columns[name] for name in ("position", "starts", "id") if name in columns)]
    found = select(columns["id"]).where(columns[part.key].in_(owners)).order_by(*order)
    return list(session.scalars(found, session.reader))


def _children(
    session: FileSession, store: Store, part: PartInfo, owners: Sequence[str]
) -> dict[str, tuple[Record, ...]]:
    ids = part_ids(session, part, owners)
    grouped: dict[str, list[Record]] = {}
    for record in _plain_records(session, store, session.catalog[part.entity], ids):
        grouped.setdefault(str(record.values[part.key]), []).append(record)
    return {owner: tuple(records) for owner, records in grouped.items()}


def _plain_records(session: FileSession, store: Store, info: EntityInfo, ids: Sequence[str]) -> list[Record]:
    entity = session.catalog.entity(info.name)
    parts = {part.name for part in info.parts}
    names = [each.name for each in info.fields if each.field.kind is not Kind.LINKS and each.name not in parts]
    raw = {row.id: row for row in session.scalars(select(entity).where(entity.id.in_(ids)))}
    shown = {
        key: dict(zip(names, row, strict=True))
        for key, row in zip(
            [key for key in ids if key in raw],
            read_rows(session, store, info.name, names, ids),
            strict=True,
        )
    }
    headings = read_titles(session, info.name, ids)
    links = {
        each.name: read_links(session, store, info.name, each, ids)
        for each in info.fields
        if each.field.kind is Kind.LINKS
    }
    return [
        _record(info, raw[key], {**shown[key], **_stored(raw[key])}, headings[key], links) for key in ids if key in raw
    ]


def _stored(row: Entity) -> dict[str, object]:
    """Return what a record has recorded in several languages as a form writes it, each in its own field."""
    names = (each.name for each in declared_fields(type(row)))
    return {name: getattr(row, name) for name in names if names_beside(type(row), name)}


def _record(
    info: EntityInfo,
    row: Entity,
    shown: Mapping[str, object],
    title: str,
    links: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]],
) -> Record:
    values: dict[str, object] = {}
    titles: dict[str, str] = {}
    for each in info.fields:
        if each.field.kind is Kind.LINKS:
            linked = links[each.name].get(row.id, ())
            values[each.name] = tuple(key for key, _ in linked)
            titles[each.name] = ", ".join(words for _, words in linked)
        elif each.field.kind is Kind.REFERENCE:
            values[each.name] = getattr(row, each.name)
            titles[each.name] = str(shown[each.name] or "")
        elif isinstance(named := shown.get(each.name), NamedRecord):
            values[each.name], titles[each.name] = named.key, named.title
        elif each.name in shown:
            values[each.name] = shown[each.name]
    return Record(info.name, row.id, title, values, titles)


def owner_of(store: Store, entity: str, record_id: str) -> RecordKey | None:
    """Return the record that a part or an owned record belongs to, None for one that is of its own."""
    info = store.catalog[entity]
    record = read_record(store, entity, record_id)
    if record is None:
        return None
    for each in info.stored:
        value = record.values[each.name]
        if each.owned and isinstance(value, RecordKey):
            return value
        if each.name in store.catalog.entity(entity).facts.owners and value:
            return RecordKey(each.target, str(value))
    return None


def titles(store: Store, entity: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of the records with these keys, each told from others of its title in the file."""
    with store.reading() as session:
        return titles_apart(session, store, entity, ids)


def titles_of_chosen(store: Store, entity: str, ids: Iterable[str]) -> dict[str, str]:
    """Return what records that somebody chooses are called: one whose name says little, as a post, with its place."""
    with store.reading() as session:
        found = titles_apart(session, store, entity, ids)
        if not session.catalog[entity].says_little:
            return found
        return titles_with_detail(session, store, entity, list(found))


def search(
    store: Store, text: str, limit: int = 6, entities: Sequence[str] = (), words: Words | None = None
) -> tuple[Hit, ...]:
    """Answer the one search: up to `limit` records of each kind that have all the words, grouped by kind.

    All that answer are asked when no `entities` are named. Details are in the language of `words`, Spanish when None.
    """
    with store.reading() as session:
        matches = index.find(session.connection(), text, tuple(entities) or store.catalog.answering, limit)
        by_entity: dict[str, list[str]] = {}
        for match in matches:
            by_entity.setdefault(match.entity, []).append(match.row_id)
        return tuple(hit for entity, ids in by_entity.items() for hit in read_hits(session, store, entity, ids, words))


def choose(store: Store, entity: str, text: str, limit: int = 12, words: Words | None = None) -> tuple[Hit, ...]:
    """Return the records of `entity` that a person may mean by `text`, by name; all of the first when it is empty.

    Those whose name begins with it come first, as who writes 2025 means 2025-2026 before 2024-2025; then those of the
    term that runs, as every plan has a line 9.
    """
    made = store.catalog.entity(entity)
    past = _is_of_another_term(made, store.today())
    if text.strip() and store.catalog[entity].searched:
        begun, found = fold(text), search(store, text, limit, (entity,), words)
        others = _others(store, made, past, [hit.id for hit in found]) if past is not None else frozenset()
        return tuple(sorted(found, key=lambda hit: (not fold(hit.title).startswith(begun), hit.id in others)))
    order = *(() if past is None else (past,)), sorting(store.catalog, made, made.facts.named_by[0]), made.id
    statement = select(made.id).order_by(*order).limit(limit)
    if text.strip():
        statement = statement.where(has_words(unaccented_expression(made.title()), text.strip()))
    with store.reading() as session:
        return tuple(read_hits(session, store, entity, list(session.scalars(statement, session.reader)), words))


def _is_of_another_term(made: type[Entity], today: date) -> ColumnElement[bool] | None:
    """Return whether a record is of no term or of one that does not run today; None for a kind that is of no term."""
    term = made.__table__.columns.get("period_id")
    return None if term is None else term.is_distinct_from(Period.running_on(on(today)).scalar_subquery())


def _others(store: Store, made: type[Entity], past: ColumnElement[bool], ids: Sequence[str]) -> frozenset[str]:
    with store.reading() as session:
        return frozenset(session.scalars(select(made.id).where(made.id.in_(ids), past)))


def read_hits(session: FileSession, store: Store, entity: str, ids: Sequence[str], words: Words | None) -> list[Hit]:
    """Return what a search shows of the records `ids`, in their order; in Spanish without `words`."""
    spoken = words or Words("es")
    headings = read_titles(session, entity, ids)
    present = [key for key in ids if key in headings]
    names = session.catalog[entity].detail
    fields = [session.catalog[entity].field(name).field for name in names]
    details = read_rows(session, store, entity, names, present)
    return [
        Hit(entity, key, headings[key], " · ".join(filter(None, map(show_value, fields, row, repeat(spoken)))))
        for key, row in zip(present, details, strict=True)
    ]
