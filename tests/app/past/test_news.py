"""What an operation did, said once it has ended."""

from pathlib import Path

import pytest

from app.past.news import ATTACHED, DELETED, NEWS, say_news
from app.records.attachments import attach
from app.records.editing import Draft, delete_records, edit_many, save_record
from app.words.titles import RELEASED
from app.words.words import Words
from db.changes import Changes
from db.store import Store
from db.titles import Title
from tests.make import add_city

SAID_ELSEWHERE = ("Carga del ejemplo", "Comienzo del archivo", "Importación de", "Regreso a", "Verificación de")
"""How the titles begin of what no notice tells, or one with numbers of its own."""


def test_each_operation_of_the_window_has_its_news() -> None:
    titles = {one for one, _ in RELEASED if not one.startswith(SAID_ELSEWHERE)}
    assert titles == {*NEWS, *DELETED, ATTACHED}


@pytest.mark.parametrize(
    ("language", "added", "saved"),
    [
        ("es", "Se agregó «Azul».", "Se guardó «Azul y Oro»."),
        ("pt", "Ficha “Azul” adicionada.", "Ficha “Azul y Oro” salva."),
        ("en", "“Azul” was added.", "“Azul y Oro” was saved."),
    ],
)
def test_a_record_is_called_as_it_is_now(store: Store, language: str, added: str, saved: str) -> None:
    words = Words(language)
    made = save_record(store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"}))
    assert say_news(made.changes, store.catalog, words) == added
    done = save_record(store, Draft("municipality", made.id, {"short_name": "Azul y Oro"}))
    assert say_news(done.changes, store.catalog, words, name="Azul y Oro") == saved


def test_files_are_named_or_counted(store: Store, tmp_path: Path) -> None:
    city = add_city(store, "Azul")
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(path.name)
    one = attach(store, "municipality", city, paths[:1])
    several = attach(store, "municipality", city, paths)
    assert say_news(one, store.catalog, Words("es")) == "Se adjuntó «a.txt»."
    assert say_news(several, store.catalog, Words("es")) == "Se adjuntaron 2 archivos."


def test_many_records_are_counted(store: Store) -> None:
    ids = [add_city(store, "Azul"), add_city(store, "Olavarría")]
    done = edit_many(store, "municipality", ids, {"web": "https://example.org"})
    assert say_news(done, store.catalog, Words("es")) == "Se guardó el cambio en 2 ciudades."
    gone = delete_records(store, "municipality", ids)
    assert say_news(gone, store.catalog, Words("es")) == "Se eliminaron 2 ciudades."


def test_what_a_newer_version_calls_otherwise_is_said_by_its_title(store: Store) -> None:
    assert say_news(Changes(1, Title("Otra cosa")), store.catalog, Words("es")) == "Se hizo: otra cosa"
