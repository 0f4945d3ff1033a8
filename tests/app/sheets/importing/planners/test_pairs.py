"""Rows of what relates two records: known again whichever they name first, and told apart by what and when they are."""

import pytest

from app.records.reading import list_rows
from db.store import Store
from db.values import PartialDate
from tests.app.sheets.importing.plans import imported, plan_of, verdicts
from tests.make import add, add_city

TITLES = ("Ciudad", "Con qué ciudad", "Tipo", "Acto o documento")
SHOWN = ("municipality_id", "other_municipality_id", "kind", "act")


@pytest.fixture
def sisters(store: Store) -> str:
    """Return the relation of the first two of three cities."""
    cordoba, montevideo = add_city(store, "Córdoba"), add_city(store, "Montevideo", "UY")
    add_city(store, "Quilmes")
    sides = {"municipality_id": cordoba, "other_municipality_id": montevideo}
    return add(store, "city_relation", **sides, kind="sister_cities")


def test_a_row_of_either_city_is_the_same_relation_and_completes_it(store: Store, sisters: str) -> None:
    plan = imported(
        store,
        "city_relation",
        [TITLES, ("Córdoba", "Montevideo", "Hermanamiento", ""), ("Montevideo", "Córdoba", "", "Acta de 1997")],
    )

    assert verdicts(plan) == ["same", "changed"]
    assert [row.title for row in plan.rows] == ["Córdoba – Montevideo", "Montevideo – Córdoba"]
    ((one, other, kind, act),) = list_rows(store, "city_relation", SHOWN, [sisters])
    assert (str(one), str(other), kind, act) == ("Córdoba", "Montevideo", "sister_cities", "Acta de 1997")


def test_another_kind_of_relation_and_other_cities_are_new(store: Store, sisters: str) -> None:
    plan = imported(
        store,
        "city_relation",
        [TITLES, ("Córdoba", "Montevideo", "Corredor", ""), ("Quilmes", "Córdoba", "Hermanamiento", "")],
    )

    assert verdicts(plan) == ["new", "new"]
    assert sisters not in {row.record_id for row in plan.rows}


def test_a_second_row_of_a_new_relation_is_the_same(store: Store) -> None:
    for name in ("Quilmes", "Colonia"):
        add_city(store, name)
    rows = [TITLES, ("Quilmes", "Colonia", "Hermanamiento", ""), ("Colonia", "Quilmes", "Hermanamiento", "Convenio")]
    plan = imported(store, "city_relation", rows)
    assert len({row.record_id for row in plan.rows}) == 1


def test_a_row_without_one_of_the_cities_is_refused(store: Store, sisters: str) -> None:
    plan = plan_of(store, "city_relation", [TITLES, ("Córdoba", "Nadie", "Hermanamiento", ""), ("", "Quilmes", "", "")])

    assert verdicts(plan) == ["refused", "refused"]
    assert sisters


def test_what_is_wrong_with_a_row_is_said_of_its_own_column(store: Store) -> None:
    for name in ("San José", "Santa Rosa"):
        for country in ("AR", "UY"):
            add_city(store, name, country)
    rows = [TITLES, ("San José", "Santa Rosa", "Hermanamiento", ""), ("", "", "Hermanamiento", "")]
    both, neither = plan_of(store, "city_relation", rows).rows
    named = {each.values["name"]: each.place.column for each in both.reasons if "name" in each.values}
    assert named == {"San José": "A", "Santa Rosa": "B"}
    assert all("consigo misma" not in each.text for each in neither.reasons)


OF_NETWORKS = ("Ciudad", "Red", "Función", "Desde", "Hasta")


def test_a_membership_is_known_again_by_its_city_network_role_and_time(store: Store) -> None:
    city, network = add_city(store, "Rosario"), add(store, "organisation", name="CIDEU")
    sides = {"municipality_id": city, "organisation_id": network, "role": "integrante"}
    former = add(store, "network_membership", **sides, starts=PartialDate(2003), ends=PartialDate(2006))
    rows = [
        OF_NETWORKS,
        ("Rosario", "CIDEU", "integrante", "2009", ""),
        ("Rosario", "CIDEU", "integrante", "2003", "2006"),
        ("Rosario", "CIDEU", "", "2009", ""),
        ("Rosario", "CIDEU", "presidencia", "2009", ""),
    ]
    plan = imported(store, "network_membership", rows)
    assert verdicts(plan) == ["new", "same", "same", "new"]
    assert plan.rows[1].record_id == former
    assert plan.rows[0].record_id == plan.rows[2].record_id
    named = [row for row in rows if row[2]]
    assert verdicts(plan_of(store, "network_membership", named)) == ["same", "same", "same"]


def test_a_city_and_a_network_are_never_taken_for_each_other(store: Store) -> None:
    add_city(store, "Rosario")
    add(store, "organisation", name="CIDEU")
    plan = plan_of(store, "network_membership", [OF_NETWORKS, ("CIDEU", "Rosario", "", "", "")])
    assert verdicts(plan) == ["refused"]
    assert {reason.place.column for reason in plan.rows[0].reasons} >= {"A", "B"}


def test_a_membership_that_ends_before_it_begins_is_refused_with_its_row(store: Store) -> None:
    add_city(store, "Rosario")
    add(store, "organisation", name="CIDEU")
    plan = plan_of(store, "network_membership", [OF_NETWORKS, ("Rosario", "CIDEU", "", "2009", "2006")])
    assert verdicts(plan) == ["refused"]
    (reason,) = plan.rows[0].reasons
    assert (reason.text, reason.place.row, reason.place.column) == ("Termina antes de empezar.", 2, "E")
