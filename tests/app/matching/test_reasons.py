"""Each reason by itself, and where it begins and ends."""

from collections.abc import Collection
from dataclasses import replace
from math import degrees

import pytest

from app.matching.facts import City, Demand, Practice
from app.matching.reasons import EARTH_KM, NEAR_KM, Because, kilometres, reasons_for
from db.exchange import Reason
from tests.app.matching.made import HERE, THERE, demand, facts_of, practice


def only(asked: Demand, found: Practice) -> Because | None:
    """Return the one reason there is; None without any."""
    reasons = reasons_for(facts_of(), asked, found)
    assert len(reasons) < 2
    return reasons[0] if reasons else None


@pytest.mark.parametrize(
    ("asked", "offered", "pairs"),
    [
        ({"care"}, {"care", "water"}, (("care", "care"),)),
        ({"infancy"}, {"line"}, (("infancy", "line"),)),
        ({"line"}, {"infancy"}, (("infancy", "line"),)),
        ({"line", "water"}, {"infancy", "water"}, (("water", "water"), ("infancy", "line"))),
        ({"water"}, {"care"}, ()),
        ((), {"care"}, ()),
    ],
)
def test_a_theme_in_common_or_within_one_of_the_other_at_any_depth(
    asked: Collection[str], offered: Collection[str], pairs: tuple[tuple[str, str], ...]
) -> None:
    found = only(demand(HERE, *asked), practice(THERE, themes=frozenset(offered)))
    assert (found.pairs if found else ()) == pairs


@pytest.mark.parametrize(
    ("own", "other", "alike"),
    [
        (100_000, 50_000, True),
        (100_000, 49_999, False),
        (100_000, 200_000, True),
        (100_000, 200_001, False),
        (None, 100_000, False),
        (100_000, None, False),
        (0, 0, False),
    ],
)
def test_a_population_from_half_to_twice(own: int | None, other: int | None, *, alike: bool) -> None:
    found = only(demand(replace(HERE, population=own)), practice(replace(THERE, population=other)))
    assert (found is not None and found.reason is Reason.POPULATION) is alike


def test_of_several_cities_the_one_that_is_nearest_in_size_is_compared() -> None:
    far, near, unknown = (City(key, key, people) for key, people in (("a", 150_000), ("b", 80_000), ("c", None)))
    found = only(demand(replace(HERE, population=100_000)), practice(far, near, unknown))
    assert found is not None
    assert found.cities is not None
    assert found.cities[1] is near


def test_a_language_in_common_is_said() -> None:
    found = only(
        demand(replace(HERE, languages=frozenset({"es", "gn"}))), practice(replace(THERE, languages=frozenset({"es"})))
    )
    assert found is not None
    assert found.codes == ("es",)
    assert only(demand(HERE), practice(replace(THERE, languages=frozenset({"es"})))) is None


def test_a_unit_where_both_sit_is_said() -> None:
    found = only(demand(replace(HERE, units=frozenset("uv"))), practice(replace(THERE, units=frozenset("uv"))))
    assert found is not None
    assert found.units == ("v", "u"), "by name: Ambiente, Cultura"
    assert only(demand(replace(HERE, units=frozenset("u"))), practice(replace(THERE, units=frozenset("v")))) is None


def test_neighbours_are_less_than_150_km_apart() -> None:
    bound = round(degrees(NEAR_KM / EARTH_KM) * 1_000_000)
    here = demand(replace(HERE, place=(0, -58_000_000)))
    for away, near in ((bound - 1, True), (bound + 1, False)):
        found = only(here, practice(replace(THERE, place=(away, -58_000_000))))
        assert (found is not None) is near, away
    assert only(here, practice(THERE)) is None


def test_exactly_150_km_is_no_longer_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.matching.reasons.kilometres", lambda *_: float(NEAR_KM))
    assert only(demand(replace(HERE, place=(0, 0))), practice(replace(THERE, place=(1, 1)))) is None


def test_the_nearest_of_several_cities_is_named() -> None:
    cities = [City(key, key, place=(north, 0)) for key, north in (("a", 900_000), ("b", 300_000))]
    found = only(demand(replace(HERE, place=(0, 0))), practice(*cities))
    assert found is not None
    assert found.cities is not None
    assert found.cities[1].id == "b"
    assert round(found.km) == 33


def test_a_distance_is_that_of_the_great_circle() -> None:
    montevideo, buenos_aires = (-34_903_300, -56_188_200), (-34_613_200, -58_377_200)
    assert round(kilometres(montevideo, buenos_aires)) == 203
    assert kilometres((0, 179_900_000), (0, -179_900_000)) < 23, "across the line of the date"


def test_what_runs_and_what_may_be_published() -> None:
    found = reasons_for(facts_of(), demand(), practice(running=True, permitted=True))
    assert [each.reason for each in found] == [Reason.RUNNING, Reason.PERMISSION]


def test_a_reason_that_was_set_aside_is_none() -> None:
    asked = demand(aside=frozenset({Reason.RUNNING}))
    assert [each.reason for each in reasons_for(facts_of(), asked, practice(running=True, permitted=True))] == [
        Reason.PERMISSION
    ]
