"""The deadlines as a person meets them: which list shows those of a time, and which record one of them opens."""

from datetime import date
from typing import TYPE_CHECKING

from db.asking import Filter, Operator, Order, Query
from db.deadline_state import DEADLINES, DeadlineState

if TYPE_CHECKING:
    from db.store import Store

BY_DAY = (Order("day"),)

UNFINISHED = (Filter("state", Operator.ONE_OF, (DeadlineState.OVERDUE.value, DeadlineState.OPEN.value)),)
"""What is left to do, which is what a list of deadlines begins with."""


def overdue() -> Query:
    """Return the list of what was due before today and is not done."""
    return Query(DEADLINES, filters=(Filter("state", Operator.EQUALS, DeadlineState.OVERDUE.value),), order=BY_DAY)


def due_until(day: date) -> Query:
    """Return the list of what is due from today to `day` and is not done."""
    is_open = Filter("state", Operator.EQUALS, DeadlineState.OPEN.value)
    return Query(DEADLINES, filters=(is_open, Filter("day", Operator.AT_MOST, day)), order=BY_DAY)


def records_behind(store: "Store", key: str) -> tuple[tuple[str, str], ...]:
    """Return kind and key of the record that a deadline stands for, then of those that it is a part of, if any.

    Nothing for a key that is among the deadlines no more.
    """
    from db.query import fetch_rows  # the layouts of the rooms are made without the engine

    with store.reading() as session:
        kinds = [str(kind) for (kind,) in fetch_rows(session, DEADLINES, ("kind",), (key,), store.today())]
        found = [(kind, key) for kind in kinds]
        for kind in kinds:
            made, info = session.catalog.entity(kind), session.catalog[kind]
            row = session.get_one(made, key)
            owners = ((info.field(name).target, getattr(row, name)) for name in made.facts.owners)
            found += [(entity, str(owner)) for entity, owner in owners if owner]
    return tuple(found)
