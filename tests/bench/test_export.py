"""A list of 10,000 rows and 20 columns to Excel, against openpyxl alone with the same cells."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.document import Column, Value
from app.sheets.writing.write import write_xlsx
from app.words.words import Words
from tests.bench.measure import in_turns, tell

FIRST = date(2000, 1, 1)


def cells(at: int) -> list[Value]:
    """Return a row as the lists of cities and contacts have them: mostly texts, some numbers and dates."""
    texts: list[Value] = [
        f"Ciudad {at}",
        "Argentina",
        "Santa Fe",
        "Miembro",
        f"p{at}@example.org",
        "+598 2900 0000",
    ] * 2
    return [*texts, at, at * 7, FIRST + timedelta(days=at % 9000), FIRST, True, None, "São José", "Córdoba"]


@pytest.mark.bench
def test_export(tmp_path: Path) -> None:
    """Write the same rows with and without us."""
    rows = [cells(at) for at in range(10_000)]
    columns = [Column(f"Columna {at}") for at in range(20)]

    def alone() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Lista")
        sheet.append([column.title for column in columns])
        for row in rows:
            sheet.append(row)
        book.save(tmp_path / "alone.xlsx")

    def ours() -> None:
        write_xlsx(tmp_path / "ours.xlsx", "Lista", columns, rows, Words("es"))

    floor, measured = in_turns([alone, ours])
    tell("export of 10,000 × 20 to Excel, against openpyxl write-only", measured.median, floor.median, "≤ 1.3")
