"""Lists written to xlsx and csv files, as a spreadsheet program and our own reader find them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.document import Column, Value
from app.sheets.writing.write import write_csv, write_xlsx
from app.words.problems import ProblemError
from db.values import Money, PartialDate
from tests.app.sheets.opening import only_sheet, rows
from tests.make import SPANISH


def test_a_title_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "=Lista", [Column("=1+1")], [], SPANISH)

    assert load_workbook(tmp_path / "a.xlsx").worksheets[0]["A1"].data_type == "s"


def test_the_sheet_is_ready_to_filter_scroll_and_print(tmp_path: Path) -> None:
    columns = [Column("Ciudad"), Column("Nota")]
    write_xlsx(tmp_path / "a.xlsx", "Ciudades: socias/activas", columns, [("Rosario", "x" * 200)], SPANISH)
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
    write_xlsx(tmp_path / "a.xlsx", title, [Column("A")], [], SPANISH)

    assert load_workbook(tmp_path / "a.xlsx").sheetnames == [name]


def test_a_list_without_rows_has_its_header(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("Ciudad")], [], SPANISH)
    write_csv(tmp_path / "a.csv", [Column("Ciudad")], [], SPANISH)

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
    write_csv(tmp_path / "a.csv", [Column(str(number)) for number in range(10)], [values], SPANISH)
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
        write_csv(path, [Column("Ciudad")], table, SPANISH, progress=progress)
    else:
        write_xlsx(path, "Lista", [Column("Ciudad")], table, SPANISH, progress=progress)
