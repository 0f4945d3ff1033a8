"""The other networks on paper: all that is known of them, in each language, and parts with nothing that say so."""

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
from tests.app.other_networks.made import Networks, make_networks
from tests.golden.kept import Kept
from tests.make import copied_store


@pytest.fixture(scope="module")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Networks]:
    """Return some networks, made once: their papers only read them."""
    with copied_store(template, tmp_path_factory.mktemp("networks-on-paper")) as store:
        yield make_networks(store)


def labels(document: Document) -> list[str]:
    """Return what the paper itself says: titles of sections and columns, and what stands where there is nothing."""
    said = [text for section in document.sections for text in (section.title, section.sheet)]
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    said += [text for table in tables for text in (*(each.title for each in table.columns), table.empty)]
    return [text for text in said if text]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_networks_are_kept_as_text(made: Networks, golden: Kept, language: str) -> None:
    golden.check(f"networks.full.{language}.txt", as_text(make(made.store, "networks", None, language)))


def test_a_part_alone_is_asked_for_and_each_has_a_sheet(made: Networks) -> None:
    whole = make(made.store, "networks", None, "es")
    assert [section.sheet for section in whole.sections] == ["Redes", "Ciudades en otras redes", "Intercambio"]
    alone = make(made.store, "networks", PartOptions(frozenset({"exchanges"})), "es")
    assert [section.title for section in alone.sections] == ["Intercambio de experiencias"]


def test_each_part_without_anything_says_so(store: Store) -> None:
    said = as_text(make(store, "networks", None, "es"))
    for nothing in (
        "Todavía no hay redes ni asociaciones.",
        "No está registrada la participación de ninguna ciudad miembro en otras redes.",
        "El archivo no tiene los temas de la línea de acción 4.",
    ):
        assert nothing in said


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_label_of_it_is_in_another_language(made: Networks, language: str) -> None:
    words = Words(language)
    spanish, other = (labels(make(made.store, "networks", None, each)) for each in ("es", language))
    assert [(mine, theirs) for mine, theirs in zip(spanish, other, strict=True) if words(mine) != theirs] == []


def test_it_is_rendered_as_other_reports_are(made: Networks, tmp_path: Path) -> None:
    for kind in ("pdf", "xlsx"):
        path = tmp_path / f"redes.{kind}"
        render(make(made.store, "networks", None, "pt"), kind, path, Words("pt"))
        assert path.stat().st_size
