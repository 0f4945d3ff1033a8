"""A record that goes a route, step by step: what comes next, what was done last and for how long it waits."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, false, func, not_, or_, select
from sqlalchemy.orm import aliased

from db.base import Entity, entity_of
from db.derived import derived
from db.fields import Field, Kind, mark


class Routed(Entity):
    """A record whose steps say how far it has come, as a recommendation on its way to those who decide.

    One that has `ended` waits for nothing, whatever steps are still planned: neither is it late, nor are they.
    """

    __abstract__ = True

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """Tell whether it has come to its end; one whose class does not say it ends with its last step."""
        return false()

    @derived(Field(mark("Próximo paso"), width=24))
    @classmethod
    def next_step(cls) -> ColumnElement[str | None]:
        """Return what the first planned step is called; null where nothing is left to do or nothing was begun."""
        return cls._planned_next(_step().called())

    @derived(Field(mark("Días de espera"), Kind.INTEGER, width=8, help=mark("Desde el último paso dado.")))
    @classmethod
    def waiting_days(cls) -> ColumnElement[int | None]:
        """Return for how many days its next step has been waited for, since the last that was done."""
        return cls._planned_next(_step().waiting_days)

    @derived(Field(mark("Próximo paso para el"), Kind.DATE, width=12, help=mark("Cuándo se espera que se dé.")))
    @classmethod
    def next_step_on(cls) -> ColumnElement[date | None]:
        """Return the day by which its next step is expected."""
        return cls._planned_next(_step().due_on)

    @derived(Field(mark("Último paso"), width=24))
    @classmethod
    def last_step(cls) -> ColumnElement[str | None]:
        """Return what the step that was done last is called."""
        return cls._done_last(_step().called())

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
        planned = cls._steps(said).where(step.is_planned(), not_(cls.ended()))
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


def is_of_ended(entity: ColumnElement[str], key: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell whether a step belongs to a record that has ended: `entity` and `key` are its columns that say to which."""
    # In an order that makes one statement of it; by another name each, for the statement may be about that kind itself.
    ending = (kind for kind in Routed.__subclasses__() if "ended" in vars(kind))  # the others never end
    kinds = sorted(ending, key=lambda kind: kind.__tablename__)
    others = ((kind.__tablename__, aliased(kind)) for kind in kinds)
    ended = (exists().where(entity == name, there.id == key, there.ended()) for name, there in others)
    return or_(false(), *ended)


def _step() -> Any:  # noqa: ANN401  the class of the steps, which stands above this one
    return entity_of("step")
