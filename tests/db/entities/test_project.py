"""When a project ends, what it asks for, and what is due of it."""

from datetime import timedelta

import pytest

from app.records.catalog import Query
from app.records.deadlines import overdue
from app.records.reading import list_ids, list_rows
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.make import TODAY, add


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"starts": PartialDate(2026, 3, 31), "months": 11}, PartialDate(2027, 2, 28)),
        ({"starts": PartialDate(2026, 3), "months": 12, "extension": 6}, PartialDate(2027, 9)),
        ({"starts": PartialDate(2026, 3, 31)}, None),
        ({"months": 12, "extension": 6}, None),
    ],
)
def test_it_ends_its_months_and_its_extension_after_its_start(
    store: Store, values: dict[str, object], expected: PartialDate | None
) -> None:
    key = add(store, "project", name="Huertas", **values)
    assert list_rows(store, "project", ("ends_on",), [key]) == [(expected,)]


@pytest.mark.parametrize(
    ("amount", "own", "expected"),
    [
        (Money(1_600_000, "USD"), 50_000, Money(800_000, "USD")),
        (Money(1_001, "UYU"), 33_333, Money(667, "UYU")),
        (Money(1_000, "USD"), None, None),
        (None, 50_000, None),
    ],
)
def test_it_asks_for_what_its_own_share_leaves(
    store: Store, amount: Money | None, own: int | None, expected: Money | None
) -> None:
    key = add(store, "project", name="Huertas", amount=amount, own_share=own)
    assert list_rows(store, "project", ("asked",), [key]) == [(expected,)]


def test_only_one_that_goes_on_is_overdue_after_its_end(store: Store) -> None:
    ended = PartialDate.of(TODAY - timedelta(days=400))
    keys = {
        state: add(store, "project", name=state, state=state, starts=ended, months=12)
        for state in ("idea", "selected", "running", "closed")
    }
    shown = list_rows(store, "project", ("is_overdue",), list(keys.values()))
    assert [row[0] for row in shown] == [False, True, True, False]
    assert sorted(list_ids(store, overdue())) == sorted([keys["selected"], keys["running"]])
    until = PartialDate.of(TODAY - timedelta(days=1))
    assert list_ids(store, Query("call")) == []
    add(store, "call", name="Llamado", closes=until)
    assert len(list_ids(store, overdue())) == 2, "what lapses is owed by nobody"


def test_one_that_has_ended_waits_for_no_step(store: Store) -> None:
    keys = {state: add(store, "project", name=state, state=state) for state in ("presented", "refused", "dropped")}
    for key in keys.values():
        add(store, "step", record=RecordKey("project", key), name="Aprobación", due_on=TODAY - timedelta(days=1))
    shown = list_rows(store, "project", ("next_step", "is_late"), list(keys.values()))
    assert shown == [("Aprobación", True), (None, False), (None, False)]
