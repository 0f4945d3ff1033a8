"""Convoking a meeting brings everyone who sits on its body that day, once, with the person who comes."""

import pytest

from app.meetings import convoke
from app.records.editing import Draft, save_record
from app.records.history import undo_title
from app.words.problems import ProblemError
from app.words.words import Words
from db.entities.meeting import MeetingState
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import (
    SPRING,
    add_body,
    add_holder,
    add_meeting,
    add_seat,
    attendances,
    convened,
    meeting_of,
    seated_city,
)
from tests.make import TODAY, add, add_city, said


def test_seats_come_by_role_then_country_then_name(store: Store, words: Words) -> None:
    body = add_body(store)
    for name, country, role in (
        ("Montevideo", "UY", "member"),
        ("Rosario", "AR", "member"),
        ("Córdoba", "AR", "member"),
        ("Canelones", "UY", "chair"),
    ):
        seated_city(store, body, name, country, role=role)
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    assert convened(store, meeting) == ["Canelones", "Córdoba", "Rosario", "Montevideo"]


@pytest.mark.parametrize(
    ("starts", "ends", "convoked"),
    [
        (None, None, ["Quilmes"]),
        ("2026", None, ["Quilmes"]),
        ("2026-10-05", None, ["Quilmes"]),
        ("2026-10-06", None, []),
        (None, "2026", ["Quilmes"]),
        (None, "2026-10", ["Quilmes"]),
        (None, "2026-09", []),
        ("2025-12", "2026-10-04", []),
    ],
)
def test_a_seat_counts_on_the_days_that_its_dates_may_mean(
    store: Store, words: Words, starts: str | None, ends: str | None, convoked: list[str]
) -> None:
    body = add_body(store)
    seated_city(store, body, "Rosario")
    add_seat(
        store,
        body,
        add_city(store, "Quilmes"),
        starts=starts and PartialDate.parse(starts),
        ends=ends and PartialDate.parse(ends),
    )
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    assert convened(store, meeting) == [*convoked, "Rosario"]


def test_the_liaison_is_proposed_else_the_highest_authority_and_only_while_in_office(
    store: Store, words: Words
) -> None:
    body = add_body(store)
    rosario, canelones, salto = (seated_city(store, body, name) for name in ("Rosario", "Canelones", "Salto"))
    add_holder(store, rosario, "Ana Ficticia", starts=PartialDate(2024))
    liaison = add_holder(store, rosario, "Luis Muestra", "liaison", starts=PartialDate(2026))
    mayor = add_holder(store, canelones, "Mara Ejemplo")
    add_holder(store, canelones, "Hugo Modelo", "international_relations")
    add_holder(store, canelones, "Nora Modelo", "liaison", starts=PartialDate(2026, 11))
    add_holder(store, salto, "Eva Prueba", ends=PartialDate(2025))
    office = add_holder(store, salto, "Juan Ensayo", "international_relations")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    assert convened(store, meeting) == ["Canelones", "Rosario", "Salto"]
    assert [each.person_id for each in attendances(store, meeting)] == [mayor, liaison, office]


def test_convoking_again_proposes_somebody_only_where_nobody_is_named_or_marked(store: Store, words: Words) -> None:
    body = add_body(store)
    azul, salto, tigre = (seated_city(store, body, name) for name in ("Azul", "Salto", "Tigre"))
    meeting = add_meeting(store, body)
    add(store, "attendance", meeting_id=meeting, municipality_id=azul)
    convoke(store, meeting, words)
    chosen = add(store, "person", name="Elegida Muestra")
    rows = {each.municipality_id: each.id for each in attendances(store, meeting)}
    save_record(store, Draft("attendance", rows[salto], {"person_id": chosen}))
    save_record(store, Draft("attendance", rows[tigre], {"state": "absent"}))
    liaison, *_ = [add_holder(store, city, f"Enlace {city}", "liaison") for city in (azul, salto, tigre)]
    convoke(store, meeting, words)
    people = {each.municipality_id: each.person_id for each in attendances(store, meeting)}
    assert people == {azul: liaison, salto: chosen, tigre: None}


def test_convoking_again_adds_the_new_seats_alone(store: Store, words: Words) -> None:
    body = add_body(store)
    seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    before = attendances(store, meeting)[0]
    seated_city(store, body, "Córdoba")
    convoke(store, meeting, words)
    assert convened(store, meeting) == ["Rosario", "Córdoba"]
    assert attendances(store, meeting)[0].id == before.id


def test_a_city_added_by_hand_takes_its_seat_instead_of_coming_twice(store: Store, words: Words) -> None:
    body = add_body(store)
    rosario = seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body)
    add(store, "attendance", meeting_id=meeting, municipality_id=rosario)
    convoke(store, meeting, words)
    assert convened(store, meeting) == ["Rosario"]
    assert attendances(store, meeting)[0].seat_id is not None


def test_the_meeting_becomes_convened_today_and_one_undo_takes_it_all_back(store: Store, words: Words) -> None:
    body = add_body(store)
    seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body, name="Tercera reunión")
    convoke(store, meeting, words)
    assert meeting_of(store, meeting).state == MeetingState.CONVENED.value
    assert meeting_of(store, meeting).convened_on == TODAY
    assert said(undo_title(store)) == "Convocatoria de la reunión «Tercera reunión»"
    store.undo()
    assert meeting_of(store, meeting).state == MeetingState.PLANNED.value
    assert convened(store, meeting) == []


def test_a_meeting_that_was_held_gets_its_seats_and_keeps_its_state(store: Store, words: Words) -> None:
    body = add_body(store)
    seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body, state=MeetingState.HELD.value)
    convoke(store, meeting, words)
    assert convened(store, meeting) == ["Rosario"]
    assert meeting_of(store, meeting).state == MeetingState.HELD.value
    assert meeting_of(store, meeting).convened_on is None


def test_what_cannot_be_convoked_says_which_field_to_mend(store: Store, words: Words) -> None:
    body = add_body(store)
    cancelled = add_meeting(store, body, state=MeetingState.CANCELLED.value)
    for meeting, field in (
        (add_meeting(store, body, None), "starts_on"),
        (add_meeting(store, body, SPRING), "body_id"),
        (cancelled, "state"),
    ):
        with pytest.raises(ProblemError) as refused:
            convoke(store, meeting, words)
        assert refused.value.problems[0].place.field == field
        assert convened(store, meeting) == []
