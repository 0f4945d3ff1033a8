"""No city adopts from itself, one is dropped on a day, and no chain of adoptions comes back to where it came from."""

from itertools import pairwise

import pytest

from app.records.duplicates.merge import merge
from app.records.editing import Draft, edit_many, save_record
from app.records.rules import check_among
from app.records.rules.adoption import chain_does_not_turn
from app.words.problems import ProblemError
from db.keys import new_key
from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city


@pytest.fixture
def experience(store: Store) -> str:
    """Return an experience."""
    return add(store, "experience", name="Huertas")


def _cities(store: Store, count: int) -> list[str]:
    return [add_city(store, f"Ciudad {number}") for number in range(count)]


def _give(store: Store, experience: str, giver: str | None, taker: str, **values: object) -> str:
    return add(store, "adoption", experience_id=experience, giver_id=giver, municipality_id=taker, **values)


def _refused(store: Store, draft: Draft) -> list[str]:
    with pytest.raises(ProblemError) as error:
        save_record(store, draft)
    return [each.place.field for each in error.value.problems]


def test_a_city_does_not_adopt_from_itself(store: Store, experience: str) -> None:
    (city,) = _cities(store, 1)
    of = {"experience_id": experience, "giver_id": city, "municipality_id": city}
    assert _refused(store, Draft("adoption", None, of)) == ["giver_id"]
    assert add(store, "adoption", **of | {"giver_id": None, "giver_name": "Madrid"})


def test_one_city_gives_in_a_form_and_in_a_change_of_many(store: Store, experience: str) -> None:
    giver, city = _cities(store, 2)
    of = {"experience_id": experience, "municipality_id": city, "giver_name": "Madrid"}
    assert _refused(store, Draft("adoption", None, of | {"giver_id": giver})) == ["giver_name"]
    key = add(store, "adoption", **of)
    with pytest.raises(ProblemError, match="no las dos"):
        edit_many(store, "adoption", [key], {"giver_id": giver})
    edit_many(store, "adoption", [key], {"giver_id": giver, "giver_name": None})


def test_why_it_was_dropped_is_not_said_without_when(store: Store, experience: str) -> None:
    (city,) = _cities(store, 1)
    key, said = _give(store, experience, None, city), {"dropped_why": "Cambió el gobierno"}
    assert _refused(store, Draft("adoption", key, said)) == ["dropped_on"]
    save_record(store, Draft("adoption", key, {**said, "dropped_on": PartialDate(2026)}))


@pytest.mark.parametrize("length", [2, 3, 5])
def test_a_chain_that_turns_is_refused_at_any_length(store: Store, experience: str, length: int) -> None:
    cities = _cities(store, length)
    for giver, taker in pairwise(cities):
        _give(store, experience, giver, taker)
    back = {"experience_id": experience, "giver_id": cities[-1], "municipality_id": cities[0]}
    assert _refused(store, Draft("adoption", None, back)) == ["giver_id"]
    other = add(store, "experience", name="Ferias")
    assert _give(store, other, cities[-1], cities[0])  # of another experience it is no circle


def test_a_changed_link_may_turn_where_it_alone_led(store: Store, experience: str) -> None:
    first, second = _cities(store, 2)
    key = _give(store, experience, first, second)
    save_record(store, Draft("adoption", key, {"giver_id": second, "municipality_id": first}))


def test_what_a_city_takes_of_several_or_gives_to_several_is_no_circle(store: Store, experience: str) -> None:
    first, second, third = _cities(store, 3)
    for giver, taker in ((first, second), (first, third), (second, third)):
        assert _give(store, experience, giver, taker)


def test_many_are_checked_by_one_statement_and_those_of_a_circle_alone_are_refused(
    store: Store, experience: str
) -> None:
    cities = _cities(store, 4)
    with store.reading() as session:
        made = session.catalog.entity("adoption")
        rows = [
            made(id=new_key(), experience_id=experience, giver_id=giver, municipality_id=taker)
            for giver, taker in zip(cities, [*cities[1:3], cities[0], cities[0]], strict=True)
        ]
        assert len(chain_does_not_turn(session, rows)) == 3
        assert check_among(session, "adoption", []) == []


def test_two_cities_of_one_adoption_do_not_become_one(store: Store, experience: str) -> None:
    first, second, third = _cities(store, 3)
    _give(store, experience, first, second)
    with pytest.raises(ProblemError):
        merge(store, "municipality", first, second)
    merge(store, "municipality", second, third)


def test_what_was_dropped_brought_nothing_that_could_come_back(store: Store, experience: str) -> None:
    one, other = _cities(store, 2)
    given = _give(store, experience, one, other, dropped_on=PartialDate(2020))
    back = _give(store, experience, other, one)
    with pytest.raises(ProblemError, match="vuelve"):
        save_record(store, Draft("adoption", given, {"dropped_on": None}))
    save_record(store, Draft("adoption", back, {"dropped_on": PartialDate(2021)}))
    save_record(store, Draft("adoption", given, {"dropped_on": None}))
