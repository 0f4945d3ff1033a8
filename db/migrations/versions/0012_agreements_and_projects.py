"""Change the schema: agreements and projects.

- make the table agreement
- make the table agreement_municipality
- make the table agreement_organisation
- make the table call
- make the table network_membership
- make the table project
- make the table funding
- make the table project_partner
- make the table project_theme
- make the table plan_action_organisation
- add organisation.name_pt
- add organisation.name_en
- add city_relation.agreement_id
- make the index ix_city_relation_agreement_id
- add focem_proposal.project_id
- make the index ix_focem_proposal_project_id
"""

import sqlalchemy as sa

from db.migrations.columns import add_column, folded_key, key, make_link_table, make_table, reference

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Go to this schema."""
    make_agreement()
    make_link_table("agreement", "municipality")
    make_link_table("agreement", "organisation")
    make_call()
    make_network_membership()
    make_project()
    make_funding()
    make_project_partner()
    make_link_table("project", "theme")
    make_link_table("plan_action", "organisation")
    change_organisation()
    change_city_relation()
    change_focem_proposal()


def make_agreement() -> None:
    """Make the table agreement."""
    make_table(
        "agreement",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        sa.Column("kind", sa.String(20)),
        sa.Column("purpose", sa.String()),
        sa.Column("signed_on", sa.String(10)),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("renews_by", sa.Integer()),
        sa.Column("first_notice", sa.Integer()),
        sa.Column("second_notice", sa.Integer()),
        sa.Column("last_notice", sa.Integer()),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint("first_notice >= 0", name="first_notice"),
        sa.CheckConstraint("last_notice >= 0", name="last_notice"),
        sa.CheckConstraint("renews_by > 0", name="renews_by"),
        sa.CheckConstraint("second_notice >= 0", name="second_notice"),
        sa.Index("ix_agreement_name_key_id", "name_key", "id"),
    )


def make_call() -> None:
    """Make the table call."""
    make_table(
        "call",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        reference("donor_id", "organisation"),
        sa.Column("subject", sa.String(300)),
        sa.Column("opens", sa.String(10)),
        sa.Column("closes", sa.String(10)),
        sa.Column("ceiling_minor", sa.BigInteger()),
        sa.Column("ceiling_currency", sa.String(3)),
        sa.Column("largest_share", sa.Integer()),
        sa.Column("months", sa.Integer()),
        sa.Column("extension", sa.Integer()),
        sa.Column("coordinate_most", sa.Integer()),
        sa.Column("take_part_most", sa.Integer()),
        sa.Column("modalities", sa.String(200)),
        sa.Column("asks_endorsement", sa.Boolean()),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint("ceiling_minor >= 0", name="ceiling_minor"),
        sa.CheckConstraint("coordinate_most >= 0", name="coordinate_most"),
        sa.CheckConstraint("extension >= 0", name="extension"),
        sa.CheckConstraint("largest_share BETWEEN 0 AND 100000", name="largest_share"),
        sa.CheckConstraint("months > 0", name="months"),
        sa.CheckConstraint("take_part_most >= 0", name="take_part_most"),
        sa.Index("ix_call_name_key_id", "name_key", "id"),
    )


def make_network_membership() -> None:
    """Make the table network_membership."""
    make_table(
        "network_membership",
        key(),
        reference("municipality_id", "municipality", required=True),
        reference("organisation_id", "organisation", required=True),
        sa.Column("role", sa.String(100)),
        sa.Column("starts", sa.String(10)),
        sa.Column("ends", sa.String(10)),
        sa.Column("notes", sa.String()),
    )


def make_project() -> None:
    """Make the table project."""
    make_table(
        "project",
        key(),
        sa.Column("name", sa.String(300), nullable=False),
        folded_key("name_key"),
        reference("call_id", "call"),
        reference("donor_id", "organisation"),
        reference("agreement_id", "agreement"),
        sa.Column("modality", sa.String(20)),
        reference("municipality_id", "municipality"),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("amount_minor", sa.BigInteger()),
        sa.Column("amount_currency", sa.String(3)),
        sa.Column("own_share", sa.Integer()),
        sa.Column("starts", sa.String(10)),
        sa.Column("months", sa.Integer()),
        sa.Column("extension", sa.Integer()),
        sa.Column("endorsed_on", sa.String(10)),
        sa.Column("endorsed_by", sa.String(200)),
        sa.Column("summary", sa.String()),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint("amount_minor >= 0", name="amount_minor"),
        sa.CheckConstraint("extension >= 0", name="extension"),
        sa.CheckConstraint("months > 0", name="months"),
        sa.CheckConstraint("own_share BETWEEN 0 AND 100000", name="own_share"),
        sa.Index("ix_project_name_key_id", "name_key", "id"),
    )


def make_funding() -> None:
    """Make the table funding."""
    make_table(
        "funding",
        key(),
        reference("project_id", "project", required=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("amount_minor", sa.BigInteger()),
        sa.Column("amount_currency", sa.String(3)),
        sa.Column("day", sa.String(10)),
        sa.Column("source", sa.String(500)),
        sa.Column("notes", sa.String()),
        sa.CheckConstraint("amount_minor >= 0", name="amount_minor"),
    )


def make_project_partner() -> None:
    """Make the table project_partner."""
    make_table(
        "project_partner",
        key(),
        reference("project_id", "project", required=True),
        reference("municipality_id", "municipality"),
        reference("organisation_id", "organisation"),
        sa.Column("name", sa.String(300)),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.CheckConstraint(
            "CASE WHEN municipality_id IS NULL THEN 0 ELSE 1 END + CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN name IS NULL THEN 0 ELSE 1 END = 1",
            name="one_partner",
        ),
    )


def change_organisation() -> None:
    """Change the table organisation."""
    add_column("organisation", sa.Column("name_pt", sa.String(300)))
    add_column("organisation", sa.Column("name_en", sa.String(300)))


def change_city_relation() -> None:
    """Change the table city_relation."""
    add_column("city_relation", reference("agreement_id", "agreement"))


def change_focem_proposal() -> None:
    """Change the table focem_proposal."""
    add_column("focem_proposal", reference("project_id", "project"))
