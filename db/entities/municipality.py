"""A local government of the network or one that asks to enter it."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts
from db.fields import Choice, Field, Kind, mark
from db.sorting import sort_index, sort_key

if TYPE_CHECKING:
    from db.entities.contact_point import ContactPoint
    from db.entities.membership import Membership


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


class Municipality(Entity):
    """A local government: what it is called, where it is and how many live in it."""

    __tablename__ = "municipality"
    __table_args__ = (
        sort_index("short_name_key"),
        CheckConstraint("population >= 0", name="population"),
        CheckConstraint("latitude BETWEEN -90000000 AND 90000000", name="latitude"),
        CheckConstraint("longitude BETWEEN -180000000 AND 180000000", name="longitude"),
    )
    facts = EntityFacts(
        one=mark("Ciudad"),
        many=mark("Ciudades"),
        named_by=("short_name", "name"),
        detail=("country", "subdivision"),
        columns=("short_name", "country", "subdivision", "membership_state", "member_since", "population"),
        searched=True,
        imported=True,
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
                aliases=("government level", "government kind", "tipo", "nivel de gobierno", "tipo de governo"),
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
            ),
        },
    )
    population_year: Mapped[int | None] = mapped_column(
        info={
            "together": "population",
            "field": Field(
                mark("Año de la población"), Kind.NUMERAL, width=8, aliases=("population year", "año censo")
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
            "field": Field(mark("Latitud"), Kind.DEGREES, width=11, aliases=("latitude", "lat")),
        },
    )
    longitude: Mapped[int | None] = mapped_column(
        info={
            "together": "place",
            "field": Field(mark("Longitud"), Kind.DEGREES, width=11, aliases=("longitude", "lon", "lng", "long")),
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

    memberships: Mapped[list["Membership"]] = relationship(
        lazy="raise",
        order_by="Membership.starts",
        info={"part": True},
    )
    contact_points: Mapped[list["ContactPoint"]] = relationship(
        lazy="raise",
        order_by="(ContactPoint.position, ContactPoint.id)",
        info={"part": True},
    )
