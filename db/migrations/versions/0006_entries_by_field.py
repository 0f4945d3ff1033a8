"""Turn whole images into entries by field, and folded names into plain columns."""

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from db.migrations.entries_by_field import KINDS, LINKS, NAMED, ORDERED, POSITION_BITS, convert, link_key

revision = "0006"
down_revision = "0005"

OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "agenda_item": ("person_id",),
    "attendance": ("seat_id", "municipality_id", "organisation_id", "person_id"),
    "body": ("parent_id",),
    "contact_point": ("person_id", "municipality_id", "organisation_id"),
    "experience": ("person_id",),
    "meeting": ("parent_id", "period_id", "municipality_id"),
    "period": ("municipality_id",),
    "post": ("municipality_id", "organisation_id", "body_id"),
    "resolution": ("agenda_item_id", "municipality_id", "body_id", "person_id"),
    "theme": ("parent_id",),
}
"""References that can be empty: from this schema on they are indexed only where they are filled."""


def upgrade() -> None:
    """Go to this schema."""
    connection = op.get_bind()
    for name in ("journal_operation", "journal_entry"):
        op.rename_table(name, f"old_{name}")
    for index in ("ix_journal_entry_operation", "ix_journal_entry_row"):
        op.drop_index(index)
    op.drop_table("journal_open")
    op.drop_index("ix_search_key_row")
    for table in (*NAMED, *(name for name in KINDS if name not in NAMED)):
        change_columns(table)
    for table, sides in LINKS.items():
        make_link_anew(connection, table, sides)
    make_journal()
    convert(connection)
    op.drop_table("old_journal_entry")
    op.drop_table("old_journal_operation")


# ---------------------------------------------------------------- the tables


def change_columns(table: str) -> None:
    """Take away the moments, make the folded name a plain column, and move places apart."""
    if table in NAMED:
        key = f"{NAMED[table]}_key"
        op.drop_index(f"ix_{table}_{key}_id")
        op.drop_column(table, key)
        op.add_column(table, sa.Column(key, sa.String(300), nullable=True))
        op.create_index(f"ix_{table}_{key}_id", table, [key, "id"])
    for name in ("created_at", "changed_at"):
        op.drop_column(table, name)
    for name in OPTIONAL.get(table, ()):
        op.drop_index(f"ix_{table}_{name}")
        op.create_index(f"ix_{table}_{name}", table, [name], sqlite_where=sa.text(f"{name} IS NOT NULL"))
    if table in ORDERED:
        op.execute(f"UPDATE {table} SET position = (position + 1) << {POSITION_BITS}")


def make_link_anew(connection: sa.Connection, table: str, sides: tuple[str, str]) -> None:
    """Make a table of links anew: keys that derive from both sides, and nothing unique but the key."""
    rows = connection.execute(sa.text(f"SELECT {sides[0]}, {sides[1]} FROM {table}")).all()
    for side in sides:
        op.drop_index(f"ix_{table}_{side}")
    op.drop_table(table)
    keys = [
        sa.ForeignKeyConstraint(
            [side],
            [f"{side.removesuffix('_id')}.id"],
            name=f"fk_{table}_{side}",
            initially="DEFERRED",
            deferrable=True,
        )
        for side in sides
    ]
    made = op.create_table(
        table,
        sa.Column("id", sa.String(32), nullable=False),
        *(sa.Column(side, sa.String(32), nullable=False) for side in sides),
        *keys,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    for side in sides:
        op.create_index(f"ix_{table}_{side}", table, [side])
    op.bulk_insert(made, [dict(zip(("id", *sides), (link_key(table, row), *row), strict=True)) for row in rows])


def make_journal() -> None:
    """Make the tables of the journal by field."""
    op.create_table(
        "journal_operation",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("reverses", sa.Text(), nullable=True),
        sa.Column("stamp", sa.BigInteger(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_journal_operation"),
        sa.UniqueConstraint("id", name="uq_journal_operation_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal_entry",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(60), nullable=False),
        sa.Column("row_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(1), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.ForeignKeyConstraint(["operation"], ["journal_operation.number"], name="fk_journal_entry_operation"),
        sa.PrimaryKeyConstraint("number", name="pk_journal_entry"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_entry_operation", "journal_entry", ["operation"])
    op.create_index("ix_journal_entry_row", "journal_entry", ["row_id", "number"])
    op.create_index("ix_journal_entry_gone", "journal_entry", ["row_id"], sqlite_where=sa.text("kind = 'D'"))
    op.create_table(
        "journal_about",
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "entry", name="pk_journal_about"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "journal_head",
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["operation"], ["journal_operation.number"], name="fk_journal_head_operation"),
        sa.PrimaryKeyConstraint("operation", name="pk_journal_head"),
    )
    op.create_table(
        "journal_open",
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.Column("quiet", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("operation", name="pk_journal_open"),
    )
    op.create_table(
        "journal_file",
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("device", sa.String(32), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("network", name="pk_journal_file"),
    )
