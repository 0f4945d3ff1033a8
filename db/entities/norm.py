"""A norm: how it is cited and what was found when that was verified, what it obliges to and whether that is met."""

from datetime import date

from sqlalchemy import ColumnElement, Date, String, func
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.values import PartialDate


class NormKind(Choice):
    """What a norm is; those of MERCOSUR by its Protocol of Ouro Preto, articles 9, 15 and 20."""

    DECISION = "decision", mark("Decisión")
    RESOLUTION = "resolution", mark("Resolución (MERCOSUR)")
    DIRECTIVE = "directive", mark("Directiva")
    TREATY = "treaty", mark("Tratado o protocolo")
    RULES = "rules", mark("Reglamento")
    LAW = "law", mark("Ley o decreto nacional")
    OTHER = "other", mark("Otra")


class Compliance(Choice):
    """Whether what a norm obliges to is done; empty while nobody knows."""

    MET = "met", mark("Se cumple")
    PARTLY = "partly", mark("Se cumple en parte")
    UNMET = "unmet", mark("No se cumple")


class Norm(Entity):
    """A norm of an organ: the citation as a paper writes it, and the one that was verified, by whom and when.

    Two papers may cite one norm in two ways, and one number may belong to norms of two organs: "Res. 41/04" of the plan
    2008-2009 is Decision 41/04 of the CMC, while a resolution of that number of the GMC is about something else.
    """

    __tablename__ = "norm"
    facts = EntityFacts(
        one=mark("Norma"),
        many=mark("Normas"),
        named_by=("cited_as", "verified_as", "name"),
        detail=("cited_as", "name"),
        state="compliance",
        columns=("cited_as", "verified_as", "name", "organisation_id", "year", "compliance"),
        dated="starts",
        searched=True,
    )

    cited_as: Mapped[str] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Citada como"),
                required=True,
                width=24,
                help=mark("Tal como la escribe el documento: Res. 41/04."),
                aliases=("cita", "cited as", "citada"),
            )
        },
    )
    name: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Título"), width=44, aliases=("title", "titulo", "asunto", "nombre"))},
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Órgano"), Kind.REFERENCE, width=20, aliases=("organ", "órgão"))
    )
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Tipo"), Kind.CHOICE, choices=NormKind, width=18)}
    )
    number: Mapped[str | None] = mapped_column(
        String(40), info={"field": Field(mark("Número"), width=10, help=mark("Como se escribe: 41/04."))}
    )
    year: Mapped[int | None] = mapped_column(
        info={"field": Field(mark("Año"), Kind.NUMERAL, width=8, bounds=Bounds(1800, 2200), aliases=("year", "ano"))}
    )
    verified_as: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "together": "verified",
            "field": Field(
                mark("Cita comprobada"),
                width=28,
                help=mark("La que figura en el texto oficial: MERCOSUR/CMC/DEC. Nº 41/04."),
                aliases=("official citation", "cita oficial"),
            ),
        },
    )
    verified_by: Mapped[str | None] = mapped_column(
        String(200), info={"together": "verified", "field": Field(mark("Comprobada por"), width=20)}
    )
    verified_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "together": "verified",
            "field": Field(mark("Comprobada el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.NOTED)),
        },
    )
    obliges_to: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("A qué obliga"), Kind.LONG_TEXT, width=44, aliases=("obliges to", "obliga a"))}
    )
    compliance: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Cumplimiento"), Kind.CHOICE, choices=Compliance, width=16)}
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Fecha"),
                Kind.PARTIAL_DATE,
                width=12,
                help=mark("La de su aprobación."),
                aliases=("date", "data"),
                bounds=Bounds(happened=Happened.NOTED),
            )
        }
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Dejó de regir"), Kind.PARTIAL_DATE, width=12, help=mark("Vacío si sigue vigente o no se sabe.")
            )
        }
    )
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a norm by its verified citation, else as it is cited."""
        return func.coalesce(cls.verified_as, cls.cited_as)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order norms by how they are called."""
        return func.lower(cls.title())
