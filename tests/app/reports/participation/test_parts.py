"""Participation on paper: of a term or of some days, with its basis in words, in each language."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.document import BarChart, Cell
from app.rendering.outline import as_text
from app.reports import participation
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.app.units.made import Made, make_units
from tests.golden.kept import Kept
from tests.make import add, copied_store


@pytest.fixture(scope="module")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return some units with what they met for: their papers only read it."""
    with copied_store(template, tmp_path_factory.mktemp("participation-on-paper")) as store:
        yield make_units(store)


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_participation_of_a_term_is_kept_as_text(made: Made, golden: Kept, language: str) -> None:
    golden.check(f"participation.full.{language}.txt", as_text(make(made.store, "participation", None, language)))


def test_days_count_in_place_of_the_term(made: Made) -> None:
    options = participation.Options(made["term"], ends=date(2026, 8, 31))
    said = as_text(make(made.store, "participation", options, "es"))
    assert said.startswith("# Participación\n")
    assert "Hasta el 31/08/2026" in said
    with pytest.raises(ProblemError, match="El último día es anterior al primero"):
        make(made.store, "participation", participation.Options(starts=date(2026, 2, 1), ends=date(2026, 1, 1)), "es")


def test_countries_are_drawn_where_somebody_came(made: Made, store: Store) -> None:
    blocks = make(made.store, "participation", None, "es").sections[0].blocks
    assert [block.bars for block in blocks if isinstance(block, BarChart)] == [(("Uruguay", 1), ("Argentina", 0))]
    empty = make(store, "participation", None, "es")
    assert "No está registrado quién vino." in as_text(empty)
    assert not any(isinstance(block, BarChart) for block in empty.sections[0].blocks)


def test_a_workbook_has_one_table_a_part_without_words_among_its_days(made: Made) -> None:
    sections = make(made.store, "participation", None, "es").sections
    assert [[sheet.title for sheet in section.rows] for section in sections] == [[each.sheet] for each in sections]
    cells = [value for section in sections for sheet in section.rows for row in sheet.table.rows for value in row]
    assert cells
    assert not any(isinstance(value, Cell) for value in cells)


def test_days_are_issued_by_the_office_of_the_term_that_holds_the_last(made: Made) -> None:
    before = add(made.store, "period", name="De antes", starts=PartialDate(2009), ends=PartialDate(2010))
    for term, name in ((before, "Oficina de antes"), (made["term"], "Oficina de hoy")):
        add(made.store, "office", name=name, period_id=term)

    def issuer(starts: date | None = None, ends: date | None = None) -> str:
        options = participation.Options(made["term"], starts, ends)
        letterhead = make(made.store, "participation", options, "es").letterhead
        return letterhead.name if letterhead is not None else ""

    assert issuer(starts=date(2009, 1, 1), ends=date(2010, 3, 1)) == "Oficina de antes"
    assert issuer(starts=date(2009, 1, 1)) == "Oficina de hoy"
    assert issuer() == "Oficina de hoy"
