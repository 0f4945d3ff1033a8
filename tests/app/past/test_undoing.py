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
from tests.app.past.office import edit, last, listed, titles, written_by
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


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a statement have places for three keys."""
    for each in (gone, lines, references, story):
        monkeypatch.setattr(each, "KEYS_AT_ONCE", 3)


def notes_of(store: Store, city: str) -> object:
    """Return what is noted about a city."""
    found = read_record(store, "municipality", city)
    assert found is not None
    return found.values["notes"]


@pytest.mark.usefixtures("blocks")
def test_more_operations_and_rows_than_a_statement_has_places_for_are_taken_back(store: Store) -> None:
    cities = [add_city(store, f"Azul {at}") for at in range(5)]
    first = last(store)
    done = [edit(store, "municipality", city, notes=notes) for notes in ("a", "b") for city in cities]
    written = everything(store)
    numbers = undoing.numbers_after(store, first)
    assert plan_undo(store, numbers, SPANISH).rows == len(cities)
    undoing.undo_operations(store, numbers)
    assert [notes_of(store, city) for city in cities] == [None] * len(cities)
    assert {each.number for each in listed(store) if each.undone} == {*done}
    history.redo(store)
    assert everything(store) == written
    of_one = history.record_history(store, "municipality", cities[0])
    assert len(of_one) == 5, "its making, two changes, and what took them back and made them again"
    assert check(store) == []


@pytest.mark.usefixtures("blocks")
def test_more_undos_than_a_statement_has_places_for_are_made_again(store: Store) -> None:
    city = add_city(store, "Azul")
    for at in range(5):
        edit(store, "municipality", city, notes=str(at))
    before = last(store)
    for _ in range(5):
        history.undo(store)
    undoing.undo_operations(store, undoing.numbers_after(store, before))
    assert notes_of(store, city) == "4"
    assert history.operations(store, 1)[0].is_redo
    assert history.redo_title(store) is None, "nothing is undone any more"


@pytest.mark.usefixtures("blocks")
def test_more_records_than_a_statement_has_places_for_are_deleted_and_found_again(store: Store) -> None:
    cities = [add_city(store, f"Azul {at}") for at in range(5)]
    delete_records(store, "municipality", cities)
    with store.reading() as session:
        connection = session.connection()
        assert set(story.last_changes(connection, cities)) == set(cities)
        changed = story.of_rows(connection, store.shape, last(store), cities)
        went = gone.deleted(connection, store.shape, ["municipality"], 9)
    assert {each.row_id for each in changed} == set(cities)
    assert {each.row_id for each in went} == set(cities)
