"""What stands on the days of a span is said whole, and read only where it lies in it."""

from datetime import date

from app.agenda.entries import EntryKind, read_entries, say_entry
from app.words.words import Words
from db.store import Store
from tests.make import SPANISH, add, add_city

FIRST, LAST = date(2027, 3, 5), date(2027, 3, 9)


def said(store: Store, first: date | None, last: date | None, words: Words = SPANISH) -> list[str]:
    return [say_entry(each, words) for each in read_entries(store, first, last, words)]


def test_an_entry_is_said_whole_and_only_what_lies_in_the_span_is_read(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    city = add_city(store, "Rosario")
    add(store, "activity", name="Feria", starts_on=FIRST, ends_on=LAST, place="Predio", municipality_id=city)
    hours = {"starts_at": "09:00", "ends_at": "10:00", "time_zone": "America/Lima", "state": "confirmed"}
    add(store, "activity", name="Taller", starts_on=LAST, **hours)
    add(store, "activity", name="Sin fecha")
    add(store, "meeting", name="Reunión", code="XX", body_id=body, starts_on=LAST, state="cancelled")
    fair = "Actividad · Feria · del 05/03/2027 al 09/03/2027 · Predio, Rosario · por confirmar"
    rest = ["Reunión · Reunión · XX · suspendida", "Actividad · Taller · 09:00–10:00 (Perú)"]
    assert said(store, date(2027, 3, 7), None) == [fair, *rest]
    assert said(store, None, date(2027, 3, 8)) == [fair]
    assert said(store, date(2027, 3, 10), None) == []
    assert said(store, LAST, LAST, Words("pt"))[-1] == "Atividade · Taller · 09:00–10:00 (Peru)"


def test_what_ends_at_midnight_is_over_on_the_day_before(store: Store) -> None:
    add(store, "activity", name="Velada", starts_on=FIRST, ends_on=date(2027, 3, 6), starts_at="20:00", ends_at="00:00")
    assert said(store, FIRST, LAST) == ["Actividad · Velada · 20:00–00:00 · por confirmar"]
    assert said(store, date(2027, 3, 6), LAST) == []


def test_universal_time_is_said_once(store: Store) -> None:
    add(store, "activity", name="Taller", starts_on=LAST, starts_at="09:00", time_zone="UTC", state="confirmed")
    assert said(store, LAST, LAST) == ["Actividad · Taller · 09:00 (UTC, hora universal)"]


def test_an_enrolment_ends_on_its_day_when_asked(store: Store) -> None:
    key = add(store, "activity", name="Feria", starts_on=LAST, deadline=FIRST)
    assert read_entries(store, FIRST, FIRST, SPANISH) == ()
    [closing] = read_entries(store, FIRST, FIRST, SPANISH, deadlines=True)
    assert (closing.kind, closing.entity, closing.id) == (EntryKind.DEADLINE, "activity", key)
