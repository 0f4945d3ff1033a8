"""A seat: who sits on a body, in which role, from a date to another."""

from sqlalchemy import CheckConstraint, ColumnElement, String, func, literal
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, count_filled, reference, title_at, title_key_at
from db.country_names import country_name
from db.derived import BETWEEN_NAMES
from db.fields import Choice, Field, Kind, mark
from db.sorting import folded_by_engine
from db.values import PartialDate


class SeatRole(Choice):
    """The roles on a body, by their rank; a unit may have several coordinating cities (domain, 1.7)."""

    CHAIR = "chair", mark("Presidencia")
    COORDINATION = "coordination", mark("Coordinación")
    SUBCOORDINATION = "subcoordination", mark("Subcoordinación")
    MEMBER = "member", mark("Integrante")
    ALTERNATE = "alternate", mark("Suplente")
    SECRETARY = "secretary", mark("Secretaría")
    OBSERVER = "observer", mark("Invitado permanente")


class Seat(Entity):
    """A city, an organisation or a country on a body in a role, the person who sits there, and whose alternate it is.

    A country sits on the forums of MERCOSUR by its national coordinator and an alternate (domain, 4.1).
    """

    __tablename__ = "seat"
    __table_args__ = (
        CheckConstraint(count_filled("municipality_id", "organisation_id", "country") + " = 1", name="one_holder"),
    )
    facts = EntityFacts(
        one=mark("Integrante"),
        many=mark("Integrantes"),
        named_by=("municipality_id", "organisation_id", "person_id", "country"),
        detail=("body_id", "role"),
        columns=("body_id", "municipality_id", "organisation_id", "country", "person_id", "role", "starts", "ends"),
        owners=("body_id",),
        grouped_by="country",
        ranked_by="role",
        known_by=("body_id", "municipality_id", "organisation_id", "country", "role", "starts"),
    )

    body_id: Mapped[str] = reference(
        "body",
        Field(mark("Instancia"), Kind.REFERENCE, required=True, width=28),
        required=True,
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad"), Kind.REFERENCE, width=24), together="holder"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo"), Kind.REFERENCE, width=24), together="holder"
    )
    country: Mapped[str | None] = mapped_column(
        String(2),
        info={"together": "holder", "field": Field(mark("País"), Kind.COUNTRY, width=12, aliases=("country", "pais"))},
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona"), Kind.REFERENCE, width=24, aliases=("person", "pessoa"))
    )
    alternate_of_id: Mapped[str | None] = reference(
        "seat",
        Field(mark("Suplente de"), Kind.REFERENCE, width=24, help=mark("El integrante al que reemplaza si no va.")),
    )
    role: Mapped[str] = mapped_column(
        String(20),
        info={
            "field": Field(mark("Función"), Kind.CHOICE, required=True, choices=SeatRole, width=16, aliases=("rol",))
        },
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Desde"), Kind.PARTIAL_DATE, width=12)},
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12)},
    )
    act: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Acta o acto de designación"),
                width=24,
                aliases=("acta de designación", "ata de designação", "minutes of appointment"),
            )
        },
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a seat by its city or its organisation, that of a country by its name and who sits there."""
        of_country = country_name(cls.country) + func.coalesce(
            literal(BETWEEN_NAMES) + title_at(cls.person_id), literal("")
        )
        return func.coalesce(title_at(cls.municipality_id), title_at(cls.organisation_id), of_country, literal(""))

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order seats by the names of their cities and organisations, and by those of countries and who sits there."""
        person = func.coalesce(literal(" ") + title_key_at(cls.person_id), literal(""))
        of_country = folded_by_engine(country_name(cls.country)) + person
        return func.coalesce(
            title_key_at(cls.municipality_id), title_key_at(cls.organisation_id), of_country, literal("")
        )
