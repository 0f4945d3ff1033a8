"""The log: who was spoken with last, and how long that is ago; what comes next is due."""

from datetime import date

from app.records.catalog import Filter, Operator, Order, Query
from app.records.linked import find_linked
from app.records.reading import list_ids, list_rows
from app.screens.belonging import log
from db.deadline_state import DEADLINES
from db.store import Store
from db.values import RecordKey
from tests.make import add, add_city


def row(store: Store, entity: str, key: str, *names: str) -> tuple[object, ...]:
    return list_rows(store, entity, names, [key])[0]


def test_who_a_note_names_was_last_spoken_with_on_its_day(store: Store) -> None:
    azul, tandil = add_city(store, "Azul"), add_city(store, "Tandil")
    ana = add(store, "person", name="Ana Ficticio")
    add(store, "interaction", day=date(2026, 3, 10), text="Llamó", people=(ana,), municipalities=(azul,))
    add(store, "interaction", day=date(2026, 8, 23), text="Otra vez", people=(ana,))
    assert row(store, "person", ana, "last_contact", "silent_months") == (date(2026, 8, 23), 2)
    assert row(store, "municipality", azul, "last_contact", "silent_months") == (date(2026, 3, 10), 8)
    assert row(store, "municipality", tandil, "last_contact", "silent_months") == (None, None)


def test_what_a_note_is_about_was_spoken_of(store: Store) -> None:
    azul = add_city(store, "Azul")
    add(store, "interaction", day=date(2026, 10, 22), text="Sobre Azul", subject=RecordKey("municipality", azul))
    assert row(store, "municipality", azul, "last_contact", "silent_months") == (date(2026, 10, 22), 1)


def test_a_list_asks_for_whom_nobody_has_spoken_with_for_months_or_ever(store: Store) -> None:
    azul, tandil, never = (add_city(store, name) for name in ("Azul", "Tandil", "Bragado"))
    add(store, "interaction", day=date(2026, 3, 10), text="Llamó", municipalities=(azul,))
    add(store, "interaction", day=date(2026, 11, 10), text="Llamó", municipalities=(tandil,))
    asked = Query("municipality", filters=(Filter("silent_months", Operator.AT_LEAST, 6),))
    assert set(list_ids(store, asked)) == {azul, never}
    recent = Filter("silent_months", Operator.AT_MOST, 6)
    assert list_ids(store, Query("municipality", filters=(recent,))) == [tandil]
    longest = Query("municipality", order=(Order("silent_months", descending=True),))
    assert list_ids(store, longest) == [never, azul, tandil]


def test_a_city_lists_the_notes_that_name_it_and_those_about_it_once_each(store: Store) -> None:
    azul = add_city(store, "Azul")
    of = RecordKey("municipality", azul)
    both = add(store, "interaction", day=date(2026, 3, 2), text="Las dos", municipalities=(azul,), subject=of)
    about = add(store, "interaction", day=date(2026, 3, 3), text="Sobre ella", subject=of)
    named = add(store, "interaction", day=date(2026, 3, 1), text="Con ella", municipalities=(azul,))
    add(store, "interaction", day=date(2026, 3, 4), text="Nada que ver")
    with store.reading() as session:
        assert find_linked(session, store, log("municipalities"), "municipality", azul) == [about, both, named]


def test_the_next_step_of_a_note_is_due_until_it_is_done(store: Store) -> None:
    ana = add(store, "person", name="Ana Ficticio")
    note = add(
        store,
        "interaction",
        day=date(2026, 11, 1),
        text="Pidió la ficha",
        people=(ana,),
        next_step="Mandar la ficha",
        next_on=date(2026, 11, 20),
    )
    assert row(store, DEADLINES, note, "text", "who", "state") == ("Mandar la ficha", "Ana Ficticio", "overdue")
