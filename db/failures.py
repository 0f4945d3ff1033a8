"""What the world does to a database file, told apart from our own faults."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Reason(Enum):
    """Why a file cannot be opened, read or written."""

    MISSING = "missing"
    EXISTS = "exists"
    NOT_OURS = "not_ours"
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the name of a reason
    PASSPHRASE_NEEDED = "passphrase_needed"  # noqa: S105 - as above
    DAMAGED = "damaged"
    NEWER = "newer"
    IN_USE = "in_use"
    BUSY = "busy"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    TOO_LARGE = "too_large"
    NULL_CHARACTER = "null_character"
    CONFLICT = "conflict"
    SEALED = "sealed"
    ALTERED = "altered"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"


class ClosedStoreError(Exception):
    """A file was asked for something after it was closed: a fault of ours, not of the world."""


class StoreFailure(Exception):
    """A failure of the world, with its reason and a detail (a path, a table and key) for who reports it."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Keep the reason and the detail."""
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sealed:
    """A meeting whose acta is approved: its key, what it is called, the number of its acta, "" where it has none."""

    id: str
    name: str
    number: str


class SealedError(StoreFailure):
    """An operation would change what an approved acta says, of `rows`, or the `state` itself without the way for that.

    `rows` are the tables and keys of what it wrote there.
    """

    def __init__(self, sealed: Sealed, rows: Sequence[tuple[str, str]], *, state: bool = False) -> None:
        """Keep what is sealed and which rows were touched."""
        super().__init__(Reason.SEALED, sealed.number or sealed.name)
        self.sealed = sealed
        self.rows = tuple(rows)
        self.state = state


# The words are SQLite's own result strings: https://sqlite.org/rescode.html
_SAID_BY_SQLITE = (
    ("database is locked", Reason.BUSY),
    ("readonly database", Reason.READ_ONLY),
    ("unable to open", Reason.READ_ONLY),
    ("disk is full", Reason.DISK_FULL),
    ("disk i/o error", Reason.DISK_ERROR),
    ("malformed", Reason.DAMAGED),
    ("file is not a database", Reason.DAMAGED),
    ("string or blob too big", Reason.TOO_LARGE),
)


def is_illegible(error: BaseException | None) -> bool:
    """Tell whether the engine could make nothing of the file's first page, as with a wrong key."""
    return "file is not a database" in str(error).lower()


def reason_of(error: BaseException) -> Reason | None:
    """Return the reason of a database error that the world caused; None when it is a fault of ours."""
    from sqlalchemy.exc import DBAPIError  # known already where there is such an error

    said = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    return next((reason for words, reason in _SAID_BY_SQLITE if words in said), None)
