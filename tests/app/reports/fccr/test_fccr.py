"""The forums on paper: all that is known of them, in each language, and parts with nothing that say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Document, Table
from app.rendering import render
from app.rendering.outline import as_text
from app.reports.of_parts import PartOptions
from app.reports.offered import make
from app.words.words import Words
from db.store import Store
from tests.app.forum.made import Forum, make_forum
from tests.golden.kept import Kept
from tests.make import copied_store


@pytest.fixture(scope="module")
def forum(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forum]:
    """Return a small forum, made once: its papers only read it."""
    with copied_store(template, tmp_path_factory.mktemp("forum-on-paper")) as store:
        yield make_forum(store)


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def labels(document: Document) -> list[str]:
    """Return what the paper itself says: titles of sections and columns, and what stands where there is nothing."""
    said = [text for section in document.sections for text in (section.title, section.sheet)]
    said += [text for table in tables(document) for text in (*(each.title for each in table.columns), table.empty)]
    return [text for text in said if text]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_forums_are_kept_as_text(forum: Forum, golden: Kept, language: str) -> None:
    golden.check(f"fccr.full.{language}.txt", as_text(make(forum.store, "fccr", None, language)))


def test_a_part_alone_is_asked_for_and_each_has_a_sheet(forum: Forum) -> None:
    whole = make(forum.store, "fccr", None, "es")
    sheets = ["Integrantes", "Reuniones", "Recomendaciones", "Propuestas al FOCEM", "Normas"]
    assert [section.sheet for section in whole.sections] == sheets
    alone = make(forum.store, "fccr", PartOptions(frozenset({"norms"})), "es")
    assert [section.title for section in alone.sections] == ["Normas"]
    assert [row[1:3] for row in tables(alone)[0].rows][1][0] == "MERCOSUR/CMC/DEC. Nº 24/05"


def test_each_part_without_anything_says_so(store: Store) -> None:
    said = as_text(make(store, "fccr", None, "es"))
    for nothing in (
        "No está registrado quién preside hoy.",
        "El archivo no tiene ningún foro.",
        "Todavía no hay reuniones.",
        "Todavía no hay recomendaciones.",
        "Todavía no hay propuestas.",
        "Todavía no hay normas.",
    ):
        assert nothing in said


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_label_of_it_is_in_another_language(forum: Forum, store: Store, language: str) -> None:
    words = Words(language)
    for own, kept in ((forum.store, make(forum.store, "fccr", None, language)), (store, None)):
        spanish, other = make(own, "fccr", None, "es"), kept or make(own, "fccr", None, language)
        pairs = zip(labels(spanish), labels(other), strict=True)
        assert [(mine, theirs) for mine, theirs in pairs if words(mine) != theirs] == []


@pytest.mark.parametrize("kind", ["xlsx", "html"])
def test_it_is_rendered_as_other_reports_are(forum: Forum, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"foro.{kind}"
    render(make(forum.store, "fccr", None, "pt"), kind, path, Words("pt"))
    assert path.stat().st_size
