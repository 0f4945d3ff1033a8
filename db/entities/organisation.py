"""A body outside the network that it works with: networks of cities, agencies, universities, donors."""

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import EntityFacts
from db.contacted import Contacted
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.sorting import sort_index, sort_key
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
