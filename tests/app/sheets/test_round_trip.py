"""Any table that is written is read back the same, and no row of it is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.document import Column
from app.sheets.reading.grid import cell_value
from app.sheets.reading.workbook import CellError, CellValue
from app.sheets.writing.formula_guard import guard, unguard
from app.sheets.writing.write import write_csv, write_xlsx
from app.words.words import Words
from tests.app.sheets.opening import only_sheet

WORDS = Words("es")
# A text of blanks alone is an empty cell, and one that says #N/A is an error: neither is a text when it is read.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), max_size=12).filter(
    lambda text: text == "" or isinstance(cell_value(text), str)
)
TRICKY = st.sampled_from(
    ["=1+1", "'=1", "''", "+54 341", "a;b", "a,b,c", 'dijo "sí"', '"', "x\ty", "a|b", "l\r\nm", "_x0041_", "\x01"]
)
DATES = st.dates(date(1900, 3, 1), date(9999, 12, 31))
NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1)
VALUES = st.none() | TEXTS | TRICKY | NUMBERS | DATES
TABLES = st.integers(1, 5).flatmap(lambda width: st.lists(st.tuples(*[VALUES] * width), max_size=12))

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Table = list[tuple[str | int | date | None, ...]]


def columns(table: Table) -> list[Column]:
    return [Column(f"Columna {number}") for number in range(len(table[0]) if table else 1)]


def read_back(path: Path) -> list[tuple[CellValue, ...]]:
    """Return the rows below the titles, blank ones too."""
    return list(only_sheet(path).rows[1:])


def without_blank_end(table: list[tuple[CellValue, ...]]) -> list[tuple[CellValue, ...]]:
    """Leave out the blank rows at the end, which no spreadsheet tells from the paper below."""
    end = next((index for index in range(len(table), 0, -1) if any(cell is not None for cell in table[index - 1])), 0)
    return table[:end]


@quick
@given(table=TABLES)
def test_an_xlsx_gives_back_every_row_as_it_was(table: Table, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", columns(table), table, WORDS)

    expected: list[tuple[CellValue, ...]] = [tuple(None if cell == "" else cell for cell in row) for row in table]
    assert read_back(tmp_path / "a.xlsx") == without_blank_end(expected)


@quick
@given(table=TABLES)
def test_a_csv_gives_back_every_row_as_its_texts(table: Table, tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", columns(table), table, WORDS)

    expected: list[tuple[CellValue, ...]] = [
        tuple(None if cell in {"", None} else str(cell) for cell in row) for row in table
    ]
    assert read_back(tmp_path / "a.csv") == without_blank_end(expected)


@given(st.text())
def test_the_guard_of_formulas_is_taken_off_exactly(text: str) -> None:
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@pytest.mark.parametrize("text", ["#N/A", "#¡REF!"])
def test_a_text_that_says_an_error_is_read_as_one(tmp_path: Path, text: str) -> None:
    write_xlsx(tmp_path / "a.xlsx", "Lista", [Column("A")], [(text,)], WORDS)

    assert read_back(tmp_path / "a.xlsx") == [(CellError(text),)]
