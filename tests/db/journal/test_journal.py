"""Every change is one operation that can be taken back, brought again and told."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.records import history
from app.records.editing import Draft, Rows, delete_records, edit_many, save_record
from db.checking import check
from db.entities.municipality import Municipality
from db.failures import Reason, StoreFailure
from db.journal import triggers
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate
from tests.make import add, add_city, everything, open_store, said


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO theme (id, name, position) VALUES ('a', 'Cultura', 0)",
        "UPDATE municipality SET short_name = 'Otra'",
        "DELETE FROM municipality",
    ],
)
def test_a_change_outside_an_operation_is_refused(store: Store, statement: str) -> None:
    add_city(store)
    before = everything(store)
    with pytest.raises(IntegrityError, match=triggers.OUTSIDE), store.reading() as session:
        session.execute(text(statement))
    assert everything(store) == before


def test_an_operation_says_what_it_touched(store: Store) -> None:
    with store.operation(Title("Agregar dos")) as session:
        session.add_all([Municipality(short_name="Azul", country="AR"), Municipality(short_name="Tigre", country="AR")])
    assert len(session.changes.touched["municipality"]) == 2
    assert set(session.changes.touched) == {"municipality"}


def test_an_operation_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    with store.operation(Title("Nada")) as session:
        pass
    assert not session.changes
    assert history.operations(store) == ()


def test_an_operation_that_fails_is_wholly_rolled_back(store: Store) -> None:
    with pytest.raises(IntegrityError), store.operation(Title("Falla")) as session:
        session.add_all([Municipality(short_name="Azul", country="AR"), Municipality(short_name="Tigre")])
    assert everything(store)["municipality"] == []
    assert history.operations(store) == ()


def test_undo_and_redo_survive_a_restart(store: Store) -> None:
    path = store.path
    add_city(store, "Azul")
    after = everything(store)
    store.close()
    with open_store(path) as again:
        assert said(history.undo_title(again)) == "Alta de ciudad «Azul»"
        history.undo(again)
        assert everything(again)["municipality"] == []
    with open_store(path) as again:
        assert said(history.redo_title(again)) == "Alta de ciudad «Azul»"
        history.redo(again)
        assert everything(again) == after


def test_undo_gives_every_kind_of_value_back_exactly(store: Store) -> None:
    city = add(store, "municipality", short_name="Azul", country="AR", latitude=-36776190, longitude=-59858540)
    experience = add(
        store,
        "experience",
        name="Huerta «ñandú»",
        starts=PartialDate(2008, 6),
        running=True,
        cost=Money(9_007_199_254_740_993, "PYG"),
        municipalities=(city,),
        notes="dos\nlíneas 'y' \"comillas\"",
    )
    before = everything(store)
    delete_records(store, "experience", [experience])
    history.undo(store)
    assert everything(store) == before


def test_undo_refuses_what_would_refer_to_a_record_that_is_gone_and_changes_nothing(store: Store) -> None:
    person = add(store, "person", name="Luz Modelo")
    made = history.operations(store)[0].number
    experience = add(store, "experience", name="Huerta", person_id=person)
    delete_records(store, "experience", [experience])
    store.undo_operations([made], Title("Deshacer"))
    before = everything(store)
    with pytest.raises(StoreFailure) as caught:
        history.undo(store)
    assert caught.value.reason is Reason.CONFLICT
    assert caught.value.detail == "Experiencia"
    assert everything(store) == before


def test_a_new_change_gives_up_what_could_be_redone(store: Store) -> None:
    add_city(store, "Azul")
    history.undo(store)
    add_city(store, "Tigre")
    assert history.redo_title(store) is None
    with pytest.raises(StoreFailure) as caught:
        history.redo(store)
    assert caught.value.reason is Reason.NOTHING_TO_REDO


def test_several_changes_are_undone_and_redone_in_their_order(store: Store) -> None:
    states = [everything(store)]
    city = add_city(store, "Azul")
    states.append(everything(store))
    edit_many(store, "municipality", [city], {"population": 62996})
    states.append(everything(store))
    delete_records(store, "municipality", [city])
    states.append(everything(store))
    for state in reversed(states[:-1]):
        history.undo(store)
        assert everything(store) == state
    for state in states[1:]:
        history.redo(store)
        assert everything(store) == state
    assert check(store) == []


def test_the_history_of_a_record_says_who_changed_which_field(store: Store) -> None:
    city = add_city(store, "Azul")
    edit_many(store, "municipality", [city], {"population": 62996})
    last = history.record_history(store, "municipality", city)[0]
    assert (last.author, said(last.title)) == ("Ana Ejemplo", "Cambio en ciudad «Azul»")
    assert [(change.field, change.before, change.after) for change in last.fields] == [("population", None, 62996)]


def test_the_history_tells_of_a_part(store: Store) -> None:
    person = save_record(
        store,
        Draft(
            "person",
            None,
            {"name": "Luz Modelo"},
            {
                "contact_points": Rows((Draft("contact_point", None, {"kind": "email", "value": "luz@example.org"}),)),
            },
        ),
    ).id
    fields = [change.field for change in history.record_history(store, "person", person)[0].fields]
    assert "value" in fields


def test_the_check_finds_a_row_that_the_journal_does_not_know(store: Store, tmp_path: Path) -> None:
    add_city(store, "Azul")
    with store.operation(Title("Borrar el diario")) as session:
        session.execute(text("DROP TRIGGER journal_municipality_update"))
        session.execute(text("UPDATE municipality SET notes = 'a escondidas'"))
        session.execute(text("UPDATE journal_operation SET title = title"))
    assert check(store) == ["journal: municipality, 1"]
