"""Full-text search over all entities, kept current by triggers: FTS5, accents and case ignored, prefixes indexed.

Each row of a searched entity is one entry of the index; a part (a phone, an item of an agenda) points to its owner, so
that a match in the part finds the record that a person would open.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    Select,
    String,
    Table,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)

from db.base import Base
from db.fields import Field, Kind

keys = Table(
    "search_key",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("source_id", String(32), nullable=False, unique=True),
    Column("entity", String(60), nullable=False),
    Column("row_id", String(32), nullable=False),
)

_index = table("search_index", column("rowid"))

_TEXTS = (Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.PHONE, Kind.WEB)


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A record that answers a search: its entity and key."""

    entity: str
    row_id: str


def _columns(source: Table) -> list[str]:
    names = []
    for one in source.columns:
        field = one.info.get("field")
        if isinstance(field, Field) and field.kind in _TEXTS:
            names.append(one.name)
    return names


def _title_columns(source: Table) -> list[str]:
    """Return the columns of the names of a record, the first of its texts when none of them is its own."""
    texts = _columns(source)
    return [name for name in source.info["facts"].named_by if name in texts] or texts[:1]


def _owners(source: Table) -> tuple[str, ...]:
    return tuple(name for name in source.info["facts"].owners if name in source.columns)


def _owner(source: Table, row: str) -> tuple[str, str]:
    """Return the SQL of the entity and of the key that a match in `row` finds."""
    owners = _owners(source)
    if not owners:
        return f"'{source.name}'", f"{row}.id"
    cases = " ".join(f"WHEN {row}.{key} IS NOT NULL THEN '{key.removesuffix('_id')}'" for key in owners)
    found = ", ".join(f"{row}.{key}" for key in owners)
    return f"CASE {cases} END", f"coalesce({found}, NULL)"


def _words(source: Table) -> tuple[str, str]:
    named = _title_columns(source)
    return _joined(named), _joined([name for name in _columns(source) if name not in named])


def _joined(names: list[str]) -> str:
    return " || ' ' || ".join(f"coalesce(NEW.\"{name}\", '')" for name in names) or "''"


def _triggers(source: Table) -> list[str]:
    name = source.name
    kind, row_id = _owner(source, "NEW")
    title, body = _words(source)
    here = "(SELECT number FROM search_key WHERE source_id = {}.id)"
    watched = ", ".join(f'"{one}"' for one in [*_columns(source), *_owners(source)])
    return [
        f"""CREATE TRIGGER "search_{name}_insert" AFTER INSERT ON "{name}" BEGIN
            INSERT INTO search_key (source_id, entity, row_id) VALUES (NEW.id, {kind}, {row_id});
            INSERT INTO search_index (rowid, title, body, kind)
            SELECT search_key.number, {title}, {body}, entity FROM search_key WHERE source_id = NEW.id;
        END""",
        f"""CREATE TRIGGER "search_{name}_update" AFTER UPDATE OF {watched} ON "{name}" BEGIN
            UPDATE search_key SET entity = {kind}, row_id = {row_id} WHERE source_id = NEW.id;
            UPDATE search_index SET title = {title}, body = {body}, kind = {kind}
            WHERE rowid = {here.format("NEW")};
        END""",
        f"""CREATE TRIGGER "search_{name}_delete" AFTER DELETE ON "{name}" BEGIN
            DELETE FROM search_index WHERE rowid = {here.format("OLD")};
            DELETE FROM search_key WHERE source_id = OLD.id;
        END""",
    ]


def searched(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return those of `tables` whose texts are in the index."""
    return tuple(each for each in tables if "facts" in each.info and each.info["facts"].searched)


def install(connection: Connection, tables: Iterable[Table]) -> None:
    """Make the triggers of `tables` anew; run after every migration."""
    for source in searched(tables):
        _put_away(connection, source)
        for trigger in _triggers(source):
            connection.exec_driver_sql(trigger)


def _put_away(connection: Connection, source: Table) -> None:
    for event in ("insert", "update", "delete"):
        connection.execute(text(f'DROP TRIGGER IF EXISTS "search_{source.name}_{event}"'))


def phrase(words: str) -> list[str]:
    """Return each word that a person typed as an FTS5 prefix query; signs are only separators."""
    return [f'"{word}"*' for word in re.findall(r"\w+", words)]


def _within(entity: str, words: str, columns: str = "title body") -> str:
    return f'kind : "{entity}" AND {{{columns}}} : ({words})'


def matching_ids(entity: str, words: str) -> list[Select[str]]:
    """Give, for each word, the selection of keys of `entity` whose texts, or those of their parts, have it."""
    return [
        select(keys.c.row_id)
        .join_from(keys, _index, _index.c.rowid == keys.c.number)
        .where(literal_column("search_index").op("MATCH")(_within(entity, word)))
        for word in phrase(words)
    ]


def find(connection: Connection, words: str, entities: tuple[str, ...], limit: int) -> list[FoundRecord]:
    """Return up to `limit` records of each of `entities` that have all the words, in their titles first.

    Words that no entry has together are looked for across the parts of a record: a person's name and its phone.
    """
    asked = phrase(words)
    if not asked:
        return []
    together = " AND ".join(asked)
    found = _matches(connection, f"{{title body}} : ({together})", FEW)
    if len(found) < FEW:
        found = {**_matches(connection, f"{{title}} : ({together})", FEW), **found}
        found = found or _across_parts(connection, entities, asked, limit)
    else:
        found = _by_kind(connection, entities, together, limit)
    return [match for entity in entities for match in [match for match in found if match.entity == entity][:limit]]


FEW = 300
"""When fewer entries than this match, one question finds them all; else each kind is asked for its first ones."""

_FIND = (
    "SELECT search_key.entity, search_key.row_id "
    "FROM search_index JOIN search_key ON search_key.number = search_index.rowid WHERE search_index MATCH ?"
)


def _matches(connection: Connection, match: str, limit: int) -> dict[FoundRecord, None]:
    """Give, in order and once each, the records of the first `limit` entries that match."""
    return {FoundRecord(*row): None for row in connection.exec_driver_sql(f"{_FIND} LIMIT ?", (match, limit))}


def _by_kind(connection: Connection, entities: tuple[str, ...], together: str, limit: int) -> dict[FoundRecord, None]:
    found: dict[FoundRecord, None] = {}
    for entity in entities:
        mine = _matches(connection, _within(entity, together, "title"), limit)
        found |= mine if len(mine) >= limit else {**mine, **_matches(connection, _within(entity, together), limit)}
    return found


def _across_parts(
    connection: Connection,
    entities: tuple[str, ...],
    asked: list[str],
    limit: int,
) -> dict[FoundRecord, None]:
    """Find the records whose words are spread over their own texts and those of their parts.

    A single letter is too common to be looked for across parts while somebody types.
    """
    if len(asked) == 1 or any(len(word) < len('"ab"*') for word in asked):
        return {}
    every = " INTERSECT ".join([_FIND] * len(asked)) + " LIMIT ?"
    found: dict[FoundRecord, None] = {}
    for entity in entities:
        matches = tuple(_within(entity, word) for word in asked)
        found |= {FoundRecord(*row): None for row in connection.exec_driver_sql(every, (*matches, limit))}
    return found


def rebuild(connection: Connection, tables: Iterable[Table]) -> None:
    """Index everything anew, after a migration that changed what is searched.

    The index is made anew too: to take all rows out of it costs more than to fill it.
    """
    made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'search_index'").scalar_one()
    connection.exec_driver_sql("DROP TABLE search_index")
    connection.exec_driver_sql(made)
    connection.exec_driver_sql("DELETE FROM search_key")
    for source in searched(tables):
        _index_missing(connection, source)


@contextmanager
def indexed_afterwards(connection: Connection, tables: Iterable[Table] = ()) -> Iterator[None]:
    """Index the rows that are made in the block in one go when it ends, in a fifth of the time of row by row.

    The triggers of `tables`, of all searched ones when none are named, are put away and made again in the transaction
    of `connection`: when it fails they are as they were.
    """
    sources = searched(tuple(tables) or Base.metadata.sorted_tables)
    for source in sources:
        connection.exec_driver_sql(f'DROP TRIGGER "search_{source.name}_insert"')
    yield
    for source in sources:
        _index_missing(connection, source)
        connection.exec_driver_sql(_triggers(source)[0])


@contextmanager
def rebuilt_afterwards(connection: Connection, tables: Iterable[Table]) -> Iterator[None]:
    """Index everything anew when the block ends, which is less work when it takes away more rows than it leaves.

    `tables` are all of the file; what becomes of their triggers is as in `indexed_afterwards`.
    """
    sources = searched(tables)
    for source in sources:
        _put_away(connection, source)
    yield
    rebuild(connection, sources)
    install(connection, sources)


def count(connection: Connection) -> int:
    """Return how many rows are in the index."""
    return int(connection.execute(select(func.count()).select_from(keys)).scalar_one())


TIDY_EVERY = 64
"""After how many operations the index is tidied."""


def tidy(connection: Connection) -> None:
    """Let the index forget what was taken out of it: each edit of a long text leaves some of its words behind.

    The work is bounded: some 64 pages at a time (https://sqlite.org/fts5.html#the_merge_command).
    """
    connection.exec_driver_sql("INSERT INTO search_index (search_index, rank) VALUES ('merge', -64)")


def _index_missing(connection: Connection, source: Table) -> None:
    """Index the rows of `source` that are not in the index."""
    kind, row_id = _owner(source, "NEW")
    title, body = _words(source)
    rows = f'"{source.name}" AS NEW'
    last = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM search_key").scalar_one()
    connection.exec_driver_sql(
        f"INSERT INTO search_key (source_id, entity, row_id) SELECT NEW.id, {kind}, {row_id} FROM {rows} "
        "WHERE NEW.id NOT IN (SELECT source_id FROM search_key)",
    )
    connection.exec_driver_sql(
        f"INSERT INTO search_index (rowid, title, body, kind) SELECT search_key.number, {title}, {body}, {kind} "
        f"FROM search_key JOIN {rows} ON NEW.id = source_id WHERE search_key.number > ?",
        (last,),
    )


def missing(connection: Connection, tables: Iterable[Table]) -> int:
    """Count the rows of the searched ones of `tables` that the index lacks, and the keys that it lacks.

    Whether the index holds what it was given, the engine says with the pages (SQLite 3.44 and later).
    """
    count = 0
    for source in searched(tables):
        count += connection.exec_driver_sql(
            f'SELECT count(*) FROM "{source.name}" WHERE id NOT IN (SELECT source_id FROM search_key)',
        ).scalar_one()
    count += connection.exec_driver_sql(
        "SELECT count(*) FROM search_key WHERE number NOT IN (SELECT rowid FROM search_index)",
    ).scalar_one()
    return int(count)
