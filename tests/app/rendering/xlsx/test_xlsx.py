"""The workbook: real types, sheets for sections, and texts that stay texts."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from app.document import Cell, Column, Cover, DescriptionList, Document, Heading, Paragraph, Section, Table, Tone
from app.rendering.xlsx.xlsx import render_xlsx
from app.words.problems import ProblemError
from app.words.words import Words
from db.values import Money, PartialDate, Percent, Quantity
from tests.app.rendering.sample import dossier
from tests.app.rendering.xlsx.opening import opened, sheet_of


def test_values_keep_their_types() -> None:
    sheet = sheet_of(
        "Rosario", 948_312, Decimal("62.5"), date(2009, 3, 18), time(9, 30), PartialDate(2008, 6, 18), None
    )
    row = [cell.value for cell in sheet[4]]
    assert row[:3] == ["Rosario", 948_312, 62.5]
    assert row[3:6] == [datetime(2009, 3, 18), time(9, 30), datetime(2008, 6, 18)]  # noqa: DTZ001  # a sheet has no zones
    assert sheet["D4"].number_format == "dd/mm/yyyy"
    assert sheet["B4"].number_format == "#,##0"


def test_money_is_a_number_that_shows_its_currency_and_its_own_decimals() -> None:
    sheet = sheet_of(Money(700_050, "USD"), Money(5_000_000, "PYG"))
    assert [cell.value for cell in sheet[4]] == [7000.5, 5_000_000]
    assert "USD" in sheet["A4"].number_format
    assert ".00" in sheet["A4"].number_format
    assert ".0" not in sheet["B4"].number_format


def test_measures_and_percentages_are_numbers_that_show_their_unit_and_their_own_decimals() -> None:
    sheet = sheet_of(Quantity(12_500, "km"), Percent(33_333))
    assert [cell.value for cell in sheet[4]] == [12.5, 0.33333]
    assert sheet["A4"].number_format == '#,##0.0" km"'
    assert sheet["B4"].number_format == "0.000%"


def test_what_a_sheet_has_no_type_for_is_text_as_people_write_it() -> None:
    sheet = sheet_of(True, False, PartialDate(2008, 6), PartialDate(1995), date(1816, 7, 9))
    assert [cell.value for cell in sheet[4]] == ["sí", "no", "06/2008", "1995", "09/07/1816"]


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+598 2 123", "-5", "@SUM(A1)", "#N/A", "#REF!"])
def test_a_text_that_looks_like_a_formula_or_an_error_stays_text(text: str) -> None:
    cell = sheet_of(text)["A4"]
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
    values = {cell.value: cell.data_type for sheet in opened(document) for row in sheet for cell in row if cell.value}
    assert set(values) == {"=A", "=B", "=C", "=D", "=E", "=F", "=G", "=H", "=I", "x"}
    assert set(values.values()) == {"s"}


def test_what_is_late_keeps_its_type_and_has_a_sign() -> None:
    sheet = sheet_of(Cell(date(2009, 1, 2), Tone.LATE), Cell("vencida", Tone.LATE), Cell("pronto", Tone.WARNING))
    assert sheet["A4"].value == datetime(2009, 1, 2)  # noqa: DTZ001  # a sheet has no zones
    assert sheet["B4"].value == "vencida"
    assert all("▲" in sheet[name].number_format for name in ("A4", "B4"))
    assert "△" in sheet["C4"].number_format
    assert sheet["A4"].font.bold


def test_each_section_is_a_sheet_with_a_name_that_excel_accepts_and_no_other_has() -> None:
    titles = ("Informe: ¿cuáles [y/o] cuántos?", "Una sección de nombre larguísimo, mucho más que 31 letras")
    sections = tuple(Section(title, ()) for title in (*titles, titles[1], "UNO", "uno", "History", "'x'", "  "))
    names = opened(Document("Lista", "es", sections)).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 8
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)
    assert names[3:5] == ["UNO", "uno (2)"]
    assert "history" not in [name.casefold() for name in names]


def test_the_cover_is_the_first_sheet_and_in_the_properties() -> None:
    workbook = opened(dossier())
    assert workbook.sheetnames[0] == "Portada"
    assert workbook.properties.title == "Dossier de la Comisión Directiva"
    assert workbook.properties.creator == "Secretaría Ejecutiva"


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
