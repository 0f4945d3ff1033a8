"""The catalogue on paper: short entries, indexes that name their numbers, nothing told of what is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Table
from app.rendering.outline import as_text
from app.reports.offered import make
from db.store import Store
from db.values import PartialDate
from tests.app.reports.catalogue.made import make_catalogue
from tests.app.reports.reading import section_of
from tests.golden.kept import Kept
from tests.make import copied_store


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return three experiences of two cities; their papers only read them."""
    with copied_store(template, tmp_path_factory.mktemp("catalogue-on-paper")) as store:
        make_catalogue(store)
        yield store


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_catalogue_is_kept_as_text(filled: Store, golden: Kept, language: str) -> None:
    golden.check(f"catalogue.full.{language}.txt", as_text(make(filled, "catalogue", None, language)))


def test_of_what_a_city_refuses_the_title_alone_is_told(filled: Store) -> None:
    said = as_text(make(filled, "catalogue", None, "es"))
    assert "2. Basura" in said
    assert "No se cuenta." not in said
    assert "Ana Ficticia" not in said


@pytest.mark.parametrize(
    ("sheet", "numbers"),
    [("Índice por tema", [None, "1", "3", "2"]), ("Índice por ODM", ["1"]), ("Índice por ciudad", ["1, 2", "3"])],
)
def test_an_index_names_the_numbers_of_the_entries(filled: Store, sheet: str, numbers: list[str | None]) -> None:
    (table,) = [
        each for each in section_of(make(filled, "catalogue", None, "es"), sheet).blocks if isinstance(each, Table)
    ]
    assert [row[-1] for row in table.rows] == numbers


def test_a_file_without_experiences_says_so(store: Store) -> None:
    assert "Ninguna experiencia." in as_text(make(store, "catalogue", None, "es"))


def test_a_workbook_has_a_row_for_each_experience_with_all_that_is_told_of_it(filled: Store) -> None:
    (sheet,) = section_of(make(filled, "catalogue", None, "es"), "Experiencias").rows
    titles = [column.title for column in sheet.table.columns]
    told, refused, _ = (dict(zip(titles, row, strict=True)) for row in sheet.table.rows)
    assert (told["N.º"], told["Comienzo"], told["Sigue en marcha"], told["ODM"]) == (1, PartialDate(2024), True, "7")
    assert (told["Resumen"], told["Ciudades"], told["Países"]) == ("Plantas de agua.", "Azul", "Argentina")
    said = {title for title, value in refused.items() if value is not None}
    assert said == {"N.º", "Título", "Ciudades", "Países", "Permiso de publicación", "Situación"}


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        ("Índice por tema", [("Fiestas", 3, "Cultura"), ("Agua potable", 1, "Agua"), ("Sin tema", 2, "Basura")]),
        ("Índice por ODM", [(7, "Ambiente", 1, "Agua")]),
        ("Índice por ciudad", [("Azul", 1, "Agua"), ("Azul", 2, "Basura"), ("Durazno", 3, "Cultura")]),
    ],
)
def test_an_index_of_a_workbook_has_a_row_for_each_entry(
    filled: Store, sheet: str, found: list[tuple[object, ...]]
) -> None:
    (rows,) = section_of(make(filled, "catalogue", None, "es"), sheet).rows
    said = [tuple(getattr(value, "text", value) for value in row) for row in rows.table.rows]
    if sheet == "Índice por ciudad":
        said = [(city, number, name) for city, _, number, name in said]
    assert sorted(said, key=str) == sorted(found, key=str)
