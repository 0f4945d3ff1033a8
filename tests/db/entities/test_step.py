"""Which step waits, since the last one that was done; and which is finished, done or with its record ended."""

from datetime import timedelta

import pytest

from app.records.reading import list_rows
from db.store import Store
from db.values import RecordKey
from tests.make import TODAY, add


def test_the_next_step_alone_waits_and_since_the_last_that_was_done(store: Store) -> None:
    of, other = (RecordKey("organisation", add(store, "organisation", name=name)) for name in ("Una", "Otra"))
    done = add(store, "step", record=of, name="Uno", state="done", done_on=TODAY - timedelta(days=9))
    coming, later = (add(store, "step", record=of, name=name) for name in ("Dos", "Tres"))
    alone = add(store, "step", record=other, name="Dos")
    found = list_rows(store, "step", ("waiting_days",), [done, coming, later, alone])
    assert found == [(None,), (9,), (None,), (None,)]


@pytest.mark.parametrize(("result", "overdue"), [(None, True), ("refused", False)])
def test_a_step_of_what_was_answered_is_owed_no_more(store: Store, result: str | None, *, overdue: bool) -> None:
    key = add(store, "recommendation", name="Consorcios", result=result)
    due = TODAY - timedelta(days=1)
    step = add(store, "step", record=RecordKey("recommendation", key), name="Elevada", due_on=due)
    assert list_rows(store, "step", ("overdue", "is_finished"), [step]) == [(overdue, not overdue)]
