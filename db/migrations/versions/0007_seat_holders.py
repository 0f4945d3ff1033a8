"""Index the holders of seats only where they are filled, as 0006 indexes every other reference that can be empty."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Go to this schema."""
    change_seat()


def change_seat() -> None:
    """Change the table seat."""
    op.drop_index("ix_seat_municipality_id", "seat")
    op.drop_index("ix_seat_organisation_id", "seat")
    op.create_index(
        "ix_seat_municipality_id", "seat", ["municipality_id"], sqlite_where=sa.text("municipality_id IS NOT NULL")
    )
    op.create_index(
        "ix_seat_organisation_id", "seat", ["organisation_id"], sqlite_where=sa.text("organisation_id IS NOT NULL")
    )
