"""A person with whom the network speaks."""

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts
from db.fields import Field, Kind, mark
from db.sorting import sort_index, sort_key

if TYPE_CHECKING:
    from db.entities.contact_point import ContactPoint
    from db.entities.tenure import Tenure


class Person(Entity):
    """A person, the name as people write it; what the person does is a tenure of a post."""

    __tablename__ = "person"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Contacto"),
        many=mark("Contactos"),
        named_by=("name",),
        detail=("post", "place"),
        columns=("name", "post", "place", "country", "email", "phone", "tenure_state"),
        searched=True,
        imported=True,
    )

    name: Mapped[str] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Nombre y apellido"),
                required=True,
                width=28,
                personal=True,
                aliases=(
                    "nombre",
                    "nome",
                    "name",
                    "nombres",
                    "first name",
                    "nombre completo",
                    "nome completo",
                    "full name",
                    "persona",
                    "contacto",
                    "contato",
                    "alcalde",
                    "alcaldesa",
                    "intendente",
                    "prefeito",
                    "prefeita",
                    "mayor",
                    "responsable",
                ),
            ),
        },
    )
    name_key: Mapped[str] = sort_key("name")
    treatment: Mapped[str | None] = mapped_column(
        String(40),
        info={
            "field": Field(
                mark("Tratamiento"),
                width=10,
                help=mark("Sr., Sra., Dra., Ing.…"),
                aliases=("treatment", "título", "tratamento"),
            ),
        },
    )
    language: Mapped[str | None] = mapped_column(
        String(40),
        info={
            "field": Field(
                mark("Idioma preferido"),
                Kind.LANGUAGES,
                width=12,
                aliases=("idioma", "language", "preferred language", "língua"),
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Notas"),
                Kind.LONG_TEXT,
                width=40,
                personal=True,
                aliases=("notes", "nota", "obs", "observaciones", "observações"),
            ),
        },
    )

    contact_points: Mapped[list["ContactPoint"]] = relationship(
        lazy="raise",
        order_by="(ContactPoint.position, ContactPoint.id)",
        info={"part": True},
    )
    tenures: Mapped[list["Tenure"]] = relationship(
        lazy="raise",
        order_by="Tenure.starts",
        info={"part": True},
    )
