"""The membership of a city in another network than this one: since when, until when and in which role."""

from sqlalchemy import ColumnElement, String, case, func
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference, title_at, title_key_at
from db.derived import derived
from db.fields import Field, Kind, mark
from db.spans import holds_on, today
from db.values import PartialDate

CITY_AND_NETWORK = " – "
"""What stands between the city and the network by which a membership is called."""


class NetworkMembership(Entity):
    """A city in a network of cities or an association, which is an organisation (line 4 of the plan 2008-2009)."""

    __tablename__ = "network_membership"
    facts = EntityFacts(
        one=mark("Participación en otra red"),
        many=mark("Participaciones en otras redes"),
        named_by=("municipality_id", "organisation_id"),
        detail=("role", "starts"),
        columns=("municipality_id", "organisation_id", "role", "starts", "ends", "in_force"),
        dated="starts",
        searched=True,
    )

    municipality_id: Mapped[str] = reference(
        "municipality",
        Field(mark("Ciudad"), Kind.REFERENCE, required=True, width=24, aliases=("city", "cidade")),
        required=True,
    )
    organisation_id: Mapped[str] = reference(
        "organisation",
        Field(mark("Red u organismo"), Kind.REFERENCE, required=True, width=30, aliases=("network", "red", "rede")),
        required=True,
    )
    role: Mapped[str | None] = mapped_column(
        String(100),
        info={"field": Field(mark("Función"), width=20, help=mark("Por ejemplo: integrante, presidencia."))},
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Desde"), Kind.PARTIAL_DATE, width=12)}
    )
    ends: Mapped[PartialDate | None] = mapped_column(info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12)})
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @derived(Field(mark("Rige hoy"), Kind.BOOLEAN, width=8, help=mark("Una fecha que no se sabe no la excluye.")))
    @classmethod
    def in_force(cls) -> ColumnElement[bool]:
        """Tell whether the city is in the network today."""
        return case((cls.holds(), True), else_=False)

    @classmethod
    def holds(cls) -> ColumnElement[bool]:
        """Return what compares its dates with today; one that is not known excludes nothing."""
        return holds_on(cls.starts, cls.ends, today())

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a membership by its city and its network."""
        return func.concat(title_at(cls.municipality_id), CITY_AND_NETWORK, title_at(cls.organisation_id))

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order memberships by the city, then by the network."""
        return func.concat(title_key_at(cls.municipality_id), " ", title_key_at(cls.organisation_id))
