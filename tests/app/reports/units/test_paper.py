"""The units on paper: all that the pages show, in each language, in figures where a workbook counts them."""

import pytest

from app.document import Cell, Document, Table, Tone
from app.records.editing import delete_records
from app.rendering.outline import as_text
from app.reports import units
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from tests.app.rendering.reading import printed, texts
from tests.app.units.made import CULTURE, SPORT, Made
from tests.golden.kept import Kept
from tests.make import add


def paper(made: Made, *parts: str, language: str = "es", term: str = "term") -> Document:
    return make(made.store, "units", units.Options(made[term], frozenset(parts) or units.Options("").parts), language)


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def row_of(table: Table, name: str) -> list[object]:
    rows: list[list[object]] = [[each.value if isinstance(each, Cell) else each for each in row] for row in table.rows]
    return next(row for row in rows if row[0] == name)


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_units_of_a_term_are_kept_as_text(made: Made, golden: Kept, language: str) -> None:
    golden.check(f"units.full.{language}.txt", as_text(paper(made, language=language)))


def test_it_begins_with_the_term_that_runs_and_has_a_sheet_for_each_part(made: Made) -> None:
    document = make(made.store, "units", None, "es")
    assert document == paper(made)
    assert [(each.sheet, each.landscape) for each in document.sections] == [
        ("Unidades", True),
        ("Matriz", True),
        ("Reuniones de coordinación", True),
        ("Ciudades que no vinieron", False),
    ]


def test_a_unit_has_its_figures_as_numbers_and_what_is_late_is_marked(made: Made) -> None:
    (table,) = tables(paper(made, "units"))
    assert row_of(table, CULTURE)[3:10] == [2, row_of(table, CULTURE)[4], 2, 1, 2, None, 1]
    late = next(row[-1] for row in table.rows if row[0] == SPORT)
    assert isinstance(late, Cell)
    assert (late.tone, late.value) == (Tone.LATE, "Falta; venció el 01/11/2026")


def test_the_matrix_counts_actions_and_activities_apart_and_leaves_the_vacant_line_vacant(made: Made) -> None:
    actions, activities, axes = tables(paper(made, "matrix"))
    assert row_of(actions, CULTURE) == [CULTURE, 2, None, 1, 3]
    assert row_of(activities, "Total") == ["Total", 1, "Vacante", 2, 3]
    assert row_of(axes, "Total") == ["Total", "3 unidades · 1 actividad · 1 reunión", None]


def test_a_term_without_units_says_so_and_one_that_is_no_more_is_a_problem(store: Store) -> None:
    with pytest.raises(ProblemError, match="El archivo no tiene gestiones"):
        make(store, "units", None, "es")
    term = add(store, "period", name="2030-2031")
    assert "En esta gestión no hay unidades temáticas." in as_text(make(store, "units", units.Options(term), "es"))
    delete_records(store, "period", [term])
    with pytest.raises(ProblemError, match="La gestión ya no existe"):
        make(store, "units", units.Options(term), "es")


def test_all_of_it_stands_on_the_pages(made: Made) -> None:
    together = " ".join(" ".join(texts(printed(paper(made))[0])).split())
    for said in (CULTURE, SPORT, "Vacante", "Cuidados", "De coordinación", "Azul", "Sin pedir"):
        assert said in together
