"""The days of a demand in their order; one verdict on an experience for it: refused twice, changed by an import."""

import pytest

from app.records.catalog import Query
from app.records.drafts import Draft, Rows, new_key
from app.records.editing import save_record
from app.records.reading import list_ids, list_rows
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.app.matching.filed import make_need
from tests.app.sheets.importing.plans import imported, plan_of, reasons, verdicts
from tests.make import add


def verdict(key: str, experience: str) -> Draft:
    return Draft("match", key, {"experience_id": experience, "verdict": "serves"})


def test_a_demand_waits_no_less_than_until_the_day_on_which_it_is_asked(store: Store) -> None:
    need, _ = make_need(store)
    asked = {"asked_on": PartialDate(2026, 11, 10)}
    save_record(store, Draft("need", need, {**asked, "until": PartialDate(2026, 11)}))
    with pytest.raises(ProblemError, match="antes del día en que se pidió") as refused:
        save_record(store, Draft("need", need, {"until": PartialDate(2026, 11, 9)}))
    assert [each.place.field for each in refused.value.problems] == ["until"]


def test_two_rows_of_one_form_that_say_it_of_one_experience_are_refused(store: Store) -> None:
    need, done = make_need(store)
    first, second = new_key(), new_key()
    rows = Rows((verdict(first, done), verdict(second, done)))
    with pytest.raises(ProblemError) as refused:
        save_record(store, Draft("need", need, parts={"matches": rows}))
    assert [each.place.field for each in refused.value.problems] == [f"matches.{second}.experience_id"]


def test_a_row_that_is_led_to_the_experience_of_another_is_refused(store: Store) -> None:
    need, done = make_need(store)
    other = add(store, "experience", name="Otra")
    keys = [add(store, "match", need_id=need, experience_id=each, verdict="serves") for each in (other, done)]
    with pytest.raises(ProblemError, match="Ya hay una valoración"):
        save_record(store, Draft("need", need, parts={"matches": Rows((verdict(keys[0], done),))}))


def test_two_rows_of_one_form_exchange_their_experiences(store: Store) -> None:
    need, done = make_need(store)
    other = add(store, "experience", name="Otra")
    keys = [add(store, "match", need_id=need, experience_id=each, verdict="serves") for each in (other, done)]
    rows = Rows((verdict(keys[0], done), verdict(keys[1], other)))
    save_record(store, Draft("need", need, parts={"matches": rows}))
    assert list_rows(store, "match", ("experience_id",), keys) == [("Espacios de cuidado",), ("Otra",)]


def test_an_import_changes_what_was_said_and_takes_one_row_of_a_pair(store: Store) -> None:
    need, done = make_need(store)
    add(store, "match", need_id=need, experience_id=done, verdict="serves")
    titles = ("Demanda", "Experiencia", "¿Sirve?")
    row = ("Jardines", "Espacios de cuidado", "No sirve")
    assert verdicts(imported(store, "match", [titles, row])) == ["changed"]
    kept = list_rows(store, "match", ("verdict",), list_ids(store, Query("match")))
    assert kept == [("serves_not",)]


def test_two_rows_of_a_sheet_that_say_it_of_one_pair_never_leave_two(store: Store) -> None:
    make_need(store)
    titles = ("Demanda", "Experiencia", "¿Sirve?")
    rows = [titles, *(("Jardines", "Espacios de cuidado", said) for said in ("Sirve", "No sirve"))]
    plan = plan_of(store, "match", rows)
    assert verdicts(plan)[0] == "new"
    assert verdicts(plan)[1] != "new", reasons(plan, 1)
