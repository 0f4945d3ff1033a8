"""An action of a line of the plan: what is done, by whom, until when, and how far it is."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Date,
    Integer,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Due, EntityFacts, Met, count_filled, link_table, reference
from db.derived import derived
from db.entities.measure import Measure
from db.fields import Choice, Field, Kind, UnitIn, mark
from db.owed import Owed
from db.positions import Ordered, position_column

if TYPE_CHECKING:
    from db.entities.organisation import Organisation

WHOLE = 100_000
"""All of it, in thousandths of a percent."""


def whole_percent(share: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return `share`, in thousandths of a percent, rounded to a whole percent: "33 %", never "33,333 %"."""
    return cast(func.round(share * 100.0 / WHOLE), Integer) * (WHOLE // 100)


class ActionState(Choice):
    """Where an action of the plan stands."""

    PLANNED = "planned", mark("Prevista")
    IN_PROGRESS = "in_progress", mark("En curso")
    DONE = "done", mark("Cumplida")
    DROPPED = "dropped", mark("Sin efecto")


UNFINISHED_ACTIONS = (ActionState.PLANNED.value, ActionState.IN_PROGRESS.value)
"""The states in which an action is carried to the plan of the next period."""


plan_action_organisation = link_table("plan_action", "organisation")


class PlanAction(Owed, Ordered):
    """An action: who answers for it, its indicator from a baseline to a target, and its dates.

    Its value is that of its last measure. One that goes on in a new period says from which action it comes.
    """

    __tablename__ = "plan_action"
    __table_args__ = (
        CheckConstraint(count_filled("municipality_id", "body_id", "person_id") + " <= 1", name="one_responsible"),
    )
    facts = EntityFacts(
        one=mark("Acción del plan"),
        many=mark("Acciones del plan"),
        named_by=("name",),
        detail=("line_id",),
        state="state",
        columns=("name", "line_id", "responsible", "due_on", "state", "progress", "overdue"),
        searched=True,
        due=Due(day="due_on", text="title", who="responsible", done="finished", met=Met(state=ActionState.DONE.value)),
    )
    listed_by = ("line_id",)
    answered_by = ("municipality_id", "body_id", "person_id")

    line_id: Mapped[str] = reference(
        "plan_line", Field(mark("Línea de acción"), Kind.REFERENCE, required=True, width=28), required=True
    )
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Acción"), required=True, width=44, aliases=("action", "ação", "título"))},
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia responsable"), Kind.REFERENCE, width=24), together="responsible"
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad responsable"), Kind.REFERENCE, width=20), together="responsible"
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona responsable"), Kind.REFERENCE, width=22), together="responsible"
    )
    indicator: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Indicador"), width=28, help=mark("Lo que se cuenta o se mide."))}
    )
    unit: Mapped[str | None] = mapped_column(
        String(40), info={"field": Field(mark("Unidad"), width=12, help=mark("Por ejemplo: reuniones, ciudades, %."))}
    )
    baseline: Mapped[int | None] = mapped_column(
        default=0,
        info={"field": Field(mark("Punto de partida"), Kind.DECIMAL, width=12, unit=UnitIn("unit"))},
    )
    target: Mapped[int | None] = mapped_column(
        info={"field": Field(mark("Meta"), Kind.DECIMAL, width=12, unit=UnitIn("unit"))}
    )
    starts_on: Mapped[date | None] = mapped_column(
        Date, info={"field": Field(mark("Comienza el"), Kind.DATE, width=12)}
    )
    due_on: Mapped[date | None] = mapped_column(
        Date, index=True, info={"field": Field(mark("Vence el"), Kind.DATE, width=12)}
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=ActionState.PLANNED.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=ActionState, width=12, aliases=("estado",)
            )
        },
    )
    carried_from_id: Mapped[str | None] = reference(
        "plan_action",
        Field(mark("Viene de"), Kind.REFERENCE, width=30, help=mark("La acción de la gestión anterior que sigue.")),
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=plan_action_organisation,
        lazy="raise",
        info={
            "field": Field(
                mark("Con qué redes u organismos"),
                Kind.LINKS,
                width=30,
                help=mark("Con quién se lleva adelante."),
            )
        },
    )
    measures: Mapped[list[Measure]] = relationship(
        lazy="raise", order_by="(Measure.day, Measure.id)", info={"part": True}
    )

    @derived(Field(mark("Valor"), Kind.DECIMAL, width=12, unit=UnitIn("unit"), help=mark("El de la última medición.")))
    @classmethod
    def value(cls) -> ColumnElement[int | None]:
        """Return the value of the last measure."""
        last = aliased(Measure)
        found = select(last.value).where(last.action_id == cls.id).order_by(last.day.desc(), last.id.desc()).limit(1)
        return found.correlate(cls).scalar_subquery()

    @derived(Field(mark("Avance"), Kind.PERCENT, width=10))
    @classmethod
    def progress(cls) -> ColumnElement[int | None]:
        """Return how far the value is on the way from the baseline to the target, in whole percent; null unmeasured."""
        return whole_percent(cls.share())

    @classmethod
    def share(cls) -> ColumnElement[float | None]:
        """Return `progress` as it is before it is rounded, cut to 0…100 %: an action that is done counts as 100."""
        way = cls.target - cls.baseline
        share = (cls.value - cls.baseline) * float(WHOLE) / way
        measured = and_(way != 0, cls.value.is_not(None))
        cut = case((share < 0, 0), (share > WHOLE, WHOLE), else_=share)
        return case((cls.state == ActionState.DONE.value, WHOLE), (measured, cut), else_=None)

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do here: an action that goes on in another plan is owed there."""
        other = aliased(cls)
        goes_on = exists().where(other.carried_from_id == cls.id).correlate(cls)
        return or_(cls.state.not_in(UNFINISHED_ACTIONS), goes_on)
