"""A step that a record has taken, or is to take, on its route."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Date,
    String,
    and_,
    case,
    exists,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.any_record import any_record
from db.base import Base, Due, Entity, EntityFacts, Met, count_filled, reference
from db.derived import derived
from db.entities.stage import Route, Stage
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.languages import in_language, is_read_by_somebody
from db.owed import Owed
from db.positions import Ordered, position_column
from db.routed import is_of_ended
from db.spans import days_between, whole_today
from db.values import RecordKey


class StepState(Choice):
    """Where a step stands."""

    PLANNED = "planned", mark("Previsto")
    DONE = "done", mark("Hecho")
    SKIPPED = "skipped", mark("Omitido")


class Step(Owed, Ordered):
    """A step of any record: before whom, by when it is expected, when it was done and what came of it."""

    __tablename__ = "step"
    __table_args__ = (
        CheckConstraint(count_filled("municipality_id", "organisation_id", "body_id") + " <= 1", name="one_instance"),
    )
    facts = EntityFacts(
        one=mark("Paso"),
        many=mark("Pasos"),
        named_by=("name",),
        detail=("record",),
        state="state",
        columns=("order", "name", "record", "responsible", "state", "done_on", "due_on", "result"),
        due=Due(
            day="due_on",
            text="named_with_record",
            who="responsible",
            done="finished",
            met=Met(day="done_on", state=StepState.DONE.value),
        ),
        known_by=("name", "record"),
    )
    listed_by = ("record_entity", "record_id")
    answered_by = ("municipality_id", "organisation_id", "body_id", "person_id")

    record: Mapped[RecordKey] = any_record(
        Field(mark("De qué ficha"), Kind.RECORD, required=True, width=30), owned=True
    )
    position: Mapped[int] = position_column()
    stage_id: Mapped[str | None] = reference("stage", Field(mark("Etapa del modelo"), Kind.REFERENCE, width=24))
    name: Mapped[str] = mapped_column(
        String(200), info={"field": Field(mark("Paso"), required=True, width=36, aliases=("step", "etapa"))}
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ante qué ciudad"), Kind.REFERENCE, width=20), together="instance"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Ante qué organismo"), Kind.REFERENCE, width=20), together="instance"
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Ante qué instancia"), Kind.REFERENCE, width=20), together="instance"
    )
    person_id: Mapped[str | None] = reference("person", Field(mark("Persona"), Kind.REFERENCE, width=22))
    state: Mapped[str] = mapped_column(
        String(20),
        default=StepState.PLANNED.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=StepState, width=12, aliases=("estado",)
            )
        },
    )
    done_on: Mapped[date | None] = mapped_column(
        Date, info={"field": Field(mark("Hecho el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.COUNTED))}
    )
    due_on: Mapped[date | None] = mapped_column(
        Date,
        index=True,
        info={"field": Field(mark("Se espera para el"), Kind.DATE, width=12, aliases=("expected by",))},
    )
    result: Mapped[str | None] = mapped_column(String(300), info={"field": Field(mark("Resultado"), width=30)})
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @derived(Field(mark("Días de espera"), Kind.INTEGER, width=8, help=mark("Desde el último paso dado.")))
    @classmethod
    def waiting_days(cls) -> ColumnElement[int | None]:
        """Return for how many days the next planned step has been waited for, since the last that was done."""
        other = aliased(cls)
        same = [getattr(other, name) == getattr(cls, name) for name in cls.listed_by]
        before = or_(other.position < cls.position, and_(other.position == cls.position, other.id < cls.id))
        planned = exists().where(*same, before, other.state == StepState.PLANNED.value).correlate(cls)
        last = select(func.max(other.done_on)).where(*same, before).correlate(cls).scalar_subquery()
        waits = and_(cls.is_planned(), not_(planned), not_(cls._is_of_ended()))
        return case((waits, days_between(last, whole_today())), else_=None)

    @classmethod
    def called(cls) -> ColumnElement[str]:
        """Return its name; while that is still the one of its stage in some language, what its reader calls the stage.

        Who reads for nobody, as an import, finds the name as it is stored.
        """
        stage = aliased(Stage)
        names = (stage.name, stage.name_pt, stage.name_en)
        same = stage.id == cls.stage_id, or_(*(each == cls.name for each in names)), is_read_by_somebody()
        said = select(in_language(stage, "name")).where(*same).correlate(cls).scalar_subquery()
        return func.coalesce(said, cls.name)

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Return what it is called."""
        return cls.called()

    @classmethod
    def named_with_record(cls) -> ColumnElement[str]:
        """Return what it is called and of what record it is: a stage has the same name on each route it belongs to."""
        which, key = (getattr(cls, name) for name in cls.listed_by)
        called = case(*((which == kind.__tablename__, _title_in(kind, key)) for kind in _kinds()))
        return func.concat_ws(" · ", cls.called(), called, type_=String)

    @classmethod
    def is_planned(cls) -> ColumnElement[bool]:
        """Tell whether it is still to be done."""
        return cls.state == StepState.PLANNED.value

    @classmethod
    def is_done(cls) -> ColumnElement[bool]:
        """Tell whether it was done."""
        return cls.state == StepState.DONE.value

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do: it is done or left out, or its record has ended without it."""
        return or_(not_(cls.is_planned()), cls._is_of_ended())

    @classmethod
    def _is_of_ended(cls) -> ColumnElement[bool]:
        entity, key = (getattr(cls, name) for name in cls.listed_by)
        return is_of_ended(entity, key)


def _kinds() -> Sequence[type[Entity]]:
    """Return the kinds of record that go a route, in an order that makes one statement of it; a city goes to enter."""
    named = {"municipality", *(each.value for each in Route)}
    kinds = (each.class_ for each in Base.registry.mappers if each.class_.__tablename__ in named)
    return tuple(sorted(kinds, key=lambda kind: kind.__tablename__))


def _title_in(kind: type[Entity], key: ColumnElement[str]) -> ColumnElement[str]:
    there = aliased(kind)
    return select(there.title()).where(there.id == key).scalar_subquery()
