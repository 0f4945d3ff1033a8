"""What something shown is read from: the tables whose rows can change it, told from the expressions that read it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlalchemy import Alias, ColumnClause, Compiled, Connection, Table, TextClause, event
from sqlalchemy.engine import ExecutionContext
from sqlalchemy.sql import ClauseElement, visitors

from db.asking import Query
from db.base import Entity
from db.catalog import Catalog
from db.changes import Changes
from db.declared import declared
from db.fields import Kind
from db.query import select_ids, value_of


@dataclass(frozen=True, slots=True)
class Reach:
    """The `tables` of which every row may show, the `rows` (table, key) that show by themselves, or the `whole` file.

    It errs on the safe side: what it does not name cannot show, while what it names may.
    """

    tables: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, str]] = frozenset()
    whole: bool = False

    def __or__(self, other: "Reach") -> "Reach":
        """Return what either is read from."""
        return Reach(self.tables | other.tables, self.rows | other.rows, self.whole or other.whole)

    def meets(self, changes: Changes) -> bool:
        """Tell whether what was touched can show: the one question by which a view decides to read anew."""
        if self.whole:
            return bool(changes)
        if not self.tables.isdisjoint(name for name, keys in changes.touched.items() if keys):
            return True
        return any(key in changes.touched.get(table, ()) for table, key in self.rows)


ALL_COLUMNS = "*"
"""How a count of rows says that it counts whole ones."""
NOTHING = Reach()
EVERYTHING = Reach(whole=True)


def reach_of(expression: ClauseElement, own: str = "") -> Reach:
    """Return what `expression` reads beside the row of the table `own` that it is asked of.

    Another row of `own` is read by an alias alone. What is written as SQL text may read anything.
    """
    tables: set[str] = set()
    for each in visitors.iterate(expression):
        if isinstance(each, TextClause) or (
            isinstance(each, ColumnClause) and each.is_literal and each.name != ALL_COLUMNS
        ):
            return EVERYTHING
        if isinstance(each, Alias) and isinstance(each.element, Table):
            tables.add(each.element.name)
        elif isinstance(each, Table) and each.name != own:
            tables.add(each.name)
    return Reach(frozenset(tables))


def reach_of_columns(catalog: Catalog, entity: str, names: Iterable[str]) -> Reach:
    """Return what the fields `names` of a record of `entity` are read from beside its own row."""
    made = catalog.entity(entity)
    if catalog[entity].read_only:  # its rows are no table's own: each is found in the tables of other kinds
        return reach_of(made.__table__)
    return _together(_reach_of_field(catalog, made, name) for name in names)


@lru_cache(maxsize=2_000)
def _reach_of_field(catalog: Catalog, entity: type[Entity], name: str, deep: int = 2) -> Reach:
    """Return what a field is read from: also what tells the records apart that it names, and what that names."""
    held = declared(entity, name)
    info = catalog[entity.__tablename__].field(name)
    columns = held.columns if held and info.field.kind is not Kind.RECORD else (name,)
    own = _together(reach_of(value_of(catalog, entity, column), entity.__tablename__) for column in columns)
    telling = ((kind, each) for kind in info.kinds if deep for each in catalog[kind].detail)
    told = (_reach_of_field(catalog, catalog.entity(kind), each, deep - 1) for kind, each in telling)
    return own | Reach(frozenset(info.kinds)) | _together(told)


def reach_of_query(catalog: Catalog, query: Query) -> Reach:
    """Return what decides which keys answer `query`, and in which order."""
    found = reach_of(select_ids(catalog, replace(query, words="")))
    return found | _searched(catalog, query.entity) if query.words else found


def _searched(catalog: Catalog, entity: str) -> Reach:
    """Return where the words of a record are looked for: in itself and in its searched parts."""
    parts = (name for name, info in catalog.items() if info.searched and entity in _owners(catalog, name))
    return Reach(frozenset({entity, *parts}))


def _owners(catalog: Catalog, entity: str) -> frozenset[str]:
    return frozenset(key.removesuffix("_id") for key in catalog.entity(entity).facts.owners)


def reach_of_record(catalog: Catalog, entity: str, key: str) -> Reach:
    """Return what a whole record is read from: its row, its fields, its parts, and what its references are called."""
    owners = {part.entity: catalog[part.entity].together_with(part.key) for part in catalog[entity].parts}
    parts = (_reach_of_all(catalog, part, but=keys) for part, keys in owners.items())
    own = Reach(rows=frozenset({(entity, key)}))
    return own | _reach_of_all(catalog, entity) | _together(parts) | Reach(frozenset(owners))


def _reach_of_all(catalog: Catalog, entity: str, but: tuple[str, ...] = ()) -> Reach:
    """Return what all fields of a record are read from; of a part all `but` those that refer to its record."""
    fields = [each for each in catalog[entity].fields if each.name not in but]
    found = reach_of_columns(catalog, entity, [each.name for each in fields])
    if not but:  # a part is often named by its record, which says nothing new of it
        found |= reach_of(catalog.entity(entity).title(), entity)
    if any(each.field.kind is Kind.RECORD for each in fields):
        return EVERYTHING  # what a record of any kind is called, and what tells it from its namesakes
    return found


def reach_of_story(catalog: Catalog, entity: str, key: str) -> Reach:
    """Return what the history of a record is read from: all it consists of, and all that can belong to it."""
    owned = frozenset(name for name in catalog.stored if entity in _owners(catalog, name) or _is_of_any(catalog, name))
    return reach_of_record(catalog, entity, key) | Reach(owned)


def _is_of_any(catalog: Catalog, entity: str) -> bool:
    """Tell whether one of `entity` can belong to a record of any kind, as a file does."""
    if catalog[entity].read_only:
        return False
    return any("entity" in column.info for column in catalog.entity(entity).__table__.columns)


def _together(found: Iterable[Reach]) -> Reach:
    whole = NOTHING
    for each in found:
        whole |= each
    return whole


@dataclass(slots=True)
class Watched:
    """What has been read so far of what is gathered by hand."""

    reach: Reach = field(default=NOTHING)


@contextmanager
def watched(connection: Connection) -> Iterator[Watched]:
    """Tell, of what is gathered by hand within the block, what its statements read through `connection`."""
    seen = Watched()

    def note(_connection: Connection, _cursor: object, _said: str, _with: object, *told: object) -> None:
        run = told[0]
        if isinstance(run, ExecutionContext) and run.compiled is not None and not seen.reach.whole:
            seen.reach |= _reach_of_compiled(run.compiled)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(connection, "before_cursor_execute", note)


@lru_cache(maxsize=500)
def _reach_of_compiled(compiled: Compiled) -> Reach:
    """Return what a statement reads: the engine compiles each once, and to walk it takes as long as to run it."""
    return EVERYTHING if compiled.statement is None else reach_of(compiled.statement)
