"""Cities among each other: many are asked about at once, and each answer is its own."""

from collections.abc import Mapping

import pytest

from app.records.rules import check_among
from db.entities.municipality import Municipality
from db.keys import new_key
from db.store import Store
from db.titles import Title

ROSARIO: Mapping[str, object] = {"short_name": "Rosario", "country": "AR", "subdivision": "AR-S"}


def refused(store: Store, *cities: Mapping[str, object]) -> list[object]:
    """Write the cities in one go; give the names of those that are refused, in the order of the writing."""
    with store.operation(Title("Alta")) as session:
        rows = [Municipality(id=new_key(), **values) for values in cities]
        session.add_all(rows)
        session.flush()
        return [problem.values["name"] for problem in check_among(session, "municipality", [row.id for row in rows])]


def test_cities_that_are_right_alone_and_wrong_together_are_refused_each(store: Store) -> None:
    assert refused(store, ROSARIO, {**ROSARIO, "short_name": "Tandil"}, {**ROSARIO, "short_name": "ROSÁRIO"}) == [
        "Rosario",
        "ROSÁRIO",
    ]


def test_of_more_cities_than_one_question_asks_about_none_is_left_out(store: Store) -> None:
    many = [{**ROSARIO, "short_name": f"Ciudad {at}"} for at in range(1200)]
    assert refused(store, *many, many[0], many[-1]) == ["Ciudad 0", "Ciudad 1199"] * 2


@pytest.mark.parametrize(
    "other",
    [{"country": "UY"}, {"subdivision": "AR-B"}, {"subdivision": None}, {"government_kind": "province"}],
)
def test_namesakes_of_another_place_or_kind_may_both_be(store: Store, other: dict[str, object]) -> None:
    assert refused(store, ROSARIO, {**ROSARIO, **other}) == []


def test_a_place_of_the_gazetteer_is_one_city_though_its_kind_is_not_known_yet(store: Store) -> None:
    assert refused(
        store, {**ROSARIO, "geonames_id": 1, "government_kind": "municipality"}, {**ROSARIO, "geonames_id": 1}
    ) == [
        "Rosario",
        "Rosario",
    ]
