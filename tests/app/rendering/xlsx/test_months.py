"""The months of a timeline on a sheet: dates that are dates, columns filled where a row lasts, signs for its marks."""

from collections.abc import Sequence
from datetime import date, datetime

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.document import Timeline, TimelineRow
from app.months import months_between
from tests.app.rendering.timelines import document_of, small
from tests.app.rendering.xlsx.opening import opened, worksheet_of


def sheet_of(block: Timeline) -> Worksheet:
    return worksheet_of(opened(document_of(block)), "Calendario")


def row_of(sheet: Worksheet, label: str) -> Sequence[SheetCell | MergedCell]:
    return next(row for row in sheet.iter_rows() if row[0].value == label)


def test_an_action_is_a_row_with_its_dates_as_dates_and_its_words() -> None:
    sheet = sheet_of(small())
    assert [cell.value for cell in row_of(sheet, "Acción")] == [
        "Acción",
        "Desde",
        "Hasta",
        "En palabras",
        "Ene\n2009",
        "Feb\n2009",
        "Mar\n2009",
        "Abr\n2009",
    ]
    _, starts, ends, said, *_ = row_of(sheet, "Por empezar")
    assert (starts.value, ends.value) == (datetime(2009, 3, 1), datetime(2009, 4, 30))  # noqa: DTZ001  # sheets know no zones
    assert said.value == "del 01/03/2009 al 30/04/2009"
    assert row_of(sheet, "Tarde")[0].number_format == '"▲\u00a0"@'
    vacant = [cell.value for cell in row_of(sheet, "8. Punto que falta")]
    assert vacant[1:] == [None, None, "Vacante", None, None, None, None]


def test_the_months_of_an_action_are_filled_and_its_marks_have_signs() -> None:
    sheet = sheet_of(small())
    months = {name: row_of(sheet, name)[4:] for name in ("Por empezar", "En marcha", "Hecha", "Tarde")}
    said = {name: [cell.value for cell in cells] for name, cells in months.items()}
    assert said == {
        "Por empezar": [None, None, "□", "□"],
        "En marcha": ["◇", "■◆!", "■◆", None],
        "Hecha": ["▪", None, None, None],
        "Tarde": ["▲", None, None, None],
    }
    filled = {name: [cell.fill.fill_type == "solid" for cell in cells] for name, cells in months.items()}
    assert filled["Por empezar"] == [False, False, True, True]
    assert filled["En marcha"] == [False, True, True, False]


def test_what_an_action_is_called_and_the_months_stay_in_sight_and_the_signs_are_explained() -> None:
    sheet = sheet_of(small())
    head = row_of(sheet, "Acción")[0].row or 0
    assert sheet.freeze_panes == f"B{head + 1}"
    assert sheet.column_dimensions["E"].width < sheet.column_dimensions["B"].width
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("◆! Compromiso atrasado" in text and "▲ Atrasada" in text for text in said)


def test_more_months_than_anybody_reads_leave_the_dates_alone() -> None:
    months = months_between(date(1900, 1, 1), date(2080, 1, 1))
    sheet = sheet_of(Timeline("Calendario", "Acción", months, (TimelineRow("Boletín", date(2009, 3, 1)),)))
    assert sheet.max_column == 4
    assert row_of(sheet, "Boletín")[1].value == datetime(2009, 3, 1)  # noqa: DTZ001  # sheets know no zones
