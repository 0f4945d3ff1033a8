"""The words that were said of one row, and which of them stands when some are taken back."""

import pytest

from db.failures import StoreFailure
from db.journal.undoing import Verdict
from db.store import Store
from tests.db.writing import (
    changed,
    held,
    made_city,
    undo,
    verdicts,
    write,
)


def test_a_value_typed_again_on_purpose_is_not_undone(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="nueva.example"))
    write(store, changed("municipality", "city", web="otra.example"), by="Beto")
    write(store, changed("municipality", "city", web="nueva.example"), by="Beto")
    assert verdicts(store, edit) == {("city", "web"): Verdict.EDITED}
    with pytest.raises(StoreFailure):
        undo(store, edit)
    assert (held(store, "municipality", "city") or {})["web"] == "nueva.example"


def test_what_is_again_as_it_was_needs_no_undo(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="nueva.example"))
    write(store, changed("municipality", "city", web="azul.example"), by="Beto")
    assert verdicts(store, edit) == {("city", "web"): Verdict.BACK}
    assert undo(store, edit) == 0


def test_what_was_taken_back_already_needs_no_undo(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="nueva.example"))
    undo(store, edit)
    assert verdicts(store, edit) == {("city", "web"): Verdict.BACK}
    write(store, changed("municipality", "city", web="de-beto.example"), by="Beto")
    assert verdicts(store, edit) == {("city", "web"): Verdict.EDITED}


def test_the_last_change_is_taken_back_and_then_the_one_before(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    first = write(store, changed("municipality", "city", web="primera.example"))
    second = write(store, changed("municipality", "city", web="segunda.example"), by="Beto")
    undo(store, second)
    assert (held(store, "municipality", "city") or {})["web"] == "primera.example"
    assert verdicts(store, first) == {("city", "web"): Verdict.CLEAN}
    undo(store, first)
    assert (held(store, "municipality", "city") or {})["web"] == "azul.example"


def test_several_changes_that_are_undone_at_once_give_back_what_was_before_all_of_them(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    first = write(store, changed("municipality", "city", web="primera.example"))
    second = write(store, changed("municipality", "city", web="segunda.example"))
    undo(store, first, second)
    assert (held(store, "municipality", "city") or {})["web"] == "azul.example"


def test_the_word_of_another_between_two_that_are_undone_comes_back(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    first = write(store, changed("municipality", "city", web="primera.example"))
    write(store, changed("municipality", "city", web="de-beto.example"), by="Beto")
    third = write(store, changed("municipality", "city", web="tercera.example"))
    undo(store, first, third)
    assert (held(store, "municipality", "city") or {})["web"] == "de-beto.example"


def test_an_undo_that_is_undone_brings_the_value_again(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="nueva.example"))
    back = undo(store, edit)
    again = undo(store, back)
    assert (held(store, "municipality", "city") or {})["web"] == "nueva.example"
    assert undo(store, again) != 0
    assert (held(store, "municipality", "city") or {})["web"] == "azul.example"
