"""Opens spreadsheets in the tests and says what a person would be told."""

from pathlib import Path

import pytest

from app.sheets.reading.read import open_workbook
from app.sheets.reading.workbook import Row, Sheet
from app.words.problems import ProblemError
from app.words.words import Words


def only_sheet(path: Path) -> Sheet:
    """Open a file that has one sheet with cells, and give that."""
    (sheet,) = open_workbook(path).sheets
    return sheet


def rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of the only sheet."""
    return only_sheet(path).rows


def notices(path: Path) -> list[str]:
    """Return what is said of a file that was read."""
    return [notice.say(Words("es")) for notice in open_workbook(path).notices]


def refusal(path: Path) -> str:
    """Return what is said of a file that must be refused, having seen that the file stays as it was."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ProblemError) as caught:
        open_workbook(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    (problem,) = caught.value.problems
    return problem.say(Words("es"))
