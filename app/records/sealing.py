"""What an approved acta says of records, as whoever shows them needs it: which acta, and which fields are only read."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.catalog import Catalog
from db.failures import Sealed
from db.fields import Kind
from db.links import link_of
from db.sealed import MEETING, SEALED, closed_among, owners_of, says
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Seal:
    """The meeting whose approved acta says something of a record, and the fields of the record that it says."""

    meeting: Sealed
    fields: frozenset[str]


def sealed_fields(catalog: Catalog, entity: str) -> frozenset[str]:
    """Return the fields of a kind of record that an approved acta says; none for a kind of which it says nothing.

    The state of a meeting is one of them: it comes to "approved" and leaves it with the acta.
    """
    if entity not in SEALED:
        return frozenset()
    made = catalog.entity(entity)
    links = {each.name for each in catalog[entity].stored if each.field.kind is Kind.LINKS}
    linked = {name for name in links if link_of(made, name).table.name in SEALED}
    own = {each.name for each in catalog[entity].stored if each.name not in links and says(entity, [each.name])}
    return frozenset(own | linked | ({"state"} if entity == MEETING else set()))


def read_seals(session: FileSession, entity: str, ids: Sequence[str]) -> dict[str, Seal]:
    """Return the seals of those of the records `ids` of which an approved acta says something, by their keys."""
    if entity not in SEALED:
        return {}
    connection = session.connection()
    owners = {key: key for key in ids} if entity == MEETING else owners_of(connection, entity, list(ids))
    closed = closed_among(connection, set(owners.values()))
    fields = sealed_fields(session.catalog, entity)
    return {key: Seal(closed[owner], fields) for key, owner in owners.items() if owner in closed}


def seals_of(store: Store, entity: str, ids: Sequence[str]) -> dict[str, Seal]:
    """Return the same of records of a file."""
    with store.reading() as session:
        return read_seals(session, entity, ids)


__all__ = ["Seal", "Sealed", "read_seals", "sealed_fields", "seals_of"]
