"""A seat: who sits on a body, in which role, from a date to another."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, count_filled, reference
from db.fields import Choice, Field, Kind, mark
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
        ranked_by="role",
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
