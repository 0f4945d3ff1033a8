"""A sheet is taken for what a person says it holds, and another kind that it clearly fits better is spoken of."""

from pathlib import Path

import pytest

from app.sheets.importing.importing import likely_kind, prepare, read_file, targets_of
from tests.make import CATALOG
from tests.make_sheets import make_xlsx


def likely(folder: Path, titles: tuple[str, ...], entity: str) -> str | None:
    """Return the kind that a sheet with these titles looks like when it is taken for one of `entity`."""
    path = make_xlsx(folder / "planilla.xlsx", {"Hoja": [titles, ["Rosario"] * len(titles)]})
    return likely_kind(prepare(read_file(path), targets_of(CATALOG, entity)), CATALOG)


CITIES = ("Ciudad", "País", "Provincia", "Población")
PEOPLE = ("Nombre y apellido", "Cargo", "Ciudad", "País", "Teléfono", "Correo")
ORGANISATIONS = ("Organismo", "Sigla", "País", "Sitio web")
EXPERIENCES = ("Título", "Ciudad", "Tema", "Año", "Resumen")


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (CITIES, "municipality"),
        (PEOPLE, "person"),
        (ORGANISATIONS, "organisation"),
        (EXPERIENCES, "experience"),
    ],
)
def test_a_sheet_taken_for_what_it_is_not_looks_like_what_it_is(
    tmp_path: Path, titles: tuple[str, ...], kind: str
) -> None:
    assert likely(tmp_path, titles, kind) is None
    others = {"municipality", "person", "organisation", "experience", "post", "theme"} - {kind}
    assert {each: likely(tmp_path, titles, each) for each in others} == dict.fromkeys(others, kind)


@pytest.mark.parametrize("titles", [("Ciudad", "País", "Intendente", "Teléfono", "Correo"), ("Nombre",), ("Color",)])
def test_nothing_is_said_of_a_sheet_that_fits_several_kinds_alike(tmp_path: Path, titles: tuple[str, ...]) -> None:
    assert likely(tmp_path, titles, "municipality") is None
