"""Rows of the journal as a person knows them: the record that each belongs to, and what it is called, there or gone."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.records.namesakes import read_titles
from app.words.words import Words
from db.catalog import Catalog
from db.journal import gone
from db.journal.reading import Values
from db.journal.shape import RowKey, Shape
from db.store import Store

_DEEPEST = 3
"""How far above a row its record stands: a file may be of a point of the agenda, which is of a meeting."""


def records_of(connection: Connection, shape: Shape, keys: Iterable[RowKey]) -> dict[RowKey, RowKey]:
    """Return the record that each row belongs to: a record belongs to itself, a link to the first of the two."""
    found = {key: key for key in keys}
    for _ in range(_DEEPEST):
        known = gone.held(connection, shape, set(found.values()))
        above = {key: owner for key, held in known.items() if (owner := _owner(shape, key, held)) is not None}
        if not above:
            break
        found = {key: above.get(record, record) for key, record in found.items()}
    return found


def _owner(shape: Shape, key: RowKey, held: Values) -> RowKey | None:
    table = shape.by_name[key[0]]
    for each in table.references:
        target, row_id = each.target or held.get(each.entity_column), held.get(each.column)
        if each.column in table.owners and target and row_id:
            return str(target), str(row_id)
    return None


def called(store: Store, keys: Iterable[RowKey], words: Words) -> dict[RowKey, str]:
    """Return what records are called; those that are gone by what they held then."""
    wanted = list(keys)
    with store.reading() as session:
        known = gone.held(session.connection(), store.shape, wanted)
        found = {key: name_in(store.catalog, key[0], values) for key, values in known.items()}
        for entity in {entity for entity, _ in wanted if entity in store.catalog}:
            living = read_titles(session, entity, [row_id for name, row_id in wanted if name == entity])
            found |= {(entity, row_id): title for row_id, title in living.items() if title}
    return {key: found.get(key) or words("(sin nombre)") for key in wanted}


def name_in(catalog: Catalog, entity: str, values: Values) -> str:
    """Return the name that the values of a record of `entity` hold, an empty text for none.

    What it is called by the record that it refers to is not looked for: that may be gone too.
    """
    info = catalog.get(entity)
    names = [name for name in info.named_by if not info.field(name).target] if info is not None else []
    return next((str(values[name]) for name in names if values.get(name)), "")


def kind_of(catalog: Catalog, entity: str, words: Words) -> str:
    """Return what one record of `entity` is called."""
    return words(catalog[entity].one) if entity in catalog else entity
