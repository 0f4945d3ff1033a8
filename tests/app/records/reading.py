"""Reads records that must be there, and counts what is asked for them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from app.records.reading import Record, read_record
from db.session import FileSession
from db.store import Store


def read(store: Store, entity: str, key: str) -> Record:
    """Read a record that is there."""
    record = read_record(store, entity, key)
    assert record is not None
    return record


@contextmanager
def asked_of(session: FileSession) -> Iterator[list[str]]:
    """Return the statements that a session asks meanwhile, as they come."""
    connection, found = session.connection(), list[str]()

    def note(*said: object) -> None:
        found.append(str(said[2]))

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(connection, "before_cursor_execute", note)
