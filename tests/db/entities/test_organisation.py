"""Who is in another network today, who our contact there is, and with whom a project is done."""

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, list_rows
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import add, add_city

LAST_YEAR, NEXT_YEAR = PartialDate(2025), PartialDate(2027)


def member(store: Store, name: str, state: str = "member") -> str:
    """Save a city that has this state in the network."""
    city = add_city(store, name)
    add(store, "membership", municipality_id=city, state=state)
    return city


def test_only_what_holds_today_counts_and_once_for_each_member_city(store: Store) -> None:
    network = add(store, "organisation", name="Ciudades Educadoras", acronym="AICE")
    azul, tandil, away = member(store, "Azul"), member(store, "Tandil"), member(store, "Bragado", "withdrawn")
    for city, dates in (
        (azul, {"starts": LAST_YEAR}),
        (azul, {"role": "presidencia"}),
        (tandil, {"ends": LAST_YEAR}),
        (tandil, {"starts": NEXT_YEAR}),
        (away, {}),
    ):
        add(store, "network_membership", municipality_id=city, organisation_id=network, **dates)
    bank = add(store, "organisation", name="Banco", kind="bank")
    assert list_rows(store, "organisation", ("city_count",), [network, bank]) == [(1,), (None,)]
    shown = list_rows(store, "municipality", ("other_networks",), [azul, tandil, away])
    assert shown == [("Ciudades Educadoras",), (None,), ("Ciudades Educadoras",)]
    within = Filter("other_networks", Operator.EQUALS, RecordKey("organisation", network))
    assert list_ids(store, Query("municipality", filters=(within,))) == [azul, away]
    in_force = Filter("in_force", Operator.EQUALS, value=True)
    assert len(list_ids(store, Query("network_membership", filters=(in_force,)))) == 3


def test_our_contact_is_who_holds_its_posts_today(store: Store) -> None:
    network = add(store, "organisation", name="CGLU")
    people = {name: add(store, "person", name=name) for name in ("Zulma Ficticia", "Ana Ficticia", "Luis Muestra")}
    for name, dates in (
        ("Zulma Ficticia", {"starts": PartialDate(2024)}),
        ("Ana Ficticia", {"starts": PartialDate(2025, 3)}),
        ("Luis Muestra", {"ends": LAST_YEAR}),
    ):
        post = add(store, "post", name="Relaciones", organisation_id=network)
        add(store, "tenure", post_id=post, person_id=people[name], **dates)
    shown = list_rows(store, "organisation", ("contact", "contact_since"), [network])
    assert shown == [("Ana Ficticia · Zulma Ficticia", PartialDate(2024))]
    asked = Filter("contact", Operator.EQUALS, RecordKey("person", people["Ana Ficticia"]))
    assert list_ids(store, Query("organisation", filters=(asked,))) == [network]


def test_a_project_names_each_with_whom_it_is_done_once(store: Store) -> None:
    donor, other, city = (
        add(store, "organisation", name="Agencia"),
        add(store, "organisation", name="AUGM"),
        add_city(store),
    )
    key = add(store, "project", name="Huertas", donor_id=donor)
    for who in ({"organisation_id": donor}, {"organisation_id": other}, {"municipality_id": city}, {"name": "Vecinos"}):
        add(store, "project_partner", project_id=key, **who)
    assert list_rows(store, "project", ("counterparts",), [key]) == [("Agencia · AUGM · Córdoba",)]
    asked = Filter("counterparts", Operator.EQUALS, RecordKey("organisation", other))
    assert list_ids(store, Query("project", filters=(asked,))) == [key]
