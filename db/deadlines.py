"""The deadlines: one kind of record over all that have something due, which is read and never written.

Its rows are the union of what the facts of each kind say (`due=Due(…)` in its `EntityFacts`). The key of a row is the
key of the record that it stands for, and `kind` is the table of that. It has no table of its own: nothing of it is
stored, journaled, searched or migrated.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from types import MethodType
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Dialect,
    Select,
    String,
    and_,
    case,
    cast,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator

from db.base import Due, Entity, EntityFacts, PartialDateColumn, title_at
from db.deadline_state import DEADLINES, DeadlineState
from db.derived import derived, derived_fields
from db.fields import Choice, Field, Kind, mark
from db.sorting import unaccented_expression
from db.spans import last_day, today


class DayAsText(TypeDecorator[date]):
    """A day in its text form, in which whole and partial dates of several tables can be put together."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy names it
        """Compare the text form; a text is compared as it is."""
        return value.isoformat() if isinstance(value, date) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002 - as above
        """Return back the day."""
        return None if value is None else date.fromisoformat(value)


class Deadline(Entity):
    """What is due: on which day, what it is, who answers for it, and whether it is done."""

    __abstract__ = True
    __tablename__ = DEADLINES
    facts = EntityFacts(
        one=mark("Vencimiento"),
        many=mark("Vencimientos"),
        named_by=("text",),
        state="state",
        columns=("day", "kind", "text", "who", "state"),
    )

    @derived(Field(mark("Vence el"), Kind.DATE, width=12, help=mark("De una fecha conocida en parte, su último día.")))
    @classmethod
    def day(cls) -> ColumnElement[date]:
        """Return the day on which it is due."""
        return cls.__table__.c.day

    @derived(Field(mark("Qué vence"), width=60))
    @classmethod
    def text(cls) -> ColumnElement[str]:
        """Return what is due, in the words of its record."""
        return cls.__table__.c.text

    @classmethod
    def text_key(cls) -> ColumnElement[str]:
        """Return by what `text` is ordered."""
        return unaccented_expression(cls.__table__.c.text)

    @derived(Field(mark("Quién"), width=30, personal=True), kinds=("municipality", "organisation", "body", "person"))
    @classmethod
    def who(cls) -> ColumnElement[str | None]:
        """Return who answers for it, or whom it is about."""
        return cls.__table__.c.who

    @classmethod
    def who_key(cls) -> ColumnElement[str]:
        """Return by what `who` is ordered."""
        return unaccented_expression(cls.__table__.c.who)

    @classmethod
    def who_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `who` names."""
        return cls.__table__.c.who_keys

    @derived(Field(mark("Situación"), Kind.CHOICE, choices=DeadlineState, width=14))
    @classmethod
    def state(cls) -> ColumnElement[str]:
        """Return where it stands today."""
        rows = cls.__table__.c
        return case(
            (rows.done, DeadlineState.DONE.value),
            (and_(rows.lapses, rows.day < today()), DeadlineState.PAST.value),
            (rows.day < today(), DeadlineState.OVERDUE.value),
            else_=DeadlineState.OPEN.value,
        )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a deadline by what is due."""
        return cls.__table__.c.text


@lru_cache(maxsize=8)
def deadlines_of(entities: tuple[type[Entity], ...]) -> type[Entity] | None:
    """Return the kind that lists the deadlines of `entities`; None when none of them has any."""
    found = [(entity, due) for entity in entities if (due := entity.facts.due) is not None]
    if not found:
        return None
    kinds = _choices([entity for entity, _ in found])

    class Deadlines(Deadline):
        __abstract__ = True

        @derived(Field(mark("Tipo"), Kind.CHOICE, choices=kinds, width=14))
        @classmethod
        def kind(cls) -> ColumnElement[str]:
            return cls.__table__.c.kind

    rows = union_all(*(_rows(entity, due) for entity, due in found)).subquery("due")
    registry().map_imperatively(Deadlines, rows, primary_key=[rows.c.id])
    return Deadlines


def _choices(entities: Sequence[type[Entity]]) -> type[Choice]:
    """Return the kinds of record among which one can choose, by what one of each is called."""
    members = [(each.__tablename__.upper(), (each.__tablename__, each.facts.one)) for each in entities]
    return Choice("DeadlineKind", members)  # type: ignore[return-value,arg-type]  # mypy knows enums by their text alone


def _rows(entity: type[Entity], due: Due) -> Select[*tuple[Any, ...]]:
    day = _said(entity, due.day)
    whole = last_day(day) if isinstance(day.type, PartialDateColumn) else cast(day, String)
    return select(
        entity.id.label("id"),
        literal(entity.__tablename__, String).label("kind"),
        type_coerce(whole, DayAsText).label("day"),
        type_coerce(_said(entity, due.text), String).label("text"),
        type_coerce(_said(entity, due.who), String).label("who"),
        type_coerce(_named(entity, due.who), String).label("who_keys"),
        type_coerce(_said(entity, due.done), Boolean).label("done"),
        literal(due.lapses, Boolean).label("lapses"),
    ).where(day.is_not(None))


def _said(entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return the expression that `name` stands for: a column, the title of a reference, a derived field or a method."""
    found = getattr(entity, name)
    if isinstance(found, MethodType):
        made: ColumnElement[Any] = found()
        return made
    expression: ColumnElement[Any] = found.expression
    return title_at(found) if expression.foreign_keys else expression


def _named(entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return the keys of the records that `name` names: those of a reference, or of a derived field that says which."""
    if name in derived_fields(entity):
        made: ColumnElement[Any] = getattr(entity, f"{name}_ids")()
        return made
    column: ColumnElement[Any] = getattr(entity, name).expression
    return column if column.foreign_keys else null()
