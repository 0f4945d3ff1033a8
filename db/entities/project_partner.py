"""Who takes part in a project beside the city that coordinates it: a city, an organisation, or one known by a name."""

from sqlalchemy import CheckConstraint, ColumnElement, String, func
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, count_filled, reference, title_at, title_key_at
from db.fields import Choice, Field, Kind, mark
from db.sorting import folded_by_engine


class PartnerKind(Choice):
    """What a partner is in a project (domain, 3.4: cities, universities, social organisations)."""

    PARTNER = "partner", mark("Socia")
    ALLY = "ally", mark("Aliada")
    ACADEMIC = "academic", mark("Académica")
    COFUNDER = "cofunder", mark("Cofinanciadora")


class ProjectPartner(Entity):
    """A partner of a project; only one that the file does not know is named by itself."""

    __tablename__ = "project_partner"
    __table_args__ = (
        CheckConstraint(count_filled("municipality_id", "organisation_id", "name") + " = 1", name="one_partner"),
    )
    facts = EntityFacts(
        one=mark("Contraparte del proyecto"),
        many=mark("Contrapartes del proyecto"),
        named_by=("municipality_id", "organisation_id", "name"),
        detail=("project_id", "kind"),
        columns=("project_id", "municipality_id", "organisation_id", "name", "kind"),
        owners=("project_id",),
        known_by=("project_id", "municipality_id", "organisation_id", "name"),
        searched=True,
        ranked_by="kind",
    )

    project_id: Mapped[str] = reference(
        "project", Field(mark("Proyecto"), Kind.REFERENCE, required=True, width=32), required=True
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad"), Kind.REFERENCE, width=24), together="partner"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo"), Kind.REFERENCE, width=24), together="partner"
    )
    name: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "together": "partner",
            "field": Field(mark("Otra contraparte"), width=24, help=mark("De la que no hay ficha.")),
        },
    )
    kind: Mapped[str] = mapped_column(
        String(20),
        default=PartnerKind.PARTNER.value,
        info={"field": Field(mark("Participa como"), Kind.CHOICE, required=True, choices=PartnerKind, width=16)},
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a partner by who it is."""
        return func.coalesce(title_at(cls.municipality_id), title_at(cls.organisation_id), cls.name)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order partners by their names."""
        named = folded_by_engine(cls.name.expression)
        return func.coalesce(title_key_at(cls.municipality_id), title_key_at(cls.organisation_id), named)
