"""Links of a kind with itself: a joint body and the units that it joins, from either side."""

import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.records.drafts import Draft
from app.records.duplicates import merge
from app.records.editing import delete_records, save_record
from app.records.history import record_history, redo, undo
from app.records.history_words import say_changes
from app.records.linked import find_linked
from app.records.reading import list_ids, list_rows, read_record
from app.screens.bodies import BODIES
from app.words.problems import ProblemError
from db.entities.body import Body, body_unit
from db.keys import key_of
from db.links import link_of
from db.query import linked_titles
from db.store import Store
from tests.app.sheets.importing.plans import imported, verdicts
from tests.db.writing import ask
from tests.make import SPANISH, add

ORDER = (Order("name"),)
JOINED = next(each for each in BODIES.linked if each.name == "body.units")


@pytest.fixture
def bodies(store: Store) -> dict[str, str]:
    """Return the keys of three units and of the group that joins the first two, by their names."""
    keys = {name: add(store, "body", name=name, kind="thematic_unit") for name in ("Cultura", "Deportes", "Turismo")}
    units = (keys["Deportes"], keys["Cultura"])
    return keys | {"Grupo": add(store, "body", name="Grupo", kind="working_group", units=units)}


def told(store: Store, key: str) -> set[tuple[str, str, str]]:
    """Return what the last operation did to a body, as its history says it."""
    last = record_history(store, "body", key)[0]
    return {(each.field, each.before, each.after) for each in say_changes(store, last.fields, "body", SPANISH)}


def test_a_link_of_a_kind_with_itself_knows_its_two_sides() -> None:
    link = link_of(Body, "units")
    assert (link.mine.name, link.other.name, link.target) == ("body_id", "unit_id", Body)
    assert link.table is body_unit


def test_links_stand_by_their_names_each_time_they_are_asked_for(store: Store, bodies: dict[str, str]) -> None:
    late = add(store, "body", name="Archivos", kind="thematic_unit")
    joined = {bodies["Grupo"]: ("Deportes", "Cultura", "Archivos"), bodies["Turismo"]: ("Deportes",)}
    for key, names in joined.items():
        units = tuple(bodies.get(name, late) for name in names)
        save_record(store, Draft("body", key, {"units": units}))
    with store.reading() as session:
        for key, names in joined.items():
            found = linked_titles(session, Body, "units", [key])
            assert [title for _, title in found[key]] == sorted(names)


def test_the_links_are_shown_and_asked_for_from_the_side_of_the_joint_body(
    store: Store, bodies: dict[str, str]
) -> None:
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Cultura, Deportes",)]
    assert list_rows(store, "body", ("units",), [bodies["Cultura"]]) == [(None,)]
    asked = {
        operator: list(list_ids(store, Query("body", filters=(Filter("units", operator, value),), order=ORDER)))
        for operator, value in (
            (Operator.EQUALS, bodies["Cultura"]),
            (Operator.ONE_OF, (bodies["Turismo"], bodies["Deportes"])),
            (Operator.IS_FILLED, None),
        )
    }
    assert set(map(tuple, asked.values())) == {(bodies["Grupo"],)}
    nobody = Query("body", filters=(Filter("units", Operator.EQUALS, bodies["Grupo"]),))
    assert list(list_ids(store, nobody)) == []


def test_a_unit_shows_the_groups_that_join_it(store: Store, bodies: dict[str, str]) -> None:
    with store.reading() as session:
        found = {name: find_linked(session, store, JOINED, "body", key) for name, key in bodies.items()}
    assert found == {"Cultura": [bodies["Grupo"]], "Deportes": [bodies["Grupo"]], "Turismo": [], "Grupo": []}


def test_a_body_does_not_join_itself(store: Store, bodies: dict[str, str]) -> None:
    with pytest.raises(ProblemError, match="figura entre las unidades que reúne"):
        save_record(store, Draft("body", bodies["Grupo"], {"units": (bodies["Grupo"],)}))


def test_the_journal_knows_the_links_from_both_sides_and_undo_brings_them_back(
    store: Store, bodies: dict[str, str]
) -> None:
    keys = {key_of("body_unit", bodies["Grupo"], bodies[name]) for name in ("Cultura", "Deportes")}
    assert {key for (key,) in ask(store, "SELECT id FROM body_unit")} == keys
    save_record(store, Draft("body", bodies["Grupo"], {"units": (bodies["Turismo"],)}))
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Turismo",)]
    assert told(store, bodies["Grupo"]) == {
        ("Unidades que reúne", "Cultura", ""),
        ("Unidades que reúne", "Deportes", ""),
        ("Unidades que reúne", "", "Turismo"),
    }
    assert told(store, bodies["Cultura"]) == {("Instancia", "Grupo", "")}
    assert told(store, bodies["Turismo"]) == {("Instancia", "", "Grupo")}
    undo(store)
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Cultura, Deportes",)]
    redo(store)
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Turismo",)]


def test_a_unit_that_is_joined_stays_and_a_joint_body_that_goes_takes_its_links_along(
    store: Store, bodies: dict[str, str]
) -> None:
    with pytest.raises(ProblemError, match="No se puede eliminar"):
        delete_records(store, "body", [bodies["Cultura"]])
    delete_records(store, "body", [bodies["Grupo"]])
    assert ask(store, "SELECT id FROM body_unit") == []
    undo(store)
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Cultura, Deportes",)]


@pytest.mark.parametrize(("keep", "gone"), [("Grupo", "Cultura"), ("Cultura", "Grupo")])
def test_a_group_and_a_unit_that_are_the_same_become_one_that_does_not_join_itself(
    store: Store, bodies: dict[str, str], keep: str, gone: str
) -> None:
    merge(store, "body", bodies[keep], bodies[gone])
    assert ask(store, "SELECT body_id, unit_id FROM body_unit") == [(bodies[keep], bodies["Deportes"])]
    undo(store)
    assert list_rows(store, "body", ("units",), [bodies["Grupo"]]) == [("Cultura, Deportes",)]


def test_links_come_from_a_spreadsheet_and_the_same_sheet_changes_nothing(store: Store, bodies: dict[str, str]) -> None:
    rows = [("Nombre", "Tipo", "Unidades que reúne"), ("Otro grupo", "Grupo de Trabajo", "Turismo; Cultura")]
    assert verdicts(imported(store, "body", rows)) == ["new"]
    (made,) = list_ids(store, Query("body", filters=(Filter("name", Operator.EQUALS, "Otro grupo"),)))
    record = read_record(store, "body", made)
    assert record is not None
    assert set(record.values["units"]) == {bodies["Cultura"], bodies["Turismo"]}  # type: ignore[call-overload]  # keys
    assert verdicts(imported(store, "body", rows)) == ["same"]
