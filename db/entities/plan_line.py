"""A line of the work plan of a Secretaría Ejecutiva."""

from sqlalchemy import ColumnElement, String, func, literal, select
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, reference
from db.derived import derived
from db.entities.plan_action import ActionState, PlanAction, whole_percent
from db.fields import Field, Kind, mark
from db.languages import in_language
from db.positions import Ordered, position_column
from db.sorting import numbered


class PlanLine(Ordered):
    """A numbered line of the plan of a period, or of the plan that a file begins with when no period is said.

    Its number is text as the document writes it. Point 8 is missing from the document of 2008-2009: it is `vacant`,
    has no actions, and is neither filled nor renumbered (domain, 0).
    """

    __tablename__ = "plan_line"
    facts = EntityFacts(
        one=mark("Línea de acción"),
        many=mark("Líneas de acción"),
        named_by=("name", "name_pt", "name_en", "number"),
        detail=("period_id",),
        columns=("number", "name", "period_id", "action_count", "done_count", "measured_count", "progress"),
        searched=True,
    )
    listed_by = ("period_id",)

    period_id: Mapped[str | None] = reference("period", Field(mark("Gestión"), Kind.REFERENCE, width=14))
    number: Mapped[str] = mapped_column(
        String(20),
        info={"field": Field(mark("Número"), required=True, width=8, help=mark("Como lo escribe el plan: 4, 7.1."))},
    )
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(200),
        info={"field": Field(mark("Título corto"), required=True, width=36, aliases=("título", "line", "línea"))},
    )
    name_pt: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Título en portugués"), width=36, aliases=("name pt",))}
    )
    name_en: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Título en inglés"), width=36, aliases=("name en",))}
    )
    official_text: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Texto oficial"), Kind.LONG_TEXT, width=60, help=mark("Péguelo tal como figura en el plan.")
            )
        },
    )
    vacant: Mapped[bool | None] = mapped_column(
        info={
            "field": Field(
                mark("Vacante"),
                Kind.BOOLEAN,
                width=8,
                help=mark("El documento no trae este punto."),
            )
        },
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a line by its number and its short title."""
        return func.concat(cls.number, literal(" · "), in_language(cls, "name"))

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Return by what lines are ordered: their number, 4 before 10."""
        return numbered(cls.number)

    @classmethod
    def number_key(cls) -> ColumnElement[str]:
        """Return by what `number` is ordered."""
        return numbered(cls.number)

    @derived(Field(mark("Acciones"), Kind.INTEGER, width=9))
    @classmethod
    def action_count(cls) -> ColumnElement[int]:
        """Return how many actions the line has; those without effect do not count."""
        return cls._counted()

    @derived(Field(mark("Cumplidas"), Kind.INTEGER, width=9))
    @classmethod
    def done_count(cls) -> ColumnElement[int]:
        """Return how many of them are done."""
        return cls._counted(PlanAction.state == ActionState.DONE.value)

    @derived(Field(mark("Medidas"), Kind.INTEGER, width=9, help=mark("Acciones cumplidas, o con valor y meta.")))
    @classmethod
    def measured_count(cls) -> ColumnElement[int]:
        """Return how many stand behind the mean that `progress` is."""
        return cls._counted(PlanAction.progress.is_not(None))

    @derived(Field(mark("Atrasadas"), Kind.INTEGER, width=9))
    @classmethod
    def overdue_count(cls) -> ColumnElement[int]:
        """Return how many are overdue today."""
        return cls._counted(PlanAction.overdue)

    @derived(Field(mark("Avance medio"), Kind.PERCENT, width=10))
    @classmethod
    def progress(cls) -> ColumnElement[int | None]:
        """Return the mean of the progress of the actions that are measured, in whole percent; null when none is."""
        mean = select(whole_percent(func.avg(PlanAction.share())))
        return mean.where(*cls._own()).correlate(cls).scalar_subquery()

    @classmethod
    def _own(cls) -> tuple[ColumnElement[bool], ...]:
        return PlanAction.line_id == cls.id, PlanAction.state != ActionState.DROPPED.value

    @classmethod
    def _counted(cls, *also: ColumnElement[bool]) -> ColumnElement[int]:
        return select(func.count()).select_from(PlanAction).where(*cls._own(), *also).correlate(cls).scalar_subquery()
