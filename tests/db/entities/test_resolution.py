"""A resolution is called by its number and its text, which says so where it goes on."""

from datetime import date

from app.records.reading import read_record
from db.store import Store
from tests.make import add

LONG = "Verificar los datos de contacto de las ciudades cuyas autoridades terminan su mandato en el año."


def test_a_long_text_ends_in_an_ellipsis_where_it_is_cut_and_a_short_one_does_not(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    place = {"name": "Primera", "body_id": body, "starts_on": date(2026, 9, 15), "state": "held"}
    meeting = add(store, "meeting", **place)
    titles = []
    for text in (LONG, LONG[:80]):
        key = add(store, "resolution", meeting_id=meeting, number="Inciso 2", text=text, state="open")
        record = read_record(store, "resolution", key)
        assert record is not None
        titles.append(record.title)
    assert titles == [f"Inciso 2 · {LONG[:79]}…", f"Inciso 2 · {LONG[:80]}"]
