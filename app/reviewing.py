"""What one goes through, record by record, when a number says that it needs attention."""

from collections.abc import Sequence

from app.records.catalog import Query
from app.records.deadlines import records_behind
from app.records.reading import list_ids
from app.screens import screen_of
from db.store import Store
from db.values import RecordKey


def records_of(store: Store, query: Query) -> Sequence[RecordKey]:
    """Return the records that a list shows, in its order, each once: of a kind that only lists others, those."""
    ids = list_ids(store, query)
    if not store.catalog[query.entity].read_only:
        return [RecordKey(query.entity, key) for key in ids]
    return list(dict.fromkeys(found for key in ids if (found := record_behind(store, key)) is not None))


def record_behind(store: Store, key: str) -> RecordKey | None:
    """Return the record with a room that a deadline stands for, or that holds that record; None when there is none."""
    behind = records_behind(store, key)
    return next((RecordKey(entity, id) for entity, id in behind if screen_of(entity) is not None), None)
