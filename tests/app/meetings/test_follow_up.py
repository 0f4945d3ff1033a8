"""The open resolutions of earlier meetings are carried forward by themselves."""

from datetime import date, timedelta

import pytest

from app.meetings import FollowUp, follow_up
from app.records.reading import list_rows
from app.words.names import BETWEEN_NAMES
from app.words.words import LANGUAGES
from db.entities.resolution import UNFINISHED
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.make import TODAY, add, add_city, approve

FIRST, SECOND, THIRD = date(2026, 3, 10), date(2026, 6, 10), date(2026, 10, 5)


def _followed(store: Store, meeting: str) -> tuple[FollowUp, ...]:
    with store.reading() as session:
        return follow_up(session, meeting, TODAY)


def _texts(store: Store, meeting: str) -> list[str]:
    return [each.text for each in _followed(store, meeting)]


def _resolve(store: Store, meeting: str, text: str, **values: object) -> str:
    return add(store, "resolution", meeting_id=meeting, text=text, **values)


def test_overdue_ones_come_first_then_by_date_then_what_was_finished(store: Store) -> None:
    body = add_body(store)
    first, second = add_meeting(store, body, FIRST, state="held"), add_meeting(store, body, SECOND, state="held")
    _resolve(store, first, "sin plazo")
    _resolve(store, second, "a tiempo", due_on=date(2026, 12, 1), state="in_progress")
    _resolve(store, second, "cumplida", state="done", closed_on=date(2026, 7, 1), due_on=date(2026, 6, 20))
    _resolve(store, first, "vencida", due_on=date(2026, 10, 4))
    _resolve(store, first, "vencida antes", due_on=date(2026, 5, 1), state="in_progress")
    found = _followed(store, add_meeting(store, body, THIRD))
    assert [each.text for each in found] == ["vencida antes", "vencida", "a tiempo", "sin plazo", "cumplida"]
    assert [each.overdue for each in found] == [True, True, False, False, False]


def test_what_is_due_on_the_day_of_the_meeting_is_not_overdue_yet(store: Store) -> None:
    body = add_body(store)
    _resolve(store, add_meeting(store, body, FIRST), "para ese día", due_on=THIRD)
    assert [each.overdue for each in _followed(store, add_meeting(store, body, THIRD))] == [False]


def test_what_was_finished_before_the_previous_meeting_is_left_out(store: Store) -> None:
    body = add_body(store)
    first, second = add_meeting(store, body, FIRST, state="held"), add_meeting(store, body, SECOND, state="held")
    _resolve(store, first, "de antes", state="done", closed_on=date(2026, 5, 1))
    _resolve(store, first, "sin fecha, de la primera", state="dropped")
    _resolve(store, second, "sin fecha, de la anterior", state="dropped")
    assert _texts(store, add_meeting(store, body, THIRD)) == ["sin fecha, de la anterior"]


def test_other_bodies_later_meetings_suspended_ones_and_its_own_are_no_matter(store: Store) -> None:
    body, council = add_body(store), add_body(store, name="Consejo")
    third = add_meeting(store, body, THIRD)
    _resolve(store, add_meeting(store, council, FIRST), "de otra instancia")
    _resolve(store, add_meeting(store, body, date(2026, 12, 1)), "posterior")
    _resolve(store, add_meeting(store, body, FIRST, state="cancelled"), "suspendida")
    _resolve(store, third, "propia")
    assert _texts(store, third) == []


def test_a_meeting_of_the_same_morning_and_one_held_on_an_unknown_day_came_before(store: Store) -> None:
    body = add_body(store)
    afternoon = add_meeting(store, body, THIRD, starts_at="15:00")
    _resolve(store, add_meeting(store, body, THIRD, starts_at="09:00"), "de la mañana")
    undated = add_meeting(store, body, None, state="held")
    _resolve(store, undated, "de un día sin registrar")
    approve(store, undated)
    assert sorted(_texts(store, afternoon)) == ["de la mañana", "de un día sin registrar"]


def test_who_answers_for_it_has_the_names_that_are_known(store: Store) -> None:
    body = add_body(store, name_pt="Comissão Diretiva", name_en="Board of Directors")
    person = add(store, "person", name="Ana Ficticia")
    _resolve(store, add_meeting(store, body, FIRST), "texto", body_id=body, person_id=person)
    meeting = add_meeting(store, body, THIRD)
    said = {language: _followed(store.speaking(language), meeting)[0].responsible for language in LANGUAGES}
    assert said == {
        "es": ("Comisión Directiva", "Ana Ficticia"),
        "pt": ("Comissão Diretiva", "Ana Ficticia"),
        "en": ("Board of Directors", "Ana Ficticia"),
    }


def test_a_city_that_answers_for_it_is_told_from_one_of_its_name_in_another_country(store: Store) -> None:
    body = add_body(store)
    city = add_city(store, "Rosario", "AR", "AR-S")
    add_city(store, "Rosario", "UY", "UY-CO")
    _resolve(store, add_meeting(store, body, FIRST), "de Rosario", municipality_id=city)
    [found] = _followed(store, add_meeting(store, body, THIRD))
    assert found.responsible == ("Rosario (Santa Fe)",)


@pytest.mark.parametrize("said", [("Rosario", "Comisión Directiva", "Ana Ficticia"), ("Rosario", "Ana Ficticia"), ()])
def test_the_list_names_who_answers_for_a_resolution_as_the_follow_up_does(store: Store, said: tuple[str, ...]) -> None:
    body = add_body(store)
    keys = {
        "Rosario": ("municipality_id", add_city(store, "Rosario")),
        "Comisión Directiva": ("body_id", body),
        "Ana Ficticia": ("person_id", add(store, "person", name="Ana Ficticia")),
    }
    key = _resolve(store, add_meeting(store, body, FIRST), "texto", **dict(keys[name] for name in said))
    [found] = _followed(store, add_meeting(store, body, THIRD))
    [(listed,)] = list_rows(store, "resolution", ["responsible"], [key])
    assert (listed or "") == BETWEEN_NAMES.join(found.responsible) == " · ".join(said)


@pytest.mark.parametrize("state", ["open", "in_progress", "done", "dropped"])
@pytest.mark.parametrize("due_on", [TODAY - timedelta(days=1), TODAY, None])
def test_the_list_of_a_day_tells_overdue_what_a_meeting_of_that_day_does(
    store: Store, state: str, due_on: date | None
) -> None:
    body = add_body(store)
    first = add_meeting(store, body, FIRST, state="held")
    key = _resolve(store, first, "texto", state=state, due_on=due_on, closed_on=SECOND if state == "done" else None)
    [found] = _followed(store, add_meeting(store, body, TODAY))
    [(listed,)] = list_rows(store, "resolution", ["overdue"], [key])
    assert bool(listed) is found.overdue is (state in UNFINISHED and due_on == TODAY - timedelta(days=1))
