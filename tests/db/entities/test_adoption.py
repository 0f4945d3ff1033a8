"""How far an adoption has come, as its steps say, and who gives what is adopted."""

from datetime import timedelta

import pytest

from app.records.deadlines import overdue
from app.records.reading import list_ids, list_rows
from app.words.problems import ProblemError
from db.keys import new_key
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import TODAY, add, add_city

STAGES = ("Pedida", "Visita", "En uso")


def _begun(store: Store, **values: object) -> str:
    """Add an adoption beside the stages of its route, of which it has no step yet."""
    for name in STAGES:
        add(store, "stage", route="adoption", name=name, name_pt="Em uso" if name == "En uso" else None)
    of = {"experience_id": add(store, "experience", name="Huertas"), "municipality_id": add_city(store, new_key())}
    return add(store, "adoption", **of, **values)


def _step(store: Store, key: str, name: str, **values: object) -> None:
    add(store, "step", record=RecordKey("adoption", key), name=name, **{"state": "done", **values})


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ((), ("ahead", None)),
        (("Pedida",), ("underway", "Pedida")),
        (("Pedida", "Visita"), ("underway", "Visita")),
        (("En uso",), ("in_use", "En uso")),
        (("Pedida", "Em uso"), ("in_use", "Em uso")),
    ],
)
def test_its_steps_say_how_far_it_has_come(store: Store, done: tuple[str, ...], expected: tuple[str, str]) -> None:
    key = _begun(store)
    for name in done:
        _step(store, key, name)
    assert list_rows(store, "adoption", ("adoption_state", "reached"), [key]) == [expected]


def test_one_that_was_dropped_waits_for_nothing(store: Store) -> None:
    key = _begun(store)
    _step(store, key, "Visita", state="planned", due_on=TODAY - timedelta(days=3))
    late = ("adoption_state", "next_step", "is_late")
    assert list_rows(store, "adoption", late, [key]) == [("ahead", "Visita", True)]
    assert len(list_ids(store, overdue())) == 1
    dropped = _begun(store, dropped_on=PartialDate(2026))
    _step(store, dropped, "Visita", state="planned", due_on=TODAY - timedelta(days=3))
    assert list_rows(store, "adoption", late, [dropped]) == [("dropped", None, False)]
    assert len(list_ids(store, overdue())) == 1


def test_who_gives_is_a_city_of_the_file_or_one_known_by_its_name(store: Store) -> None:
    named = _begun(store, giver_name="Madrid (España)")
    city = add_city(store, "Montevideo")
    of_file = _begun(store, giver_id=city)
    assert list_rows(store, "adoption", ("giver",), [named, of_file]) == [("Madrid (España)",), ("Montevideo",)]
    with pytest.raises(ProblemError):
        _begun(store, giver_id=city, giver_name="Madrid (España)")
