"""A record that goes a route, step by step: what comes next, what was done last and for how long it waits."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select

from db.base import Entity, entity_of
from db.derived import derived
from db.fields import Field, Kind, mark


class Routed(Entity):
    """A record whose steps say how far it has come, as a recommendation on its way to those who decide."""

    __abstract__ = True

    @derived(Field(mark("Próximo paso"), width=24))
    @classmethod
    def next_step(cls) -> ColumnElement[str | None]:
        """Return what the first planned step is called; null where nothing is left to do or nothing was begun."""
        return cls._planned_next(_step().name)

    @derived(Field(mark("Días de espera"), Kind.INTEGER, width=8, help=mark("Desde el último paso dado.")))
    @classmethod
    def waiting_days(cls) -> ColumnElement[int | None]:
        """Return for how many days its next step has been waited for, since the last that was done."""
        return cls._planned_next(_step().waiting_days)

    @derived(Field(mark("Último paso"), width=24))
    @classmethod
    def last_step(cls) -> ColumnElement[str | None]:
        """Return what the step that was done last is called."""
        return cls._done_last(_step().name)

    @derived(Field(mark("Fecha del último paso"), Kind.DATE, width=12))
    @classmethod
    def last_step_on(cls) -> ColumnElement[date | None]:
        """Return the day on which a step was done last."""
        return cls._done_last(_step().done_on)

    @derived(Field(mark("Paso atrasado"), Kind.BOOLEAN, width=8, help=mark("El próximo paso se esperaba para antes.")))
    @classmethod
    def is_late(cls) -> ColumnElement[bool]:
        """Tell whether its next step was expected for a day before today."""
        return func.coalesce(cls._planned_next(_step().overdue), false())

    @classmethod
    def _planned_next(cls, said: ColumnElement[Any]) -> ColumnElement[Any]:
        step = _step()
        planned = cls._steps(said).where(step.is_planned())
        return planned.order_by(step.position, step.id).limit(1).scalar_subquery()

    @classmethod
    def _done_last(cls, said: ColumnElement[Any]) -> ColumnElement[Any]:
        step = _step()
        done = cls._steps(said).where(step.is_done(), step.done_on.is_not(None))
        return done.order_by(step.done_on.desc(), step.position.desc(), step.id.desc()).limit(1).scalar_subquery()

    @classmethod
    def _steps(cls, said: ColumnElement[Any]) -> Select[Any]:
        steps = entity_of("step").__table__.columns
        of_it = steps.record_entity == cls.__tablename__, steps.record_id == cls.id
        return select(said).where(*of_it).correlate(cls)


def _step() -> Any:  # noqa: ANN401  the class of the steps, which stands above this one
    return entity_of("step")
