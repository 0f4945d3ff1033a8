"""Reads records that must be there."""

from app.records.reading import Record, read_record
from db.store import Store


def read(store: Store, entity: str, key: str) -> Record:
    """Read a record that is there."""
    record = read_record(store, entity, key)
    assert record is not None
    return record
