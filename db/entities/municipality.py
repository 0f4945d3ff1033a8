"""A local government of the network or one that asks to enter it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, String, exists, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Entity, EntityFacts, entity_of
from db.contacted import Contacted
from db.derived import BETWEEN_NAMES, derived
from db.entities.attendance import CAME, Attendance
from db.entities.experience import experience_municipality
from db.entities.meeting import Meeting
from db.entities.membership import Membership, MembershipState, membership_on
from db.entities.network_membership import NetworkMembership
from db.entities.period import Period
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.fields import Bounds, Choice, Field, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.contact_point import ContactPoint


class GovernmentKind(Choice):
    """The kinds of local government that the members of the network have."""

    MUNICIPALITY = "municipality", mark("Municipio o ciudad")
    PARTIDO = "partido", mark("Partido")
    DEPARTMENT = "department", mark("Gobierno departamental")
    COMMUNE = "commune", mark("Comuna")
    CANTON = "canton", mark("Cantón")
    DISTRICT = "district", mark("Distrito")
    METROPOLITAN = "metropolitan", mark("Gobierno metropolitano")
    STATE = "state", mark("Estado o provincia")


class Municipality(Contacted):
    """A local government: what it is called, where it is and how many live in it."""

    __tablename__ = "municipality"
    __table_args__ = (sort_index("short_name_key"),)
    facts = EntityFacts(
        one=mark("Ciudad"),
        many=mark("Ciudades"),
        named_by=("short_name", "name"),
        detail=("country", "subdivision"),
        state="membership_state",
        columns=("short_name", "country", "subdivision", "membership_state", "member_since", "population"),
        searched=True,
    )

    short_name: Mapped[str] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Nombre"),
                required=True,
                width=28,
                help=mark("Como se la nombra en la red: Rosario, Canelones, São Leopoldo."),
                aliases=(
                    "ciudad",
                    "cidade",
                    "city",
                    "nombre corto",
                    "municipio",
                    "município",
                    "comuna",
                    "alcaldía",
                    "nombre",
                    "nome",
                    "name",
                    "nombre de la ciudad",
                    "municipality",
                    "gobierno local",
                ),
            ),
        },
    )
    short_name_key: Mapped[str] = sort_key("short_name")
    name: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Nombre oficial"),
                width=36,
                help=mark("Como firma el gobierno: Municipalidad de Rosario, Intendencia de Canelones."),
                aliases=("nome oficial", "official name", "razón social", "denominación"),
            ),
        },
    )
    government_kind: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Tipo de gobierno"),
                Kind.CHOICE,
                choices=GovernmentKind,
                width=20,
                aliases=(
                    "government level",
                    "government kind",
                    "kind of government",
                    "tipo",
                    "nivel de gobierno",
                    "tipo de governo",
                ),
            ),
        },
    )
    country: Mapped[str] = mapped_column(
        String(2),
        index=True,
        info={
            "field": Field(mark("País"), Kind.COUNTRY, required=True, width=12, aliases=("country", "pais", "nación"))
        },
    )
    subdivision: Mapped[str | None] = mapped_column(
        String(6),
        info={
            "field": Field(
                mark("Provincia, estado o departamento"),
                Kind.SUBDIVISION,
                width=22,
                aliases=(
                    "subdivision iso",
                    "subdivision",
                    "provincia",
                    "estado",
                    "departamento",
                    "región",
                    "province",
                    "state",
                    "uf",
                    "region",
                ),
            ),
        },
    )
    official_code: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Código oficial"),
                width=12,
                help=mark("El que da el instituto de estadística: INDEC, IBGE, DANE…"),
                aliases=(
                    "admin2 code",
                    "código",
                    "codigo ibge",
                    "ibge",
                    "indec",
                    "dane",
                    "official code",
                    "código municipio",
                ),
            ),
        },
    )
    geonames_id: Mapped[int | None] = mapped_column(
        info={"field": Field(mark("Número de GeoNames"), Kind.NUMERAL, width=10, aliases=("geonameid", "geonames id"))},
    )
    population: Mapped[int | None] = mapped_column(
        info={
            "together": "population",
            "field": Field(
                mark("Población"),
                Kind.INTEGER,
                width=12,
                aliases=("population", "población total", "população", "habitantes"),
                bounds=Bounds(least=0),
            ),
        },
    )
    population_year: Mapped[int | None] = mapped_column(
        info={
            "together": "population",
            "checked": False,
            "field": Field(
                mark("Año de la población"),
                Kind.NUMERAL,
                width=8,
                aliases=("population year", "año censo"),
                bounds=Bounds(1500, 2100),
            ),
        },
    )
    population_source: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "together": "population",
            "field": Field(mark("Fuente de la población"), width=20, aliases=("population source", "fuente población")),
        },
    )
    latitude: Mapped[int | None] = mapped_column(
        info={
            "together": "place",
            "field": Field(
                mark("Latitud"),
                Kind.DEGREES,
                width=11,
                aliases=("latitude", "lat"),
                bounds=Bounds(-90_000_000, 90_000_000),
            ),
        },
    )
    longitude: Mapped[int | None] = mapped_column(
        info={
            "together": "place",
            "field": Field(
                mark("Longitud"),
                Kind.DEGREES,
                width=11,
                aliases=("longitude", "lon", "lng", "long"),
                bounds=Bounds(-180_000_000, 180_000_000),
            ),
        },
    )
    languages: Mapped[str | None] = mapped_column(
        String(40),
        info={"field": Field(mark("Idiomas"), Kind.LANGUAGES, width=14, aliases=("languages", "idioma", "línguas"))},
    )
    web: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Sitio web"), Kind.WEB, width=24, aliases=("web", "website", "página web", "site", "url")
            )
        },
    )
    notes: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Notas"),
                Kind.LONG_TEXT,
                width=40,
                aliases=("notes", "note", "nota", "obs", "observaciones", "observações"),
            )
        },
    )

    memberships: Mapped[list[Membership]] = relationship(
        lazy="raise",
        order_by="Membership.starts",
        info={"part": True},
    )
    contact_points: Mapped[list["ContactPoint"]] = relationship(
        lazy="raise",
        order_by="(ContactPoint.position, ContactPoint.id)",
        info={"part": True},
    )

    @derived(Field(mark("Situación"), Kind.CHOICE, choices=MembershipState, width=14))
    @classmethod
    def membership_state(cls) -> ColumnElement[str | None]:
        """Return the state of the city in the network today."""
        return membership_on(cls.id, today())

    @derived(Field(mark("Miembro desde"), Kind.PARTIAL_DATE, width=12))
    @classmethod
    def member_since(cls) -> ColumnElement[PartialDate | None]:
        """Return when the city first became a member, as far as that is known."""
        return (
            select(func.min(Membership.starts))
            .where(Membership.municipality_id == cls.id, Membership.state == MembershipState.MEMBER.value)
            .correlate(cls)
            .scalar_subquery()
        )

    @derived(Field(mark("Contactos"), Kind.INTEGER, width=10))
    @classmethod
    def people(cls) -> ColumnElement[int]:
        """Return how many tenures at posts of the city have not ended today."""
        return (
            select(func.count())
            .select_from(Tenure)
            .join(Post, Post.id == Tenure.post_id)
            .where(Post.municipality_id == cls.id, ~ended_before(Tenure.ends, today()))
            .correlate(cls)
            .scalar_subquery()
        )

    @derived(Field(mark("Presencias en esta gestión"), Kind.INTEGER, width=12))
    @classmethod
    def came_count(cls) -> ColumnElement[int]:
        """Return to how many meetings of the term that runs today the city came or was represented."""
        period = aliased(Period)
        running = exists().where(Meeting.in_period(period), period.id == Period.running_on(today()).scalar_subquery())
        return (
            select(func.count(Meeting.id.distinct()))
            .select_from(Attendance)
            .join(Meeting, Meeting.id == Attendance.meeting_id)
            .where(Attendance.municipality_id == cls.id, Attendance.state.in_(CAME), running)
            .correlate(cls)
            .scalar_subquery()
        )

    @derived(Field(mark("Gestiones en que vino"), width=24), kinds=("period",))
    @classmethod
    def came_in(cls) -> ColumnElement[str | None]:
        """Return the terms to a meeting of which the city came or was represented."""
        return cls._of_terms(lambda period: period.title(), BETWEEN_NAMES)

    @classmethod
    def came_in_key(cls) -> ColumnElement[str | None]:
        """Return by what `came_in` is ordered."""
        return cls._of_terms(lambda period: period.title_key(), BETWEEN_NAMES)

    @classmethod
    def came_in_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of the periods that `came_in` names, in that order."""
        return cls._of_terms(lambda period: period.id.expression, " ")

    @classmethod
    def _of_terms(cls, said: Callable[[type[Period]], ColumnElement[str]], between: str) -> ColumnElement[str | None]:
        def came(period: type[Period]) -> ColumnElement[bool]:
            held = Meeting.id == Attendance.meeting_id, Meeting.in_period(period)
            here = exists().where(Attendance.municipality_id == cls.id, Attendance.state.in_(CAME), *held)
            return here.correlate(cls, period)

        return Period.joined(cls, came, said, between)

    @derived(Field(mark("Otras redes"), width=30, help=mark("Las que integra hoy.")), kinds=("organisation",))
    @classmethod
    def other_networks(cls) -> ColumnElement[str | None]:
        """Return the other networks that the city is in today."""
        return cls._of_networks(lambda network: network.title(), BETWEEN_NAMES)

    @classmethod
    def other_networks_key(cls) -> ColumnElement[str | None]:
        """Return by what `other_networks` is ordered."""
        return cls._of_networks(lambda network: network.title_key(), BETWEEN_NAMES)

    @classmethod
    def other_networks_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of what `other_networks` names, in that order."""
        return cls._of_networks(lambda network: network.id.expression, " ")

    @classmethod
    def _of_networks(
        cls, said: Callable[[type[Entity]], ColumnElement[str]], between: str
    ) -> ColumnElement[str | None]:
        network = aliased(entity_of("organisation"))
        found = select(func.aggregate_strings(said(network), between).aggregate_order_by(network.title_key()))
        held = select(NetworkMembership.organisation_id).where(
            NetworkMembership.municipality_id == cls.id, NetworkMembership.holds()
        )
        return found.where(network.id.in_(held.correlate(cls))).correlate(cls).scalar_subquery()

    @derived(Field(mark("Experiencias"), Kind.INTEGER, width=12))
    @classmethod
    def experiences(cls) -> ColumnElement[int]:
        """Return how many experiences are of the city."""
        links = experience_municipality
        return (
            select(func.count())
            .select_from(links)
            .where(links.c.municipality_id == cls.id)
            .correlate(cls)
            .scalar_subquery()
        )
