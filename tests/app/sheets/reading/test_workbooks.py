"""What comes out of xlsx, xls and ods files, cell by cell."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.sheets.reading.read import open_workbook
from app.sheets.reading.workbook import CellError, Merge, Row
from db.values import Share
from tests.app.sheets.opening import notices, only_sheet, rows
from tests.make_sheets import make_ods, make_raw_xlsx, make_spreadsheetml, make_xls, make_xlsx, text_cell

MOMENT = datetime.fromisoformat("2008-06-18T14:30")
CITIES: list[list[object]] = [["Ciudad", "Población"], ["Rosario", 948312], ["São Paulo", 11_000_000]]


def as_rows(table: list[list[object]]) -> tuple[Row, ...]:
    return tuple(tuple(row) for row in table)  # type: ignore[arg-type]  # the tables above hold only values of cells


def ods_row(cells: str) -> str:
    return f'<table:table table:name="H"><table:table-row>{cells}</table:table-row></table:table>'


def test_an_xlsx_keeps_the_type_of_each_cell(tmp_path: Path) -> None:
    cells = ["texto", 5, 5.5, True, date(2008, 6, 18), MOMENT, time(14, 30)]

    assert rows(make_xlsx(tmp_path / "a.xlsx", {"Hoja": [cells]})) == (tuple(cells),)


def test_a_cell_keeps_its_row_and_column_though_the_sheet_starts_elsewhere(tmp_path: Path) -> None:
    sheet = only_sheet(make_raw_xlsx(tmp_path / "a.xlsx", '<row r="4"><c r="C4"><v>7</v></c></row>'))

    assert (sheet.first_row, sheet.rows) == (4, ((None, None, 7),))
    place = sheet.place("a.xlsx", 4, 2)
    assert (place.row, place.column) == (4, "C")


def test_a_sheet_formatted_far_beyond_its_cells_ends_where_the_cells_end(tmp_path: Path) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'

    assert rows(make_raw_xlsx(tmp_path / "a.xlsx", far)) == ((1,),)


def test_a_cell_of_blanks_alone_is_empty_and_blank_rows_between_are_kept(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", {"Hoja": [["a", "  "], [None], ["b"], ["   "]]})

    assert rows(path) == (("a",), (None,), ("b",))


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


def test_a_number_that_an_ods_shows_as_a_percentage_is_told_from_others(tmp_path: Path) -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}" office:value="0.85"/>' for kind in ("percentage", "float")
    )
    ((share, number),) = rows(make_ods(tmp_path / "a.ods", ods_row(cells)))
    assert (share, number) == (0.85, 0.85)
    assert (isinstance(share, Share), isinstance(number, Share)) == (True, False)


def test_an_error_of_a_formula_is_a_value_of_its_own_kind(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1"><v>2</v></c></row>'

    assert rows(make_raw_xlsx(tmp_path / "a.xlsx", row)) == ((CellError("#DIV/0!"), 2),)


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


def test_a_merge_down_has_its_value_in_each_row_and_one_across_only_at_its_left(tmp_path: Path) -> None:
    table: list[list[object]] = [["Argentina", "Rosario"], [None, "Córdoba"], ["Ciudades del Sur", None]]

    sheet = only_sheet(make_xlsx(tmp_path / "a.xlsx", {"Hoja": table}, merges=["A1:A2", "A3:B3"]))

    assert sheet.rows == (("Argentina", "Rosario"), ("Argentina", "Córdoba"), ("Ciudades del Sur", None))
    assert sheet.merges == (Merge(3, 0, 3, 1),)


def test_empty_sheets_are_left_out_and_hidden_ones_say_so(tmp_path: Path) -> None:
    from openpyxl import Workbook

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


def test_an_ods_gives_the_type_of_each_cell(tmp_path: Path) -> None:
    cells = (
        text_cell("Río  Cuarto")
        + '<table:table-cell office:value-type="float" office:value="5"/>'
        + '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        + '<table:table-cell office:value-type="date" office:date-value="2008-06-18"/>'
        + '<table:table-cell office:value-type="date" office:date-value="2008-06-18T14:30:00"/>'
        + '<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"/>'
        + '<table:table-cell office:value-type="string" calcext:value-type="error">'
        + "<text:p>#N/A</text:p></table:table-cell>"
    )

    assert rows(make_ods(tmp_path / "a.ods", ods_row(cells))) == (
        ("Río Cuarto", 5, True, date(2008, 6, 18), MOMENT, time(14, 30), CellError("#N/A")),
    )


def test_an_ods_keeps_lines_and_blanks_of_a_text_and_leaves_comments_out(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation>'
        '<text:p>San<text:s text:c="2"/>Martín<text:line-break/>Sur</text:p>'
        "<text:p><text:span>Norte</text:span></text:p>"
        "</table:table-cell>"
    )

    assert rows(make_ods(tmp_path / "a.ods", ods_row(cell))) == (("San  Martín\nSur\nNorte",),)


def test_the_repeated_cells_that_fill_an_ods_to_its_edge_are_not_counted(tmp_path: Path) -> None:
    table = (
        f'<table:table table:name="H"><table:table-row>{text_cell("a")}'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{text_cell("b")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row></table:table>'
    )

    assert rows(make_ods(tmp_path / "a.ods", table)) == (("a",), ("b",), ("b",))


def test_merges_and_formulas_without_value_of_an_ods_are_seen(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="H"><table:table-row><table:table-cell office:value-type="string"'
        ' table:number-rows-spanned="2"><text:p>AR</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
        f"<table:table-row><table:covered-table-cell/>{text_cell('x')}</table:table-row></table:table>"
    )
    path = make_ods(tmp_path / "a.ods", table)

    assert rows(path) == (("AR", None), ("AR", "x"))
    assert notices(path)[0].startswith("a.ods, hoja H, fila 1, columna B: Hay fórmulas guardadas sin su resultado (1)")


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
