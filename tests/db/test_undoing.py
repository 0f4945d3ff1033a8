"""Undo of any operation: cases that random turns found, each as a person meets it."""

from app import history
from db.store import Store
from db.titles import Title
from tests.make import add_city, everything, said

TITLE = Title("Deshacer")


def last(store: Store) -> int:
    """Give the number of the last operation."""
    return history.operations(store)[0].number


def test_redo_takes_back_an_undo_of_several_that_began_with_an_undo(store: Store) -> None:
    city = add_city(store, "Azul")
    history.undo(store)
    undone = last(store)
    add_city(store, "Tigre")
    before = everything(store)
    store.undo_operations([undone, last(store)], TITLE)
    assert [row[1] for row in everything(store)["municipality"]] == ["Azul"]
    assert said(history.redo_title(store)) == "Deshacer"
    history.redo(store)
    assert everything(store) == before
    assert city not in {row[0] for row in before["municipality"]}
