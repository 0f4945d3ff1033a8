"""The sessions of an open file: one to read with, and one in which an operation is written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.catalog import Catalog
from db.changes import Changes
from db.languages import LANGUAGE


class FileSession(Session):
    """A session of a file, which knows the kinds of record that it holds, the language of its reader, and the day."""

    def __init__(
        self,
        connection: Connection,
        catalog: Catalog,
        language: str = "",
        today: Callable[[], date] = date.today,
        **options: Any,  # noqa: ANN401 - SQLAlchemy's own
    ) -> None:
        """Speak to the file through `connection`; names are read in `language`, as they are stored without one."""
        super().__init__(connection, **options)
        self.catalog = catalog
        self.language = language
        self.today = today

    @property
    def reader(self) -> Mapping[str, str]:
        """What a statement that reads names is bound with."""
        return {LANGUAGE: self.language}


class OperationSession(FileSession):
    """The session of an operation; `changes` is filled when the operation has ended well."""

    changes: Changes = Changes()


Ensure = Callable[[FileSession], None] | None
"""Looks at what the open operation wrote, if anything does, and raises where it must not stand."""
