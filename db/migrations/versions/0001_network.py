"""Make the tables of cities, their memberships, organisations and people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


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
    make_municipality()
    make_membership()
    make_period()
    make_organisation()
    make_person()
    make_contact_point()


def make_municipality() -> None:
    """Make the table municipality."""
    op.create_table(
        "municipality",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=False),
        sa.Column(
            "short_name_key", sa.String(length=300), sa.Computed(folded("short_name"), persisted=True), nullable=False
        ),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("government_kind", sa.String(length=20), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("subdivision", sa.String(length=6), nullable=True),
        sa.Column("official_code", sa.String(length=20), nullable=True),
        sa.Column("geonames_id", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_year", sa.Integer(), nullable=True),
        sa.Column("population_source", sa.String(length=200), nullable=True),
        sa.Column("latitude", sa.Integer(), nullable=True),
        sa.Column("longitude", sa.Integer(), nullable=True),
        sa.Column("languages", sa.String(length=40), nullable=True),
        sa.Column("web", sa.String(length=300), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.CheckConstraint("latitude BETWEEN -90000000 AND 90000000", name=op.f("ck_municipality_latitude")),
        sa.CheckConstraint("longitude BETWEEN -180000000 AND 180000000", name=op.f("ck_municipality_longitude")),
        sa.CheckConstraint("population >= 0", name=op.f("ck_municipality_population")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality")),
    )
    op.create_index(op.f("ix_municipality_country"), "municipality", ["country"], unique=False)
    op.create_index(op.f("ix_municipality_short_name_key_id"), "municipality", ["short_name_key", "id"], unique=False)


def make_membership() -> None:
    """Make the table membership."""
    op.create_table(
        "membership",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("starts", sa.String(length=10), nullable=True),
        sa.Column("ends", sa.String(length=10), nullable=True),
        sa.Column("act", sa.String(length=300), nullable=True),
        sa.Column("signed_note", sa.Boolean(), nullable=True),
        sa.Column("admission_form", sa.Boolean(), nullable=True),
        sa.Column("originals_by_post", sa.Boolean(), nullable=True),
        sa.Column("assembly_approval", sa.Boolean(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_membership_municipality_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_municipality_id"), "membership", ["municipality_id"], unique=False)


def make_period() -> None:
    """Make the table period."""
    op.create_table(
        "period",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("municipality_id", sa.String(length=32), nullable=True),
        sa.Column("starts", sa.String(length=10), nullable=True),
        sa.Column("ends", sa.String(length=10), nullable=True),
        sa.Column("extended", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_period_municipality_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period")),
    )
    op.create_index(op.f("ix_period_municipality_id"), "period", ["municipality_id"], unique=False)


def make_organisation() -> None:
    """Make the table organisation."""
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("name_key", sa.String(length=300), sa.Computed(folded("name"), persisted=True), nullable=False),
        sa.Column("acronym", sa.String(length=60), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=True),
        sa.Column("headquarters", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("headquarters_verified", sa.Boolean(), nullable=True),
        sa.Column("founded", sa.String(length=10), nullable=True),
        sa.Column("languages", sa.String(length=40), nullable=True),
        sa.Column("web", sa.String(length=300), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_name_key_id"), "organisation", ["name_key", "id"], unique=False)


def make_person() -> None:
    """Make the table person."""
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=300), sa.Computed(folded("name"), persisted=True), nullable=False),
        sa.Column("treatment", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=40), nullable=True),
        sa.Column("notes", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_name_key_id"), "person", ["name_key", "id"], unique=False)


def make_contact_point() -> None:
    """Make the table contact_point."""
    op.create_table(
        "contact_point",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("municipality_id", sa.String(length=32), nullable=True),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_contact_point_one_owner"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipality.id"],
            name=op.f("fk_contact_point_municipality_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_contact_point_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_contact_point_person_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    op.create_index(op.f("ix_contact_point_municipality_id"), "contact_point", ["municipality_id"], unique=False)
    op.create_index(op.f("ix_contact_point_organisation_id"), "contact_point", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_contact_point_person_id"), "contact_point", ["person_id"], unique=False)
