"""An organ of the network or of its field: from the Asamblea to a working group."""

from datetime import date

from sqlalchemy import ColumnElement, Select, String, func, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Entity, EntityFacts, link_table, reference
from db.derived import derived
from db.entities.meeting import AHEAD, TOOK_PLACE, Meeting, meeting_body
from db.entities.seat import Seat
from db.fields import Bounds, Choice, Field, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import holds_on, today, whole_today
from db.values import PartialDate


class BodyKind(Choice):
    """The kinds of body (domain, 1.2 to 1.7 and 4.1)."""

    ASSEMBLY = "assembly", mark("Asamblea")
    COUNCIL = "council", mark("Consejo")
    BOARD = "board", mark("Comisión Directiva")
    EXECUTIVE_SECRETARIAT = "executive_secretariat", mark("Secretaría Ejecutiva")
    TECHNICAL_SECRETARIAT = "technical_secretariat", mark("Secretaría Técnica Permanente")
    THEMATIC_UNIT = "thematic_unit", mark("Unidad Temática")
    WORKING_GROUP = "working_group", mark("Grupo de Trabajo")
    FORUM = "forum", mark("Foro")
    COMMITTEE = "committee", mark("Comité o comisión")
    OTHER = "other", mark("Otra")


class QuorumRule(Choice):
    """How a quorum is counted; none is set until the office records the rule of its statute."""

    MAJORITY = "majority", mark("Más de la mitad de los integrantes")
    TWO_THIRDS = "two_thirds", mark("Dos tercios de los integrantes")
    FIXED = "fixed", mark("Un número fijo de presentes")


body_unit = link_table("body", "body", role="unit")


class Body(Entity):
    """An organ: inside which one it is, who sits on it and, when it is known, its rule of quorum.

    The quorum of the organs in 2008-2009 is not confirmed by any source (domain, 7): both columns are empty at first.
    """

    __tablename__ = "body"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Instancia"),
        many=mark("Instancias"),
        named_by=("name", "name_pt", "name_en", "acronym"),
        detail=("acronym",),
        columns=("name", "acronym", "kind", "parent_id", "seat_count"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Nombre"), required=True, width=36, aliases=("name es", "nombre", "name", "nome"))},
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
    acronym: Mapped[str | None] = mapped_column(String(60), info={"field": Field(mark("Sigla"), width=10)})
    kind: Mapped[str] = mapped_column(
        String(30),
        info={"field": Field(mark("Tipo"), Kind.CHOICE, required=True, choices=BodyKind, width=20, aliases=("kind",))},
    )
    parent_id: Mapped[str | None] = reference(
        "body", Field(mark("Depende de"), Kind.REFERENCE, width=28, aliases=("part of",))
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Existe desde"), Kind.PARTIAL_DATE, width=12)},
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Existió hasta"), Kind.PARTIAL_DATE, width=12)},
    )
    quorum_rule: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "together": "quorum",
            "field": Field(
                mark("Regla de quórum"),
                Kind.CHOICE,
                choices=QuorumRule,
                width=24,
                help=mark("Vacía mientras no se haya comprobado en el estatuto o el reglamento."),
            ),
        },
    )
    quorum_number: Mapped[int | None] = mapped_column(
        info={
            "together": "quorum",
            "field": Field(
                mark("Número de presentes"),
                Kind.INTEGER,
                width=8,
                help=mark("Solo para la regla de número fijo."),
                bounds=Bounds(least=1),
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    seats: Mapped[list[Seat]] = relationship(
        lazy="raise",
        order_by="Seat.starts",
        info={"part": True},
    )

    units: Mapped[list["Body"]] = relationship(
        secondary=body_unit,
        primaryjoin=lambda: Body.id == body_unit.c.body_id,
        secondaryjoin=lambda: Body.id == body_unit.c.unit_id,
        lazy="raise",
        info={
            "field": Field(
                mark("Unidades que reúne"), Kind.LINKS, width=40, help=mark("De un grupo conjunto, las que lo forman.")
            )
        },
    )

    @derived(Field(mark("Última reunión"), Kind.DATE, width=12, help=mark("El día en que empezó la última realizada.")))
    @classmethod
    def last_met_on(cls) -> ColumnElement[date | None]:
        """Return the first day of the last meeting that was held, of the body or together with it; null without one."""
        return cls._met(func.max(Meeting.starts_on), Meeting.state.in_(TOOK_PLACE))

    @derived(Field(mark("Próxima reunión"), Kind.DATE, width=12))
    @classmethod
    def next_meets_on(cls) -> ColumnElement[date | None]:
        """Return the first day of the next meeting, of the body or together with it; null when none has a day ahead."""
        is_ahead = Meeting.state.in_(AHEAD), Meeting.starts_on >= whole_today()
        return cls._met(func.min(Meeting.starts_on), *is_ahead)

    @classmethod
    def _met(cls, told: ColumnElement[date | None], *wanted: ColumnElement[bool]) -> ColumnElement[date | None]:
        together = select(meeting_body.c.meeting_id).where(meeting_body.c.body_id == cls.id).correlate(cls)
        with_it = or_(Meeting.body_id == cls.id, Meeting.id.in_(together))
        return select(told).where(with_it, *wanted).correlate(cls).scalar_subquery()

    @classmethod
    def keys_within(cls, kind: str) -> Select[str]:
        """Return what asks for the keys of the bodies of a kind, as it is stored, and of all that hang from them.

        However far down; one that hangs from itself, which nobody can write, is met once.
        """
        body = cls.__table__.columns
        within = select(body.id).where(body.kind == kind).cte(recursive=True)
        below = aliased(cls.__table__)
        within = within.union(select(below.c.id).join(within, below.c.parent_id == within.c.id))
        return select(within.c.id)

    @derived(Field(mark("Integrantes hoy"), Kind.INTEGER, width=10))
    @classmethod
    def seat_count(cls) -> ColumnElement[int]:
        """Return how many sit on the body today."""
        return (
            select(func.count())
            .select_from(Seat)
            .where(Seat.body_id == cls.id, holds_on(Seat.starts, Seat.ends, today()))
            .correlate(cls)
            .scalar_subquery()
        )
