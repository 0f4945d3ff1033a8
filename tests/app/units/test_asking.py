"""Reports are asked of all units that lack one in one operation, and ticked when they come."""

from datetime import date

import pytest

from app.past.news import say_news
from app.records import history
from app.records.deadlines import overdue
from app.records.editing import delete_records
from app.records.reading import list_ids, read_record
from app.units.asking import ask_reports, not_asked, receive_report
from app.units.reading import read_facts
from app.words.problems import ProblemError
from db.store import Store
from tests.app.units.made import JOINT, TOURISM, make_units
from tests.make import CATALOG, SPANISH, TODAY, add, said

DAY = date(2026, 12, 15)


def test_all_that_lack_one_are_asked_in_one_operation_which_is_undone_as_one(store: Store) -> None:
    made = make_units(store)
    lacking = not_asked(read_facts(store, made["term"]))
    assert [unit.name for unit in lacking] == [JOINT, TOURISM]
    changes = ask_reports(store, made["term"], [unit.id for unit in lacking], DAY)
    assert said(changes.title) == "Informe de «2026-2027» pedido a 2 unidades"
    assert say_news(changes, CATALOG, SPANISH) == "Se pidió el informe de «2026-2027» a 2 unidades."
    assert not_asked(read_facts(store, made["term"])) == []
    with pytest.raises(ProblemError, match="Ya se pidió el informe"):
        ask_reports(store, made["term"], [unit.id for unit in lacking], DAY)
    history.undo(store)
    assert [unit.name for unit in not_asked(read_facts(store, made["term"]))] == [JOINT, TOURISM]


def test_who_was_asked_meanwhile_is_not_asked_twice_and_a_day_is_needed(store: Store) -> None:
    made = make_units(store)
    with pytest.raises(ProblemError, match="Falta hasta cuándo"):
        ask_reports(store, made["term"], [made[JOINT]], None)
    ask_reports(store, made["term"], [made[JOINT]], DAY)
    changes = ask_reports(store, made["term"], [made[JOINT], made[TOURISM]], DAY)
    assert len(changes.touched["commitment"]) == 1


def test_a_report_that_comes_is_met_today_and_is_owed_no_more(store: Store) -> None:
    made = make_units(store)
    assert len(list_ids(store, overdue())) == 1
    changes = receive_report(store, made["late"])
    assert say_news(changes, CATALOG, SPANISH) == "Se marcó como recibido el informe de «Unidad de Deportes»."
    record = read_record(store, "commitment", made["late"])
    assert record is not None
    assert (record.values["state"], record.values["met_on"]) == ("met", TODAY)
    assert list_ids(store, overdue()) == []
    delete_records(store, "commitment", [made["late"]])
    with pytest.raises(ProblemError, match="El compromiso ya no existe"):
        receive_report(store, made["late"])


def test_a_term_and_a_unit_that_are_no_more_are_asked_for_nothing(store: Store) -> None:
    made = make_units(store)
    gone = add(store, "body", name="Otra", kind="thematic_unit")
    delete_records(store, "body", [gone])
    changes = ask_reports(store, made["term"], [gone, made[JOINT]], DAY)
    assert said(changes.title) == "Informe de «2026-2027» pedido a 1 unidad"
    term = add(store, "period", name="2030")
    delete_records(store, "period", [term])
    with pytest.raises(ProblemError, match="La gestión ya no existe"):
        ask_reports(store, term, [made[JOINT]], DAY)
