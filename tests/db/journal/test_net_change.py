"""The journal keeps of an operation what it comes to: one entry for each row that it changed."""

import pytest
from sqlalchemy.exc import IntegrityError

from db.checking import check
from db.journal import triggers
from db.store import Store
from tests.db.writing import (
    ask,
    changed,
    gone,
    held,
    link,
    made,
    made_city,
    made_experience,
    made_link,
    made_phone,
    undo,
    write,
    written,
)


def test_a_row_that_is_made_and_changed_has_one_entry_that_says_what_it_holds(store: Store) -> None:
    number = write(
        store,
        made_city(web="azul.example", notes="se vacía"),
        changed("municipality", "city", short_name="Tigre", notes=None),
        changed("municipality", "city", population=900),
    )
    [entry] = written(store, number)
    assert (entry.kind, entry.entity, entry.row_id, entry.before) == ("C", "municipality", "city", None)
    assert entry.after == {"short_name": "Tigre", "country": "AR", "web": "azul.example", "population": 900}
    assert check(store) == []


def test_a_row_that_changes_twice_has_one_entry_from_the_first_value_to_the_last(store: Store) -> None:
    write(store, made_city(web="a.example"))
    number = write(
        store,
        changed("municipality", "city", web="b.example"),
        changed("municipality", "city", notes="x"),
        changed("municipality", "city", web="c.example"),
    )
    [entry] = written(store, number)
    assert (entry.kind, entry.before, entry.after) == (
        "U",
        {"web": "a.example", "notes": None},
        {"web": "c.example", "notes": "x"},
    )
    assert check(store) == []


def test_a_row_that_changes_and_goes_is_gone_as_it_was_before(store: Store) -> None:
    write(store, made_city(web="a.example"))
    number = write(store, changed("municipality", "city", web="b.example", notes="x"), gone("municipality", "city"))
    [entry] = written(store, number)
    assert (entry.kind, entry.after) == ("D", None)
    assert entry.before == {"short_name": "Azul", "country": "AR", "web": "a.example"}
    undo(store, number)
    assert (held(store, "municipality", "city") or {})["web"] == "a.example"


def test_a_row_that_goes_and_comes_within_one_operation_has_changed(store: Store) -> None:
    write(store, made_city(web="a.example", notes="x"))
    number = write(
        store,
        changed("municipality", "city", notes="y"),
        gone("municipality", "city"),
        made_city(web="b.example"),
    )
    [entry] = written(store, number)
    assert (entry.kind, entry.before, entry.after) == (
        "U",
        {"web": "a.example", "notes": "x"},
        {"web": "b.example", "notes": None},
    )
    assert check(store) == []


def test_what_is_made_and_deleted_within_one_operation_leaves_nothing(store: Store) -> None:
    number = write(
        store,
        made_city(),
        made_city("other", "Tigre"),
        changed("municipality", "city", web="x"),
        gone("municipality", "city"),
    )
    assert [entry.row_id for entry in written(store, number)] == ["other"]
    assert check(store) == []


@pytest.mark.parametrize(
    "statements",
    [
        (),
        (changed("municipality", "city", short_name="Azul"),),
        (changed("municipality", "city", web="b"), changed("municipality", "city", web="a")),
        (gone("municipality", "city"), made_city(web="a")),
        (made_city("other", "Tigre"), gone("municipality", "other")),
    ],
)
def test_an_operation_that_comes_to_nothing_leaves_no_trace(store: Store, statements: tuple[str, ...]) -> None:
    first = write(store, made_city(web="a"))
    assert write(store, *statements) == 0
    assert ask(store, "SELECT number FROM journal_operation") == [(first,)]
    assert ask(store, "SELECT operation FROM journal_head") == [(first,)]
    assert ask(store, "SELECT DISTINCT operation FROM journal_entry") == [(first,)]
    assert ask(store, "SELECT * FROM journal_open") == []
    assert check(store) == []


def test_a_row_that_comes_again_says_what_differs_from_what_it_was(store: Store) -> None:
    write(store, made_city(web="a.example", notes="x", population=900, population_year=2001))
    write(store, changed("municipality", "city", notes="y"))
    write(store, gone("municipality", "city"))
    number = write(store, made_city(web="a.example", population=950, population_year=2001))
    [entry] = written(store, number)
    assert entry.kind == "R"
    assert entry.before == {
        "population": 900,
        "population_year": 2001,
        "population_source": None,
        "notes": "y",
    }
    assert entry.after == {"population": 950, "population_year": 2001, "population_source": None, "notes": None}
    assert check(store) == []


def test_a_row_that_comes_again_twice_is_held_against_the_last_time_that_it_went(store: Store) -> None:
    write(store, made_city(web="a.example"))
    write(store, gone("municipality", "city"))
    write(store, made_city(web="b.example"))
    write(store, gone("municipality", "city"))
    [entry] = written(store, write(store, made_city(web="b.example")))
    assert (entry.kind, entry.before, entry.after) == ("R", {}, {})
    assert check(store) == []


def test_a_link_that_is_made_again_is_the_same_row(store: Store) -> None:
    write(store, made_city(), made_experience(), made_link("huerta", "city"))
    write(store, "DELETE FROM experience_municipality")
    [entry] = written(store, write(store, made_link("huerta", "city")))
    assert (entry.kind, entry.row_id, entry.before, entry.after) == ("R", link("huerta", "city"), {}, {})


def test_columns_that_say_one_thing_are_said_together(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"), made_phone("phone", municipality_id="city"))
    moved = write(store, changed("contact_point", "phone", municipality_id="other"))
    [entry] = written(store, moved)
    assert entry.before == {"person_id": None, "municipality_id": "city", "organisation_id": None}
    assert entry.after == {"person_id": None, "municipality_id": "other", "organisation_id": None}


def test_the_entry_of_a_row_holds_neither_its_key_nor_what_derives_from_it(store: Store) -> None:
    number = write(store, made("theme", "theme", name="Ñandú", position=0))
    assert [entry.after for entry in written(store, number)] == [{"name": "Ñandú", "position": 0}]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE experience_municipality SET municipality_id = 'other'",
        "UPDATE experience_municipality SET id = 'other'",
        "UPDATE municipality SET id = 'another' WHERE id = 'other'",
        "UPDATE theme SET id = 'another'",
    ],
)
def test_a_key_and_a_link_are_never_changed(store: Store, statement: str) -> None:
    theme = made("theme", "theme", name="Agua", position=0)
    write(store, made_city(), made_city("other", "Tigre"), theme, made_experience(), made_link("huerta", "city"))
    with pytest.raises(IntegrityError, match=triggers.FIXED):
        write(store, statement)


def test_what_is_written_quietly_is_not_in_the_journal(store: Store) -> None:
    write(store, made_city(), made_city("gone", "Tigre"))
    number = write(
        store,
        changed("municipality", "city", notes="dicho"),
        "UPDATE journal_open SET quiet = 1",
        changed("municipality", "city", web="callada.example"),
        gone("municipality", "gone"),
        made("theme", "theme", name="Agua", position=0),
    )
    assert [(entry.row_id, entry.after) for entry in written(store, number)] == [("city", {"notes": "dicho"})]
    assert ask(store, "SELECT web FROM municipality") == [("callada.example",)]
    assert ask(store, "SELECT name FROM theme") == [("Agua",)]
