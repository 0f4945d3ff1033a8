"""A meeting begins from the last of its body, with what stays from one to the next and nothing of what was decided."""

from datetime import date

from app.meetings import begin_from_last, begin_within
from db.entities.body import BodyKind
from db.entities.meeting import MeetingState
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting
from tests.make import add, add_city

TERMS = (("2025-2026", PartialDate(2025), PartialDate(2026)), ("2027-2028", PartialDate(2027), PartialDate(2028)))


def test_place_hour_number_and_agenda_stay_and_the_minutes_do_not(store: Store) -> None:
    body, salto = add_body(store), add_city(store, "Salto", "UY")
    add_meeting(store, body, date(2026, 3, 2), name="Primera reunión", code="ACTA Nº 01/2026")
    last = add_meeting(
        store,
        body,
        date(2026, 9, 1),
        name="Segunda reunión",
        series="ACTA",
        code="ACTA Nº 02/2026",
        starts_at="09:30",
        place="Sala A",
        municipality_id=salto,
        state=MeetingState.HELD.value,
        opening="Se abre",
        next_meeting="En octubre",
        notes="Privado",
    )
    add_meeting(store, body, date(2026, 9, 5), name="Suspendida", state=MeetingState.CANCELLED.value)
    add_meeting(store, add_body(store, name="Otra"), date(2026, 9, 9), name="De otra instancia")
    for name in ("Apertura", "Varios"):
        add(store, "agenda_item", meeting_id=last, name=name, duration=15, minutes="Se aprueba")
    found = begin_from_last(store, body, date(2026, 10, 1))
    assert found is not None
    assert found.title == "Segunda reunión · ACTA Nº 02/2026"
    assert found.values == {
        "name": "Tercera reunión",
        "series": "ACTA",
        "code": "ACTA Nº 03/2026",
        "starts_at": "09:30",
        "place": "Sala A",
        "municipality_id": salto,
    }
    assert [dict(item.values) for item in found.items.added] == [
        {"name": "Apertura", "duration": 15},
        {"name": "Varios", "duration": 15},
    ]


def test_the_first_meeting_of_a_body_begins_from_nothing(store: Store) -> None:
    assert begin_from_last(store, add_body(store)) is None


def test_a_meeting_that_has_no_number_yet_will_take_the_one_before(store: Store) -> None:
    body = add_body(store)
    add_meeting(store, body, date(2026, 3, 2), code="ACTA Nº 02/2026")
    add_meeting(store, body, date(2026, 9, 1))
    found = begin_from_last(store, body, date(2026, 10, 1))
    assert found is not None
    assert found.values["code"] == "ACTA Nº 04/2026"


def test_the_term_is_the_one_that_runs_on_the_day_of_the_next_meeting(store: Store) -> None:
    body = add_body(store)
    terms = [add(store, "period", name=name, starts=first, ends=last) for name, first, last in TERMS]
    add_meeting(store, body, date(2026, 3, 2), period_id=terms[0])
    for day, term in ((date(2026, 12, 31), terms[0]), (date(2027, 1, 1), terms[1]), (date(2029, 1, 1), None)):
        found = begin_from_last(store, body, day)
        assert found is not None
        assert found.values.get("period_id") == term


def forum_meetings(store: Store) -> tuple[str, str]:
    """Add a forum whose plenaries and meetings of coordinators are counted apart; give it and its last plenary."""
    body = add_body(store, BodyKind.FORUM, name="Foro Consultivo")
    rows = (
        ("II Plenaria", "Plenaria", "II", date(2026, 3, 2)),
        ("VIII Reunión de Coordinadores", "Reunión de Coordinadores", "VIII", date(2026, 5, 4)),
        ("III Plenaria", "Plenaria", "III", date(2026, 9, 28)),
    )
    for name, series, code, day in rows:
        last = add_meeting(store, body, day, name=name, series=series, code=code, place="Buenos Aires")
    return body, last


def test_each_series_of_a_body_is_counted_by_itself(store: Store) -> None:
    body, _ = forum_meetings(store)
    found = begin_from_last(store, body)
    assert found is not None
    assert (found.values["name"], found.values["code"], found.others) == (
        "IV Plenaria",
        "IV",
        ("Reunión de Coordinadores",),
    )
    found = begin_from_last(store, body, series=" reunión de coordinadores")
    assert found is not None
    assert (found.values["name"], found.values["code"]) == ("IX Reunión de Coordinadores", "IX")
    assert begin_from_last(store, body, series="Seminario") is None


def test_a_number_of_another_series_is_free(store: Store) -> None:
    body = add_body(store)
    for series, code, day in (("Plenaria", "II", date(2026, 3, 2)), ("Plenaria", "I", date(2026, 2, 2))):
        add_meeting(store, body, day, name=f"{code} Encuentro", series=series, code=code)
    add_meeting(store, body, date(2026, 1, 2), name="III Encuentro", series="Coordinadores", code="III")
    found = begin_from_last(store, body)
    assert found is not None
    assert (found.values["name"], found.values["code"]) == ("III Encuentro", "III")


def test_one_within_a_plenary_is_of_another_series_on_its_day_and_place(store: Store) -> None:
    body, plenary = forum_meetings(store)
    place = {"starts_on": date(2026, 9, 28), "place": "Buenos Aires"}
    assert begin_within(store, plenary) == place
    found = begin_from_last(store, body, parent_id=plenary)
    assert found is not None
    assert found.values == {
        "name": "IX Reunión de Coordinadores",
        "series": "Reunión de Coordinadores",
        "code": "IX",
        **place,
    }
    group = add_body(store, BodyKind.COMMITTEE, name="Grupo de Portal Web")
    assert begin_from_last(store, group, parent_id=plenary) is None
