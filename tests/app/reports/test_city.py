"""A city as reports print it: its contacts a line each, its posts by their weight, and who holds each of them."""

from datetime import date

import pytest

from app.rendering.outline import as_text
from app.reports import directory, municipality_sheet
from app.reports.city import SAID_OTHERWISE, City, CityPost, read_cities
from app.reports.offered import make
from db.entities.contact_point import ContactKind
from db.entities.municipality import Municipality
from db.entities.tenure import TenureState
from db.store import Store
from db.values import PartialDate
from tests.app.reports.example import Network
from tests.make import SPANISH, TODAY, add, add_city


def city_of(store: Store, key: str, day: date = TODAY) -> City:
    with store.reading() as session:
        (found,) = read_cities(session, Municipality.id == key, day, TODAY)
    return found


def post_of(store: Store, *tenures: tuple[str, dict[str, object]], **values: object) -> CityPost:
    """Return the post of a new city after these people held it."""
    city = add_city(store)
    post = add(store, "post", name="Prensa", municipality_id=city, **values)
    for name, more in tenures:
        person = add(store, "person", name=name)
        add(store, "tenure", person_id=person, post_id=post, **more)
        add(store, "contact_point", person_id=person, kind="email", value="prensa@example.org")
        add(store, "contact_point", person_id=person, kind="mobile", value="+5493415550101")
    (found,) = city_of(store, city).posts
    return found


def test_who_holds_a_post_today_hides_who_held_it_before(store: Store) -> None:
    verified = {"verified_on": date(2026, 11, 1)}
    post = post_of(
        store,
        ("Ana", {"starts": PartialDate(2019), "ends": PartialDate(2023)}),
        ("Luis", {"starts": PartialDate(2023), **verified}),
        ("Eva", {"starts": PartialDate(2025), **verified}),
    )
    assert [holder.name for holder in post.holders] == ["Eva", "Luis"], "who began last is first"


def test_of_a_vacant_post_who_held_it_last_is_shown(store: Store) -> None:
    post = post_of(
        store,
        ("Ana", {"starts": PartialDate(2015), "ends": PartialDate(2023)}),
        ("Luis", {"starts": PartialDate(2016), "ends": PartialDate(2019)}),
    )
    assert [(holder.name, holder.state) for holder in post.holders] == [("Ana", TenureState.ENDED)]


def test_a_post_that_nobody_held_has_no_holder(store: Store) -> None:
    assert post_of(store).holders == ()


def test_a_post_is_reached_as_its_holder_is_each_way_once(store: Store) -> None:
    post = post_of(store, ("Ana", {}), phone="+543414802000", email="prensa@example.org")
    assert post.emails(SPANISH) == "prensa@example.org"
    assert post.phones(SPANISH) == "+54 341 480-2000\n+54 9 341 555-0101"


def test_the_head_of_government_comes_first_and_posts_without_role_last(store: Store) -> None:
    city = add_city(store)
    for name, role in (
        ("Archivo", None),
        ("Asuntos internacionales", "liaison"),
        ("Intendencia", "head_of_government"),
    ):
        add(store, "post", name=name, municipality_id=city, role=role)
    assert [post.name for post in city_of(store, city).posts] == ["Intendencia", "Asuntos internacionales", "Archivo"]


def test_the_contacts_of_a_city_say_what_they_are_for(store: Store) -> None:
    city = add_city(store, "Rosario")
    add(store, "contact_point", municipality_id=city, kind="phone", value="+543414802000", label="conmutador")
    add(store, "contact_point", municipality_id=city, kind="mobile", value="+5493415550101")
    add(store, "contact_point", municipality_id=city, kind="email", value="rosario@example.org")
    found = city_of(store, city)
    assert found.reached(SPANISH, ContactKind.PHONE, ContactKind.MOBILE) == (
        "+54 341 480-2000 (conmutador)\n+54 9 341 555-0101"
    )
    assert found.reached(SPANISH, ContactKind.ADDRESS) == ""


def test_a_city_is_in_the_network_as_of_the_day_that_is_asked(store: Store) -> None:
    city = add_city(store)
    add(store, "membership", municipality_id=city, state="member", starts=PartialDate(2010, 5, 1))
    member, before = (city_of(store, city, day).state for day in (TODAY, date(2010, 4, 30)))
    assert (member.value if member else None, before) == ("member", None)


def test_a_field_that_no_paper_speaks_of_is_printed_by_its_label(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.reports.city.SAID_OTHERWISE", SAID_OTHERWISE - {"population_source"})
    options = municipality_sheet.Options(network.keys["rosario"])
    source = "Fuente de la población"
    assert source in as_text(make(network.store, "municipality", options, "es"))
    assert f"{source}:" in as_text(make(network.store, "directory", directory.Options(), "es"))
