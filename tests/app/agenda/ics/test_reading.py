"""Events are read as Outlook, Google and Thunderbird write them; what cannot be taken is said."""

from datetime import date

import pytest

from app.agenda.event import CalendarEvent, EventState
from app.agenda.ics.reading import ReadCalendar, read_calendar
from app.words.problems import ProblemError
from app.words.words import Words

OUTLOOK = """BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Montevideo Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:-0300
TZOFFSETTO:-0300
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PUBLIC
CREATED:20261101T120000Z
DESCRIPTION:Traer propuestas.\\nSala chica\\, primer piso.
DTEND;TZID="Montevideo Standard Time":20270304T110000
DTSTAMP:20261101T120000Z
DTSTART;TZID="Montevideo Standard Time":20270304T093000
LOCATION:Edificio Mercosur
SUMMARY;LANGUAGE=es-uy:Taller de juventud
UID:040000008200E00074C5B7101A82E00800000000
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
TRIGGER:-PT15M
ACTION:DISPLAY
DESCRIPTION:Reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""
GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
X-WR-CALNAME:Agenda
X-WR-TIMEZONE:America/Argentina/Buenos_Aires
BEGIN:VEVENT
DTSTART:20270304T123000Z
DTEND:20270304T140000Z
UID:abc@example.org
ATTENDEE;CN=ana@example.org:mailto:ana@example.org
STATUS:CONFIRMED
SUMMARY:Encuentro
DESCRIPTION:<p>Con <b>cupo</b></p>Escribir a la sede<br>antes
X-GOOGLE-CONFERENCE:https://meet.example.org/abc
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270310
DTEND;VALUE=DATE:20270313
UID:def@example.org
STATUS:TENTATIVE
SUMMARY:Feria
END:VEVENT
END:VCALENDAR
"""
THUNDERBIRD = """BEGIN:VCALENDAR
PRODID:-//Mozilla//Mozilla Calendar V1.1//EN
VERSION:2.0
BEGIN:VEVENT
UID:1-2-3
SUMMARY:Curso
CATEGORIES:Cursos,Varios
DTSTART;TZID=America/Sao_Paulo:20270304T190000
DURATION:PT2H30M
RRULE:FREQ=WEEKLY;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:1-2-3
SUMMARY:Curso
RECURRENCE-ID;TZID=America/Sao_Paulo:20270311T190000
DTSTART;TZID=America/Sao_Paulo:20270312T190000
END:VEVENT
BEGIN:VTODO
SUMMARY:Reservar sala
END:VTODO
END:VCALENDAR
"""
REPEATED = "Eventos que se repiten (1), de los que se toma solo la primera fecha: Curso."
EXCEPTIONS = "Fechas cambiadas de eventos que se repiten (1), que quedan fuera: Curso."


def read(text: str) -> ReadCalendar:
    return read_calendar("agenda.ics", text, text.replace("\n ", ""))


def said(found: ReadCalendar) -> list[str]:
    return [each.say(Words("es")).removeprefix("agenda.ics: ") for each in found.notices]


def when(event: CalendarEvent) -> tuple[object, ...]:
    return event.starts_on, event.starts_at, event.last_day, event.ends_at, event.zone


def one(lines: str) -> CalendarEvent:
    [event] = read(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Algo\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n").events
    return event


def test_an_event_of_outlook() -> None:
    [event] = read(OUTLOOK).events
    assert when(event) == (date(2027, 3, 4), "09:30", date(2027, 3, 4), "11:00", "America/Montevideo")
    assert (event.name, event.place) == ("Taller de juventud", "Edificio Mercosur")
    assert event.description == "Traer propuestas.\nSala chica, primer piso."
    assert said(read(OUTLOOK)) == []


def test_events_of_google_are_in_the_zone_of_its_calendar() -> None:
    found = read(GOOGLE)
    first, second = found.events
    assert when(first) == (date(2027, 3, 4), "09:30", date(2027, 3, 4), "11:00", "America/Argentina/Buenos_Aires")
    assert (first.state, first.web) == (EventState.CONFIRMED, "https://meet.example.org/abc")
    assert first.description == "Con cupo\nEscribir a la sede\nantes"
    assert when(second) == (date(2027, 3, 10), "", date(2027, 3, 12), "", "")
    assert (second.state, found.name) == (EventState.TENTATIVE, "Agenda")
    assert said(found) == ["Los invitados de estos eventos no se importan (1): Encuentro."]


def test_of_an_event_of_thunderbird_that_repeats_the_first_is_taken_and_the_rest_is_said() -> None:
    found = read(THUNDERBIRD)
    [event] = found.events
    assert when(event) == (date(2027, 3, 4), "19:00", date(2027, 3, 4), "21:30", "America/Sao_Paulo")
    assert event.categories == ("Cursos", "Varios")
    assert said(found) == [
        f"{REPEATED} Agregue las otras fechas a mano si las necesita.",
        f"{EXCEPTIONS} Agregue esas fechas a mano si las necesita.",
        "El calendario también trae tareas (1), que no se importan.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART;VALUE=DATE:20270304", (date(2027, 3, 4), "", date(2027, 3, 4), "", "")),
        ("DTSTART;VALUE=DATE:20270304\nDURATION:P3D", (date(2027, 3, 4), "", date(2027, 3, 6), "", "")),
        ("DTSTART:20270304T090000", (date(2027, 3, 4), "09:00", date(2027, 3, 4), "", "")),
        (
            "DTSTART:20270304T090000\nDTEND:20270307T000000",
            (date(2027, 3, 4), "09:00", date(2027, 3, 6), "", ""),
        ),
        (
            "DTSTART:20270304T200000\nDTEND:20270305T000000",
            (date(2027, 3, 4), "20:00", date(2027, 3, 5), "00:00", ""),
        ),
        (
            "DTSTART:20270304T090000\nDTEND:20270304T080000",
            (date(2027, 3, 4), "09:00", date(2027, 3, 4), "", ""),
        ),
        ("DTSTART:20270304T090000Z", (date(2027, 3, 4), "09:00", date(2027, 3, 4), "", "UTC")),
        ("", (None, "", None, "", "")),
    ],
)
def test_days_and_hours_are_those_of_an_activity(lines: str, expected: tuple[object, ...]) -> None:
    assert when(one(lines)) == expected


def test_hours_of_a_zone_that_no_activity_has_are_turned_and_said() -> None:
    lines = (
        "BEGIN:VCALENDAR\nX-WR-TIMEZONE:America/Montevideo\n"
        "BEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART;TZID=America/New_York:20270704T100000\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:2\nSUMMARY:B\nDTSTART;TZID=America/Argentina/Cordoba:20270704T100000\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:3\nSUMMARY:C\nDTSTART;TZID=Marte:20270704T100000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = read(lines)
    assert [when(each)[1::3] for each in found.events] == [
        ("11:00", "America/Montevideo"),
        ("10:00", "America/Argentina/Buenos_Aires"),
        ("10:00", ""),
    ]
    assert [text.partition(":")[0] for text in said(found)] == [
        "Horas de zonas que Enlace no usa (America/New_York)",
        "Horas de zonas que Enlace no usa (America/Argentina/Cordoba)",
        "Zonas horarias desconocidas (Marte)",
    ]


def test_what_is_broken_in_an_event_is_said_with_its_line_and_the_rest_is_taken() -> None:
    found = read(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Algo\nDTSTART:20271340\nURL:https://example.org\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    [event] = found.events
    assert (event.starts_on, event.web) == (None, "https://example.org")
    assert said(found) == ["En el evento de la línea 2 no se entiende «DTSTART»: 20271340 Lo demás se toma."]


@pytest.mark.parametrize(
    ("lines", "starts", "name"),
    [
        ("DTSTART;VALUE=PERIOD:20270304T100000/PT2H", None, "DTSTART"),
        ("DTSTART;VALUE=TIME:100000", None, "DTSTART"),
        ("DTSTART:20270304T100000\nDTEND;VALUE=PERIOD:20270304T100000/PT2H", date(2027, 3, 4), "DTEND"),
        ("DTSTART:20270304T100000\nDTEND:20270304T090000", date(2027, 3, 4), "DTEND"),
        ("DTSTART:20270304T100000\nDURATION:20270304", date(2027, 3, 4), "DURATION"),
        ("DTSTART:20270304T100000\nDTSTART:mal", date(2027, 3, 4), "DTSTART"),
        ("DTSTART:20270304T100000\nCATEGORIES;VALUE=PERIOD:mal", date(2027, 3, 4), "CATEGORIES"),
        ("DTSTART;VALUE=DATE:20270304\nDURATION:P999999999D", date(2027, 3, 4), "DURATION"),
        ("DTSTART:00010101T000000Z", None, "DTSTART"),
    ],
)
def test_a_moment_that_is_none_is_said_and_the_rest_is_taken(lines: str, starts: date | None, name: str) -> None:
    zone = "X-WR-TIMEZONE:America/Lima"
    other = "BEGIN:VEVENT\nSUMMARY:Otro\nDTSTART;VALUE=DATE:20270305\nEND:VEVENT"
    found = read(f"BEGIN:VCALENDAR\n{zone}\nBEGIN:VEVENT\nSUMMARY:Algo\n{lines}\nEND:VEVENT\n{other}\nEND:VCALENDAR\n")
    event, beside = found.events
    assert (event.name, event.starts_on, beside.starts_on) == ("Algo", starts, date(2027, 3, 5))
    assert f"no se entiende «{name}»" in said(found)[0]


def test_several_calendars_of_one_file_are_read_and_a_cancelling_one_cancels() -> None:
    plain = "BEGIN:VCALENDAR\nMETHOD:{}\nBEGIN:VEVENT\nUID:{}\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n"
    found = read(plain.format("PUBLISH", 1) + plain.format("CANCEL", 2))
    assert [(each.uid, each.state) for each in found.events] == [("1", None), ("2", EventState.CANCELLED)]


def test_a_tag_ends_before_the_next_one_begins() -> None:
    found = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:<a <b>Con</b> cupo\nEND:VEVENT\nEND:VCALENDAR\n")
    assert found.events[0].description == "<a Con cupo"


def test_a_text_that_is_folded_before_the_word_end_ends_nothing() -> None:
    event = "BEGIN:VEVENT\nDESCRIPTION:Begin: 9\n End: 12\n\tBEGIN:VEVENT\nEND:VEVENT\n"
    found = read(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n")
    assert [each.description for each in found.events] == ["Begin: 9End: 12BEGIN:VEVENT"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n", "«VEVENT», que empieza en la línea 2, no termina."),
        ("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "En la línea 2 termina «VEVENT», que no empezó."),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nhola\n", "En la línea 3 hay algo que no es de ningún calendario."),
        ("BEGIN:VCALENDAR\nhola\nEND:VCALENDAR\n", "no está escrito como debe"),
    ],
)
def test_what_is_cut_or_no_calendar_is_refused_with_its_line(text: str, reason: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read(text)
    assert reason in caught.value.problems[0].say(Words("es"))


def mistyped(*lines: str) -> ReadCalendar:
    """Read an event with these lines beside its day and its name."""
    event = ("BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20270304", "SUMMARY:Taller", *lines, "END:VEVENT")
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""])
    return read_calendar("a.ics", text, text)


@pytest.mark.parametrize(
    "line",
    [
        "CATEGORIES;VALUE=DATE:20270304",
        "CATEGORIES;VALUE=DATE-TIME:20270304T100000Z",
        "LOCATION;VALUE=DATE:20270304",
        "DESCRIPTION;VALUE=INTEGER:4",
        "STATUS;VALUE=DATE:20270304",
        "URL;VALUE=DATE:20270304",
        "GEO:Montevideo",
        "DURATION:una hora",
        "RRULE:FREQ=SOMETIMES",
        "X-FOO;VALUE=DATE:nada",
        "ATTACH;ENCODING=BASE64;VALUE=BINARY:@@@@",
        "PRIORITY:alta",
    ],
)
def test_a_property_of_a_wrong_type_is_left_out_and_named(line: str) -> None:
    read = mistyped(line, "CATEGORIES:Curso")
    [event] = read.events
    assert (event.name, event.starts_on, event.place) == ("Taller", date(2027, 3, 4), "")
    assert event.categories == ("Curso",)
    name = line.replace(";", ":").partition(":")[0]
    assert any(f"«{name}»" in problem.say(Words("es")) for problem in read.notices)


def test_an_alarm_at_no_time_leaves_its_event_in(words: Words) -> None:
    read = mistyped("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:pronto", "END:VALARM")
    assert [event.name for event in read.events] == ["Taller"]
    assert [problem.say(words) for problem in read.notices] == [
        "a.ics: En el evento de la línea 3 no se entiende «TRIGGER»: pronto Lo demás se toma."
    ]


def test_files_that_are_attached_and_a_length_without_its_start_are_said(words: Words) -> None:
    read = mistyped("ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA", "ATTENDEE:Ana")
    assert "archivos adjuntos" in " ".join(problem.say(words) for problem in read.notices)
    text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Taller\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    [problem] = read_calendar("a.ics", text, text).notices
    assert "«DURATION»: PT1H" in problem.say(words)
