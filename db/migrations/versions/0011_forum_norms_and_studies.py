"""Change the schema: forum norms and studies.

- make the table pro_tempore
- make the table city_relation
- make the table focem_proposal
- make the table norm
- make the table study
- make the table focem_proposal_municipality
- make the table study_theme
- make the table declaration
- make the table recommendation
- make the table declaration_body
- make the table declaration_organisation
- make the table declaration_theme
- make the table recommendation_theme
- make the table seat anew: a country holds a seat, a person sits there, and one is the alternate of another
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import folded_key, key, make_link_table, make_table, reference

revision = "0011"
down_revision = "0010"

COLUMNS = "id, body_id, municipality_id, organisation_id, role, starts, ends, act"
"""What a seat was made of."""


def upgrade() -> None:
    """Go to this schema."""
    make_pro_tempore()
    make_city_relation()
    make_focem_proposal()
    make_norm()
    make_study()
    make_link_table("focem_proposal", "municipality")
    make_link_table("study", "theme")
    make_declaration()
    make_recommendation()
    make_link_table("declaration", "body")
    make_link_table("declaration", "organisation")
    make_link_table("declaration", "theme")
    make_link_table("recommendation", "theme")
    change_seat()


def make_pro_tempore() -> None:
    """Make the table pro_tempore."""
    make_table(
        "pro_tempore",
        key(),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("notes", sa.String()),
    )


def make_city_relation() -> None:
    """Make the table city_relation."""
    make_table(
        "city_relation",
        key(),
        reference("municipality_id", "municipality", required=True),
        reference("other_municipality_id", "municipality", required=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("act", sa.String(300)),
        sa.Column("about", sa.String()),
        sa.Column("notes", sa.String()),
    )


def make_focem_proposal() -> None:
    """Make the table focem_proposal."""
    make_table(
        "focem_proposal",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("programme", sa.String(10)),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        sa.Column("amount_minor", sa.BigInteger()),
        sa.Column("amount_currency", sa.String(3)),
        sa.Column("share", sa.Integer()),
        sa.Column("amount_on", sa.String(10)),
        sa.Column("source", sa.String(500)),
        sa.Column("summary", sa.String()),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_executor",
        ),
        sa.CheckConstraint("share BETWEEN 0 AND 100000", name="share"),
        sa.CheckConstraint("amount_minor >= 0", name="amount_minor"),
        sa.Index("ix_focem_proposal_name_key_id", "name_key", "id"),
    )


def make_norm() -> None:
    """Make the table norm."""
    make_table(
        "norm",
        key(),
        sa.Column("cited_as", sa.String(200), nullable=False),
        sa.Column("name", sa.String(300)),
        reference("organisation_id", "organisation"),
        sa.Column("kind", sa.String(20)),
        sa.Column("number", sa.String(40)),
        sa.Column("year", sa.Integer()),
        sa.Column("verified_as", sa.String(200)),
        sa.Column("verified_by", sa.String(200)),
        sa.Column("verified_on", sa.Date()),
        sa.Column("obliges_to", sa.String()),
        sa.Column("compliance", sa.String(20)),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint("year BETWEEN 1800 AND 2200", name="year"),
    )


def make_study() -> None:
    """Make the table study."""
    make_table(
        "study",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("kind", sa.String(20)),
        reference("organisation_id", "organisation"),
        reference("person_id", "person"),
        sa.Column("terms", sa.String()),
        sa.Column("cost_minor", sa.BigInteger()),
        sa.Column("cost_currency", sa.String(3)),
        sa.Column("ordered_on", sa.String(10)),
        sa.Column("due_on", sa.String(10)),
        sa.Column("delivered_on", sa.String(10)),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_author",
        ),
        sa.CheckConstraint("cost_minor >= 0", name="cost_minor"),
        sa.Index("ix_study_name_key_id", "name_key", "id"),
    )


def make_declaration() -> None:
    """Make the table declaration."""
    make_table(
        "declaration",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("kind", sa.String(20)),
        sa.Column("day", sa.String(10)),
        reference("body_id", "body"),
        reference("meeting_id", "meeting"),
        sa.Column("languages", sa.String(40)),
        sa.Column("text", sa.String()),
        sa.Column("outcome", sa.String()),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.Index("ix_declaration_name_key_id", "name_key", "id"),
    )


def make_recommendation() -> None:
    """Make the table recommendation."""
    make_table(
        "recommendation",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("name_pt", sa.String(300)),
        sa.Column("number", sa.String(40)),
        sa.Column("day", sa.String(10)),
        reference("body_id", "body"),
        reference("meeting_id", "meeting"),
        reference("study_id", "study"),
        sa.Column("text", sa.String()),
        sa.Column("text_pt", sa.String()),
        reference("to_organisation_id", "organisation"),
        reference("to_body_id", "body"),
        reference("to_municipality_id", "municipality"),
        sa.Column("answer", sa.String()),
        sa.Column("answered_on", sa.Date()),
        sa.Column("result", sa.String(20)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN to_organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN to_body_id IS NULL THEN 0 ELSE 1 END + CASE WHEN to_municipality_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_addressee",
        ),
        sa.Index("ix_recommendation_name_key_id", "name_key", "id"),
    )


def change_seat() -> None:
    """Let a country hold a seat: SQLite changes no check but in a table made anew, which attendances go on naming."""
    op.execute("PRAGMA legacy_alter_table = ON")
    for name in ("body_id", "municipality_id", "organisation_id"):
        op.drop_index(f"ix_seat_{name}", "seat")
    op.rename_table("seat", "seat_before")
    make_seat()
    op.execute(f"INSERT INTO seat ({COLUMNS}) SELECT {COLUMNS} FROM seat_before")
    op.drop_table("seat_before")
    op.execute("PRAGMA legacy_alter_table = OFF")


def make_seat() -> None:
    """Make the table seat."""
    make_table(
        "seat",
        key(),
        reference("body_id", "body", required=True),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        sa.Column("country", sa.String(2)),
        reference("person_id", "person"),
        reference("alternate_of_id", "seat"),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("act", sa.String(300)),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN country IS NULL THEN 0 ELSE 1 END = 1",
            name="one_holder",
        ),
    )
