"""The sessions of an open file: one to read with, and one in which an operation is written."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.catalog import Catalog
from db.changes import Changes


class FileSession(Session):
    """A session of a file, which knows the kinds of record that the file holds."""

    def __init__(self, connection: Connection, catalog: Catalog, **options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
        """Speak to the file through `connection`."""
        super().__init__(connection, **options)
        self.catalog = catalog


class OperationSession(FileSession):
    """The session of an operation; `changes` is filled when the operation has ended well."""

    changes: Changes = Changes()
