"""What was deleted is listed, and comes back with all that went with it."""

from pathlib import Path

import pytest

from app.file.store_problems import problem_of
from app.past.deleted import bring_back, list_deleted
from app.records import history
from app.records.attachments import attach, attachments
from app.records.drafts import Draft, Rows
from app.records.editing import delete_records, save_record
from app.records.reading import read_record
from app.words.problems import ProblemError
from db.checking import check
from db.store import Store
from tests.app.past.office import titles, written_by
from tests.make import SPANISH, add, add_city, everything


def test_a_deleted_record_comes_back_with_its_parts_links_and_files(store: Store, tmp_path: Path) -> None:
    note = tmp_path / "nota.pdf"
    note.write_bytes(b"%PDF")
    phones = tuple(Draft("contact_point", None, {"kind": "email", "value": f"{at}@example.org"}) for at in "ab")
    values = {"short_name": "Azul", "country": "AR"}
    city = save_record(store, Draft("municipality", None, values, {"contact_points": Rows(phones)})).id
    other = add_city(store, "Rosario")
    attach(store, "municipality", city, [note])
    before = everything(store)
    with written_by(store, "Beto Ejemplo"):
        delete_records(store, "municipality", [city, other])
    found = list_deleted(store, SPANISH)
    assert [(each.kind, each.name, each.author) for each in found] == [
        ("Ciudad", "Rosario", "Beto Ejemplo"),
        ("Ciudad", "Azul", "Beto Ejemplo"),
    ]
    bring_back(store, found[1])
    assert titles(store)[0] == "Recuperación de ciudad «Azul»"
    assert [each.name for each in attachments(store, "municipality", city)] == ["nota.pdf"]
    assert [each.name for each in list_deleted(store, SPANISH)] == ["Rosario"]
    bring_back(store, found[0])
    assert everything(store) == before
    assert list_deleted(store, SPANISH) == ()
    assert check(store) == []


def test_a_meeting_comes_back_with_its_resolutions(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="Primera reunión", body_id=body, state="planned")
    add(store, "resolution", meeting_id=meeting, text="Enviar las fichas", state="open")
    before = everything(store)
    delete_records(store, "meeting", [meeting])
    [found] = list_deleted(store, SPANISH)
    assert found.name == "Primera reunión"
    bring_back(store, found)
    assert everything(store) == before


def test_the_deleted_are_asked_for_by_kind_and_words_page_by_page(store: Store) -> None:
    cities = [add_city(store, name) for name in ("Azul", "São Leopoldo", "Canelones")]
    person = add(store, "person", name="Luz Modelo")
    for city in cities:
        delete_records(store, "municipality", [city])
    delete_records(store, "person", [person])
    assert [each.name for each in list_deleted(store, SPANISH, entity="person")] == ["Luz Modelo"]
    assert [each.name for each in list_deleted(store, SPANISH, text="ciudad sao")] == ["São Leopoldo"]
    first = list_deleted(store, SPANISH, limit=2)
    assert [each.name for each in first] == ["Luz Modelo", "Canelones"]
    below = list_deleted(store, SPANISH, limit=2, below=first[-1].entry)
    assert [each.name for each in below] == ["São Leopoldo", "Azul"]


def test_what_an_undo_took_away_was_not_deleted_but_what_a_redo_did_was(store: Store) -> None:
    city = add_city(store, "Azul")
    history.undo(store)
    assert list_deleted(store, SPANISH) == ()
    history.redo(store)
    delete_records(store, "municipality", [city])
    history.undo(store)
    assert list_deleted(store, SPANISH) == ()
    history.redo(store)
    [found] = list_deleted(store, SPANISH)
    bring_back(store, found)
    assert read_record(store, "municipality", city) is not None


def test_what_cannot_come_back_says_why(store: Store) -> None:
    city = add_city(store, "Azul")
    period = add(store, "period", name="2008-2012", municipality_id=city)
    delete_records(store, "period", [period])
    [found] = list_deleted(store, SPANISH)
    delete_records(store, "municipality", [city])
    with pytest.raises(ProblemError) as caught:
        bring_back(store, found)
    assert "aquello a lo que se refería ya no está" in caught.value.problems[0].say(SPANISH)
    [_, gone] = sorted(list_deleted(store, SPANISH), key=lambda each: each.kind, reverse=True)
    bring_back(store, gone)
    bring_back(store, found)
    problem = None
    with pytest.raises(ProblemError) as caught:
        bring_back(store, found)
    problem = problem_of(caught.value)
    assert problem is not None
    assert problem.say(SPANISH) == "«2008-2012» ya está en el archivo."


def test_what_a_record_had_to_come_back_without_comes_with_what_it_lacked(store: Store) -> None:
    city = add_city(store, "Rosario")
    body = add(store, "body", name="Mesa", kind="board")
    add(store, "seat", body_id=body, municipality_id=city, role="member")
    before = everything(store)
    delete_records(store, "body", [body])
    delete_records(store, "municipality", [city])
    gone = {each.name: each for each in list_deleted(store, SPANISH)}
    assert bring_back(store, gone["Mesa"]).left == 1
    assert everything(store)["seat"] == []
    assert bring_back(store, gone["Rosario"]).left == 0
    assert everything(store) == before
    assert check(store) == []


def test_a_part_that_was_taken_out_by_itself_stays_out(store: Store) -> None:
    city = add_city(store, "Rosario")
    body = add(store, "body", name="Mesa", kind="board")
    seat = add(store, "seat", body_id=body, municipality_id=city, role="member")
    delete_records(store, "seat", [seat])
    delete_records(store, "municipality", [city])
    [found] = [each for each in list_deleted(store, SPANISH) if each.name == "Rosario"]
    bring_back(store, found)
    assert everything(store)["seat"] == []
