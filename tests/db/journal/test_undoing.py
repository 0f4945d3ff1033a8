"""Undo of any operation: cases that random turns found, each as a person meets it."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import insert

from app.records import history
from app.records.attachments import attach_content
from app.records.editing import Draft, delete_records, edit_many, save_record
from db.checking import check
from db.entities.document import Document
from db.entities.theme import Theme
from db.journal.lines import Line, Word
from db.journal.reading import Change
from db.journal.shape import present_tables
from db.journal.tables import EntryKind
from db.journal.undoing import Verdict
from db.store import Store
from db.titles import Title
from tests.make import add, add_city, everything, said

TITLE = Title("Deshacer")


def last(store: Store) -> int:
    """Return the number of the last operation."""
    return history.operations(store)[0].number


def rename(store: Store, city: str, name: str) -> int:
    """Return a city another name, and give the number of that operation."""
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
    assert said(history.redo_title(store)) == "Deshacer"
    assert not history.redo(store)
    assert history.redo_title(store) is None
    assert not {each.number: each for each in history.operations(store)}[first].undone
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
        "Baja de tema «Agua»",
        "Cambio en ciudad «Azul»",
        "Adjuntar",
        "Alta de tema «Agua»",
        "Alta de ciudad «Azul»",
    ]
    assert not any(everything(store).values())


def linked(store: Store, experience: str, *cities: str) -> int:
    """Link an experience to these cities alone, and give the number of that operation."""
    save_record(store, Draft("experience", experience, {"municipalities": cities}))
    return last(store)


def test_a_link_that_was_made_undone_and_made_again_comes_back_whole(store: Store) -> None:
    city, experience = add_city(store), add(store, "experience", name="Huerta")
    linked(store, experience, city)
    history.undo(store)
    linked(store, experience, city)
    before = everything(store)
    gone = linked(store, experience)
    edit_many(store, "experience", [experience], {"name": "Otra"})
    renamed = last(store)
    store.undo_operations([gone, renamed], TITLE)
    assert everything(store) == before


def test_a_link_made_again_comes_back_though_who_made_it_first_is_undone_with_it(store: Store) -> None:
    city, experience = add_city(store), add(store, "experience", name="Huerta")
    first = linked(store, experience, city)
    linked(store, experience)
    linked(store, experience, city)
    before = everything(store)
    gone = linked(store, experience)
    store.undo_operations([first, gone], TITLE)
    assert everything(store) == before


def test_a_row_made_again_holds_what_its_maker_wrote_and_not_what_was_there_once(store: Store) -> None:
    theme = add(store, "theme", name="Agua")
    for _ in range(2):
        delete_records(store, "theme", [theme])
        with store.operation(Title("Hacer otra vez")) as session:
            session.execute(insert(Theme).values(id=theme, name="Suelo", position=1))
        history.undo(store)
        with store.operation(Title("Y otra")) as session:
            session.execute(insert(Theme).values(id=theme, name="Suelo", position=1))
    before = everything(store)
    delete_records(store, "theme", [theme])
    delete = last(store)
    add_city(store)
    store.undo_operations([delete, last(store)], TITLE)
    assert everything(store) == before


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


def test_what_was_taken_back_many_times_is_planned_at_once() -> None:
    """To ask of each word by itself whether it stands took twice as long with each undo: here it would never end."""
    table = next(each for each in present_tables() if each.name == "theme")
    made = Change(EntryKind.MADE, after={"name": "Agua", "position": 1})
    changed = Change(EntryKind.CHANGED, {"name": "Agua"}, {"name": "Suelo"})
    names = [f"{at:02}" for at in range(80)]
    words = [
        Word(name, "Ana", datetime(2026, 11, 22, tzinfo=UTC), at > 1, frozenset(names[1:at]), changed, at == 1)
        for at, name in enumerate(names)
    ]
    line = Line(table, "a", [replace(words[0], change=made, is_undone=False), *words[1:]])
    assert line.standing(("name",)) is line.words[0]
    assert line.returned(("name",)) == {"name": "Agua"}
