"""Activities and meetings are events: what each of their fields says there, in the language that is asked for."""

from datetime import date

from app.agenda.event import CalendarEvent, EventState
from app.agenda.records import Wanted, meetings_of_term, read_events, say_undated
from app.records.editing import Draft, save_record
from app.words.words import Words
from db.store import Store
from db.values import PartialDate
from tests.make import SPANISH, add, add_city

DAY = date(2027, 3, 4)


def events(store: Store, *activities: str, with_contact: bool = False, words: Words = SPANISH) -> list[CalendarEvent]:
    return list(read_events(store, Wanted(activities, with_contact=with_contact), words))


def workshop(store: Store) -> str:
    """Add an activity of which everything is known."""
    body = add(store, "body", name="Unidad de Juventud", name_pt="Unidade de Juventude", kind="thematic_unit")
    values = {
        "name": "Taller",
        "kind": "seminar",
        "starts_on": DAY,
        "starts_at": "09:00",
        "ends_at": "11:00",
        "time_zone": "America/Montevideo",
        "place": "Sala 2",
        "municipality_id": add_city(store, "Montevideo", "UY"),
        "units": (body,),
        "who_may_come": "Equipos técnicos",
        "deadline": date(2027, 3, 1),
        "host_pays": "Almuerzo",
        "person_id": add(store, "person", name="Bruno Ficticio"),
        "state": "confirmed",
    }
    return save_record(store, Draft("activity", None, values)).id


def test_all_that_is_known_of_an_activity_stands_in_its_event(store: Store) -> None:
    key = workshop(store)
    [event] = events(store, key)
    assert (event.uid, event.name, event.place) == (f"{key}@enlace", "Taller", "Sala 2, Montevideo")
    assert (event.state, event.categories) == (EventState.CONFIRMED, ("Seminario o taller",))
    assert (event.starts_on, event.starts_at, event.ends_at, event.zone) == (
        DAY,
        "09:00",
        "11:00",
        "America/Montevideo",
    )
    assert event.description.splitlines() == [
        "Instancias que organizan: Unidad de Juventud",
        "Quiénes pueden participar: Equipos técnicos",
        "Inscripción hasta: 01/03/2027",
        "Qué cubre la sede: Almuerzo",
    ]


def test_the_person_of_contact_is_told_when_asked(store: Store) -> None:
    [event] = events(store, workshop(store), with_contact=True)
    assert event.description.endswith("Persona de contacto: Bruno Ficticio")


def test_an_event_is_told_in_the_language_of_its_reader(store: Store) -> None:
    [event] = events(store, workshop(store), words=Words("pt"))
    assert "Unidade de Juventude" in event.description


def test_how_often_an_activity_was_changed_counts_its_versions(store: Store) -> None:
    key = add(store, "activity", name="Taller", starts_on=DAY)
    [before] = events(store, key)
    save_record(store, Draft("activity", key, {"name": "Taller abierto"}))
    [after] = events(store, key)
    assert after.sequence == before.sequence + 1
    assert before.changed is not None
    assert after.changed is not None
    assert after.changed >= before.changed


def test_a_name_that_it_came_with_from_another_calendar_stays(store: Store) -> None:
    [event] = events(store, add(store, "activity", name="Taller", starts_on=DAY, uid="abc@example.org"))
    assert event.uid == "abc@example.org"


def test_the_meetings_of_the_present_term_are_events_too(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    add(store, "period", name="2026-2027", starts=PartialDate(2026, 7), ends=PartialDate(2027, 6))
    inside = add(store, "meeting", name="Reunión", code="XX", body_id=body, starts_on=DAY, starts_at="10:00")
    add(store, "meeting", name="Vieja", body_id=body, starts_on=date(2020, 1, 1))
    with store.reading() as session:
        assert meetings_of_term(session, store.today()) == [inside]
    [event] = read_events(store, Wanted(meetings=(inside,)), SPANISH)
    assert (event.name, event.categories, event.state) == ("Reunión · XX", ("Reunión",), EventState.TENTATIVE)
    assert event.description == "Instancia: Comisión Directiva"


def test_what_has_no_day_is_named(store: Store) -> None:
    [problem] = say_undated(events(store, add(store, "activity", name="Taller")))
    assert problem.say(SPANISH) == "Sin fecha no van al calendario: Taller."
    assert say_undated(()) == ()
