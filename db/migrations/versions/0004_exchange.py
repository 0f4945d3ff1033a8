"""Make the tables of themes, experiences and attached files."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


# Accents of the texts by which this schema orders names, as they were when it was released.
ACCENTED = "áàâãäåÁÀÂÃÄÅéèêëÉÈÊËíìîïÍÌÎÏóòôõöÓÒÔÕÖúùûüÚÙÛÜçÇñÑ"
PLAIN = "aaaaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuuccnn"


def folded(column: str) -> str:
    """Give the expression of `column` in small letters without accents."""
    for accented, plain in zip(ACCENTED, PLAIN, strict=True):
        column = f"replace({column}, '{accented}', '{plain}')"
    return f"lower({column})"


def upgrade() -> None:
    """Go to this schema."""
    make_theme()
    make_experience()
    make_experience_municipality()
    make_experience_organisation()
    make_experience_theme()
    make_experience_result()
    make_content()
    make_document()


def make_theme() -> None:
    """Make the table theme."""
    op.create_table(
        "theme",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=300), sa.Computed(folded("name"), persisted=True), nullable=False),
        sa.Column("name_pt", sa.String(length=200), nullable=True),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("plan_line", sa.Integer(), nullable=True),
        sa.Column("odm", sa.Integer(), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["theme.id"], name=op.f("fk_theme_parent_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
    )
    op.create_index(op.f("ix_theme_name_key_id"), "theme", ["name_key", "id"], unique=False)
    op.create_index(op.f("ix_theme_parent_id"), "theme", ["parent_id"], unique=False)


def make_experience() -> None:
    """Make the table experience."""
    op.create_table(
        "experience",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("name_key", sa.String(length=300), sa.Computed(folded("name"), persisted=True), nullable=False),
        sa.Column("modality", sa.String(length=100), nullable=True),
        sa.Column("summary", sa.String(), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("steps", sa.String(), nullable=True),
        sa.Column("partners", sa.String(), nullable=True),
        sa.Column("cost_minor", sa.BigInteger(), nullable=True),
        sa.Column("cost_currency", sa.String(length=3), nullable=True),
        sa.Column("funding", sa.String(length=300), nullable=True),
        sa.Column("starts", sa.String(length=10), nullable=True),
        sa.Column("ends", sa.String(length=10), nullable=True),
        sa.Column("running", sa.Boolean(), nullable=True),
        sa.Column("innovation", sa.String(), nullable=True),
        sa.Column("replication", sa.String(), nullable=True),
        sa.Column("lessons", sa.String(), nullable=True),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("permission", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_experience_person_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
    )
    op.create_index(op.f("ix_experience_name_key_id"), "experience", ["name_key", "id"], unique=False)
    op.create_index(op.f("ix_experience_person_id"), "experience", ["person_id"], unique=False)


def make_experience_municipality() -> None:
    """Make the table experience_municipality."""
    op.create_table(
        "experience_municipality",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("experience_id", sa.String(length=32), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"],
            ["experience.id"],
            name=op.f("fk_experience_municipality_experience_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_experience_municipality_municipality_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience_municipality")),
        sa.UniqueConstraint(
            "experience_id", "municipality_id", name=op.f("uq_experience_municipality_experience_id_municipality_id")
        ),
    )
    op.create_index(
        op.f("ix_experience_municipality_experience_id"), "experience_municipality", ["experience_id"], unique=False
    )
    op.create_index(
        op.f("ix_experience_municipality_municipality_id"), "experience_municipality", ["municipality_id"], unique=False
    )


def make_experience_organisation() -> None:
    """Make the table experience_organisation."""
    op.create_table(
        "experience_organisation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("experience_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"],
            ["experience.id"],
            name=op.f("fk_experience_organisation_experience_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_experience_organisation_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience_organisation")),
        sa.UniqueConstraint(
            "experience_id", "organisation_id", name=op.f("uq_experience_organisation_experience_id_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_experience_organisation_experience_id"), "experience_organisation", ["experience_id"], unique=False
    )
    op.create_index(
        op.f("ix_experience_organisation_organisation_id"), "experience_organisation", ["organisation_id"], unique=False
    )


def make_experience_theme() -> None:
    """Make the table experience_theme."""
    op.create_table(
        "experience_theme",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("experience_id", sa.String(length=32), nullable=False),
        sa.Column("theme_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["experience_id"],
            ["experience.id"],
            name=op.f("fk_experience_theme_experience_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"], ["theme.id"], name=op.f("fk_experience_theme_theme_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience_theme")),
        sa.UniqueConstraint("experience_id", "theme_id", name=op.f("uq_experience_theme_experience_id_theme_id")),
    )
    op.create_index(op.f("ix_experience_theme_experience_id"), "experience_theme", ["experience_id"], unique=False)
    op.create_index(op.f("ix_experience_theme_theme_id"), "experience_theme", ["theme_id"], unique=False)


def make_experience_result() -> None:
    """Make the table experience_result."""
    op.create_table(
        "experience_result",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("experience_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("indicator", sa.String(length=300), nullable=True),
        sa.Column("value", sa.String(length=100), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(
            ["experience_id"],
            ["experience.id"],
            name=op.f("fk_experience_result_experience_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience_result")),
    )
    op.create_index(op.f("ix_experience_result_experience_id"), "experience_result", ["experience_id"], unique=False)


def make_content() -> None:
    """Make the table content."""
    op.create_table(
        "content",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_content")),
    )


def make_document() -> None:
    """Make the table document."""
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("record_entity", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("description", sa.String(length=300), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_digest"), "document", ["digest"], unique=False)
    op.create_index("ix_document_record", "document", ["record_entity", "record_id"], unique=False)
