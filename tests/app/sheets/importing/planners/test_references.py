"""Records that a row names: found among namesakes by where they are, and kept in the notes when they are not found."""

import pytest

from db.store import Store
from tests.app.sheets.importing.plans import (
    Rows,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add, add_city

EXPERIENCES = ("title", "cities", "countries", "theme", "year")


def test_a_reference_is_found_among_namesakes_by_where_it_is(store: Store) -> None:
    cities = [["Ciudad", "País", "Provincia"], ["Rosario", "AR", "Santa Fe"], ["Rosario", "UY", "Colonia"]]
    imported(store, "municipality", cities)
    imported(
        store,
        "period",
        [["Gestión", "Ciudad a cargo"], ["2025-2026", "Rosario · Colonia"], ["2023-2024", "Rosario (Santa Fe)"]],
    )
    imported(store, "post", [["Cargo", "Ciudad"], ["Intendente", "Rosario — Colonia"]])
    found = {record["name"]: record["municipality_id"] for record in records(store, "period")}
    assert found == {"2025-2026": "Rosario · Colonia", "2023-2024": "Rosario · Santa Fe"}
    assert [record["municipality_id"] for record in records(store, "post")] == ["Rosario · Colonia"]
    plan = plan_of(store, "period", [["Gestión", "Ciudad a cargo"], ["2027", "Rosario"]])
    assert any("Hay más de una ficha llamada «Rosario»" in reason for reason in reasons(plan))


def test_a_row_refers_to_a_record_that_another_row_makes(store: Store) -> None:
    imported(store, "theme", [["Tema", "Dentro de"], ["Museos", "Cultura"], ["Cultura", None]])
    assert {record["name"]: record["parent_id"] for record in records(store, "theme")} == {
        "Museos": "Cultura",
        "Cultura": "",
    }


def test_the_countries_tell_one_city_from_another_of_its_name(store: Store) -> None:
    add_city(store, "Córdoba", "AR", "AR-X")
    add_city(store, "Córdoba", "CO", "CO-COR")
    imported(store, "experience", [EXPERIENCES, ("Gobierno abierto", "Córdoba", "AR", None, None)])
    (experience,) = records(store, "experience")
    assert experience["municipalities"] == "Córdoba · Argentina"
    plan = imported(store, "experience", [EXPERIENCES, ("Otra", "Córdoba", None, None, None)])
    said = "Hay más de una ficha llamada «Córdoba» (Córdoba · Argentina, Córdoba · Colombia); queda en las notas."
    assert said in reasons(plan)[0]
    assert verdicts(plan_of(store, "experience", [EXPERIENCES, ("Otra", "Córdoba", None, None, None)])) == ["same"]


def test_a_name_that_is_not_registered_stays_in_the_notes(store: Store) -> None:
    rows: Rows = [EXPERIENCES, ("Calidad del aire", "Valle de Aburrá; Lima", None, "Aire", 2021)]
    plan = imported(store, "experience", rows)
    assert len(reasons(plan)) == 3
    notes = "Ciudades: Valle de Aburrá\nCiudades: Lima\nTemas: Aire"
    assert records(store, "experience")[0]["notes"] == notes
    assert verdicts(plan_of(store, "experience", rows)) == ["same"]


@pytest.mark.parametrize("cell", ["Azul; Tandil", "Azul\nTandil", "Azul | Tandil", "Azul, Tandil"])
def test_several_names_of_a_cell_are_parted_at_what_stands_between_them(store: Store, cell: str) -> None:
    add_city(store, "Azul")
    add_city(store, "Tandil")
    rows = [("Título", "Ciudades"), ("Compostaje", cell)]
    assert reasons(imported(store, "experience", rows)) == []
    assert records(store, "experience")[0]["municipalities"] == "Azul, Tandil"


def test_a_comma_parts_names_only_when_each_of_them_is_known(store: Store) -> None:
    add(store, "theme", name="Cultura, deporte y ocio")
    add(store, "theme", name="Cultura")
    rows = [("Título", "Temas"), ("Uno", "Cultura, deporte y ocio"), ("Dos", "Cultura, deporte")]
    plan = imported(store, "experience", rows)
    assert [record["themes"] for record in records(store, "experience") if record["name"] == "Uno"] == [
        "Cultura, deporte y ocio"
    ]
    assert "«Cultura, deporte» no figura en el archivo; queda en las notas." in reasons(plan, 1)[0]
