"""What becomes of each field when an operation is undone: the verdicts, on records of every day."""

from datetime import UTC, datetime, timedelta

import pytest

from db.checking import check
from db.failures import Reason, StoreFailure
from db.journal import story
from db.journal.undoing import Verdict
from db.store import Store
from db.titles import Title
from tests.db.writing import (
    changed,
    gone,
    held,
    made,
    made_city,
    made_experience,
    made_file,
    made_link,
    made_phone,
    undo,
    verdicts,
    write,
    written,
)
from tests.make import everything


def test_what_nobody_touched_since_is_taken_back_beside_the_word_of_another(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="otra.example"))
    write(store, changed("municipality", "city", notes="de Beto"), by="Beto")
    assert verdicts(store, edit) == {("city", "web"): Verdict.CLEAN}
    undo(store, edit)
    city = held(store, "municipality", "city") or {}
    assert (city["web"], city["notes"]) == ("azul.example", "de Beto")
    assert check(store) == []


def test_what_somebody_changed_since_stays_and_the_plan_names_who(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="de-ana.example"))
    write(store, changed("municipality", "city", web="de-beto.example"), by="Beto")
    [ruling] = store.plan_undo([edit]).rulings
    assert (ruling.verdict, ruling.by) == (Verdict.EDITED, "Beto")
    assert ruling.at is not None
    assert datetime.now(UTC) - ruling.at < timedelta(minutes=1)
    with pytest.raises(StoreFailure) as caught:
        undo(store, edit)
    assert (caught.value.reason, caught.value.detail) == (Reason.CONFLICT, "municipality/city")


def test_columns_that_say_one_thing_come_back_whole(store: Store) -> None:
    write(store, made_city(population=900, population_year=2001, population_source="INDEC"))
    edit = write(store, changed("municipality", "city", population=950))
    write(store, changed("municipality", "city", notes="de Beto"), by="Beto")
    undo(store, edit)
    city = held(store, "municipality", "city") or {}
    assert (city["population"], city["population_year"], city["population_source"]) == (900, 2001, "INDEC")
    edit = write(store, changed("municipality", "city", population=950))
    write(store, changed("municipality", "city", population_year=2010), by="Beto")
    assert verdicts(store, edit) == {("city", "population"): Verdict.EDITED}


def test_what_was_edited_in_a_record_that_is_gone_is_told(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="nueva.example"))
    write(store, gone("municipality", "city"), by="Beto")
    [ruling] = store.plan_undo([edit]).rulings
    assert (ruling.verdict, ruling.unit, ruling.by) == (Verdict.GONE, ("web",), "Beto")
    with pytest.raises(StoreFailure):
        undo(store, edit)


def test_a_record_that_was_made_and_is_gone_needs_no_undo(store: Store) -> None:
    make = write(store, made_city())
    write(store, gone("municipality", "city"), by="Beto")
    assert verdicts(store, make) == {("city", ""): Verdict.BACK}


def test_a_record_that_somebody_edited_stays_and_its_parts_with_it(store: Store) -> None:
    make = write(store, made_city(), made_phone("phone", municipality_id="city"), made_city("other", "Tigre"))
    write(store, changed("municipality", "city", notes="de Beto"), by="Beto")
    assert verdicts(store, make) == {
        ("city", ""): Verdict.EDITED,
        ("phone", ""): Verdict.TOGETHER,
        ("other", ""): Verdict.CLEAN,
    }
    undo(store, make)
    assert held(store, "municipality", "city") is not None
    assert held(store, "contact_point", "phone") is not None
    assert held(store, "municipality", "other") is None


def test_an_edit_that_was_taken_back_does_not_keep_a_record(store: Store) -> None:
    make = write(store, made_city())
    edit = write(store, changed("municipality", "city", notes="de Beto"), by="Beto")
    undo(store, edit)
    assert verdicts(store, make) == {("city", ""): Verdict.CLEAN}
    undo(store, make)
    assert held(store, "municipality", "city") is None


def test_a_record_that_others_refer_to_stays(store: Store) -> None:
    make = write(store, made("person", "luz", name="Luz Modelo"))
    write(store, made_experience(person_id="luz"), by="Beto")
    assert verdicts(store, make) == {("luz", ""): Verdict.NEEDED}
    with pytest.raises(StoreFailure) as caught:
        undo(store, make)
    assert caught.value.detail == "person/luz"


def test_what_a_record_that_stays_refers_to_stays_too(store: Store) -> None:
    make = write(store, made("person", "luz", name="Luz Modelo"), made_experience(person_id="luz"))
    result = made("experience_result", "result", name="Diez huertas", experience_id="huerta", position=0)
    write(store, result, by="Beto")
    assert verdicts(store, make) == {("luz", ""): Verdict.NEEDED, ("huerta", ""): Verdict.NEEDED}


def test_what_stays_for_a_part_of_another_record_keeps_nothing_else(store: Store) -> None:
    write(store, made_city())
    make = write(
        store,
        made("post", "post", name="Intendencia", municipality_id="city"),
        *(made("person", key, name=key) for key in ("luz", "sol")),
        *(made("tenure", f"of {key}", person_id=key, post_id="post") for key in ("luz", "sol")),
    )
    write(store, changed("person", "luz", notes="de Beto"), by="Beto")
    assert verdicts(store, make) == {
        ("luz", ""): Verdict.EDITED,
        ("of luz", ""): Verdict.TOGETHER,
        ("post", ""): Verdict.NEEDED,
        ("sol", ""): Verdict.CLEAN,
        ("of sol", ""): Verdict.CLEAN,
    }


def test_a_record_with_a_file_that_another_attached_stays(store: Store) -> None:
    make = write(store, made_city())
    write(store, made_file("acta", "municipality", "city"), by="Beto")
    assert verdicts(store, make) == {("city", ""): Verdict.NEEDED}


def test_a_reference_that_the_same_undo_takes_away_keeps_nothing(store: Store) -> None:
    write(store, made_experience())
    make = write(store, made("person", "luz", name="Luz Modelo"), changed("experience", "huerta", person_id="luz"))
    undo(store, make)
    assert held(store, "person", "luz") is None
    assert "person_id" not in (held(store, "experience", "huerta") or {})


def test_a_deleted_part_comes_back_only_to_a_record_that_is_there(store: Store) -> None:
    write(store, made_city(), made_phone("phone", municipality_id="city"))
    delete = write(store, gone("contact_point", "phone"))
    last = write(store, gone("municipality", "city"))
    assert verdicts(store, delete) == {("phone", ""): Verdict.MISSING}
    with pytest.raises(StoreFailure):
        undo(store, delete)
    undo(store, delete, last)
    assert held(store, "municipality", "city") is not None
    assert held(store, "contact_point", "phone") is not None
    assert check(store) == []


def test_a_file_comes_back_only_to_a_record_that_is_there(store: Store) -> None:
    write(store, made_city(), made_file("acta", "municipality", "city"))
    delete = write(store, gone("document", "acta"))
    write(store, gone("municipality", "city"))
    assert verdicts(store, delete) == {("acta", ""): Verdict.MISSING}


def test_a_field_names_again_only_a_record_that_is_there(store: Store) -> None:
    write(store, made("person", "luz", name="Luz Modelo"))
    write(store, made_experience(person_id="luz"))
    edit = write(store, changed("experience", "huerta", person_id=None, notes="sin contacto"))
    write(store, gone("person", "luz"), by="Beto")
    assert verdicts(store, edit) == {("huerta", "person_id"): Verdict.MISSING, ("huerta", "notes"): Verdict.CLEAN}
    undo(store, edit)
    experience = held(store, "experience", "huerta") or {}
    assert ("notes" in experience, "person_id" in experience) == (False, False)


def test_a_record_that_comes_back_needs_one_that_the_same_undo_would_take_away(store: Store) -> None:
    write(store, made("person", "luz", name="Luz Modelo"))
    write(store, made_experience(person_id="luz"))
    delete = write(store, gone("experience", "huerta"))
    came = verdicts(store, delete, 1)
    assert came == {("huerta", ""): Verdict.MISSING, ("luz", ""): Verdict.CLEAN}


def test_the_last_change_is_taken_back_whole_or_not_at_all(store: Store) -> None:
    make = write(store, made("person", "luz", name="Luz Modelo"))
    write(store, made_city(), made_experience(person_id="luz"))
    write(store, gone("experience", "huerta"), changed("municipality", "city", web="x"))
    undo(store, make)
    before = everything(store)
    with pytest.raises(StoreFailure) as caught:
        store.undo()
    assert (caught.value.reason, caught.value.detail) == (Reason.CONFLICT, "experience/huerta")
    assert everything(store) == before


def test_links_go_and_come_with_what_they_link(store: Store) -> None:
    write(store, made_city(), made_experience())
    linked = write(store, made_link("huerta", "city"))
    before = everything(store)
    taken = undo(store, linked)
    assert everything(store)["experience_municipality"] == []
    undo(store, taken)
    assert everything(store) == before


def test_only_the_rows_that_are_asked_for_come_back(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"))
    delete = write(store, gone("municipality", "city"), gone("municipality", "other"))
    changes = store.bring_back([delete], ["other"], Title("Recuperar"))
    assert changes.touched == {"municipality": frozenset({"other"})}
    assert held(store, "municipality", "city") is None
    [entry] = written(store, changes.operation or 0)
    assert entry.kind == "R"
    with store.reading() as session:
        last = story.next_undo(session.connection())
    assert last == changes.operation, "what was brought back is a change of its own, which undo takes back"


def test_what_undo_took_back_says_which_operations_it_took(store: Store) -> None:
    first, second = write(store, made_city()), write(store, made_city("other", "Tigre"))
    number = undo(store, first, second)
    with store.reading() as session:
        told = {each.number: each for each in story.latest(session.connection(), None)}
    assert set(told[number].reverses) == {told[first].id, told[second].id}
    assert (told[first].undone, told[second].undone, told[number].undone) == (True, True, False)
    assert (told[number].rows, told[number].is_redo) == (2, False)
