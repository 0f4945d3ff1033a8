"""What one goes through, record by record, when a number says that it needs attention."""

from collections.abc import Iterable, Sequence

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
    behind = records_behind(store, ids)
    return list(dict.fromkeys(found for key in ids if (found := _in_a_room(behind.get(key, ()))) is not None))


def record_behind(store: Store, key: str) -> RecordKey | None:
    """Return the record with a room that a deadline stands for, or that holds that record; None when there is none."""
    return _in_a_room(records_behind(store, (key,)).get(key, ()))


def _in_a_room(records: Iterable[RecordKey]) -> RecordKey | None:
    return next((record for record in records if screen_of(record.entity) is not None), None)
