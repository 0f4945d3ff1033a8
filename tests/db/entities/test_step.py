"""A step waits since the last one that was done, and only the one that comes next does."""

from datetime import timedelta

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
