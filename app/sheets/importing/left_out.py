"""The rows of an import that did not go in, as a spreadsheet to be mended and imported again."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from app.document import Column, Value
from app.sheets.importing.rows import Plan, PlannedRow, Verdict
from app.sheets.reading.workbook import CellError, CellValue
from app.sheets.writing.write import write_csv, write_xlsx
from app.words.problems import Problem
from app.words.words import Words

LEFT_OUT = (Verdict.DOUBTFUL, Verdict.REFUSED)
"""The verdicts of the rows that are not imported."""


def write_left_out(plan: Plan, path: Path, words: Words) -> tuple[Problem, ...]:
    """Write the doubtful and refused rows of `plan` to `path`, .csv or else .xlsx, each with its number and reason.

    The columns of the file stand first, as they were, so that the mended sheet can be imported. Gives what a person
    should know of the writing; ProblemError when the place cannot be written.
    """
    titles = [*plan.request.header.titles, words("Fila"), words("Por qué no entró")]
    columns = [Column(title) for title in titles]
    rows = list(_rows(plan, words))
    if path.suffix.lower() == ".csv":
        write_csv(path, columns, rows, words)
        return ()
    return write_xlsx(path, words("Filas que no entraron"), columns, rows, words)


def _rows(plan: Plan, words: Words) -> Iterator[list[Value]]:
    width = len(plan.request.header.titles)
    for row in plan.rows:
        if row.verdict in LEFT_OUT:
            cells = plan.request.sheet.row(row.number)[:width]
            yield [*map(_value, cells), row.number, _why(row, words)]


def _why(row: PlannedRow, words: Words) -> str:
    return " ".join(reason.say(words) for reason in row.reasons)


def _value(cell: CellValue) -> Value:
    """Return a cell as a value that can be written: the mark of a failed formula is a text."""
    if isinstance(cell, CellError):
        return cell.code
    return Decimal(str(cell)) if isinstance(cell, float) else cell
