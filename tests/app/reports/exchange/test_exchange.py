"""The exchange of experiences on paper: by theme, adoptions, cities and what is missing, in each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Reference, Start, Table
from app.rendering.outline import as_text
from app.reports.of_parts import PartOptions
from app.reports.offered import make
from db.store import Store
from tests.app.experiences.made import Exchange, make_exchange
from tests.golden.kept import Kept
from tests.make import copied_store


@pytest.fixture(scope="module")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exchange]:
    """Return an exchange, made once: its papers only read it."""
    with copied_store(template, tmp_path_factory.mktemp("exchange-on-paper")) as store:
        yield make_exchange(store)


def _table(made: Exchange, part: str) -> Table:
    document = make(made.store, "exchange", PartOptions(frozenset({part})), "es")
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_exchange_is_kept_as_text(made: Exchange, golden: Kept, language: str) -> None:
    golden.check(f"exchange.full.{language}.txt", as_text(make(made.store, "exchange", None, language)))


def test_who_gives_and_who_takes_is_counted_also_without_a_record(made: Exchange) -> None:
    rows = {
        each[0].text if isinstance(each[0], Reference) else each[0]: each[1:] for each in _table(made, "cities").rows
    }
    assert rows["Rosario"] == (1, 1, None, None)
    assert rows["Quilmes"] == (None, None, 1, 1)
    assert rows["Madrid (España)"] == (1, None, None, None)


def test_each_part_has_a_sheet_and_says_where_there_is_nothing(made: Exchange, store: Store) -> None:
    whole = make(made.store, "exchange", None, "es")
    assert [section.sheet for section in whole.sections] == ["Temas", "Adopciones", "Ciudades", "Datos que faltan"]
    below = {(section.start, section.landscape) for section in whole.sections[1:]}
    assert below == {(Start.BELOW, True)}, "no part leaves the rest of a page empty"
    said = as_text(make(store, "exchange", None, "es"))
    assert "Todavía no hay adopciones." in said
    assert "No falta nada." in said
