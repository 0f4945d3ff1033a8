"""Lists written to xlsx and csv files, as a spreadsheet program and our own reader find them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell

from app.document import Cell, Column, Tone, Value
from app.sheets.writing.write import write_csv, write_xlsx
from app.words.problems import ProblemError
from app.words.words import Words
from db.values import Money, PartialDate, Percent, Quantity
from tests.app.sheets.opening import only_sheet, rows

WORDS = Words("es")


def written(path: Path, *values: Value | Cell) -> SheetCell:
    """Write one cell below a title and give it as a spreadsheet program finds it."""
    write_xlsx(path, "Lista", [Column("Título")], [values], WORDS)
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


def test_a_title_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "=Lista", [Column("=1+1")], [], WORDS)

    assert load_workbook(tmp_path / "a.xlsx").worksheets[0]["A1"].data_type == "s"


def test_letters_that_xml_cannot_hold_come_back(tmp_path: Path) -> None:
    texts = ("a\x01b", "_x0041_", "_x005F_", "a\r\nb\rc", " con blancos ", "línea\nnueva")
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("T")], [(text,) for text in texts], WORDS)

    assert tuple(row[0] for row in rows(tmp_path / "a.xlsx")[1:]) == texts


def test_two_special_cells_of_one_row_keep_each_its_own_value(tmp_path: Path) -> None:
    row = (date(2008, 1, 1), date(2009, 2, 2), "+1", "+2", Cell(date(2010, 3, 3), Tone.LATE), "=x", Money(100, "USD"))
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column(str(number)) for number in range(7)], [row], WORDS)

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
    (notice,) = write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("A"), Column("B")], [("x", "á" * 40_000)], WORDS)

    assert notice.say(WORDS).startswith("a.xlsx, fila 2, columna B: El texto es más largo")
    text = rows(tmp_path / "a.xlsx")[1][1]
    assert isinstance(text, str)
    assert (len(text), text[-1]) == (32_767, "…")


def test_a_long_text_of_letters_that_need_escapes_fits_too(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("A")], [("\x01" * 40_000,)], WORDS)

    text = rows(tmp_path / "a.xlsx")[1][0]
    assert isinstance(text, str)
    assert 4_000 < len(text) < 32_767


def test_the_sheet_is_ready_to_filter_scroll_and_print(tmp_path: Path) -> None:
    columns = [Column("Ciudad"), Column("Nota")]
    write_xlsx(tmp_path / "a.xlsx", "Ciudades: socias/activas", columns, [("Rosario", "x" * 200)], WORDS)
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]

    assert sheet.title == "Ciudades  socias activas"
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:B2", "$1:$1")
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (8, 60)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "Página &P de &N"
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("title", "name"),
    [("", "Enlace"), ("History", "Enlace"), ("'" * 3, "Enlace"), ("x" * 40, "x" * 31), ("a\x01b", "a b")],
)
def test_a_title_that_no_sheet_may_have_is_changed_for_its_name(tmp_path: Path, title: str, name: str) -> None:
    write_xlsx(tmp_path / "a.xlsx", title, [Column("A")], [], WORDS)

    assert load_workbook(tmp_path / "a.xlsx").sheetnames == [name]


def test_a_list_without_rows_has_its_header(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("Ciudad")], [], WORDS)
    write_csv(tmp_path / "a.csv", [Column("Ciudad")], [], WORDS)

    assert rows(tmp_path / "a.xlsx") == rows(tmp_path / "a.csv") == (("Ciudad",),)


def test_a_csv_is_what_excel_opens_right_in_spanish(tmp_path: Path) -> None:
    values: tuple[Value, ...] = (
        "Asunción",
        "+595 21",
        5,
        Decimal("5.25"),
        Money(700_050, "USD"),
        date(2008, 6, 18),
        PartialDate(2008, 6),
        time(9, 5),
        True,
        None,
    )
    write_csv(tmp_path / "a.csv", [Column(str(number)) for number in range(10)], [values], WORDS)
    content = (tmp_path / "a.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1] == (
        '"Asunción";"\'+595 21";"5";"5,25";"USD 7000,50";"2008-06-18";"2008-06";"09:05";"Sí";""'
    )


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_rows_are_taken_one_at_a_time_and_progress_is_told(tmp_path: Path, ending: str) -> None:
    told: list[float] = []
    table = [(f"Ciudad {number}",) for number in range(2_000)]
    write(tmp_path / f"a.{ending}", iter(table), told.append)
    write(tmp_path / f"b.{ending}", table, told.append)

    assert told == [0, 0, 0, 0, 0, 0.25, 0.5, 0.75]
    assert len(only_sheet(tmp_path / f"a.{ending}").rows) == 2_001


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_writing_that_is_cancelled_leaves_the_old_file_and_nothing_beside(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("de antes", encoding="utf-8")

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, [("x",)], stop)

    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text(encoding="utf-8") == "de antes"


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_row_that_fails_midway_leaves_nothing(tmp_path: Path, ending: str) -> None:
    def failing() -> Iterator[tuple[str]]:
        yield from [("x",)] * 300
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(tmp_path / f"a.{ending}", failing(), None)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_held_by_another_program_is_told(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_beside: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)

    with pytest.raises(ProblemError, match="No se pudo guardar"):
        write(tmp_path / f"a.{ending}", [("x",)], None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_place_that_does_not_exist_is_told(tmp_path: Path, ending: str) -> None:
    with pytest.raises(ProblemError, match="No se pudo guardar"):
        write(tmp_path / "no" / f"a.{ending}", [("x",)], None)


def write(path: Path, table: Iterable[tuple[str]], progress: Callable[[float], None] | None) -> None:
    """Write a list of one column in the format of the ending."""
    if path.suffix == ".csv":
        write_csv(path, [Column("Ciudad")], table, WORDS, progress=progress)
    else:
        write_xlsx(path, "Lista", [Column("Ciudad")], table, WORDS, progress=progress)
