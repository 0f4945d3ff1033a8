"""Change the schema: chapters offices and actas.

- make the table chapter
- make the table office
- add meeting.acta_number
- add meeting.acta_sent_on
- add meeting.acta_approved_on
- add meeting.acta_digest
"""

import sqlalchemy as sa

from db.migrations.columns import add_column, key, make_table, reference

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Go to this schema."""
    make_chapter()
    make_office()
    change_meeting()


def make_chapter() -> None:
    """Make the table chapter."""
    make_table(
        "chapter",
        key(),
        reference("period_id", "period", required=True),
        sa.Column("chapter", sa.String(20), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("text", sa.String()),
    )


def make_office() -> None:
    """Make the table office."""
    make_table(
        "office",
        key(),
        sa.Column("name", sa.String(200), nullable=False),
        reference("period_id", "period"),
        sa.Column("address", sa.String(300)),
        sa.Column("signer", sa.String(200)),
        sa.Column("role", sa.String(200)),
        sa.Column("notes", sa.String()),
    )


def change_meeting() -> None:
    """Change the table meeting."""
    add_column("meeting", sa.Column("acta_number", sa.String(40)))
    add_column("meeting", sa.Column("acta_sent_on", sa.Date()))
    add_column("meeting", sa.Column("acta_approved_on", sa.Date()))
    add_column("meeting", sa.Column("acta_digest", sa.String(64)))
