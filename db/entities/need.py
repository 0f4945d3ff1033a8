"""A demand: what a city looks for in the experience of others."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Integer, String, and_, case, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Due, Entity, EntityFacts, Met, entity_of, link_table, reference
from db.derived import derived
from db.entities.match import Match
from db.exchange import NeedState, Reason, Verdict
from db.fields import Bounds, Field, Happened, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.theme import Theme

need_theme = link_table("need", "theme")


class Need(Entity):
    """A demand of a city (line 7 of the plan 2008-2009); what officers said of experiences for it is a part of it."""

    __tablename__ = "need"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Demanda"),
        many=mark("Demandas"),
        named_by=("name",),
        detail=("municipality_id",),
        state="state",
        columns=("name", "municipality_id", "themes", "until", "state", "serving_count"),
        dated="asked_on",
        searched=True,
        due=Due(day="until", text="name", who="municipality_id", done="closed", met=Met(state=NeedState.MET.value)),
    )

    municipality_id: Mapped[str] = reference(
        "municipality",
        Field(mark("Ciudad que la pide"), Kind.REFERENCE, required=True, width=24, aliases=("city", "cidade")),
        required=True,
    )
    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Demanda"),
                required=True,
                width=40,
                help=mark("Qué busca la ciudad, en pocas palabras."),
                aliases=("title", "título", "need"),
            )
        },
    )
    name_key: Mapped[str] = sort_key("name")
    text: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Qué se busca"), Kind.LONG_TEXT, width=44, aliases=("text", "descripción"))}
    )
    asked_on: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Pedida el"), Kind.PARTIAL_DATE, width=12, bounds=Bounds(happened=Happened.NOTED))}
    )
    until: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Hasta cuándo"),
                Kind.PARTIAL_DATE,
                width=12,
                help=mark("Hasta cuándo le sirve una respuesta."),
                aliases=("until", "plazo", "prazo"),
            )
        }
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=NeedState.OPEN.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=NeedState, width=12, aliases=("estado",)
            )
        },
    )
    person_id: Mapped[str | None] = reference("person", Field(mark("Contacto"), Kind.REFERENCE, width=24))
    set_aside: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Razones que no cuentan"),
                Kind.CHOICES,
                choices=Reason,
                width=30,
                help=mark("Las que no importan al buscar experiencias para esta demanda; vacío, cuentan todas."),
            )
        },
    )
    source: Mapped[str | None] = mapped_column(
        String(500), info={"field": Field(mark("Fuente"), width=30, aliases=("source", "fonte", "fuente"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    themes: Mapped[list["Theme"]] = relationship(
        secondary=need_theme,
        lazy="raise",
        info={"field": Field(mark("Temas"), Kind.LINKS, width=30, aliases=("theme", "themes", "tema", "temas"))},
    )
    matches: Mapped[list[Match]] = relationship(lazy="raise", order_by="Match.id", info={"part": True})

    @derived(Field(mark("Experiencias que sirven"), Kind.INTEGER, width=10, help=mark("Las que alguien marcó.")))
    @classmethod
    def serving_count(cls) -> ColumnElement[int]:
        """Return of how many experiences an officer said that they serve it."""
        counted = select(func.count(Match.experience_id.distinct(), type_=Integer))
        serving = Match.need_id == cls.id, Match.verdict == Verdict.SERVES.value
        return counted.where(*serving).correlate(cls).scalar_subquery()

    @derived(Field(mark("Adopciones"), Kind.INTEGER, width=10))
    @classmethod
    def adoption_count(cls) -> ColumnElement[int]:
        """Return how many adoptions came of it."""
        adoptions = entity_of("adoption").__table__.columns
        counted = select(func.count(adoptions.id, type_=Integer)).where(adoptions.need_id == cls.id)
        return counted.correlate(cls).scalar_subquery()

    @derived(Field(mark("Fuera de plazo"), Kind.BOOLEAN, width=8, help=mark("Le servía una respuesta antes.")))
    @classmethod
    def is_overdue(cls) -> ColumnElement[bool]:
        """Tell whether it waits for an answer that was to come before today."""
        return case((and_(~cls.closed(), ended_before(cls.until, today())), True), else_=False)

    @derived(Field(mark("Ya no espera respuesta"), Kind.BOOLEAN, width=8))
    @classmethod
    def is_closed(cls) -> ColumnElement[bool]:
        """Tell whether it waits for no answer any more: a list puts those behind the others."""
        return case((cls.closed(), True), else_=False)

    @classmethod
    def closed(cls) -> ColumnElement[bool]:
        """Tell the same as a condition."""
        return cls.state != NeedState.OPEN.value
