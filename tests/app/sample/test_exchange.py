"""The demands and adoptions of the sample: facts with their sources, and examples that say so."""

from sqlalchemy import select

from app.records.catalog import Query
from app.records.reading import list_ids, list_rows
from db.entities.adoption import Adoption
from db.entities.need import Need
from db.store import Store


def test_what_no_source_tells_is_an_example(store: Store) -> None:
    with store.reading() as session:
        adoptions = session.scalars(select(Adoption)).all()
        needs = session.scalars(select(Need)).all()
    assert all(bool(row.source) != str(row.notes).startswith("Ejemplo") for row in adoptions)
    assert {row.source is None for row in adoptions} == {True, False}
    assert all("(ejemplo)" in row.name and str(row.notes).startswith(("Ejemplo", "Exemplo")) for row in needs)


def test_adoptions_of_every_state_are_there_and_one_waits_in_vain(store: Store) -> None:
    with store.reading() as session:
        keys = list(session.scalars(select(Adoption.id)))
    shown = list_rows(store, "adoption", ("adoption_state", "is_late", "reached"), keys)
    assert {state for state, _, _ in shown} == {"underway", "in_use", "dropped"}
    assert [late for _, late, _ in shown].count(True) == 1
    assert all(reached for _, _, reached in shown)


def test_examples_wait_at_a_step_that_is_among_what_is_due(store: Store) -> None:
    with store.reading() as session:
        keys = list(session.scalars(select(Adoption.id).where(Adoption.notes.startswith("Ejemplo ficticio"))))
    shown = list_rows(store, "adoption", ("next_step", "is_late"), keys)
    assert shown == [("Visita", False), ("Contacto entre las ciudades", False)]
    due = list_rows(store, "due", ("text",), list_ids(store, Query("due")))
    assert sum("Contacto entre las ciudades" in str(text) or "Visita" in str(text) for (text,) in due) >= len(keys)


def test_demands_wait_and_one_is_overdue(store: Store) -> None:
    with store.reading() as session:
        keys = list(session.scalars(select(Need.id)))
    states = list_rows(store, "need", ("state", "is_overdue"), keys)
    assert {state for state, _ in states} == {"open", "met"}
    assert [state for state, late in states if late] == ["open"], "what was met is never late"
    assert [row[0] for row in list_rows(store, "need", ("serving_count",), keys)].count(1) == 2
