"""A person with whom the network speaks."""

from typing import Any

from sqlalchemy import ColumnElement, String, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import EntityFacts, title_at, title_key_at
from db.contacted import Contacted
from db.derived import derived
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.post import PLACES, Post
from db.entities.tenure import Tenure, TenureState
from db.fields import Field, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today


class Person(Contacted):
    """A person, the name as people write it; what the person does is a tenure of a post."""

    __tablename__ = "person"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Contacto"),
        many=mark("Contactos"),
        named_by=("name",),
        detail=("post", "place"),
        state="tenure_state",
        columns=("name", "post", "place", "country", "email", "phone", "tenure_state"),
        searched=True,
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
                Kind.LANGUAGE,
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

    contact_points: Mapped[list[ContactPoint]] = relationship(
        lazy="raise",
        order_by="(ContactPoint.position, ContactPoint.id)",
        info={"part": True},
    )
    tenures: Mapped[list[Tenure]] = relationship(
        lazy="raise",
        order_by="Tenure.starts",
        info={"part": True},
    )

    @derived(Field(mark("Cargo"), width=26))
    @classmethod
    def post(cls) -> ColumnElement[str | None]:
        """Return the post of the person."""
        return cls._at_post(Post.name.expression)

    @classmethod
    def post_key(cls) -> ColumnElement[str | None]:
        """Return by what `post` is ordered."""
        return cls._at_post(Post.title_key())

    @derived(Field(mark("Ciudad u organismo"), width=24), kinds=("municipality", "organisation", "body"))
    @classmethod
    def place(cls) -> ColumnElement[str | None]:
        """Return where the post of the person is."""
        return cls._at_post(func.coalesce(*map(title_at, PLACES)))

    @classmethod
    def place_key(cls) -> ColumnElement[str | None]:
        """Return by what `place` is ordered."""
        return cls._at_post(func.coalesce(*map(title_key_at, PLACES)))

    @classmethod
    def place_ids(cls) -> ColumnElement[str | None]:
        """Return the key of what `place` names."""
        return cls._at_post(func.coalesce(*PLACES))

    @derived(Field(mark("País"), Kind.COUNTRY, width=12))
    @classmethod
    def country(cls) -> ColumnElement[str | None]:
        """Return the country of the post of the person."""
        city, organisation = aliased(Municipality), aliased(Organisation)
        return cls._at_post(
            func.coalesce(
                select(city.country).where(city.id == Post.municipality_id).scalar_subquery(),
                select(organisation.country).where(organisation.id == Post.organisation_id).scalar_subquery(),
            )
        )

    @derived(Field(mark("Correo"), Kind.EMAIL, width=26, personal=True))
    @classmethod
    def email(cls) -> ColumnElement[str | None]:
        """Return the preferred e-mail of the person."""
        return cls._first_contact(ContactKind.EMAIL)

    @derived(Field(mark("Teléfono"), Kind.PHONE, width=18, personal=True))
    @classmethod
    def phone(cls) -> ColumnElement[str | None]:
        """Return the preferred phone of the person."""
        return cls._first_contact(ContactKind.PHONE, ContactKind.MOBILE)

    @derived(Field(mark("Mandato"), Kind.CHOICE, choices=TenureState, width=16))
    @classmethod
    def tenure_state(cls) -> ColumnElement[str | None]:
        """Return the state today of the tenure of the person."""
        return cls._at_post(Tenure.tenure_state)

    @classmethod
    def _at_post(cls, what: ColumnElement[Any]) -> ColumnElement[Any]:
        """Return what is said of the one tenure that a list shows of a person: not ended, and begun last."""
        return (
            select(what)
            .join_from(Tenure, Post, Post.id == Tenure.post_id)
            .where(Tenure.person_id == cls.id)
            .order_by(ended_before(Tenure.ends, today()), func.coalesce(Tenure.starts, "").desc(), Tenure.id)
            .limit(1)
            .correlate(cls)
            .scalar_subquery()
        )

    @classmethod
    def _first_contact(cls, *kinds: ContactKind) -> ColumnElement[str | None]:
        return (
            select(ContactPoint.value)
            .where(ContactPoint.person_id == cls.id, ContactPoint.kind.in_([kind.value for kind in kinds]))
            .order_by(ContactPoint.position, ContactPoint.id)
            .limit(1)
            .correlate(cls)
            .scalar_subquery()
        )
