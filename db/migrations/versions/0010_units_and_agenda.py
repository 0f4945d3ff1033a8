"""Change the schema: units and agenda.

- make the table dissemination
- make the table body_unit
- make the table axis
- make the table activity
- make the table axis_body
- make the table meeting_body
- make the table activity_body
- make the table activity_municipality
- make the table activity_organisation
- make the table attendance anew: an attendance is of a meeting or of an activity
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import folded_key, key, make_link_table, make_table, position, reference

revision = "0010"
down_revision = "0009"

COLUMNS = "id, meeting_id, seat_id, position, municipality_id, organisation_id, person_id, state, represented_by, notes"
"""What an attendance was made of."""


def upgrade() -> None:
    """Go to this schema."""
    make_dissemination()
    make_body_unit()
    make_axis()
    make_activity()
    make_link_table("axis", "body")
    make_link_table("meeting", "body")
    make_link_table("activity", "body")
    make_link_table("activity", "municipality")
    make_link_table("activity", "organisation")
    change_attendance()


def make_dissemination() -> None:
    """Make the table dissemination."""
    make_table(
        "dissemination",
        key(),
        sa.Column("day", sa.String(10)),
        sa.Column("medium", sa.String(20), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("languages", sa.String(40)),
        sa.Column("web", sa.String(300)),
        sa.Column("record_entity", sa.String(40)),
        sa.Column("record_id", sa.String(32)),
        sa.Column("record_called", sa.Text()),
        sa.Column("notes", sa.String()),
        sa.Index(
            "ix_dissemination_record", "record_entity", "record_id", sqlite_where=sa.text("record_id IS NOT NULL")
        ),
    )


def make_body_unit() -> None:
    """Make the table body_unit."""
    make_table(
        "body_unit",
        key(),
        reference("body_id", "body", required=True),
        reference("unit_id", "body", required=True),
    )


def make_axis() -> None:
    """Make the table axis."""
    make_table(
        "axis",
        key(),
        sa.Column("name", sa.String(200), nullable=False),
        folded_key("name_key"),
        sa.Column("name_pt", sa.String(200)),
        sa.Column("name_en", sa.String(200)),
        reference("period_id", "period"),
        sa.Column("notes", sa.String()),
        sa.Index("ix_axis_name_key_id", "name_key", "id"),
    )


def make_activity() -> None:
    """Make the table activity."""
    make_table(
        "activity",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("kind", sa.String(20)),
        sa.Column("starts_on", sa.Date(), index=True),
        sa.Column("ends_on", sa.Date()),
        sa.Column("starts_at", sa.String(5)),
        sa.Column("ends_at", sa.String(5)),
        sa.Column("time_zone", sa.String(40)),
        sa.Column("place", sa.String(300)),
        sa.Column("web", sa.String(300)),
        reference("municipality_id", "municipality"),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("who_may_come", sa.String(300)),
        sa.Column("deadline", sa.Date(), index=True),
        sa.Column("host_pays", sa.String(300)),
        reference("person_id", "person"),
        reference("line_id", "plan_line"),
        sa.Column("notes", sa.String()),
        sa.Column("uid", sa.String(255), index=True),
        sa.Index("ix_activity_name_key_id", "name_key", "id"),
    )


def change_attendance() -> None:
    """Let an attendance be of an activity: SQLite lets no column be empty that could not, but in a table made anew."""
    for name in ("meeting_id", "municipality_id", "organisation_id", "person_id", "seat_id"):
        op.drop_index(f"ix_attendance_{name}", "attendance")
    op.rename_table("attendance", "attendance_before")
    make_attendance()
    op.execute(f"INSERT INTO attendance ({COLUMNS}) SELECT {COLUMNS} FROM attendance_before")
    op.drop_table("attendance_before")


def make_attendance() -> None:
    """Make the table attendance."""
    make_table(
        "attendance",
        key(),
        reference("meeting_id", "meeting"),
        reference("activity_id", "activity"),
        reference("seat_id", "seat"),
        position(),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        reference("person_id", "person"),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("represented_by", sa.String(200)),
        sa.Column("notes", sa.String(300)),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_delegation",
        ),
        sa.CheckConstraint(
            "CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN activity_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_owner",
        ),
        sa.CheckConstraint(
            "municipality_id IS NOT NULL OR organisation_id IS NOT NULL OR person_id IS NOT NULL", name="somebody"
        ),
    )
