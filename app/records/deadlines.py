"""The deadlines as a person meets them: which list shows those of a time, and which record one of them opens."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.asking import Filter, Operator, Order, Query
from db.deadline_state import DEADLINES, DeadlineState
from db.values import RecordKey

if TYPE_CHECKING:
    from db.session import FileSession
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


def records_behind(store: "Store", keys: Sequence[str]) -> Mapping[str, tuple[RecordKey, ...]]:
    """Return of each deadline the record that it stands for, then those that this is a part of, if any; read at once.

    A key that is among the deadlines no more is left out.
    """
    from app.records.reading import batched  # the layouts of the rooms are made without the engine

    with store.reading() as session:
        return {key: behind for some in batched(keys) for key, behind in _behind(session, some, store.today())}


def _behind(session: "FileSession", keys: Sequence[str], today: date) -> Iterator[tuple[str, tuple[RecordKey, ...]]]:
    from sqlalchemy import select

    from db.query import fetch_rows

    kinds = {str(key): str(kind) for key, kind in fetch_rows(session, DEADLINES, ("id", "kind"), keys, today)}
    for kind in dict.fromkeys(kinds.values()):
        made, info = session.catalog.entity(kind), session.catalog[kind]
        owners = made.facts.owners
        asked = select(made.id, *(getattr(made, name) for name in owners)).where(
            made.id.in_([key for key, its in kinds.items() if its == kind])
        )
        for key, *found in session.execute(asked):
            above = zip(owners, found, strict=True)
            held = (RecordKey(info.field(name).target, str(owner)) for name, owner in above if owner)
            yield key, (RecordKey(kind, key), *held)
