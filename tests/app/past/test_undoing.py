"""Any operation is taken back, or all since a moment."""

import pytest

from app.past import undoing
from app.past.undo_plan import plan_undo
from app.records import history
from app.records.editing import delete_records
from app.records.reading import read_record
from app.words.problems import ProblemError
from db.checking import check
from db.failures import Reason, StoreFailure
from db.journal import gone, lines, references, story
from db.store import Store
from db.titles import Title
from tests.app.past.office import edit, last, titles, written_by
from tests.make import SPANISH, add_city, everything, said


def test_an_older_operation_is_taken_back_under_its_own_title(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    edit(store, "municipality", city, notes="a")
    undoing.undo_operations(store, [number])
    assert titles(store)[0] == "Deshacer: cambio en ciudad «Azul»"
    assert said(history.undo_title(store)) == "Cambio en ciudad «Azul»"
    history.redo(store)
    assert titles(store)[0] == "Rehacer: cambio en ciudad «Azul»"
    assert check(store) == []


def test_the_file_returns_to_a_moment_and_comes_back_from_it(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    then = everything(store)
    edit(store, "municipality", city, name="Intendencia de Azul")
    history.undo(store)
    history.redo(store)
    delete_records(store, "municipality", [city])
    add_city(store, "Rosario")
    after = everything(store)
    undoing.undo_operations(store, undoing.numbers_after(store, number))
    assert everything(store) == then
    assert titles(store)[0].startswith("Regreso a como estaba el ")
    history.redo(store)
    assert everything(store) == after
    assert titles(store)[0].startswith("Deshacer: regreso a como estaba el ")
    assert check(store) == []


def test_a_return_over_an_undo_can_be_taken_back(store: Store) -> None:
    add_city(store, "Azul")
    number = last(store)
    history.undo(store)
    add_city(store, "Rosario")
    after = everything(store)
    undoing.undo_operations(store, undoing.numbers_after(store, number))
    assert [title.split(" «")[0] for title in titles(store)][-1] == "Alta de ciudad"
    assert history.redo_title(store) is not None
    history.redo(store)
    assert everything(store) == after


def test_an_undo_that_nothing_is_left_of_is_refused_with_the_name_of_what_stays(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    with written_by(store, "Beto Ejemplo"):
        edit(store, "municipality", city, name="Intendencia de Azul")
    before = everything(store)
    with pytest.raises(StoreFailure) as caught:
        undoing.undo_operations(store, [number])
    assert (caught.value.reason, caught.value.detail) == (Reason.CONFLICT, "Azul")
    assert everything(store) == before


def test_what_cannot_be_undone_is_told(store: Store) -> None:
    with store.operation(Title("Comienzo del archivo"), start=True) as session:
        session.connection().exec_driver_sql("INSERT INTO theme (id, name, position) VALUES ('a', 'Cultura', 0)")
    start = last(store)
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    history.undo(store)
    for wanted, told in (
        (999, "No hay ninguna operación 999 en este archivo."),
        (start, f"La operación {start} no se deshace: es con lo que empezó el archivo."),
        (number, f"La operación {number} ya está deshecha."),
    ):
        with pytest.raises(ProblemError) as caught:
            undoing.undoable(store, wanted)
        assert caught.value.problems[0].say(SPANISH).startswith(told)
    assert start not in undoing.numbers_after(store, 0)


def test_more_operations_than_a_statement_has_places_for_are_taken_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (gone, lines, references, story):
        monkeypatch.setattr(each, "KEYS_AT_ONCE", 20)
    city = add_city(store, "Azul")
    first = last(store)
    for at in range(45):
        edit(store, "municipality", city, notes=str(at))
    numbers = undoing.numbers_after(store, first)
    assert plan_undo(store, numbers, SPANISH).rows == 1
    undoing.undo_operations(store, numbers)
    found = read_record(store, "municipality", city)
    assert found is not None
    assert found.values["notes"] is None
