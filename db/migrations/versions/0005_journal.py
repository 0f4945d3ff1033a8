"""Make the tables of the journal and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Go to this schema."""
    make_journal_operation()
    make_journal_entry()
    make_journal_open()
    make_search_key()


def make_journal_operation() -> None:
    """Make the table journal_operation."""
    op.create_table(
        "journal_operation",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("direction", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["reverses"], ["journal_operation.number"], name=op.f("fk_journal_operation_reverses")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal_operation")),
        sa.UniqueConstraint("id", name=op.f("uq_journal_operation_id")),
        sqlite_autoincrement=True,
    )


def make_journal_entry() -> None:
    """Make the table journal_entry."""
    op.create_table(
        "journal_entry",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["operation"], ["journal_operation.number"], name=op.f("fk_journal_entry_operation")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal_entry")),
    )
    op.create_index(op.f("ix_journal_entry_operation"), "journal_entry", ["operation"], unique=False)
    op.create_index("ix_journal_entry_row", "journal_entry", ["row_id", "number"], unique=False)


def make_journal_open() -> None:
    """Make the table journal_open."""
    op.create_table(
        "journal_open",
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("operation", name=op.f("pk_journal_open")),
    )


def make_search_key() -> None:
    """Make the table search_key."""
    op.create_table(
        "search_key",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("source_id", sa.String(length=32), nullable=False),
        sa.Column("entity", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_key")),
        sa.UniqueConstraint("source_id", name=op.f("uq_search_key_source_id")),
    )
    op.create_index("ix_search_key_row", "search_key", ["row_id"], unique=False)
    op.execute(
        """CREATE VIRTUAL TABLE search_index USING fts5(
        title, body, kind, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')""",
    )
