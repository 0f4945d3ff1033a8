"""Several cities are put into a network at once, and one that is in it already is not put into it twice."""

import pytest

from app.other_networks.adding import add_cities, read_joining
from app.past.news import say_news
from app.records import history
from app.records.editing import delete_records
from app.records.hints import hints_about
from app.records.reading import list_rows
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.app.other_networks.made import add_member, make_networks
from tests.make import CATALOG, SPANISH, add, said


def test_those_who_are_not_in_it_join_it_in_one_operation(store: Store) -> None:
    made = make_networks(store)
    joining = read_joining(store, made["uclg"])
    assert joining is not None
    assert [name for _, name in joining.cities] == ["Azul", "Tandil"]
    values = {"role": "integrante", "starts": PartialDate(2026), "ends": None}
    changes = add_cities(store, made["uclg"], [key for key, _ in joining.cities], values)
    assert said(changes.title) == "2 ciudades en la red «Ciudades y Gobiernos Locales Unidos»"
    assert say_news(changes, CATALOG, SPANISH) == "Se agregaron 2 ciudades a «Ciudades y Gobiernos Locales Unidos»."
    shown = list_rows(store, "network_membership", ("role", "starts"), list(changes.touched["network_membership"]))
    assert shown == [("integrante", PartialDate(2026))] * 2
    again = read_joining(store, made["uclg"])
    assert again is not None
    assert again.cities == ()
    with pytest.raises(ProblemError, match="ya integran la red"):
        add_cities(store, made["uclg"], [made["azul"]], values)
    history.undo(store)
    assert list_rows(store, "organisation", ("city_count",), [made["uclg"]]) == [(0,)]


def test_an_end_before_the_start_and_a_network_that_is_no_more_are_refused(store: Store) -> None:
    network, city = add(store, "organisation", name="CIDEU"), add_member(store, "Azul")
    with pytest.raises(ProblemError, match="Termina antes de empezar"):
        add_cities(store, network, [city], {"starts": PartialDate(2026), "ends": PartialDate(2025)})
    delete_records(store, "organisation", [network])
    with pytest.raises(ProblemError, match="La red ya no existe"):
        add_cities(store, network, [city], {})
    assert read_joining(store, network) is None


def test_a_city_that_is_twice_in_one_network_at_one_time_is_said(store: Store) -> None:
    network, city = add(store, "organisation", name="CIDEU"), add_member(store, "Azul")
    sides = {"municipality_id": city, "organisation_id": network}
    former = add(store, "network_membership", **sides, ends=PartialDate(2010))
    later = add(store, "network_membership", **sides, starts=PartialDate(2011))
    twice = add(store, "network_membership", **sides, starts=PartialDate(2012))
    with store.reading() as session:
        assert hints_about(session, "network_membership", former) == []
        (said_of_it,) = hints_about(session, "network_membership", twice)
    assert [each.key.id for each in said_of_it.named] == [later]
    assert said_of_it.place.field == "organisation_id"
