"""Change the schema: plan and log.

- make the table interaction
- make the table stage
- make the table commitment
- make the table interaction_municipality
- make the table interaction_organisation
- make the table interaction_person
- make the table step
- make the table plan_line
- make the table plan_action
- make the table evidence
- make the table measure
- write theme.plan_line as text
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import add_column, key, make_link_table, make_table, position, reference, rename_column

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Go to this schema."""
    make_interaction()
    make_stage()
    make_commitment()
    make_link_table("interaction", "municipality")
    make_link_table("interaction", "organisation")
    make_link_table("interaction", "person")
    make_step()
    make_plan_line()
    make_plan_action()
    make_evidence()
    make_measure()
    change_theme()


def make_interaction() -> None:
    """Make the table interaction."""
    make_table(
        "interaction",
        key(),
        sa.Column("day", sa.Date(), nullable=False, index=True),
        sa.Column("at", sa.String(5)),
        sa.Column("kind", sa.String(20)),
        sa.Column("direction", sa.String(10)),
        sa.Column("subject_entity", sa.String(40)),
        sa.Column("subject_id", sa.String(32)),
        sa.Column("subject_called", sa.Text()),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(300)),
        sa.Column("next_on", sa.Date(), index=True),
        sa.Column("next_done_on", sa.Date()),
        sa.Index(
            "ix_interaction_subject", "subject_entity", "subject_id", sqlite_where=sa.text("subject_id IS NOT NULL")
        ),
    )


def make_stage() -> None:
    """Make the table stage."""
    make_table(
        "stage",
        key(),
        sa.Column("route", sa.String(20), nullable=False),
        position(),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_pt", sa.String(200)),
        sa.Column("name_en", sa.String(200)),
        sa.Column("instance", sa.String(200)),
        sa.Column("usual_days", sa.Integer()),
        sa.CheckConstraint("usual_days > 0", name="usual_days"),
    )


def make_commitment() -> None:
    """Make the table commitment."""
    make_table(
        "commitment",
        key(),
        sa.Column("record_entity", sa.String(40), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        reference("body_id", "body"),
        reference("person_id", "person"),
        sa.Column("due_on", sa.Date(), index=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("met_on", sa.Date()),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_responsible",
        ),
        sa.Index("ix_commitment_record", "record_entity", "record_id"),
    )


def make_step() -> None:
    """Make the table step."""
    make_table(
        "step",
        key(),
        sa.Column("record_entity", sa.String(40), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        position(),
        reference("stage_id", "stage"),
        sa.Column("name", sa.String(200), nullable=False),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        reference("body_id", "body"),
        reference("person_id", "person"),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("done_on", sa.Date()),
        sa.Column("due_on", sa.Date(), index=True),
        sa.Column("result", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_instance",
        ),
        sa.Index("ix_step_record", "record_entity", "record_id"),
    )


def make_plan_line() -> None:
    """Make the table plan_line."""
    make_table(
        "plan_line",
        key(),
        reference("period_id", "period"),
        sa.Column("number", sa.String(20), nullable=False),
        position(),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_pt", sa.String(200)),
        sa.Column("name_en", sa.String(200)),
        sa.Column("official_text", sa.String()),
        sa.Column("vacant", sa.Boolean()),
    )


def make_plan_action() -> None:
    """Make the table plan_action."""
    make_table(
        "plan_action",
        key(),
        reference("line_id", "plan_line", required=True),
        position(),
        sa.Column("name", sa.String(300), nullable=False),
        reference("body_id", "body"),
        reference("municipality_id", "municipality"),
        reference("person_id", "person"),
        sa.Column("indicator", sa.String(200)),
        sa.Column("unit", sa.String(40)),
        sa.Column("baseline", sa.Integer()),
        sa.Column("target", sa.Integer()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("due_on", sa.Date(), index=True),
        sa.Column("state", sa.String(20), nullable=False),
        reference("carried_from_id", "plan_action"),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN body_id IS NULL THEN 0 ELSE 1 END + CASE WHEN person_id IS NULL THEN 0 ELSE 1 END <= 1",
            name="one_responsible",
        ),
    )


def make_evidence() -> None:
    """Make the table evidence."""
    make_table(
        "evidence",
        key(),
        reference("line_id", "plan_line"),
        reference("action_id", "plan_action"),
        sa.Column("record_entity", sa.String(40), nullable=False),
        sa.Column("record_id", sa.String(32), nullable=False),
        sa.Column("record_called", sa.Text()),
        sa.Column("note", sa.String(300)),
        sa.CheckConstraint(
            "CASE WHEN line_id IS NULL THEN 0 ELSE 1 END + CASE WHEN action_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_owner",
        ),
        sa.Index("ix_evidence_record", "record_entity", "record_id"),
    )


def make_measure() -> None:
    """Make the table measure."""
    make_table(
        "measure",
        key(),
        reference("action_id", "plan_action", required=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(300)),
    )


def change_theme() -> None:
    """Change the table theme: SQLite gives no column that is there another type."""
    add_column("theme", sa.Column("plan_line_as_text", sa.String(20)))
    theme = sa.table("theme", sa.column("plan_line"), sa.column("plan_line_as_text"))
    op.execute(theme.update().values(plan_line_as_text=sa.cast(theme.c.plan_line, sa.String())))
    op.drop_column("theme", "plan_line")
    rename_column("theme", "plan_line_as_text", "plan_line")
