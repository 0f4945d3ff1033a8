"""Add body.name_en; add theme.name_en."""

import sqlalchemy as sa

from db.migrations.columns import add_column

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Go to this schema."""
    change_body()
    change_theme()


def change_body() -> None:
    """Change the table body."""
    add_column("body", sa.Column("name_en", sa.String(300)))


def change_theme() -> None:
    """Change the table theme."""
    add_column("theme", sa.Column("name_en", sa.String(200)))
