"""Undo of any operation: cases that random turns found, each as a person meets it."""

from app import history
from app.attachments import attach_content
from app.editing import delete_records, edit_many
from db.checking import check
from db.entities.document import Document
from db.journal.undoing import Verdict
from db.store import Store
from db.titles import Title
from tests.make import add, add_city, everything, said

TITLE = Title("Deshacer")


def last(store: Store) -> int:
    """Give the number of the last operation."""
    return history.operations(store)[0].number


def rename(store: Store, city: str, name: str) -> int:
    """Give a city another name, and give the number of that operation."""
    edit_many(store, "municipality", [city], {"short_name": name})
    return last(store)


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


def test_an_undo_that_finds_all_done_already_is_kept_and_not_asked_again(store: Store) -> None:
    city = add_city(store, "Azul")
    first = rename(store, city, "Tigre")
    rename(store, city, "Azul")
    before = everything(store)
    plan = store.plan_undo([first])
    assert [ruling.verdict for ruling in plan.rulings] == [Verdict.BACK]
    assert not store.undo_operations([first], TITLE)
    assert everything(store) == before
    done = {each.number: each for each in history.operations(store)}
    assert done[first].undone
    assert not store.undo_operations([first], TITLE)
    assert len(history.operations(store)) == len(done)
    assert check(store) == []


def test_undo_goes_on_behind_a_change_of_which_nothing_is_left(store: Store) -> None:
    city, theme = add_city(store, "Azul"), add(store, "theme", name="Agua")
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "theme", theme, "nota.txt", b"uno")
    attached = last(store)
    store.undo_operations([attached, rename(store, city, "Tigre")], TITLE)
    undone = last(store)
    delete_records(store, "theme", [theme])
    store.undo_operations([undone], TITLE)  # the file cannot come back, since its theme is gone
    titles: list[str] = []
    while (title := history.undo_title(store)) is not None and len(titles) < 9:
        titles.append(said(title))
        history.undo(store)
    assert titles == [
        "Eliminar Tema: Agua",
        "Editar Ciudad: Azul",
        "Adjuntar",
        "Agregar Tema: Agua",
        "Agregar Ciudad: Azul",
    ]
    assert not any(everything(store).values())


def test_a_file_comes_back_when_the_record_that_it_missed_stays_after_all(store: Store) -> None:
    theme = add(store, "theme", name="Agua")
    made = last(store)
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "theme", theme, "nota.txt", b"uno")
    with store.operation(Title("Quitar")) as session:
        session.delete(session.query(Document).one())
    removed = last(store)
    experience = add(store, "experience", name="Huerta", themes=(theme,))
    plan = store.plan_undo([made, removed])
    assert {each.entity: each.verdict for each in plan.rulings} == {
        "theme": Verdict.NEEDED,
        "document": Verdict.CLEAN,
    }
    store.undo_operations([made, removed], TITLE)
    assert len(everything(store)["document"]) == 1
    assert experience
