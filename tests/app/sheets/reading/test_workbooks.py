"""What comes out of xlsx and xls files, cell by cell."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.sheets.reading.read import open_workbook
from app.sheets.reading.workbook import CellError, Row
from tests.app.sheets.opening import notices, rows
from tests.make_sheets import make_raw_xlsx, make_spreadsheetml, make_xls, make_xlsx

MOMENT = datetime.fromisoformat("2008-06-18T14:30")


CITIES: list[list[object]] = [["Ciudad", "Población"], ["Rosario", 948312], ["São Paulo", 11_000_000]]


def as_rows(table: list[list[object]]) -> tuple[Row, ...]:
    return tuple(tuple(row) for row in table)  # type: ignore[arg-type]  # the tables above hold only values of cells


def test_an_xlsx_keeps_the_type_of_each_cell(tmp_path: Path) -> None:
    cells = ["texto", 5, 5.5, True, date(2008, 6, 18), MOMENT, time(14, 30)]

    assert rows(make_xlsx(tmp_path / "a.xlsx", {"Hoja": [cells]})) == (tuple(cells),)


def test_an_error_of_a_formula_is_a_value_of_its_own_kind(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><v>2</v></c></row>'

    assert rows(make_raw_xlsx(tmp_path / "a.xlsx", row)) == ((CellError("#DIV/0!"), 2),)


def test_empty_sheets_are_left_out_and_hidden_ones_say_so(tmp_path: Path) -> None:

    book = Workbook()
    book.create_sheet("Lista").append(["x"])
    book.create_sheet("Códigos").append([1])
    book["Códigos"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    assert [(sheet.name, sheet.hidden) for sheet in open_workbook(tmp_path / "a.xlsx").sheets] == [
        ("Lista", False),
        ("Códigos", True),
    ]


def test_an_xls_gives_its_texts_numbers_and_errors(tmp_path: Path) -> None:
    cells = {(0, 0): "Ciudad", (1, 0): "São Paulo", (1, 1): 11_000_000.0, (2, 2): b"\x07"}

    assert rows(make_xls(tmp_path / "a.xls", cells)) == (
        ("Ciudad", None, None),
        ("São Paulo", 11_000_000, None),
        (None, None, CellError("#DIV/0!")),
    )


def test_the_xml_of_excel_2003_is_read_though_a_blank_line_precedes_its_declaration(tmp_path: Path) -> None:
    written = (
        '<Row><Cell><Data ss:Type="String">CODIGO</Data></Cell>'
        '<Cell ss:Index="3"><Data ss:Type="String">Año</Data></Cell></Row>'
        '<Row ss:Index="4"><Cell><Data ss:Type="String">01101</Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2008-06-18T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="Number">No Recepcionado</Data></Cell></Row>'
    )
    path = make_spreadsheetml(tmp_path / "a.xls", written, before="\n")
    blank: Row = (None,) * 5

    assert rows(path) == (
        ("CODIGO", None, "Año", None, None),
        blank,
        blank,
        ("01101", 5, date(2008, 6, 18), CellError("#N/A"), "No Recepcionado"),
    )
    assert notices(path) == []


def test_xml_with_a_stray_sign_is_read_around_it_with_a_notice(tmp_path: Path) -> None:
    row = '<Row><Cell><Data ss:Type="String">Obras & Servicios</Data></Cell></Row>'
    path = make_spreadsheetml(tmp_path / "a.xls", row)

    assert "Obras" in str(rows(path)[0][0])
    assert "errores de formato" in notices(path)[0]


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.ods", "a"])
def test_the_kind_of_a_file_is_told_by_its_content_and_not_by_its_ending(tmp_path: Path, name: str) -> None:
    book = make_xlsx(tmp_path / "a.xlsx", {"Hoja": CITIES})

    assert rows(book.rename(tmp_path / name)) == as_rows(CITIES)


def test_progress_is_told_up_to_the_end_and_cancels_by_raising(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", {"Hoja": CITIES})
    told: list[float] = []
    open_workbook(path, told.append)

    assert told == sorted(told)
    assert told[-1] == 1

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_workbook(path, stop)
