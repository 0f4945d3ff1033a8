"""The history of a record tells all that was done to it, in words."""

from pathlib import Path

import pytest

from app.file.store_problems import problem_of
from app.records import history
from app.records.attachments import attach, attachments
from app.records.drafts import new_key
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.history_words import SaidChange, say_changes
from db.failures import StoreFailure
from db.store import Store
from db.titles import Title
from db.values import Money
from tests.make import SPANISH, add, add_city
from tests.make import said as title_of


def told(store: Store, entity: str, key: str) -> list[tuple[str, SaidChange]]:
    """Return what the history of a record says, each change with the title of its operation, the newest first."""
    return [
        (title_of(each.title), said)
        for each in history.record_history(store, entity, key)
        for said in say_changes(store, each.fields, entity, SPANISH)
    ]


def test_a_part_that_was_deleted_is_still_told(store: Store) -> None:
    city = add_city(store, "Azul")
    member = Draft("membership", new_key(), {"state": "member", "act": "ACTA Nº 03/2008"})
    save_record(store, Draft("municipality", city, parts={"memberships": Rows((member,))}))
    save_record(store, Draft("municipality", city, parts={"memberships": Rows(removed=(member,))}))
    act = [said for _, said in told(store, "municipality", city) if said.field == "Acta que la aprobó"]
    assert [(said.before, said.after) for said in act] == [("ACTA Nº 03/2008", ""), ("", "ACTA Nº 03/2008")]
    delete_records(store, "municipality", [city])
    assert len([said for _, said in told(store, "municipality", city) if said.field == "Acta que la aprobó"]) == 2


def test_a_phone_is_told_as_it_is_read_elsewhere(store: Store) -> None:
    point = Draft("contact_point", new_key(), {"kind": "mobile", "value": "+5493415550101;ext=12"})
    person = save_record(store, Draft("person", None, {"name": "Ana"}, {"contact_points": Rows((point,))})).id
    assert "+54 9 341 555-0101 int. 12" in [said.after for _, said in told(store, "person", person)]


def test_a_link_that_was_made_and_taken_away_is_told(store: Store) -> None:
    city, other = add_city(store, "Azul"), add_city(store, "Rosario")
    experience = add(store, "experience", name="Presupuesto participativo", municipalities=(city, other))
    save_record(store, Draft("experience", experience, {"municipalities": (other,)}))
    links = [said for _, said in told(store, "experience", experience) if said.field == "Ciudades"]
    assert (links[0].part, links[0].before, links[0].after) == ("", "Azul", "")
    assert sorted(said.after for said in links[1:]) == ["Azul", "Rosario"]


def test_a_file_that_was_attached_and_deleted_is_told(store: Store, tmp_path: Path) -> None:
    city, note = add_city(store, "Azul"), tmp_path / "nota.pdf"
    note.write_bytes(b"%PDF")
    attach(store, "municipality", city, [note])
    delete_records(store, "document", [attachments(store, "municipality", city)[0].id])
    found = [said for _, said in told(store, "municipality", city) if "nota.pdf" in (said.before, said.after)]
    assert found == [SaidChange("", "Documento", "nota.pdf", ""), SaidChange("", "Documento", "", "nota.pdf")]


def test_an_amount_is_told_in_its_currency_when_the_amount_alone_changed(store: Store) -> None:
    experience = add(store, "experience", name="Presupuesto participativo", cost=Money(700000, "USD"))
    save_record(store, Draft("experience", experience, {"cost": Money(850000, "USD")}))
    [(_, said)] = [pair for pair in told(store, "experience", experience) if pair[0].startswith("Cambio")]
    assert (said.before, said.after) == ("USD 7.000,00", "USD 8.500,00")


def test_what_keeps_an_undo_back_is_named(store: Store) -> None:
    person = add(store, "person", name="Luz Modelo")
    made = history.operations(store)[0].number
    experience = add(store, "experience", name="Huerta", person_id=person)
    delete_records(store, "experience", [experience])
    store.undo_operations([made], Title("Deshacer"))
    with pytest.raises(StoreFailure) as caught:
        history.undo(store)
    problem = problem_of(caught.value)
    assert problem is not None
    assert "un dato cambió después (Experiencia)" in problem.say(SPANISH)
