"""A calendar that is written says what other programs need, in the form that they read."""

from datetime import UTC, date, datetime

import pytest

from app.agenda.event import CalendarEvent, EventState
from app.agenda.ics.writing import make_calendar

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST, LAST = date(2027, 3, 4), date(2027, 3, 6)


def written(*events: CalendarEvent) -> str:
    return make_calendar(events, "Agenda", NOW).decode("utf-8")


def event(**values: object) -> CalendarEvent:
    return CalendarEvent(**{"uid": "a@enlace", "name": "Taller", "starts_on": FIRST, **values})  # type: ignore[arg-type]  # by its names


def line(text: str, name: str) -> str:
    """Return a line of the event, unfolded."""
    lines = text.replace("\r\n ", "").split("\r\n")
    return next(each for each in lines[lines.index("BEGIN:VEVENT") :] if each.startswith(name))


def test_what_programs_ask_for_stands_at_the_top() -> None:
    lines = written(event()).split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {"PRODID:-//Mercociudades//Enlace//ES", "METHOD:PUBLISH", "X-WR-CALNAME:Agenda"} <= set(lines)
    assert line(written(event()), "DTSTAMP") == "DTSTAMP:20261122T120000Z"


@pytest.mark.parametrize(
    ("values", "starts", "ends"),
    [
        ({}, "DTSTART;VALUE=DATE:20270304", "DTEND;VALUE=DATE:20270305"),
        ({"ends_on": LAST}, "DTSTART;VALUE=DATE:20270304", "DTEND;VALUE=DATE:20270307"),
        ({"starts_at": "09:00", "ends_at": "10:30"}, "DTSTART:20270304T090000", "DTEND:20270304T103000"),
        (
            {"starts_at": "09:00", "ends_at": "10:30", "ends_on": LAST, "zone": "America/Montevideo"},
            "DTSTART;TZID=America/Montevideo:20270304T090000",
            "DTEND;TZID=America/Montevideo:20270306T103000",
        ),
        ({"starts_at": "09:00", "ends_on": LAST}, "DTSTART:20270304T090000", "DTEND:20270307T000000"),
        (
            {"starts_at": "09:00", "ends_at": "10:00", "zone": "UTC"},
            "DTSTART:20270304T090000Z",
            "DTEND:20270304T100000Z",
        ),
    ],
)
def test_days_and_hours_are_said_as_calendars_count_them(values: dict[str, object], starts: str, ends: str) -> None:
    text = written(event(**values))
    assert line(text, "DTSTART") == starts
    assert line(text, "DTEND") == ends


def test_an_hour_without_end_has_none_and_a_zone_is_described() -> None:
    text = written(event(starts_at="09:00", zone="America/Asuncion"))
    assert "DTEND" not in text
    assert "BEGIN:VTIMEZONE\r\nTZID:America/Asuncion" in text
    assert "X-WR-TIMEZONE:America/Asuncion" in text
    assert "COMMENT" not in text


def test_a_calendar_of_several_zones_has_none_of_its_own() -> None:
    text = written(event(starts_at="09:00", zone="America/Lima"), event(starts_at="09:00", zone="UTC"))
    assert "X-WR-TIMEZONE" not in text
    assert "TZID:America/Lima" in text


def test_long_lines_are_folded_and_what_parts_values_is_escaped() -> None:
    text = written(event(name="Ñandú, " * 30 + "fin; y más", description="Una línea\nOtra"))
    assert max(len(each.encode()) for each in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")
    assert line(text, "SUMMARY").startswith("SUMMARY:Ñandú\\, Ñandú")
    assert line(text, "SUMMARY").endswith("fin\\; y más")
    assert line(text, "DESCRIPTION") == "DESCRIPTION:Una línea\\nOtra"


def test_state_kind_and_last_change_are_said() -> None:
    changed = datetime(2026, 11, 1, 8, tzinfo=UTC)
    text = written(event(state=EventState.CANCELLED, categories=("Feria, muestra",), changed=changed, sequence=3))
    assert line(text, "STATUS") == "STATUS:CANCELLED"
    assert line(text, "CATEGORIES") == "CATEGORIES:Feria\\, muestra"
    assert line(text, "LAST-MODIFIED") == "LAST-MODIFIED:20261101T080000Z"
    assert line(text, "SEQUENCE") == "SEQUENCE:2"


def test_what_has_no_day_is_left_out() -> None:
    assert "VEVENT" not in written(event(starts_on=None))
