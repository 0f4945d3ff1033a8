"""Projects and their money on paper: each currency by itself, in each language, and what lacks day or source said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Document, Start, Table
from app.rendering import render
from app.rendering.outline import as_text
from app.reports.of_parts import PartOptions
from app.reports.offered import make
from app.words.words import Words
from db.cooperation import FundingKind
from db.store import Store
from tests.app.funds.made import Funded, make_funds
from tests.golden.kept import Kept
from tests.make import SPANISH, copied_store


@pytest.fixture(scope="module")
def funded(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Funded]:
    """Return two projects with money, made once: their papers only read them."""
    with copied_store(template, tmp_path_factory.mktemp("funds-on-paper")) as store:
        yield make_funds(store)


def labels(document: Document) -> list[str]:
    """Return what the paper itself says: titles of sections and columns, and what stands where there is nothing."""
    said = [text for section in document.sections for text in (section.title, section.sheet)]
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    said += [text for table in tables for text in (*(each.title for each in table.columns), table.empty)]
    return [text for text in said if text]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_projects_and_money_are_kept_as_text(funded: Funded, golden: Kept, language: str) -> None:
    golden.check(f"funds.full.{language}.txt", as_text(make(funded.store, "funds", None, language)))


def test_a_part_alone_is_asked_for_and_each_has_a_sheet(funded: Funded) -> None:
    whole = make(funded.store, "funds", None, "es")
    by = [f"Fondos por {each}" for each in ("proyecto", "donante", "llamado", "año")]
    assert [section.sheet for section in whole.sections] == ["Proyectos", *by, "Montos"]
    assert {section.start for section in whole.sections} == {Start.BELOW}, "no part leaves the rest of a page empty"
    alone = make(funded.store, "funds", PartOptions(frozenset({"by-year"})), "es")
    assert [section.title for section in alone.sections] == ["Fondos por año"]


def test_a_file_without_money_says_so(store: Store) -> None:
    said = as_text(make(store, "funds", None, "es"))
    assert "Todavía no hay proyectos." in said
    assert "Todavía no hay montos." in said


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_label_of_it_is_in_another_language(funded: Funded, language: str) -> None:
    words = Words(language)
    kinds = {SPANISH(kind.label): words(kind.label) for kind in FundingKind}
    spanish, other = make(funded.store, "funds", None, "es"), make(funded.store, "funds", None, language)
    pairs = zip(labels(spanish), labels(other), strict=True)
    assert [(mine, theirs) for mine, theirs in pairs if kinds.get(mine, words(mine)) != theirs] == []


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_it_is_rendered_as_other_reports_are(funded: Funded, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"fondos.{kind}"
    render(make(funded.store, "funds", None, "pt"), kind, path, Words("pt"))
    assert path.stat().st_size
