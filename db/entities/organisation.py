"""A body outside the network that it works with: networks of cities, agencies, universities, donors."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, Select, String, case, exists, false, func, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Entity, EntityFacts, entity_of
from db.contacted import Contacted
from db.derived import BETWEEN_NAMES, derived
from db.entities.membership import MembershipState, membership_on
from db.entities.network_membership import NetworkMembership
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import holds_on, today
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.contact_point import ContactPoint


class OrganisationKind(Choice):
    """The kinds of organisation that the plan of 2008-2009 and the sources name."""

    NETWORK = "network", mark("Red de ciudades")
    ASSOCIATION = "association", mark("Asociación de municipios")
    MERCOSUR = "mercosur", mark("Órgano del MERCOSUR")
    INTERNATIONAL = "international", mark("Organismo internacional")
    AGENCY = "agency", mark("Agencia de cooperación")
    BANK = "bank", mark("Banco o fondo")
    UNIVERSITY = "university", mark("Universidad o centro de estudios")
    GOVERNMENT = "government", mark("Gobierno")
    CIVIL_SOCIETY = "civil_society", mark("Sociedad civil")
    OTHER = "other", mark("Otro")


NETWORKS = (OrganisationKind.NETWORK.value, OrganisationKind.ASSOCIATION.value)
"""The kinds of those that cities are in."""


class Organisation(Contacted):
    """An organisation that the network knows, whether it has an agreement with it or not."""

    __tablename__ = "organisation"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Organismo"),
        many=mark("Organismos"),
        named_by=("name", "name_pt", "name_en", "acronym"),
        detail=("acronym", "country"),
        columns=("name", "acronym", "kind", "headquarters", "country"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Nombre"),
                required=True,
                width=40,
                aliases=(
                    "name",
                    "nome",
                    "organismo",
                    "organización",
                    "organisation",
                    "organização",
                    "institución",
                    "red",
                ),
            ),
        },
    )
    name_key: Mapped[str] = sort_key("name")
    name_pt: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Nombre en portugués"), width=36, aliases=("name pt",))},
    )
    name_en: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Nombre en inglés"), width=36, aliases=("name en",))},
    )
    acronym: Mapped[str | None] = mapped_column(
        String(60),
        info={"field": Field(mark("Sigla"), width=12, aliases=("acronym", "sigla", "siglas", "abreviatura"))},
    )
    kind: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Tipo"),
                Kind.CHOICE,
                choices=OrganisationKind,
                width=22,
                aliases=("type", "kind", "clase"),
            ),
        },
    )
    headquarters: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Sede"),
                width=20,
                aliases=("headquarters city", "headquarters", "ciudad sede", "cidade sede"),
            ),
        },
    )
    country: Mapped[str | None] = mapped_column(
        String(2),
        info={
            "field": Field(
                mark("País"),
                Kind.COUNTRY,
                width=12,
                aliases=("headquarters country", "country", "pais", "país sede"),
            ),
        },
    )
    headquarters_verified: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Sede comprobada"), Kind.BOOLEAN, width=8, aliases=("headquarters verified",))},
    )
    founded: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Fundación"),
                Kind.PARTIAL_DATE,
                width=10,
                aliases=("founded", "año de fundación", "fundação"),
                bounds=Bounds(happened=Happened.NOTED),
            ),
        },
    )
    languages: Mapped[str | None] = mapped_column(
        String(40),
        info={"field": Field(mark("Idiomas"), Kind.LANGUAGES, width=14, aliases=("languages", "línguas"))},
    )
    web: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Sitio web"), Kind.WEB, width=24, aliases=("web", "website", "site"))},
    )
    source: Mapped[str | None] = mapped_column(
        String(500),
        info={"field": Field(mark("Fuente"), width=24, aliases=("source", "fonte"))},
    )
    notes: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40, aliases=("note", "notes", "observaciones"))},
    )

    contact_points: Mapped[list["ContactPoint"]] = relationship(
        lazy="raise",
        order_by="(ContactPoint.position, ContactPoint.id)",
        info={"part": True},
    )

    @derived(
        Field(mark("Nuestro contacto"), width=26, help=mark("Quién ocupa hoy sus cargos."), personal=True),
        kinds=("person",),
    )
    @classmethod
    def contact(cls) -> ColumnElement[str | None]:
        """Return who holds the posts of the organisation today."""
        return cls._of_people(lambda person: person.title(), BETWEEN_NAMES)

    @classmethod
    def contact_key(cls) -> ColumnElement[str | None]:
        """Return by what `contact` is ordered."""
        return cls._of_people(lambda person: person.title_key(), BETWEEN_NAMES)

    @classmethod
    def contact_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of the people whom `contact` names, in that order."""
        return cls._of_people(lambda person: person.id.expression, " ")

    @classmethod
    def _of_people(cls, said: Callable[[type[Entity]], ColumnElement[str]], between: str) -> ColumnElement[str | None]:
        person = aliased(entity_of("person"))
        found = select(func.aggregate_strings(said(person), between).aggregate_order_by(person.title_key()))
        held = cls._held(select(Tenure.person_id))
        return found.where(person.id.in_(held)).correlate(cls).scalar_subquery()

    @classmethod
    def _held(cls, what: Select[Any]) -> Select[Any]:
        """Ask `what` of the tenures that hold today at the posts of the organisation."""
        here = Post.organisation_id == cls.id, holds_on(Tenure.starts, Tenure.ends, today())
        return what.join_from(Tenure, Post, Post.id == Tenure.post_id).where(*here).correlate(cls)

    @derived(
        Field(
            mark("Contacto desde"),
            Kind.PARTIAL_DATE,
            width=12,
            help=mark("Desde cuándo ocupa su cargo quien está hace más tiempo."),
        )
    )
    @classmethod
    def contact_since(cls) -> ColumnElement[PartialDate | None]:
        """Return since when the first of those who hold its posts today has been there, as far as that is known."""
        return cls._held(select(func.min(Tenure.starts))).scalar_subquery()

    @derived(
        Field(
            mark("Red o asociación"),
            Kind.BOOLEAN,
            width=8,
            help=mark("Por su tipo, o porque alguna ciudad la integra o la integró."),
        )
    )
    @classmethod
    def is_network(cls) -> ColumnElement[bool]:
        """Tell whether cities are in it: by its kind, or since the membership of one is recorded."""
        any_city = exists().where(NetworkMembership.organisation_id == cls.id).correlate(cls)
        return case((or_(func.coalesce(cls.kind.in_(NETWORKS), false()), any_city), True), else_=False)

    @derived(
        Field(
            mark("Ciudades miembro"),
            Kind.INTEGER,
            width=9,
            help=mark("Cuántas ciudades que hoy son miembros de Mercociudades la integran hoy."),
        )
    )
    @classmethod
    def city_count(cls) -> ColumnElement[int | None]:
        """Return how many cities that are members of this network today are in that one; null of what is none."""
        member = membership_on(NetworkMembership.municipality_id, today()) == MembershipState.MEMBER.value
        counted = (
            select(func.count(NetworkMembership.municipality_id.distinct(), type_=Integer))
            .where(NetworkMembership.organisation_id == cls.id, NetworkMembership.holds(), member)
            .correlate(cls)
            .scalar_subquery()
        )
        return case((cls.is_network, counted), else_=None)
