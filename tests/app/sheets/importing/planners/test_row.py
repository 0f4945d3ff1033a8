"""The cells of a row: read by what they are, and what cannot be read is refused or kept, and said where it stands."""

import pytest

from app.sheets.reading.workbook import CellError
from db.store import Store
from db.values import Money
from tests.app.sheets.importing.planners.people import HEADER
from tests.app.sheets.importing.plans import (
    Rows,
    contacts,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)

CITIES = ("Ciudad", "País", "Provincia")


def test_several_phones_of_a_cell_are_parted_and_what_is_none_stays_in_the_notes(store: Store) -> None:
    row = ("Ana Modelo", None, "Rosario", "AR", "ana@example.org; no usar", "0341-4802000 / 4802222 / ver con Luis")
    plan = imported(store, "person", [HEADER, row])
    assert verdicts(plan) == ["new"]
    assert contacts(store) == [[("phone", "+543414802000"), ("email", "ana@example.org")]]
    notes = records(store, "person")[0]["notes"]
    assert notes == "Teléfono: 4802222\nTeléfono: ver con Luis\nCorreo electrónico: no usar"
    assert any("columna F: Al teléfono «4802222» le falta el código de área." in said for said in reasons(plan))
    assert verdicts(plan_of(store, "person", [HEADER, row])) == ["same"]


@pytest.mark.parametrize("cell", ["s/d", "-", "N/A", "  "])
def test_a_cell_that_says_that_there_is_no_phone_is_no_phone(store: Store, cell: str) -> None:
    plan = imported(store, "person", [("Nombre", "Teléfono"), ("Ana Modelo", cell)])
    assert (reasons(plan), records(store, "person")[0]["notes"]) == ([], None)


@pytest.mark.parametrize(
    ("cells", "cost"),
    [
        (("USD 7.000", None), Money(700_000, "USD")),
        (("7000,50", "USD"), Money(700_050, "USD")),
        ((7000.5, "US$"), Money(700_050, "USD")),
        ((7000, "PYG"), Money(7000, "PYG")),
    ],
)
def test_the_cost_may_have_its_currency_in_a_column_of_its_own(
    store: Store, cells: tuple[str | float, str | None], cost: Money
) -> None:
    rows = [("Título", "Costo", "Moneda"), ("Compostaje", *cells)]
    imported(store, "experience", rows)
    assert records(store, "experience")[0]["cost"] == cost
    assert verdicts(plan_of(store, "experience", rows)) == ["same"]


def test_a_failed_formula_refuses_its_row_in_a_column_of_use_alone(store: Store) -> None:
    failed = CellError("#REF!")
    rows: Rows = [("Nombre", "Correo", "Color"), ("Ana", None, failed), ("Luis", failed, None)]
    plan = plan_of(store, "person", rows)
    assert verdicts(plan) == ["new", "refused"]
    assert "fila 3, columna B: La celda tiene un error de la planilla: #REF!." in reasons(plan, 1)[0]


def test_a_cell_that_cannot_be_read_is_said_once_and_where_it_stands(store: Store) -> None:
    rows: Rows = [(*CITIES, "Población"), ("Azul", "AR", "AR-B", "muchos"), ("Tandil", "AR", "AR-B", "muchos")]
    plan = plan_of(store, "municipality", rows)
    for at, row in enumerate((2, 3)):
        (reason,) = reasons(plan, at)
        assert f"fila {row}, columna D: «muchos» no es un número entero." in reason


def test_a_choice_that_is_none_of_ours_is_kept_in_the_notes(store: Store) -> None:
    rows = [(*CITIES, "Tipo de gobierno"), ("Rosario", "AR", "AR-S", "autarquía")]
    plan = imported(store, "municipality", rows)
    assert verdicts(plan) == ["new"]
    assert "«autarquía» no es ninguna de las opciones." in reasons(plan)[0]
    assert records(store, "municipality")[0]["notes"] == "Tipo de gobierno: autarquía"
    assert verdicts(plan_of(store, "municipality", rows)) == ["same"]
