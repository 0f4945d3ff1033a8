"""An operation whose rows nobody touched since is taken back by sets, and comes to what row by row comes to."""

import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from app.records.reading import search
from db.checking import check
from db.failures import Reason, StoreFailure
from db.journal import sets
from db.journal.undoing import Verdict
from db.search import rebuilt_afterwards
from db.store import Store
from tests.db.writing import (
    ask,
    changed,
    gone,
    held,
    made,
    made_city,
    made_experience,
    made_file,
    made_link,
    made_phone,
    undo,
    verdicts,
    write,
)
from tests.make import everything, open_store

BEFORE = (
    f"INSERT INTO content (digest, data) VALUES ('{'d' * 64}', 'acta')",
    made_city("kept", "Azul", population=900, population_year=2001, population_source="INDEC", web="azul.example"),
    made_city("gone", "Ñandú", notes="dos\nlíneas y 'comillas'"),
    made_phone("phone", municipality_id="gone"),
    made("theme", "above", name="Cultura", position=0),
    made("theme", "below", name="Museos", position=1, parent_id="above"),
    made_experience(cost_minor=9_007_199_254_740_993, cost_currency="PYG"),
    made_link("huerta", "gone"),
    made_file("acta", "municipality", "kept"),
)
DONE = (
    changed("municipality", "kept", population=950, web=None, notes="nuevas"),
    changed("experience", "huerta", cost_minor=5, summary="Una huerta"),
    "DELETE FROM experience_municipality",
    gone("contact_point", "phone"),
    gone("municipality", "gone"),
    gone("theme", "below"),
    gone("theme", "above"),
    gone("document", "acta"),
    made_city("new", "Tigre"),
    made_phone("first", municipality_id="new"),
    made_link("huerta", "new"),
    made("theme", "root", name="Agua", position=2),
    made("theme", "leaf", name="Ríos", position=3, parent_id="root"),
)


def sides(store: Store) -> set[tuple[object, ...]]:
    """Return what the entries of the last operation say; columns stand in any order."""
    said = "(SELECT group_concat(key || '=' || ifnull(value, '')) FROM (SELECT * FROM json_each({}) ORDER BY key))"
    last = "operation = (SELECT max(number) FROM journal_operation)"
    before, after = said.format("before"), said.format("after")
    return set(ask(store, f"SELECT kind, entity, row_id, {before}, {after} FROM journal_entry WHERE {last}"))


def test_by_sets_and_row_by_row_come_to_the_same(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(store, *BEFORE)
    before = everything(store)
    done = write(store, *DONE)
    after = everything(store)
    shutil.copy(store.path, tmp_path / "otra.enlace")
    assert store.plan_undo([done]).sets
    assert everything(store) == after, "a plan writes nothing"
    back = undo(store, done)
    assert everything(store) == before
    assert check(store) == []
    with open_store(tmp_path / "otra.enlace") as other:
        monkeypatch.setattr(sets, "untouched", lambda *_: False)
        assert undo(other, done) == back
        assert everything(other) == before
        assert check(other) == []
        assert sides(other) == sides(store)
        monkeypatch.undo()
        undo(other, back)
        undo(store, back)
        assert everything(other) == everything(store) == after
        assert sides(other) == sides(store)


def test_what_comes_back_by_sets_is_found_again_and_what_goes_is_not(store: Store) -> None:
    write(store, *BEFORE)
    done = write(store, *DONE)
    undo(store, done)
    assert [hit.title for hit in search(store, "nandu")] == ["Ñandú"]
    assert [hit.title for hit in search(store, "4711")] == ["Ñandú"]
    assert search(store, "tigre") == ()
    write(store, made_city("later", "Rosario"))
    assert [hit.title for hit in search(store, "rosario")] == ["Rosario"]


@pytest.mark.parametrize(
    "later",
    [
        made_experience("other", person_id="luz"),
        made_file("acta", "person", "luz"),
        made_phone("phone", person_id="luz"),
    ],
)
def test_a_record_made_is_not_taken_from_under_what_refers_to_it(store: Store, later: str) -> None:
    make = write(store, made("person", "luz", name="Luz Modelo"))
    write(store, later, by="Beto")
    before = everything(store)
    with pytest.raises(StoreFailure) as caught:
        undo(store, make)
    assert caught.value.reason is Reason.CONFLICT
    assert everything(store) == before


@pytest.mark.parametrize(
    ("then", "first", "last"),
    [
        (made_phone("part", person_id="luz"), gone("contact_point", "part"), gone("person", "luz")),
        (made_file("part", "person", "luz"), gone("document", "part"), gone("person", "luz")),
        (
            made_experience("part", person_id="luz"),
            changed("experience", "part", person_id=None),
            gone("person", "luz"),
        ),
        (
            made_phone("other", person_id="luz"),
            changed("contact_point", "other", person_id=None, municipality_id="city"),
            "",
        ),
    ],
)
def test_what_would_name_a_record_that_is_gone_is_not_brought_back(
    store: Store, then: str, first: str, last: str
) -> None:
    write(store, made("person", "luz", name="Luz Modelo"), made_city(), then)
    done = write(store, first)
    write(store, last or gone("person", "luz"))
    before = everything(store)
    with pytest.raises(StoreFailure) as caught:
        undo(store, done)
    assert caught.value.reason is Reason.CONFLICT
    assert everything(store) == before
    assert set(verdicts(store, done).values()) == {Verdict.MISSING}


def test_what_comes_back_together_may_name_each_other(store: Store) -> None:
    write(store, made("person", "luz", name="Luz Modelo"), made_phone("phone", person_id="luz"))
    write(store, made_file("acta", "person", "luz"))
    before = everything(store)
    done = write(store, gone("contact_point", "phone"), gone("document", "acta"), gone("person", "luz"))
    assert store.plan_undo([done]).sets
    undo(store, done)
    assert everything(store) == before


def test_rows_that_changed_in_other_columns_each_get_back_their_own(store: Store) -> None:
    write(store, *(made_city(key, key, web=f"{key}.example", notes=key) for key in "abc"))
    before = everything(store)
    done = write(
        store,
        changed("municipality", "a", web="x"),
        changed("municipality", "b", notes="x"),
        changed("municipality", "c", notes="x", web="x"),
    )
    undo(store, done)
    assert everything(store) == before


def test_an_operation_whose_row_was_touched_since_is_not_taken_back_by_sets(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"))
    done = write(store, changed("municipality", "city", web="x"), changed("municipality", "other", web="x"))
    assert store.plan_undo([done]).sets
    write(store, changed("municipality", "other", notes="."), by="Beto")
    assert not store.plan_undo([done]).sets
    undo(store, done)
    assert (held(store, "municipality", "other") or {})["notes"] == "."


def test_an_undo_that_takes_away_most_of_the_file_leaves_a_whole_search(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew: list[int] = []
    rebuild = rebuilt_afterwards

    def counted(*given: Any) -> AbstractContextManager[None]:  # noqa: ANN401 - handed on as they are
        anew.append(1)
        return rebuild(*given)

    monkeypatch.setattr("db.search.rebuilt_afterwards", counted)
    write(store, made_city("kept", "Azul", notes="laguna"), made_city("other", "Ñandú"), made_city("third", "Tigre"))
    few = write(store, made_city("one", "Colón"))
    undo(store, few)
    assert not anew, "row by row is less work"
    triggers = ask(store, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    undo(store, write(store, *(made_city(f"c{at}", f"Villa {at}") for at in range(40))))
    assert anew
    assert ask(store, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name") == triggers
    assert [hit.id for hit in search(store, "laguna")] == ["kept"]
    assert not search(store, "Villa")
    write(
        store, changed("municipality", "kept", notes="sierra"), gone("municipality", "other"), made_city("new", "Mar")
    )
    assert [hit.id for hit in search(store, "sierra")] == ["kept"]
    assert not search(store, "laguna")
    assert not search(store, "Ñandú")
    assert [hit.id for hit in search(store, "Mar")] == ["new"]
    assert check(store) == []
