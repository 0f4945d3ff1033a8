"""The workbook: real types, headings that stay and filter, sheets for sections, and texts that stay texts."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Cell, Column, Cover, DescriptionList, Document, Heading, Paragraph, Section, Table, Tone, Value
from app.rendering.xlsx.xlsx import render_xlsx
from app.words.problems import ProblemError
from app.words.words import Words
from db.values import Money, PartialDate, Percent, Quantity
from tests.app.rendering.sample import LONG, dossier


def _worksheet(workbook: Workbook, name: str) -> Worksheet:
    sheet = workbook[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def _opened(document: Document) -> Workbook:
    target = BytesIO()
    render_xlsx(document, target, Words(document.language))
    return openpyxl.load_workbook(target)


def _cells(sheet: Worksheet, area: str) -> list[object]:
    return [cell.value for row in sheet[area] for cell in row]


def _sheet(*values: Value | Cell) -> Worksheet:
    """Render one row under headings and give its sheet: the headings are in row 3, the values in row 4."""
    table = Table(tuple(Column(f"Columna {number}") for number in range(len(values))), (values,))
    return _worksheet(_opened(Document("Lista", "es", (Section("Ciudades", (table,)),))), "Ciudades")


def test_values_keep_their_types() -> None:
    sheet = _sheet("Rosario", 948_312, Decimal("62.5"), date(2009, 3, 18), time(9, 30), PartialDate(2008, 6, 18), None)
    row = [cell.value for cell in sheet[4]]
    assert row[:3] == ["Rosario", 948_312, 62.5]
    assert row[3:6] == [datetime(2009, 3, 18), time(9, 30), datetime(2008, 6, 18)]  # noqa: DTZ001  # a sheet has no zones
    assert sheet["D4"].number_format == "dd/mm/yyyy"
    assert sheet["B4"].number_format == "#,##0"


def test_money_is_a_number_that_shows_its_currency_and_its_own_decimals() -> None:
    sheet = _sheet(Money(700_050, "USD"), Money(5_000_000, "PYG"))
    assert [cell.value for cell in sheet[4]] == [7000.5, 5_000_000]
    assert "USD" in sheet["A4"].number_format
    assert ".00" in sheet["A4"].number_format
    assert ".0" not in sheet["B4"].number_format


def test_measures_and_percentages_are_numbers_that_show_their_unit_and_their_own_decimals() -> None:
    sheet = _sheet(Quantity(12_500, "km"), Percent(33_333))
    assert [cell.value for cell in sheet[4]] == [12.5, 0.33333]
    assert sheet["A4"].number_format == '#,##0.0" km"'
    assert sheet["B4"].number_format == "0.000%"


def test_what_a_sheet_has_no_type_for_is_text_as_people_write_it() -> None:
    sheet = _sheet(True, False, PartialDate(2008, 6), PartialDate(1995), date(1816, 7, 9))
    assert [cell.value for cell in sheet[4]] == ["sí", "no", "06/2008", "1995", "09/07/1816"]


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+598 2 123", "-5", "@SUM(A1)", "#N/A", "#REF!"])
def test_a_text_that_looks_like_a_formula_or_an_error_stays_text(text: str) -> None:
    cell = _sheet(text)["A4"]
    assert cell.value == text
    assert cell.data_type == "s"


def test_titles_and_headings_that_look_like_formulas_stay_text_too() -> None:
    table = Table((Column("=A"),), (("x",),), caption="=B")
    document = Document(
        "=C",
        "es",
        (Section("=D", (Heading("=E"), Paragraph("=F"), DescriptionList((("=G", "=H"),)), table)),),
        Cover("=I", "=C"),
    )
    values = {cell.value: cell.data_type for sheet in _opened(document) for row in sheet for cell in row if cell.value}
    assert set(values) == {"=A", "=B", "=C", "=D", "=E", "=F", "=G", "=H", "=I", "x"}
    assert set(values.values()) == {"s"}


def test_what_is_late_keeps_its_type_and_has_a_sign() -> None:
    sheet = _sheet(Cell(date(2009, 1, 2), Tone.LATE), Cell("vencida", Tone.LATE), Cell("pronto", Tone.WARNING))
    assert sheet["A4"].value == datetime(2009, 1, 2)  # noqa: DTZ001  # a sheet has no zones
    assert sheet["B4"].value == "vencida"
    assert all("▲" in sheet[name].number_format for name in ("A4", "B4"))
    assert "△" in sheet["C4"].number_format
    assert sheet["A4"].font.bold


def test_the_headings_of_the_only_table_stay_in_sight_filter_and_are_printed_on_each_page() -> None:
    sheet = _worksheet(_opened(dossier()), "Resoluciones")
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Número")
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.auto_filter.ref == f"A{head}:F{head + 70}"
    assert sheet.print_title_rows == f"${head}:${head}"


def test_of_several_tables_the_longest_filters_and_none_is_frozen() -> None:
    short, long = (Table((Column("A"), Column("B")), (("x", 1),) * count) for count in (2, 9))
    sheet = _worksheet(_opened(Document("Lista", "es", (Section("Ciudades", (short, long)),))), "Ciudades")
    assert sheet.freeze_panes is None
    assert sheet.auto_filter.ref == "A7:B16"


def test_each_section_is_a_sheet_with_a_name_that_excel_accepts_and_no_other_has() -> None:
    titles = ("Informe: ¿cuáles [y/o] cuántos?", "Una sección de nombre larguísimo, mucho más que 31 letras")
    sections = tuple(Section(title, ()) for title in (*titles, titles[1], "UNO", "uno", "History", "'x'", "  "))
    names = _opened(Document("Lista", "es", sections)).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 8
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)
    assert names[3:5] == ["UNO", "uno (2)"]
    assert "history" not in [name.casefold() for name in names]


def test_the_cover_is_the_first_sheet_and_in_the_properties() -> None:
    workbook = _opened(dossier())
    assert workbook.sheetnames[0] == "Portada"
    assert workbook.properties.title == "Dossier de la Comisión Directiva"
    assert workbook.properties.creator == "Secretaría Ejecutiva"


def test_sheets_are_printed_on_their_side_as_wide_as_the_page_with_numbers() -> None:
    sheet = _worksheet(_opened(dossier()), "Resoluciones")
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.right.text == "página &P de &N"


def test_columns_are_as_wide_as_what_is_in_them_within_reason() -> None:
    sheet = _sheet("x", "Intendencia de Canelones", LONG)
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == sorted(widths)
    assert widths[1] >= len("Intendencia de Canelones")
    assert widths[2] < 60
    assert sheet["C4"].alignment.wrap_text


def test_a_chart_is_a_chart_of_excel_over_its_numbers_and_a_map_a_table_of_places() -> None:
    target = BytesIO()
    render_xlsx(dossier(), target, Words("es"))
    sheet = _worksheet(openpyxl.load_workbook(target), "Estado de la Red")
    with ZipFile(target) as parts:
        (chart,) = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/")]
    assert '<barDir val="bar"/>' in chart
    places, counts = (_cells(sheet, area) for area in re.findall(r"<f>'Estado de la Red'!([A-Z0-9$:]+)</f>", chart))
    assert dict(zip(places, counts, strict=True))["Argentina"] == 81
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["Argentina", 81, None, None] in values
    assert ["Montevideo", "Uruguay", -34.9, -56.16] in values


def test_a_paragraph_runs_over_the_columns_and_its_row_has_room_for_it() -> None:
    sheet = _worksheet(_opened(Document("Acta", "es", (Section("Acta", (Paragraph(LONG * 3),)),))), "Acta")
    assert str(next(iter(sheet.merged_cells.ranges))).startswith("A3:")
    assert sheet.row_dimensions[3].height > 60


def test_rows_to_write_by_hand_are_as_high_as_asked() -> None:
    sheet = _worksheet(_opened(dossier()), "Asistencia")
    assert sheet.row_dimensions[6].height == pytest.approx(31.2, abs=0.1)  # 11 mm


def test_a_long_list_keeps_its_types_filter_and_frozen_headings() -> None:
    rows = tuple((f"Ciudad {number}", number, date(2009, 1, 1), True) for number in range(2_500))
    table = Table((Column("Ciudad"), Column("Habitantes"), Column("Ingreso"), Column("Activa")), rows)
    sheet = _worksheet(_opened(Document("Lista", "es", (Section("Ciudades", (table,)),))), "Ciudades")
    last = [cell.value for cell in sheet[2_503]]
    assert last == ["Ciudad 2499", 2499, datetime(2009, 1, 1), "sí"]  # noqa: DTZ001  # a sheet has no zones
    assert sheet.freeze_panes == "A4"


def test_a_text_longer_than_a_cell_is_cut_and_said() -> None:
    target = BytesIO()
    table = Table((Column("Acta"),), (("a" * 40_000,),))
    rendered = render_xlsx(Document("Acta", "es", (Section("Acta", (table,)),)), target, Words("es"))
    assert len(rendered.problems) == 1


def test_a_workbook_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "dossier.xlsx"
    path.write_bytes(b"lo de antes")

    def cancel(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_xlsx(dossier(), path, Words("es"), cancel)
    assert path.read_bytes() == b"lo de antes"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ProblemError):
        render_xlsx(dossier(), tmp_path / "no" / "hay.xlsx", Words("es"))
