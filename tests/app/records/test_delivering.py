"""Studies are delivered today, one or many at once, each once."""

import pytest

from app.records import history
from app.records.delivering import deliver
from app.records.reading import list_rows
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.make import TODAY, add, said


def test_those_that_were_not_are_delivered_today(store: Store) -> None:
    due = [add(store, "study", name=name) for name in ("Uno", "Dos")]
    done = add(store, "study", name="Tres", delivered_on=PartialDate(2020))
    deliver(store, [*due, done])
    today = PartialDate.of(TODAY)
    assert list_rows(store, "study", ("delivered_on",), [*due, done]) == [(today,), (today,), (PartialDate(2020),)]
    assert said(history.undo_title(store)) == "Entrega de 2 estudios"
    with pytest.raises(ProblemError, match="Ya está anotada"):
        deliver(store, due)


def test_one_bears_its_name_and_none_before_it_was_ordered(store: Store) -> None:
    deliver(store, [add(store, "study", name="Uno")])
    assert said(history.undo_title(store)) == "Entrega de «Uno»"
    ahead = add(store, "study", name="Dos", ordered_on=PartialDate(2027))
    with pytest.raises(ProblemError, match="antes de encargarse"):
        deliver(store, [ahead])
    assert list_rows(store, "study", ("delivered_on",), [ahead]) == [(None,)]
