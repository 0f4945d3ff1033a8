"""Records are read as plain values: with their parts, their titles, and what tells them from their namesakes."""

from app.records.editing import Draft, Rows, save_record
from app.records.reading import choose, search
from db.store import Store
from db.values import PartialDate
from tests.app.records.reading import read
from tests.make import add, add_city


def test_answers_stand_by_kind(store: Store) -> None:
    add(store, "person", name="Rosario Modelo")
    add_city(store, "Rosario")
    assert [(hit.entity, hit.title) for hit in search(store, "rosario")] == [
        ("municipality", "Rosario"),
        ("person", "Rosario Modelo"),
    ]


def test_a_choice_offers_the_first_by_name_when_nothing_is_typed(store: Store) -> None:
    for name in ("Zárate", "Ávila", "Azul"):
        add_city(store, name)
    assert [hit.title for hit in choose(store, "municipality", "", 2)] == ["Ávila", "Azul"]


def test_a_choice_offers_first_what_begins_with_what_is_typed(store: Store) -> None:
    for name in ("2024-2025", "2025-2026"):
        add(store, "period", name=name)
    assert [hit.title for hit in choose(store, "period", "2025")] == ["2025-2026", "2024-2025"]


def test_a_choice_offers_what_is_of_the_term_that_runs_before_that_of_others(store: Store) -> None:
    past = add(store, "period", name="2024-2025", starts=PartialDate(2024, 12), ends=PartialDate(2025, 11))
    running = add(store, "period", name="2025-2026", starts=PartialDate(2025, 12), ends=PartialDate(2026, 12))
    lines = {each: add(store, "plan_line", number="9", name="Unidades", period_id=each) for each in (past, running)}
    for typed in ("", "9 unidades"):
        assert choose(store, "plan_line", typed, 40)[0].id == lines[running]
    assert lines[past] in [hit.id for hit in choose(store, "plan_line", "9 unidades")]


def test_seats_stand_by_role_the_presidency_first_then_by_city(store: Store) -> None:
    cities = {name: add_city(store, name) for name in ("Azul", "Ávila", "Zárate", "Colón")}
    university = add(store, "organisation", name="Universidad", kind="other")
    seats = (
        {"organisation_id": university, "role": "observer"},
        {"municipality_id": cities["Zárate"], "role": "member", "starts": PartialDate(2001)},
        {"municipality_id": cities["Azul"], "role": "member"},
        {"municipality_id": cities["Ávila"], "role": "member", "starts": PartialDate(2010)},
        {"municipality_id": cities["Colón"], "role": "chair", "starts": PartialDate(2020)},
    )
    rows = Rows(tuple(Draft("seat", None, values) for values in seats))
    body = save_record(store, Draft("body", None, {"name": "Foro", "kind": "forum"}, {"seats": rows})).id
    held = [seat.titles["municipality_id"] for seat in read(store, "body", body).parts["seats"]]
    assert held == ["Colón", "Ávila", "Azul", "Zárate", ""]


def test_a_record_is_read_back_with_its_parts_in_their_order(store: Store) -> None:
    parts = tuple(
        Draft("contact_point", None, {"kind": kind, "value": value})
        for kind, value in (("email", "luz@example.org"), ("phone", "+59829000000"), ("address", "Calle 1"))
    )
    person = save_record(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows(parts)})).id
    saved = read(store, "person", person)
    assert saved.title == "Luz Modelo"
    assert [part.values["value"] for part in saved.parts["contact_points"]] == [
        "luz@example.org",
        "+59829000000",
        "Calle 1",
    ]
    assert (saved.values["email"], saved.values["phone"]) == ("luz@example.org", "+59829000000")
