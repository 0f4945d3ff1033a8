"""The cells of a written sheet, as a spreadsheet program and our own reader find them."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell

from app.document import Cell, Column, Tone, Value
from app.sheets.writing.write import write_xlsx
from db.values import Money, PartialDate, Percent, Quantity
from tests.app.sheets.opening import rows
from tests.make import SPANISH


def written(path: Path, *values: Value | Cell) -> SheetCell:
    """Write one cell below a title and give it as a spreadsheet program finds it."""
    write_xlsx(path, "Lista", [Column("Título")], [values], SPANISH)
    cell = load_workbook(path).worksheets[0]["A2"]
    assert isinstance(cell, SheetCell)
    return cell


@pytest.mark.parametrize(
    ("value", "found", "number_format"),
    [
        ("São Paulo", "São Paulo", "General"),
        (948312, 948312, "General"),
        (Decimal("5.25"), 5.25, "General"),
        (True, True, "General"),
        (date(2008, 6, 18), datetime.fromisoformat("2008-06-18"), "dd/mm/yyyy"),
        (datetime(2008, 6, 18, 14, 30, tzinfo=UTC), datetime.fromisoformat("2008-06-18T14:30"), "dd/mm/yyyy hh:mm"),
        (time(14, 30), time(14, 30), "hh:mm"),
        (PartialDate(2008, 6, 18), datetime.fromisoformat("2008-06-18"), "dd/mm/yyyy"),
        (PartialDate(2008, 6), "06/2008", "General"),
        (Money(700_050, "USD"), 7000.5, "[$USD] #,##0.00"),
        (Money(7_000_000, "PYG"), 7_000_000, "[$PYG] #,##0"),
        (Quantity(1_234_500), 1234.5, "#,##0.0"),
        (Quantity(5_000, "km"), 5, '#,##0" km"'),
        (Quantity(9_007_199_254_740_993), "9.007.199.254.740,993", "General"),
        (Percent(85_000), 0.85, "0%"),
        (Percent(33_333), 0.33333, "0.000%"),
        (date(1895, 5, 9), "09/05/1895", "General"),
        (12345678901234567890, "12345678901234567890", "General"),
        (None, None, "General"),
    ],
)
def test_each_type_is_kept(tmp_path: Path, value: Value, found: object, number_format: str) -> None:
    cell = written(tmp_path / "a.xlsx", value)

    assert (cell.value, cell.number_format) == (found, number_format)


@pytest.mark.parametrize("text", ["=1+1", "+54 341 480 2000", "-5", "@SUM(A1)", "#N/A", "="])
def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "a.xlsx", text)

    assert (cell.value, cell.data_type, bool(cell.quotePrefix)) == (
        text,
        "s",
        True,
    )


def test_letters_that_xml_cannot_hold_come_back(tmp_path: Path) -> None:
    texts = ("a\x01b", "_x0041_", "_x005F_", "a\r\nb\rc", " con blancos ", "línea\nnueva")
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("T")], [(text,) for text in texts], SPANISH)

    assert tuple(row[0] for row in rows(tmp_path / "a.xlsx")[1:]) == texts


def test_two_special_cells_of_one_row_keep_each_its_own_value(tmp_path: Path) -> None:
    row = (date(2008, 1, 1), date(2009, 2, 2), "+1", "+2", Cell(date(2010, 3, 3), Tone.LATE), "=x", Money(100, "USD"))
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column(str(number)) for number in range(7)], [row], SPANISH)

    assert rows(tmp_path / "a.xlsx")[1] == (
        date(2008, 1, 1),
        date(2009, 2, 2),
        "+1",
        "+2",
        date(2010, 3, 3),
        "=x",
        1,
    )


def test_a_late_cell_is_told_by_weight_and_not_by_colour_alone(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", Cell("vencida", Tone.LATE)).font.bold
    assert not written(tmp_path / "a.xlsx", "plano").font.bold


def test_a_text_too_long_for_excel_is_cut_and_told_with_its_place(tmp_path: Path) -> None:
    (notice,) = write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("A"), Column("B")], [("x", "á" * 40_000)], SPANISH)

    assert notice.say(SPANISH).startswith("a.xlsx, fila 2, columna B: El texto es más largo")
    text = rows(tmp_path / "a.xlsx")[1][1]
    assert isinstance(text, str)
    assert (len(text), text[-1]) == (32_767, "…")


def test_a_long_text_of_letters_that_need_escapes_fits_too(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("A")], [("\x01" * 40_000,)], SPANISH)

    text = rows(tmp_path / "a.xlsx")[1][0]
    assert isinstance(text, str)
    assert 4_000 < len(text) < 32_767
