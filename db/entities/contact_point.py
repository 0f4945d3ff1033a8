"""A way to reach a person, a city or an organisation: one phone, one address, one e-mail."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, count_filled, reference
from db.fields import Choice, Field, Kind, mark
from db.positions import Ordered, position_column


class ContactKind(Choice):
    """The kinds of contact point."""

    PHONE = "phone", mark("Teléfono")
    MOBILE = "mobile", mark("Celular")
    FAX = "fax", mark("Fax")
    EMAIL = "email", mark("Correo electrónico")
    ADDRESS = "address", mark("Dirección postal")
    SOCIAL = "social", mark("Red social o mensajería")


class ContactPoint(Ordered):
    """One phone, e-mail or address, of exactly one owner; the first in order is the preferred one."""

    __tablename__ = "contact_point"
    __table_args__ = (
        CheckConstraint(
            count_filled("person_id", "municipality_id", "organisation_id") + " = 1",
            name="one_owner",
        ),
    )
    facts = EntityFacts(
        one=mark("Vía de contacto"),
        many=mark("Vías de contacto"),
        named_by=("value",),
        columns=("kind", "value", "label"),
        owners=("person_id", "municipality_id", "organisation_id"),
        searched=True,
        known_by=("value", "kind", "person_id", "municipality_id", "organisation_id"),
    )
    listed_by = ("person_id", "municipality_id", "organisation_id")

    person_id: Mapped[str | None] = reference("person", Field(mark("Persona"), Kind.REFERENCE), together="owner")
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad"), Kind.REFERENCE), together="owner"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo"), Kind.REFERENCE), together="owner"
    )
    position: Mapped[int] = position_column()
    kind: Mapped[str] = mapped_column(
        String(10),
        info={
            "field": Field(mark("Tipo"), Kind.CHOICE, required=True, choices=ContactKind, width=16, aliases=("kind",))
        },
    )
    value: Mapped[str] = mapped_column(
        String(500),
        info={
            "field": Field(
                mark("Número o dirección"),
                required=True,
                width=36,
                personal=True,
                help=mark("El número, el correo o la dirección."),
                aliases=("dato", "dado", "detail"),
            ),
        },
    )
    label: Mapped[str | None] = mapped_column(
        String(100),
        info={"field": Field(mark("Aclaración"), width=18, help=mark("Interno, horario, oficina…"), aliases=("note",))},
    )
