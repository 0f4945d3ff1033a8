"""What a deletion is said to have taken with it."""

from pathlib import Path

import pytest

from app.records.attachments import attach
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.going_words import say_deleted
from app.words.words import Words
from db.store import Store
from tests.make import add_city


@pytest.fixture
def azul(store: Store, tmp_path: Path) -> str:
    phones = [Draft("contact_point", None, {"kind": "phone", "value": f"+598 2901 234{at}"}) for at in range(3)]
    made = save_record(
        store,
        Draft(
            "municipality", None, {"short_name": "Azul", "country": "AR"}, {"contact_points": Rows(added=tuple(phones))}
        ),
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    attach(store, "municipality", made.id, [tmp_path / "a.txt", tmp_path / "b.txt"])
    return made.id


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Se eliminó Azul, con 3 vías de contacto y 2 documentos."),
        ("pt", "Exclusão de Azul, com 3 formas de contato e 2 documentos."),
        ("en", "Deleted Azul, with 3 means of contact and 2 documents."),
    ],
)
def test_a_deletion_says_what_went_with_the_record(store: Store, azul: str, language: str, expected: str) -> None:
    changes = delete_records(store, "municipality", [azul])
    assert say_deleted(store.catalog, changes, Words(language)) == expected


def test_a_deletion_of_several_counts_them_and_what_went_with_them(store: Store, azul: str) -> None:
    ids = [azul, add_city(store, "Olavarría")]
    changes = delete_records(store, "municipality", ids)
    said = say_deleted(store.catalog, changes, Words("es"))
    assert said == "Se eliminaron 2 ciudades, con 3 vías de contacto y 2 documentos."


def test_a_deletion_with_which_nothing_went_says_the_record_alone(store: Store) -> None:
    city = add_city(store, "Olavarría")
    changes = delete_records(store, "municipality", [city])
    assert say_deleted(store.catalog, changes, Words("es")) == "Se eliminó Olavarría."
