"""An undo takes back what an operation wrote and nothing that somebody wrote after it, and says so beforehand."""

from datetime import UTC, datetime, timedelta

import pytest

from db.checking import check
from db.failures import Reason, StoreFailure
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


def test_what_nobody_touched_since_is_taken_back_beside_the_word_of_another(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="otra.example"))
    write(store, changed("municipality", "city", notes="de Beto"), by="Beto")
    assert verdicts(store, edit) == {("city", "web"): Verdict.CLEAN}
    undo(store, edit)
    city = held(store, "municipality", "city") or {}
    assert (city["web"], city["notes"]) == ("azul.example", "de Beto")
    assert check(store) == []


def test_what_somebody_changed_since_stays_and_the_plan_names_who(store: Store) -> None:
    write(store, made_city(web="azul.example"))
    edit = write(store, changed("municipality", "city", web="de-ana.example"))
    write(store, changed("municipality", "city", web="de-beto.example"), by="Beto")
    [ruling] = store.plan_undo([edit]).rulings
    assert (ruling.verdict, ruling.by) == (Verdict.EDITED, "Beto")
    assert ruling.at is not None
    assert datetime.now(UTC) - ruling.at < timedelta(minutes=1)
    with pytest.raises(StoreFailure) as caught:
        undo(store, edit)
    assert (caught.value.reason, caught.value.detail) == (Reason.CONFLICT, "municipality/city")


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
    assert verdicts(store, edit) == {("city", "web"): Verdict.BACK}
