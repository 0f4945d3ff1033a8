"""A text with a U+0000 never reaches a file, whatever way it takes, and nothing else of its change does."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from db.entities.municipality import Municipality
from db.entities.theme import Theme
from db.failures import Reason, StoreFailure
from db.store import Store
from db.titles import Name, Title
from tests.make import add_city, everything


def test_it_is_refused_in_a_record_with_where_it_stands(store: Store) -> None:
    before = everything(store)
    with pytest.raises(StoreFailure) as caught, store.operation(Title("Prueba")) as session:
        session.add(Municipality(short_name="Villa\0Azul", country="AR"))
    assert (caught.value.reason, caught.value.detail) == (Reason.NULL_CHARACTER, "Villa␀Azul")
    assert everything(store) == before


def test_it_is_refused_in_a_statement_for_many_rows(store: Store) -> None:
    rows = [{"name": "Agua"}, {"name": "Sue\0lo"}]
    with pytest.raises(StoreFailure) as caught, store.operation(Title("Prueba")) as session:
        session.execute(insert(Theme), rows)
    assert caught.value.detail == "Sue␀lo"


def test_it_is_refused_in_plain_sql(store: Store) -> None:
    city = add_city(store)
    change = text("UPDATE municipality SET notes = :notes WHERE id = :id")
    with pytest.raises(StoreFailure), store.operation(Title("Prueba")) as session:
        session.execute(change, {"notes": "\0", "id": city})


@pytest.mark.parametrize(
    "title", [Title("Pru\0eba"), Title("{a}", values={"a": "\0"}), Title("{a}", values={"a": Name("\0")})]
)
def test_it_is_refused_in_the_title_of_an_operation(store: Store, title: Title) -> None:
    with pytest.raises(StoreFailure) as caught, store.operation(title) as session:
        session.add(Theme(name="Agua"))
    assert caught.value.reason is Reason.NULL_CHARACTER


def test_it_is_refused_in_the_name_of_who_works(store: Store) -> None:
    store.author = "Ana\0"
    with pytest.raises(StoreFailure) as caught, store.operation(Title("Prueba")) as session:
        session.add(Theme(name="Agua"))
    assert caught.value.detail == "Ana␀"


@pytest.mark.parametrize("asked", [{"path": "a\0.enlace"}, {"passphrase": "una\0larga"}])
def test_it_is_refused_in_the_path_and_the_passphrase_of_a_file(tmp_path: Path, asked: Mapping[str, str]) -> None:
    path = tmp_path / asked.get("path", "a.enlace")
    for way in (Store.create, Store.open):
        with pytest.raises(StoreFailure) as caught:
            way(path, asked.get("passphrase"))
        assert caught.value.reason is Reason.NULL_CHARACTER
        assert "larga" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_it_may_be_looked_for_and_is_not_found(store: Store) -> None:
    add_city(store)
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM municipality WHERE notes = :notes"), {"notes": "\0"}) == 0
