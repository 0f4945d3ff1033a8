"""Activities come back from a calendar as they are; what was changed there is a change of the same activity."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.agenda.exporting import export_calendar, wanted_between
from app.agenda.ics.writing import make_calendar
from app.agenda.records import Wanted, read_events
from app.records.catalog import Query
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.history import undo
from app.records.reading import list_ids
from app.sheets.importing.importing import Answer, Decision, Plan, apply_plan, make_plan, prepare, read_file, targets_of
from app.words.words import LANGUAGES, Words
from db.store import Store
from tests.app.sheets.importing.plans import changes, plan_of, reasons, verdicts
from tests.make import SPANISH, add, add_city, everything

DAY = date(2027, 3, 4)


@pytest.fixture
def agenda(store: Store) -> str:
    """Add an activity of which everything that a calendar can say is known; give its key."""
    unit = add(store, "body", name="Unidad de Juventud", name_pt="Unidade de Juventude", kind="thematic_unit")
    return add(
        store,
        "activity",
        name="Feria de la economía, y otras",
        kind="fair",
        starts_on=DAY,
        ends_on=date(2027, 3, 6),
        starts_at="09:00",
        time_zone="America/Montevideo",
        place="Sala 2",
        municipality_id=add_city(store, "Montevideo", "UY"),
        units=(unit,),
        who_may_come="Equipos técnicos",
        deadline=date(2027, 3, 1),
        host_pays="Almuerzo",
        notes="Nada que decir",
        web="https://example.org/feria",
        state="confirmed",
    )


def given_back(store: Store, folder: Path, *made: tuple[str, str], language: str = "es") -> Plan:
    """Plan the import of the whole agenda, written in a language and changed as another program might."""
    words = Words(language)
    events = read_events(store, wanted_between(store, None, None, meetings=True), words)
    text = make_calendar(events, "Agenda", datetime(2026, 11, 22, tzinfo=UTC)).decode().replace("\r\n ", "")
    path = folder / "agenda.ics"
    for old, new in made:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="")
    prepared = prepare(read_file(path), targets_of(store.catalog, "activity"))
    return make_plan(store, prepared.request(), SPANISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_exported_and_imported_again_changes_nothing(
    store: Store, agenda: str, tmp_path: Path, language: str
) -> None:
    add(store, "activity", name="Visita", starts_on=DAY, starts_at="10:00", ends_at="11:00", time_zone="UTC")
    add(
        store, "activity", name="Sin ciudad", starts_on=DAY, starts_at="10:00", uid="abc@example.org", state="cancelled"
    )
    for zone in (None, "America/Lima"):
        hours = {"starts_on": DAY, "starts_at": "20:00", "ends_at": "00:00", "time_zone": zone}
        add(store, "activity", name=f"Velada {zone}", ends_on=date(2027, 3, 5), **hours)
        add(store, "activity", name=f"Dos noches {zone}", ends_on=date(2027, 3, 6), **hours)
    add(store, "activity", name="Hasta tarde", starts_on=DAY, starts_at="20:00", ends_at="23:59")
    city = add_city(store, "Rocha", "UY")
    for place in ("Edificio Central, Rocha", "Casa de Rocha"):
        add(store, "activity", name=place, starts_on=DAY, place=place, municipality_id=city)
    assert verdicts(given_back(store, tmp_path, language=language)) == ["same"] * 10


def test_what_was_changed_in_a_calendar_changes_the_same_activity_and_is_undone(
    store: Store, agenda: str, tmp_path: Path
) -> None:
    before = everything(store)
    plan = given_back(store, tmp_path, ("SUMMARY:Feria", "SUMMARY:Gran feria"))
    assert changes(plan) == [("name", "Feria de la economía, y otras", "Gran feria de la economía, y otras")]
    apply_plan(store, plan, SPANISH)
    assert everything(store)["activity"] != before["activity"]
    undo(store)
    assert everything(store)["activity"] == before["activity"]


def test_hours_that_another_program_says_in_universal_time_are_the_same_hours(
    store: Store, agenda: str, tmp_path: Path
) -> None:
    made = (
        ("DTSTART;TZID=America/Montevideo:20270304T090000", "DTSTART:20270304T120000Z"),
        ("DTEND;TZID=America/Montevideo:20270307T000000", "DTEND:20270307T030000Z"),
    )
    assert verdicts(given_back(store, tmp_path, *made)) == ["same"]
    in_lima = ("X-WR-TIMEZONE:America/Montevideo", "X-WR-TIMEZONE:America/Lima")
    assert verdicts(given_back(store, tmp_path, in_lima, *made)) == ["same"]


def test_an_activity_that_became_one_of_a_single_day_says_so(store: Store, agenda: str, tmp_path: Path) -> None:
    ended = ("DTEND;TZID=America/Montevideo:20270307T00", "DTEND;TZID=America/Montevideo:20270304T18")
    assert changes(given_back(store, tmp_path, ended)) == [
        ("ends_on", date(2027, 3, 6), DAY),
        ("ends_at", None, "18:00"),
    ]


def test_another_city_of_the_place_and_other_notes_are_changes(store: Store, agenda: str, tmp_path: Path) -> None:
    plan = given_back(store, tmp_path, ("LOCATION:Sala 2\\, Montevideo", "LOCATION:Sala 3\\, Montevideo"))
    assert changes(plan) == [("place", "Sala 2", "Sala 3")]
    plan = given_back(store, tmp_path, ("LOCATION:Sala 2\\, Montevideo", "LOCATION:Sala 3\\, Canelones"))
    assert changes(plan) == [("place", "Sala 2", "Sala 3, Canelones")]
    assert verdicts(given_back(store, tmp_path, ("LOCATION:Sala 2\\, ", "LOCATION:"))) == ["same"]
    plan = given_back(store, tmp_path, ("Qué cubre la sede: Almuerzo", "Qué cubre la sede: Todo\\nTraer abrigo"))
    assert changes(plan) == [
        ("host_pays", "Almuerzo", "Todo"),
        ("notes", "Nada que decir", "Nada que decir\nTraer abrigo"),
    ]


def test_an_activity_that_took_the_name_of_another_calendar_is_still_known_by_its_own(
    store: Store, agenda: str, tmp_path: Path
) -> None:
    path = tmp_path / "antes.ics"
    export_calendar(store, Wanted((agenda,)), path, SPANISH)
    save_record(store, Draft("activity", agenda, {"uid": "z@example.org", "name": "Otro nombre"}))
    plan = make_plan(store, prepare(read_file(path), targets_of(store.catalog, "activity")).request(), SPANISH)
    assert changes(plan) == [("name", "Otro nombre", "Feria de la economía, y otras")]


def test_an_hour_that_is_no_more_said_stays_and_is_told(store: Store, agenda: str, tmp_path: Path) -> None:
    zone = ";TZID=America/Montevideo:"
    path = tmp_path / "dia.ics"
    export_calendar(store, Wanted((agenda,)), path, SPANISH)
    text = path.read_text(encoding="utf-8").replace("\r\n ", "")
    text = text.replace(f"DTSTART{zone}20270304T090000", "DTSTART;VALUE=DATE:20270304")
    text = text.replace(f"DTEND{zone}20270307T000000", "DTEND;VALUE=DATE:20270307")
    path.write_text(text, encoding="utf-8")
    plan = make_plan(store, prepare(read_file(path), targets_of(store.catalog, "activity")).request(), SPANISH)
    assert verdicts(plan) == ["same"]
    assert "conserva la suya" in reasons(plan)[0]


def test_in_another_file_an_event_makes_an_activity_of_its_city_and_keeps_its_name(
    store: Store, tmp_path: Path
) -> None:
    city = add_city(store, "Montevideo", "UY")
    path = tmp_path / "x.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:z@example.org\nSUMMARY:Taller\nLOCATION:Sala 2\\, Montevideo\n"
        "DTSTART;VALUE=DATE:20270304\nCATEGORIES:Rojo\nURL:https://example.org\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    prepared = prepare(read_file(path), targets_of(store.catalog, "activity"))
    apply_plan(store, make_plan(store, prepared.request(), SPANISH), SPANISH)
    [key] = list_ids(store, Query("activity"))
    [event] = read_events(store, Wanted((key,)), SPANISH)
    assert (event.uid, event.place, event.ends_on) == ("z@example.org", "Sala 2, Montevideo", None)
    assert verdicts(make_plan(store, prepared.request(), SPANISH)) == ["same"]
    assert city


def of_events(store: Store, folder: Path, *events: str, decisions: Mapping[int, Decision] | None = None) -> Plan:
    """Plan the import of a calendar with these events, each given by its lines."""
    path = folder / "otro.ics"
    made = "".join(f"BEGIN:VEVENT\n{each}\nDTSTART;VALUE=DATE:20270304\nEND:VEVENT\n" for each in events)
    path.write_text(f"BEGIN:VCALENDAR\n{made}END:VCALENDAR\n", encoding="utf-8")
    prepared = prepare(read_file(path), targets_of(store.catalog, "activity"))
    return make_plan(store, prepared.request(decisions=decisions), SPANISH)


def test_a_title_that_is_too_long_is_cut_and_kept_whole_and_a_long_name_in_calendars_is_left_out(
    store: Store, tmp_path: Path
) -> None:
    title = ("Encuentros " * 31).strip()
    again = "Si se vuelve a importar, la actividad se reconoce por su nombre y su fecha."
    event = f"UID:{'z' * 256}\nSUMMARY:{title}"
    plan = of_events(store, tmp_path, event)
    assert verdicts(plan) == ["new"]
    assert [each.partition(": ")[2] for each in reasons(plan)] == [
        "El título tiene más de 300 caracteres: se acorta, y entero queda en las notas.",
        f"El identificador del calendario tiene más de 255 caracteres, y no se guarda. {again}",
    ]
    told = {name: after for name, _, after in changes(plan)}
    assert told["name"] == ("Encuentros " * 27).strip() + "…"
    assert told["notes"] == f"Actividad: {title}"
    assert "uid" not in told
    apply_plan(store, plan, SPANISH)
    assert verdicts(of_events(store, tmp_path, event)) == ["same"]


def test_an_activity_keeps_the_name_that_its_calendar_gave_it(store: Store, tmp_path: Path) -> None:
    add(store, "activity", name="Taller", starts_on=DAY, uid="a@example.org")
    plan = of_events(store, tmp_path, "UID:b@example.org\nSUMMARY:Taller")
    assert verdicts(plan) == ["same"]
    assert "ya tiene el identificador de otro calendario, y lo conserva" in reasons(plan)[0]
    assert reasons(of_events(store, tmp_path, "UID:a@example.org\nSUMMARY:Taller")) == []


def test_activities_of_one_name_in_calendars_are_asked_about_and_rows_of_one_are_said(
    store: Store, tmp_path: Path
) -> None:
    keys = [add(store, "activity", name=name, starts_on=DAY, uid="a@example.org") for name in ("Taller", "Feria")]
    event = "UID:a@example.org\nSUMMARY:Taller grande"
    plan = of_events(store, tmp_path, event)
    assert verdicts(plan) == ["doubtful"]
    assert [each.id for each in plan.rows[0].candidates] == keys
    same = {2: Decision(Answer.SAME_AS, keys[1])}
    assert changes(of_events(store, tmp_path, event, decisions=same)) == [("name", "Feria", "Taller grande")]
    other = of_events(store, tmp_path, event, decisions={2: Decision(Answer.NEW)})
    assert [name for name, *_ in changes(other)] == ["name", "starts_on"]
    plan = of_events(store, tmp_path, "UID:b\nSUMMARY:Curso", "UID:b\nSUMMARY:Curso de verano")
    assert verdicts(plan) == ["new", "same"]
    assert "La fila 2 trae el mismo identificador de calendario" in reasons(plan, 1)[0]


def test_a_meeting_of_the_file_is_no_activity(store: Store, agenda: str, tmp_path: Path) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    add(store, "meeting", name="Reunión", body_id=body, starts_on=DAY)
    plan = given_back(store, tmp_path)
    assert sorted(verdicts(plan)) == ["refused", "same"]
    assert any("Es la reunión «Reunión»" in text for row in (0, 1) for text in reasons(plan, row))


def test_a_row_without_a_name_in_calendars_is_known_by_name_and_day(store: Store, agenda: str) -> None:
    titles = ("Actividad", "Fecha", "Lugar")
    same = ("Feria de la economía, y otras", DAY, "Sala 9")
    another = ("Feria de la economía, y otras", date(2028, 3, 4), None)
    plan = plan_of(store, "activity", [titles, same, another])
    assert verdicts(plan) == ["changed", "new"]
    assert plan.rows[0].record_id == agenda
