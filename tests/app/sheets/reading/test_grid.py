"""The rows of a sheet while they are read: where they stand, how far they go, and what their cells are."""

from pathlib import Path

from app.sheets.reading.workbook import Merge
from tests.app.sheets.opening import only_sheet, rows
from tests.make_sheets import make_raw_xlsx, make_xlsx


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


def test_a_merge_down_has_its_value_in_each_row_and_one_across_only_at_its_left(tmp_path: Path) -> None:
    table: list[list[object]] = [["Argentina", "Rosario"], [None, "Córdoba"], ["Ciudades del Sur", None]]

    sheet = only_sheet(make_xlsx(tmp_path / "a.xlsx", {"Hoja": table}, merges=["A1:A2", "A3:B3"]))

    assert sheet.rows == (("Argentina", "Rosario"), ("Argentina", "Córdoba"), ("Ciudades del Sur", None))
    assert sheet.merges == (Merge(3, 0, 3, 1),)
