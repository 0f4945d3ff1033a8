"""Countries at a meeting: who sits for each is convened, and a country is counted once."""

import pytest

from app.meetings import convoke, mark_attendance, overview, quorum, read_country_seats
from app.records.editing import delete_records
from app.records.namesakes import read_titles
from app.words.problems import ProblemError
from app.words.words import Words
from db.entities.attendance import AttendanceState
from db.entities.body import BodyKind, QuorumRule
from db.store import Store
from tests.app.meetings.board import add_body, add_country, add_holder, add_meeting, add_seat, attendances
from tests.make import add, add_city


def forum(store: Store, **values: object) -> str:
    return add_body(store, BodyKind.FORUM, name="Foro Consultivo", **values)


def who(store: Store, meeting: str) -> list[str]:
    """Return the names of the persons convened."""
    with store.reading() as session:
        keys = [each.person_id or "" for each in attendances(store, meeting)]
        named = read_titles(session, "person", keys)
        return [named.get(key, "") for key in keys]


def test_who_sits_for_a_country_is_convened_and_the_alternate_too(store: Store, words: Words) -> None:
    body = forum(store)
    add_country(store, body, "UY", "Gloria Modelo", "Hugo Ficticio")
    add_country(store, body, "AR", "Ana Ejemplo")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    convoke(store, meeting, words)
    assert who(store, meeting) == ["Ana Ejemplo", "Gloria Modelo", "Hugo Ficticio"]


def test_the_person_of_a_seat_of_a_city_is_proposed_before_its_liaison(store: Store, words: Words) -> None:
    body, salto = forum(store), add_city(store, "Salto", "UY")
    add_holder(store, salto, "Luis Muestra", "liaison")
    add_seat(store, body, salto, person_id=add(store, "person", name="Eva Prueba"))
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    assert who(store, meeting) == ["Eva Prueba"]


def test_a_guest_who_sits_there_takes_the_seat(store: Store, words: Words) -> None:
    body = forum(store)
    (seat,) = add_country(store, body, "UY", "Gloria Modelo")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    (row,) = attendances(store, meeting)
    delete_records(store, "attendance", [row.id])
    add(store, "attendance", meeting_id=meeting, person_id=row.person_id)
    convoke(store, meeting, words)
    assert [(each.seat_id, each.person_id) for each in attendances(store, meeting)] == [(seat, row.person_id)]


def test_a_country_for_which_nobody_sits_is_said_and_the_others_are_convened(store: Store, words: Words) -> None:
    body = forum(store)
    add_country(store, body, "UY")
    meeting = add_meeting(store, body)
    with pytest.raises(ProblemError, match="de ninguno se indica la persona"):
        convoke(store, meeting, words)
    add_country(store, body, "AR", "Ana Ejemplo")
    add(store, "seat", body_id=body, country="AR", role="alternate")
    convoke(store, meeting, words)
    seen = overview(store, meeting, words)
    assert seen is not None
    assert seen.nameless == ("Uruguay", "Argentina (Suplente)")
    gaps = [(each.label, each.entity, each.field) for each in seen.missing if each.entity == "body"]
    assert gaps[0] == ("Sin persona que convocar: Uruguay, Argentina (Suplente)", "body", "seats")
    assert not any("sin convocar" in each.label for each in seen.missing)


@pytest.mark.parametrize(("came", "present"), [((0,), 1), ((1,), 1), ((0, 1), 1), ((), 0), ((1, 2), 2)])
def test_a_country_counts_once_where_the_titular_or_the_alternate_came(
    store: Store, words: Words, came: tuple[int, ...], present: int
) -> None:
    body = forum(store, quorum_rule=QuorumRule.MAJORITY.value)
    seats = [*add_country(store, body, "UY", "Gloria", "Hugo"), *add_country(store, body, "AR", "Ana")]
    add(store, "seat", body_id=body, country="CL", role="observer", person_id=add(store, "person", name="Olga"))
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    rows = {each.seat_id: each.id for each in attendances(store, meeting)}
    mark_attendance(store, [rows[seats[at]] for at in came], AttendanceState.PRESENT)
    with store.reading() as session:
        counted = quorum(session, meeting)
    assert (counted.seats, counted.needed, counted.present) == (2, 2, present)


def test_a_country_with_two_members_counts_once(store: Store, words: Words) -> None:
    body = forum(store, quorum_rule=QuorumRule.MAJORITY.value)
    for name in ("Gloria", "Hugo"):
        add_country(store, body, "UY", name)
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    mark_attendance(store, [each.id for each in attendances(store, meeting)], AttendanceState.PRESENT)
    with store.reading() as session:
        counted = quorum(session, meeting)
    assert (counted.seats, counted.present) == (1, 1)


def test_the_alternate_of_a_city_stands_in_for_it_where_it_is_known_for_whom(store: Store, words: Words) -> None:
    body = add_body(store)
    own = add_seat(store, body, add_city(store, "Salto", "UY"))
    known = add_seat(store, body, add_city(store, "Rivera", "UY"), "alternate", alternate_of_id=own)
    other = add_seat(store, body, add_city(store, "Artigas", "UY"), "alternate")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    rows = {each.seat_id: each.id for each in attendances(store, meeting)}
    present = []
    for seat in (other, known, own):
        mark_attendance(store, [rows[seat]], AttendanceState.PRESENT)
        with store.reading() as session:
            present.append(quorum(session, meeting).present)
    assert present == [0, 1, 1]


def test_what_a_person_is_there_for_a_country_is_said(store: Store, words: Words) -> None:
    body = forum(store)
    titular, alternate = add_country(store, body, "UY", "Gloria Modelo", "Hugo Ficticio")
    city = add_seat(store, body, add_city(store))
    found = read_country_seats(store, [titular, alternate, city], words)
    assert {key: (each.country, each.said) for key, each in found.items()} == {
        titular: ("UY", "Integrante"),
        alternate: ("UY", "Suplente de Gloria Modelo"),
    }
