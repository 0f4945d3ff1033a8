"""The deadlines as a person meets them: which list shows those of a time, and which record one of them opens."""

from datetime import date

from app.records.catalog import Filter, Operator, Order, Query
from db.deadlines import Deadline, DeadlineState
from db.query import fetch_rows
from db.store import Store

ENTITY = Deadline.__tablename__
"""The name of the kind."""

BY_DAY = (Order("day"),)

UNFINISHED = (Filter("state", Operator.ONE_OF, (DeadlineState.OVERDUE.value, DeadlineState.OPEN.value)),)
"""What is left to do, which is what a list of deadlines begins with."""


def overdue() -> Query:
    """Return the list of what was due before today and is not done."""
    return Query(ENTITY, filters=(Filter("state", Operator.EQUALS, DeadlineState.OVERDUE.value),), order=BY_DAY)


def due_until(day: date) -> Query:
    """Return the list of what is due from today to `day` and is not done."""
    is_open = Filter("state", Operator.EQUALS, DeadlineState.OPEN.value)
    return Query(ENTITY, filters=(is_open, Filter("day", Operator.AT_MOST, day)), order=BY_DAY)


def records_behind(store: Store, key: str) -> tuple[tuple[str, str], ...]:
    """Return kind and key of the record that a deadline stands for, then of those that it is a part of, if any.

    Nothing for a key that is among the deadlines no more.
    """
    with store.reading() as session:
        kinds = [str(kind) for (kind,) in fetch_rows(session, ENTITY, ("kind",), (key,), store.today())]
        found = [(kind, key) for kind in kinds]
        for kind in kinds:
            made, info = session.catalog.entity(kind), session.catalog[kind]
            row = session.get_one(made, key)
            owners = ((info.field(name).target, getattr(row, name)) for name in made.facts.owners)
            found += [(entity, str(owner)) for entity, owner in owners if owner]
    return tuple(found)
