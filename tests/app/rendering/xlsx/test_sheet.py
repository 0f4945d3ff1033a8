"""One section as one sheet: headings that stay and filter, widths, heights, chart, and how it is printed."""

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.document import BarChart, Column, Document, Paragraph, Section, Table
from app.rendering.xlsx.xlsx import render_xlsx
from app.words.words import Words
from tests.app.rendering.sample import LONG, dossier
from tests.app.rendering.xlsx.opening import opened, sheet_of, worksheet_of


def cells_of(sheet: Worksheet, area: str) -> list[object]:
    return [cell.value for row in sheet[area] for cell in row]


def test_the_headings_of_the_only_table_stay_in_sight_filter_and_are_printed_on_each_page() -> None:
    sheet = worksheet_of(opened(dossier()), "Resoluciones")
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Número")
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.auto_filter.ref == f"A{head}:F{head + 70}"
    assert sheet.print_title_rows == f"${head}:${head}"


def test_of_several_tables_the_longest_filters_and_none_is_frozen() -> None:
    short, long = (Table((Column("A"), Column("B")), (("x", 1),) * count) for count in (2, 9))
    sheet = worksheet_of(opened(Document("Lista", "es", (Section("Ciudades", (short, long)),))), "Ciudades")
    assert sheet.freeze_panes is None
    assert sheet.auto_filter.ref == "A7:B16"


def test_sheets_are_printed_on_their_side_as_wide_as_the_page_with_numbers() -> None:
    sheet = worksheet_of(opened(dossier()), "Resoluciones")
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.right.text == "página &P de &N"


def test_columns_are_as_wide_as_what_is_in_them_within_reason() -> None:
    sheet = sheet_of("x", "Intendencia de Canelones", LONG)
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == sorted(widths)
    assert widths[1] >= len("Intendencia de Canelones")
    assert widths[2] < 60
    assert sheet["C4"].alignment.wrap_text


def test_a_chart_is_a_chart_of_excel_over_its_numbers() -> None:
    target = BytesIO()
    render_xlsx(dossier(), target, Words("es"))
    sheet = worksheet_of(openpyxl.load_workbook(target), "Estado de la red")
    with ZipFile(target) as parts:
        (chart,) = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/")]
    assert '<barDir val="bar"/>' in chart
    places, counts = (cells_of(sheet, area) for area in re.findall(r"<f>'Estado de la red'!([A-Z0-9$:]+)</f>", chart))
    assert dict(zip(places, counts, strict=True))["Argentina"] == 81
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["Argentina", 81, None, None] in values


def test_a_paragraph_runs_over_the_columns_and_its_row_has_room_for_it() -> None:
    sheet = worksheet_of(opened(Document("Acta", "es", (Section("Acta", (Paragraph(LONG * 3),)),))), "Acta")
    assert str(next(iter(sheet.merged_cells.ranges))).startswith("A3:")
    assert sheet.row_dimensions[3].height > 60


def test_rows_to_write_by_hand_are_as_high_as_asked() -> None:
    sheet = worksheet_of(opened(dossier()), "Asistencia")
    assert sheet.row_dimensions[6].height == pytest.approx(31.2, abs=0.1)  # 11 mm


def test_a_long_list_keeps_its_types_filter_and_frozen_headings() -> None:
    rows = tuple((f"Ciudad {number}", number, date(2009, 1, 1), True) for number in range(2_500))
    table = Table((Column("Ciudad"), Column("Habitantes"), Column("Ingreso"), Column("Activa")), rows)
    sheet = worksheet_of(opened(Document("Lista", "es", (Section("Ciudades", (table,)),))), "Ciudades")
    last = [cell.value for cell in sheet[2_503]]
    assert last == ["Ciudad 2499", 2499, datetime(2009, 1, 1), "sí"]  # noqa: DTZ001  # a sheet has no zones
    assert sheet.freeze_panes == "A4"


def test_a_chart_of_percentages_reaches_to_the_whole() -> None:
    target = BytesIO()
    chart = BarChart("Avance", (("Redes", 50),), 100)
    render_xlsx(Document("Plan", "es", (Section("Plan", (chart,)),)), target, Words("es"))
    drawn = ZipFile(target).read("xl/charts/chart1.xml").decode()
    assert re.search(r'<(c:)?max val="100', drawn)
