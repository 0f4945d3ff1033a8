"""The state of the network derives from dated memberships, mandates and terms."""

from datetime import date

import pytest

from app.figures import MEMBERS
from app.network import (
    MovementKind,
    contacts_to_verify,
    homonyms,
    members_by_country,
    members_on,
    members_without_date,
    movements,
    period_on,
)
from app.network.members import as_points
from db.entities.tenure import TenureState
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_holder
from tests.make import TODAY, add, add_city

SINCE, UNTIL = date(2026, 3, 1), date(2026, 10, 1)


def _member(store: Store, name: str, country: str = "AR", *, state: str = "member", **dates: object) -> str:
    city = add_city(store, name, country)
    _state(store, city, state, **dates)
    return city


def _state(store: Store, city: str, state: str, **values: object) -> None:
    known = {
        key: PartialDate.parse(str(value)) if key in ("starts", "ends") else value for key, value in values.items()
    }
    add(store, "membership", municipality_id=city, state=state, **known)


def test_members_are_counted_by_country_on_the_day_that_is_asked(store: Store) -> None:
    _member(store, "Rosario", starts="1995-11-11")
    _member(store, "Córdoba")
    suspended = _member(store, "Salto", "UY", starts="2000")
    _state(store, suspended, "suspended", starts="2026-05")
    _member(store, "Lima", "PE", state="applicant", starts="2026")
    _member(store, "Morón", starts="1996", ends="2010")
    with store.reading() as session:
        assert members_by_country(session, TODAY) == (("AR", 2),)
        assert members_by_country(session, date(2026, 4, 1)) == (("AR", 2), ("UY", 1))
        assert MEMBERS.count(session, date(2010, 12, 31)) == 4
        assert members_without_date(session, TODAY) == 1


def test_members_with_coordinates_are_on_the_map(store: Store) -> None:
    _member(store, "Córdoba")
    place = {"short_name": "Rosario", "country": "AR", "latitude": -32_946_800, "longitude": -60_639_300}
    _state(store, add(store, "municipality", **place), "member")
    with store.reading() as session:
        points = as_points(members_on(session, TODAY))
    assert [(point.label, point.latitude, point.country) for point in points] == [("Rosario", -32_946_800, "AR")]


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("member", MovementKind.ADMISSION),
        ("applicant", MovementKind.APPLICATION),
        ("suspended", MovementKind.SUSPENSION),
        ("withdrawn", MovementKind.WITHDRAWAL),
    ],
)
def test_each_state_that_begins_is_a_movement(store: Store, state: str, kind: MovementKind) -> None:
    _member(store, "Rosario", state=state, starts="2026-05-04", act="Acta 3")
    with store.reading() as session:
        found = movements(session, SINCE, UNTIL)
    assert [(each.name, each.kind, str(each.dated), each.act) for each in found] == [
        ("Rosario", kind, "2026-05-04", "Acta 3")
    ]


@pytest.mark.parametrize(
    ("starts", "inside"),
    [
        ("2026-03-01", []),
        ("2026-03-02", ["Rosario"]),
        ("2026-10-01", ["Rosario"]),
        ("2026-10-02", []),
        ("2026", ["Rosario"]),
        ("2026-03", ["Rosario"]),
        ("2026-02", []),
        ("2025", []),
    ],
)
def test_a_date_counts_when_a_day_that_it_may_mean_does(store: Store, starts: str, inside: list[str]) -> None:
    _member(store, "Rosario", starts=starts)
    with store.reading() as session:
        assert [each.name for each in movements(session, SINCE, UNTIL)] == inside


def test_a_membership_that_ends_is_told_once(store: Store) -> None:
    _member(store, "Azul", starts="2000", ends="2026-06-30")
    left = _member(store, "Ate", "PE", starts="2000", ends="2026-06-30")
    _state(store, left, "withdrawn", starts="2026-07-01")
    with store.reading() as session:
        found = movements(session, SINCE, UNTIL)
    assert [(each.name, each.kind) for each in found] == [
        ("Azul", MovementKind.END),
        ("Ate", MovementKind.WITHDRAWAL),
    ]


def test_contacts_to_verify_have_ended_or_nobody_confirmed_them_for_a_year(store: Store) -> None:
    rosario = add_city(store, "Rosario")
    add_holder(store, rosario, "Al Día", verified_on=date(2026, 1, 10))
    add_holder(store, rosario, "De Hace Mucho", verified_on=date(2024, 1, 10))
    add_holder(store, rosario, "Nunca Vista")
    add_holder(store, rosario, "Terminó", ends=PartialDate(2025), verified_on=date(2026, 1, 10))
    with store.reading() as session:
        found = contacts_to_verify(session, TODAY)
    assert [(each.person, each.state) for each in found] == [
        ("Terminó", TenureState.ENDED),
        ("De Hace Mucho", TenureState.TO_VERIFY),
        ("Nunca Vista", TenureState.TO_VERIFY),
    ]
    assert {(each.place, each.country) for each in found} == {("Rosario", "AR")}


def test_who_was_succeeded_is_not_asked_about(store: Store) -> None:
    post = add(store, "post", name="Intendente", municipality_id=add_city(store), email="despacho@example.org")
    for name, ends, verified in (
        ("Primera", PartialDate(2019), None),
        ("Segundo", PartialDate(2023), None),
        ("Tercera", None, date(2026, 10, 1)),
    ):
        add(
            store,
            "tenure",
            post_id=post,
            person_id=add(store, "person", name=name),
            ends=ends,
            verified_on=verified,
        )
    other = add(store, "post", name="Enlace", municipality_id=add_city(store, "Salta"))
    for name, year in (("Antes", 2020), ("Después", 2022)):
        add(store, "tenure", post_id=other, person_id=add(store, "person", name=name), ends=PartialDate(year))
    with store.reading() as session:
        assert [each.person for each in contacts_to_verify(session, TODAY)] == ["Después"]


def test_a_month_does_not_outlast_the_year_that_it_is_in(store: Store) -> None:
    post = add(store, "post", name="Enlace", municipality_id=add_city(store))
    for name, ends in (("Del año", PartialDate(2020)), ("De mayo", PartialDate(2020, 5))):
        add(store, "tenure", post_id=post, person_id=add(store, "person", name=name), ends=ends)
    with store.reading() as session:
        assert [each.person for each in contacts_to_verify(session, TODAY)] == ["Del año"]


def test_the_e_mail_of_the_post_comes_before_that_of_the_person(store: Store) -> None:
    city = add_city(store)
    for name, own in (("Con Cargo", "despacho@example.org"), ("Sin Cargo", None)):
        person = add(store, "person", name=name)
        add(store, "contact_point", person_id=person, kind="email", value="persona@example.org")
        post = add(store, "post", name=name, municipality_id=city, email=own)
        add(store, "tenure", person_id=person, post_id=post)
    with store.reading() as session:
        found = contacts_to_verify(session, TODAY)
    assert [each.email for each in found] == ["despacho@example.org", "persona@example.org"]


def test_the_term_of_a_day_is_the_one_that_began_last(store: Store) -> None:
    moron = add_city(store, "Morón")
    add(store, "period", name="2006-2008", municipality_id=moron, starts=PartialDate(2006, 12), ends=PartialDate(2008))
    add(store, "period", name="2008-2009", starts=PartialDate(2008, 6, 18), ends=PartialDate(2009))
    with store.reading() as session:
        names = [
            (term and term.name)
            for day in (date(2008, 6, 17), date(2008, 6, 18), date(2010, 1, 1))
            for term in (period_on(session, day),)
        ]
        first = period_on(session, date(2007, 1, 1))
    assert names == ["2006-2008", "2008-2009", None]
    assert first is not None
    assert first.city == "Morón"


def test_cities_that_share_their_name_are_told_apart_by_their_province(store: Store) -> None:
    for subdivision in ("AR-B", "AR-S"):
        city = add_city(store, "Avellaneda", subdivision=subdivision)
        add(store, "membership", municipality_id=city, state="member", starts=PartialDate(2026, 5, 4))
        add_holder(store, city, f"Persona {subdivision}")
    add_city(store, "Rosario", "UY", "UY-CO")
    add_city(store, "Rosario", "AR", "AR-S")
    names = ["Avellaneda (Buenos Aires)", "Avellaneda (Santa Fe)"]
    with store.reading() as session:
        assert sorted(homonyms(session).values()) == names
        assert sorted(each.name for each in movements(session, SINCE, UNTIL)) == names
        assert sorted(each.place for each in contacts_to_verify(session, TODAY)) == names
