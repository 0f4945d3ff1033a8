"""The tables of the journal, and the kinds of its operations and entries."""

from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, text

from db.base import Base, Moment
from db.keys import KEY_LENGTH


class OperationKind(StrEnum):
    """What an operation is. START: what a file begins with, which no undo reaches; DO: a change; UNDO: of others.

    Redo is the undo of an undo.
    """

    START = "start"
    DO = "do"
    UNDO = "undo"


class EntryKind(StrEnum):
    """What an entry says of its row: made, changed, gone, or come again (a key that was known before)."""

    MADE = "C"
    CHANGED = "U"
    GONE = "D"
    AGAIN = "R"


KEYS_AT_ONCE = 500
"""How many keys one statement asks for: engines bound their parameters."""

DIGEST_SIZE = 32
"""Bytes of a SHA-256."""

operations = Table(
    "journal_operation",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # the order of arrival; never leaves the file
    Column("id", String(KEY_LENGTH), nullable=False, unique=True),
    Column("device", String(KEY_LENGTH), nullable=False),
    Column("author", String(200), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("title", Text, nullable=False),
    Column("names", Text),  # of people and records in the title, apart so that they can be forgotten
    Column("kind", String(10), nullable=False),
    Column("reverses", Text),  # JSON: the ids of the operations that an undo takes back
    Column("stamp", BigInteger, nullable=False),  # milliseconds << 16, above that of every operation it came after
    Column("schema", Integer, nullable=False),
    Column("parents", Text, nullable=False),  # JSON: the ids of the heads it was made upon
    Column("digest", LargeBinary(DIGEST_SIZE), nullable=False),
    sqlite_autoincrement=True,
)
entries = Table(
    "journal_entry",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("operation", Integer, ForeignKey("journal_operation.number"), nullable=False, index=True),
    Column("entity", String(60), nullable=False),
    Column("row_id", String(KEY_LENGTH), nullable=False),
    Column("kind", String(1), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("digest", LargeBinary(DIGEST_SIZE), nullable=False),
    Index("ix_journal_entry_row", "row_id", "number"),
    Index("ix_journal_entry_gone", "row_id", sqlite_where=text("kind = 'D'")),
    sqlite_autoincrement=True,
)
about = Table(
    "journal_about",
    Base.metadata,
    Column("record_id", String(KEY_LENGTH), primary_key=True),
    Column("entry", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
"""For an entry of a part, a link or a file: the records that it belongs to, so that a history is found by an index."""

heads = Table(
    "journal_head",
    Base.metadata,
    Column("operation", Integer, ForeignKey("journal_operation.number"), primary_key=True),
)
"""The operations without a child: the next one is made upon them."""

open_operation = Table(
    "journal_open",
    Base.metadata,
    Column("operation", Integer, primary_key=True),
    Column("quiet", Integer, nullable=False, server_default=text("0")),
)
"""The operation that is open; without one the triggers refuse a change, and while `quiet` they write nothing."""

identity = Table(
    "journal_file",
    Base.metadata,
    Column("network", String(KEY_LENGTH), primary_key=True),
    Column("device", String(KEY_LENGTH), nullable=False),
    Column("mark", String(KEY_LENGTH), nullable=False),
)
"""One row: which network the file is of, which device writes here, and the random mark by which the file is known."""
