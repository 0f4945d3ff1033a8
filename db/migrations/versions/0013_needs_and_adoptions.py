"""Make the table need; make the table adoption; make the table match; make the table need_theme."""

import sqlalchemy as sa

from db.migrations.columns import folded_key, key, make_link_table, make_table, reference

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Go to this schema."""
    make_need()
    make_adoption()
    make_match()
    make_link_table("need", "theme")


def make_need() -> None:
    """Make the table need."""
    make_table(
        "need",
        key(),
        reference("municipality_id", "municipality", required=True),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("text", sa.String()),
        sa.Column("asked_on", sa.String(10)),
        sa.Column("until", sa.String(10)),
        sa.Column("state", sa.String(20), nullable=False),
        reference("person_id", "person"),
        sa.Column("set_aside", sa.String(200)),
        sa.Column("source", sa.String(500)),
        sa.Column("notes", sa.String()),
        sa.Index("ix_need_name_key_id", "name_key", "id"),
    )


def make_adoption() -> None:
    """Make the table adoption."""
    make_table(
        "adoption",
        key(),
        reference("experience_id", "experience", required=True),
        reference("giver_id", "municipality"),
        sa.Column("giver_name", sa.String(200)),
        reference("municipality_id", "municipality", required=True),
        reference("need_id", "need"),
        sa.Column("changed", sa.String()),
        sa.Column("dropped_on", sa.String(10)),
        sa.Column("dropped_why", sa.String(300)),
        sa.Column("source", sa.String(500)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN giver_id IS NULL THEN 0 ELSE 1 END + CASE WHEN giver_name IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_giver",
        ),
    )


def make_match() -> None:
    """Make the table match."""
    make_table(
        "match",
        key(),
        reference("need_id", "need", required=True),
        reference("experience_id", "experience", required=True),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reason", sa.String(500)),
    )
