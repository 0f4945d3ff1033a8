"""Adoptions are dropped on a day and for a reason, one or many at once, each once."""

from datetime import date

import pytest

from app.experiences.leaving import going_on, is_left, leave
from app.record_page import read_page
from app.records import history
from app.records.reading import list_rows
from app.screens.exchange import ADOPTIONS
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.make import SPANISH, TODAY, add, add_city, said

DAY = PartialDate(2026, 11)


def adoption(store: Store, city: str, **values: object) -> str:
    """Add an adoption by a city of one experience."""
    return add(
        store,
        "adoption",
        experience_id=add(store, "experience", name="P"),
        municipality_id=add_city(store, city),
        **values,
    )


def test_those_that_go_on_are_dropped_and_the_others_stay_as_they_are(store: Store) -> None:
    two = [adoption(store, name) for name in ("Rosario", "Salto")]
    before = adoption(store, "Quilmes", dropped_on=PartialDate(2020), dropped_why="Sin fondos")
    assert going_on(store, [before, *two]).keys == tuple(two)
    leave(store, [before, *two], DAY, "Cambió la gestión")
    assert list_rows(store, "adoption", ("dropped_on", "dropped_why"), [*two, before]) == [
        (DAY, "Cambió la gestión"),
        (DAY, "Cambió la gestión"),
        (PartialDate(2020), "Sin fondos"),
    ]
    assert said(history.undo_title(store)) == "Abandono de 2 adopciones"
    with pytest.raises(ProblemError, match="sigue en pie"):
        leave(store, two, DAY, "")


def test_one_bears_its_name_and_its_page_knows_that_it_was_dropped(store: Store) -> None:
    key = adoption(store, "Rosario")
    assert not _page_of(store, key)
    leave(store, [key], DAY, "")
    assert said(history.undo_title(store)) == "Abandono de «P – Rosario»"
    assert _page_of(store, key)
    with store.reading() as session:
        assert not is_left(session, "municipality", key)


def test_it_is_not_dropped_without_a_day_nor_on_one_that_is_still_to_come(store: Store) -> None:
    key = adoption(store, "Rosario")
    with pytest.raises(ProblemError, match="Falta cuándo"):
        leave(store, [key], None, "Sin fondos")
    with pytest.raises(ProblemError, match="todavía no llegó"):
        leave(store, [key], PartialDate.of(date(TODAY.year + 1, 1, 1)), "")
    assert going_on(store, [key]).keys == (key,)


def _page_of(store: Store, key: str) -> bool:
    page = read_page(store, ADOPTIONS, key, SPANISH)
    assert page is not None
    return page.is_met
