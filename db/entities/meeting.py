"""A meeting of a body: summoned, held and minuted."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Date, String, and_, case, cast, exists, func, literal, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import EntityFacts, entity_of, link_table, reference, title_at, title_key_at
from db.derived import BETWEEN_NAMES, derived
from db.entities.attendance import CAME, Attendance
from db.entities.period import Period
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.links import joined_titles
from db.papers import ActaState
from db.presided import Presided
from db.spans import holds_on

if TYPE_CHECKING:
    from db.entities.agenda_item import AgendaItem
    from db.entities.body import Body
    from db.entities.resolution import Resolution


class MeetingState(Choice):
    """Where a meeting is in its life."""

    PLANNED = "planned", mark("En preparación")
    CONVENED = "convened", mark("Convocada", "meeting")
    HELD = "held", mark("Realizada")
    CLOSED = "closed", mark("Acta aprobada")
    CANCELLED = "cancelled", mark("Suspendida", "meeting")


TOOK_PLACE = (MeetingState.HELD.value, MeetingState.CLOSED.value)
"""The states of a meeting that was held, whether its acta is approved or not."""

AHEAD = (MeetingState.PLANNED.value, MeetingState.CONVENED.value)
"""The states of a meeting that is still to be held."""

meeting_body = link_table("meeting", "body")
_FORUM = "forum"
"""The kind of body, as it is stored, that the States of MERCOSUR preside in turn."""


class Meeting(Presided):
    """A meeting; series and code are text, as its papers write them ("ACTA Nº 03/2011", "XXXII"; domain, 2.1, 2.2)."""

    __tablename__ = "meeting"
    facts = EntityFacts(
        one=mark("Reunión"),
        many=mark("Reuniones"),
        named_by=("name", "code"),
        detail=("body_id", "starts_on"),
        state="state",
        columns=("starts_on", "name", "state", "body_id", "place", "municipality_id"),
        dated="starts_on",
        searched=True,
    )

    body_id: Mapped[str] = reference(
        "body", Field(mark("Instancia"), Kind.REFERENCE, required=True, width=28), required=True
    )
    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Reunión"),
                required=True,
                width=36,
                help=mark("Por ejemplo: XXXII Reunión de la Comisión Directiva."),
            ),
        },
    )
    series: Mapped[str | None] = mapped_column(
        String(60),
        info={
            "field": Field(mark("Serie"), width=12, help=mark("Como la numera la instancia: ACTA, Reunión, Cumbre."))
        },
    )
    code: Mapped[str | None] = mapped_column(
        String(60),
        info={
            "field": Field(
                mark("Código"),
                width=16,
                help=mark("Tal como se escribe: XXXII. El número del acta se da al aprobarla."),
            )
        },
    )
    parent_id: Mapped[str | None] = reference(
        "meeting",
        Field(mark("Dentro de"), Kind.REFERENCE, width=28, help=mark("La Cumbre o jornada que la contiene.")),
    )
    period_id: Mapped[str | None] = reference(
        "period", Field(mark("Gestión"), Kind.REFERENCE, width=14, aliases=("term of office",))
    )
    starts_on: Mapped[date | None] = mapped_column(
        Date,
        index=True,
        info={"field": Field(mark("Fecha"), Kind.DATE, width=12)},
    )
    ends_on: Mapped[date | None] = mapped_column(Date, info={"field": Field(mark("Último día"), Kind.DATE, width=12)})
    starts_at: Mapped[str | None] = mapped_column(
        String(5),
        info={"field": Field(mark("Hora"), Kind.TIME, width=8)},
    )
    place: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Lugar"), width=28, help=mark("Sala, edificio y dirección."))},
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad sede"), Kind.REFERENCE, width=22)
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=MeetingState.PLANNED.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=MeetingState, width=14, aliases=("estado",)
            )
        },
    )
    convened_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Convocada el"),
                Kind.DATE,
                width=12,
                aliases=("summoned on",),
                bounds=Bounds(happened=Happened.NOTED),
            )
        },
    )
    opening: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Apertura del acta"), Kind.LONG_TEXT, width=40)},
    )
    closing: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Cierre del acta"), Kind.LONG_TEXT, width=40)},
    )
    acta_number: Mapped[str | None] = mapped_column(
        String(40),
        info={
            "field": Field(
                mark("Número del acta"),
                width=12,
                help=mark("En la serie de la instancia y del año: 03/2011."),
                aliases=("minutes number", "acta nº", "ata nº", "número da ata"),
            )
        },
    )
    acta_sent_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("En corrección desde"),
                Kind.DATE,
                width=12,
                help=mark("El día en que el borrador fue a quienes asistieron."),
                bounds=Bounds(happened=Happened.NOTED, since="starts_on"),
            )
        },
    )
    acta_approved_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Acta aprobada el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.NOTED, since="starts_on")
            )
        },
    )
    acta_digest: Mapped[str | None] = mapped_column(String(64))
    next_meeting: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Próxima reunión"), width=28, help=mark("Lugar y fecha acordados."))},
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    bodies: Mapped[list["Body"]] = relationship(
        secondary=meeting_body,
        lazy="raise",
        info={
            "field": Field(
                mark("Junto con"),
                Kind.LINKS,
                width=36,
                help=mark("Las otras instancias de una reunión conjunta o de coordinación."),
            )
        },
    )
    agenda_items: Mapped[list["AgendaItem"]] = relationship(
        lazy="raise",
        order_by="(AgendaItem.position, AgendaItem.id)",
        info={"part": True},
    )
    attendances: Mapped[list[Attendance]] = relationship(
        lazy="raise",
        order_by="(Attendance.position, Attendance.id)",
        info={"part": True},
    )
    resolutions: Mapped[list["Resolution"]] = relationship(
        lazy="raise",
        order_by="(Resolution.position, Resolution.id)",
        info={"part": True},
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a meeting by its name and, when it has one, its code."""
        return cls.name + func.coalesce(literal(" · ") + cls.code, literal(""))

    @derived(Field(mark("Presentes"), Kind.INTEGER, width=10))
    @classmethod
    def present(cls) -> ColumnElement[int]:
        """Return how many came or were represented."""
        return (
            select(func.count())
            .select_from(Attendance)
            .where(Attendance.meeting_id == cls.id, Attendance.state.in_(CAME))
            .correlate(cls)
            .scalar_subquery()
        )

    @derived(Field(mark("Acta"), Kind.CHOICE, choices=ActaState, width=12))
    @classmethod
    def acta_state(cls) -> ColumnElement[str | None]:
        """Return how far its acta has come; None where nothing of it is written."""
        item: Any = aliased(entity_of("agenda_item"))
        written = exists().where(item.meeting_id == cls.id, item.minutes.is_not(None)).correlate(cls)
        return case(
            (cls.state == MeetingState.CLOSED.value, ActaState.APPROVED.value),
            (cls.acta_sent_on.is_not(None), ActaState.CORRECTION.value),
            (or_(cls.opening.is_not(None), cls.closing.is_not(None), written), ActaState.DRAFT.value),
            else_=None,
        )

    @derived(Field(mark("Instancias que se reúnen"), width=36), kinds=("body",))
    @classmethod
    def held_by(cls) -> ColumnElement[str | None]:
        """Return the body whose meeting it is, and those that meet with it."""
        others = joined_titles(cls, "bodies", lambda there: there.title(), BETWEEN_NAMES)
        return func.concat_ws(BETWEEN_NAMES, title_at(cls.body_id), others, type_=String)

    @classmethod
    def held_by_key(cls) -> ColumnElement[str]:
        """Return by what `held_by` is ordered."""
        return title_key_at(cls.body_id)

    @classmethod
    def held_by_ids(cls) -> ColumnElement[str]:
        """Return the keys of the bodies that `held_by` names, in that order."""
        return func.concat_ws(
            " ", cls.body_id, joined_titles(cls, "bodies", lambda there: there.id.expression, " "), type_=String
        )

    @derived(Field(mark("Gestión en que cae"), width=16), kinds=("period",))
    @classmethod
    def terms(cls) -> ColumnElement[str | None]:
        """Return the term that it says, or those in which its day lies."""
        return cls._of_terms(lambda period: period.title(), BETWEEN_NAMES)

    @classmethod
    def terms_key(cls) -> ColumnElement[str | None]:
        """Return by what `terms` is ordered."""
        return cls._of_terms(lambda period: period.title_key(), BETWEEN_NAMES)

    @classmethod
    def terms_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of the periods that `terms` names, in that order."""
        return cls._of_terms(lambda period: period.id.expression, " ")

    @classmethod
    def _of_terms(cls, said: Callable[[type[Period]], ColumnElement[str]], between: str) -> ColumnElement[str | None]:
        return Period.joined(cls, cls.in_period, said, between)

    @classmethod
    def in_period(cls, period: type[Period]) -> ColumnElement[bool]:
        """Tell whether it is of `period`: the one that it says, else any that its day lies in."""
        within = holds_on(period.starts, period.ends, cast(cls.starts_on, String))
        dated = cls.period_id.is_(None), cls.starts_on.is_not(None)
        return or_(cls.period_id == period.id, and_(*dated, within))

    @classmethod
    def presided_on(cls) -> ColumnElement[str | None]:
        """Return its day where it is one of a forum of MERCOSUR or within: no other sits under a presidency."""
        return case((cls.is_of_forum(), cast(cls.starts_on, String)), else_=None)

    @classmethod
    def is_of_forum(cls) -> ColumnElement[bool]:
        """Tell whether its body is a forum, or hangs from one however far down, as a group of a committee does."""
        bodies: Any = entity_of("body")
        return cls.body_id.in_(bodies.keys_within(_FORUM))
