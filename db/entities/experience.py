"""An experience that cities offer for exchange."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts, link_table, reference
from db.derived import derived
from db.experience_forms import missing_count
from db.fields import Choice, Field, Kind, mark
from db.money import money
from db.sorting import sort_index, sort_key
from db.values import Money, PartialDate

if TYPE_CHECKING:
    from db.entities.experience_result import ExperienceResult
    from db.entities.municipality import Municipality
    from db.entities.organisation import Organisation
    from db.entities.theme import Theme


class ExperienceState(Choice):
    """How far the sheet of an experience is."""

    DRAFT = "draft", mark("Borrador")
    REVIEWED = "reviewed", mark("Revisada")
    PUBLISHED = "published", mark("Publicada")


class PublicationPermission(Choice):
    """Whether the city lets its experience be published."""

    NOT_ASKED = "not_asked", mark("Sin consultar")
    GRANTED = "granted", mark("Otorgado")
    REFUSED = "refused", mark("Negado")


experience_municipality = link_table("experience", "municipality")
experience_organisation = link_table("experience", "organisation")
experience_theme = link_table("experience", "theme")


class Experience(Entity):
    """An experience; its fields answer what the observatories of good practices ask (domain, 3.3)."""

    __tablename__ = "experience"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Experiencia"),
        many=mark("Experiencias"),
        named_by=("name",),
        detail=("municipalities",),
        state="state",
        columns=("name", "municipalities", "themes", "starts", "state", "permission", "missing_count"),
        dated="starts",
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Título"),
                required=True,
                width=44,
                aliases=("title", "titulo", "nombre", "experiencia", "experience", "proyecto", "projeto", "prática"),
            ),
        },
    )
    name_key: Mapped[str] = sort_key("name")
    modality: Mapped[str | None] = mapped_column(
        String(100),
        info={
            "field": Field(
                mark("Modalidad"),
                width=22,
                help=mark("Proyecto Sur-Sur, capacitación, visita técnica, práctica local…"),
                aliases=("kind", "modalidade", "tipo", "modality"),
            ),
        },
    )
    summary: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Resumen"), Kind.LONG_TEXT, width=50, aliases=("summary", "resumo", "descripción"))},
    )
    problem: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Problema"), Kind.LONG_TEXT, width=40, aliases=("problem", "diagnóstico"))},
    )
    action: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Qué se hizo"), Kind.LONG_TEXT, width=40, aliases=("action", "acciones", "o que foi feito")
            )
        },
    )
    steps: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Pasos"), Kind.LONG_TEXT, width=40, aliases=("steps", "etapas", "passos"))},
    )
    partners: Mapped[str | None] = mapped_column(
        info={
            "field": Field(mark("Contrapartes"), Kind.LONG_TEXT, width=30, aliases=("partners", "parceiros", "socios"))
        },
    )
    cost: Mapped[Money | None] = money(
        Field(mark("Costo"), Kind.MONEY, width=16, aliases=("cost", "custo", "presupuesto"))
    )
    funding: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Origen de los fondos"), width=28, aliases=("funding", "financiamiento", "financiamento")
            )
        },
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Comienzo"),
                Kind.PARTIAL_DATE,
                width=10,
                aliases=("year", "año", "ano", "start", "inicio", "desde"),
            ),
        },
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Fin"), Kind.PARTIAL_DATE, width=10, aliases=("end", "fin", "hasta", "fim"))},
    )
    running: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Sigue en marcha"), Kind.BOOLEAN, width=10, aliases=("running", "vigente"))},
    )
    innovation: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Innovación"), Kind.LONG_TEXT, width=36, aliases=("innovation", "inovação"))},
    )
    replication: Mapped[str | None] = mapped_column(
        info={
            "field": Field(mark("Condiciones para replicarla"), Kind.LONG_TEXT, width=36, aliases=("replicabilidad",))
        },
    )
    lessons: Mapped[str | None] = mapped_column(
        info={
            "field": Field(mark("Obstáculos y lecciones"), Kind.LONG_TEXT, width=36, aliases=("lessons", "lecciones"))
        },
    )
    person_id: Mapped[str | None] = reference("person", Field(mark("Contacto"), Kind.REFERENCE, width=24))
    permission: Mapped[str] = mapped_column(
        String(20),
        default=PublicationPermission.NOT_ASKED.value,
        info={
            "field": Field(
                mark("Permiso de publicación"),
                Kind.CHOICE,
                required=True,
                choices=PublicationPermission,
                width=16,
            ),
        },
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=ExperienceState.DRAFT.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=ExperienceState, width=12, aliases=("estado",)
            )
        },
    )
    source: Mapped[str | None] = mapped_column(
        String(500),
        info={"field": Field(mark("Fuente"), width=30, aliases=("source url", "source", "fonte", "fuente"))},
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    municipalities: Mapped[list["Municipality"]] = relationship(
        secondary=experience_municipality,
        lazy="raise",
        info={
            "field": Field(mark("Ciudades"), Kind.LINKS, width=30, aliases=("cities", "ciudades", "cidades", "ciudad")),
        },
    )
    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=experience_organisation,
        lazy="raise",
        info={"field": Field(mark("Organismos"), Kind.LINKS, width=30, aliases=("organisations", "organismos"))},
    )
    themes: Mapped[list["Theme"]] = relationship(
        secondary=experience_theme,
        lazy="raise",
        info={
            "field": Field(
                mark("Temas"), Kind.LINKS, width=26, aliases=("theme", "tema", "temas", "themes", "topics", "ejes")
            )
        },
    )
    results: Mapped[list["ExperienceResult"]] = relationship(
        lazy="raise",
        order_by="(ExperienceResult.position, ExperienceResult.id)",
        info={"part": True},
    )

    @derived(
        Field(
            mark("Datos que faltan"),
            Kind.INTEGER,
            width=8,
            help=mark("De los que piden los formularios; cada uno, una vez."),
        )
    )
    @classmethod
    def missing_count(cls) -> ColumnElement[int]:
        """Return how many of the things that the forms of the observatories ask it has not."""
        return missing_count(cls)
