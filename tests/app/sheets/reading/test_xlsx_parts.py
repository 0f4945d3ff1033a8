"""What the reading library does not tell of an xlsx: errors, percentages, and formulas without value."""

from pathlib import Path

from openpyxl import Workbook

from app.sheets.reading.workbook import CellError
from db.values import Share
from tests.app.sheets.opening import notices, only_sheet, rows
from tests.make_sheets import MAIN, make_raw_xlsx, make_xlsx


def test_a_number_that_an_xlsx_shows_as_a_percentage_is_told_from_others(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    formats = ("0%", "0.00%", '0.0"%"', "0.0##%;[Red]-0.0##%", "General", "0\\%", "0%")
    sheet.append([0.85, 0.12, 0.5, 1 / 3, 0.85, 0.85, "texto"])
    for at, each in enumerate(formats, 1):
        sheet.cell(1, at).number_format = each
    sheet["B3"] = 1
    sheet["B3"].number_format = "0%"
    book.save(tmp_path / "a.xlsx")
    (first, _, third) = rows(tmp_path / "a.xlsx")
    assert first == (0.85, 0.12, 0.5, 1 / 3, 0.85, 0.85, "texto")
    assert [isinstance(each, Share) for each in first] == [True, True, False, True, False, False, False]
    assert (third[1], isinstance(third[1], Share)) == (1.0, True)


def test_an_error_that_only_some_programs_know_does_not_cost_the_sheet(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" t="e"><v>#ERROR!</v></c><c r="B1"><v>2</v></c></row>'

    assert rows(make_raw_xlsx(tmp_path / "a.xlsx", row)) == ((CellError("#ERROR!"), 2),)


def test_an_error_below_or_beside_all_other_cells_is_not_lost(tmp_path: Path) -> None:
    cells = '<row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="D4" t="e"><v>#N/A</v></c></row>'

    sheet = only_sheet(make_raw_xlsx(tmp_path / "a.xlsx", cells))

    assert (sheet.first_row, len(sheet.rows), sheet.row(4)[3]) == (2, 3, CellError("#N/A"))


def test_a_formula_gives_the_value_that_was_saved_with_it(tmp_path: Path) -> None:
    path = make_raw_xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')

    assert rows(path) == ((2,),)
    assert notices(path) == []


def test_formulas_saved_without_value_are_told_with_their_place(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", {"Hoja": [["Total", 3], ["x", "=1+1"], ["y", "=2+2"]]})

    (notice,) = notices(path)

    assert notice.startswith("a.xlsx, hoja Hoja, fila 2, columna B: Hay fórmulas guardadas sin su resultado (2)")


def test_a_formula_that_gives_an_empty_text_needs_no_notice(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'

    assert notices(make_raw_xlsx(tmp_path / "a.xlsx", row)) == []


def test_cells_without_reference_stand_where_they_are_written(tmp_path: Path) -> None:
    path = make_raw_xlsx(tmp_path / "a.xlsx", '<row r="3"><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>')

    assert only_sheet(path).row(3) == (1, CellError("#N/A"))


def test_a_formula_without_value_is_told_too_where_the_cells_have_a_prefix(tmp_path: Path) -> None:
    row = '<s:row r="1"><s:c r="A1"><s:v>1</s:v></s:c><s:c r="B1"><s:f>1+1</s:f></s:c></s:row>'
    path = make_raw_xlsx(tmp_path / "a.xlsx", row.replace("s:row", f's:row xmlns:s="{MAIN}"', 1))

    assert len(notices(path)) == 1
