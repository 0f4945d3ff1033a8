"""Writes a list to a csv file that Excel opens right in Spanish and Portuguese, and that is read back the same."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from babel.numbers import get_currency_precision

from app.document import Cell, Column, Value
from app.file.writing import written_beside
from app.sheets.writing.formula_guard import guard
from app.words.values.numbers import decimal_mark
from app.words.words import Words
from db.progress import Progress, counted, ignore_progress
from db.values import Money, PartialDate, Percent, Quantity


def write_csv(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value | Cell]],
    words: Words,
    *,
    progress: Progress | None = None,
) -> None:
    """Write a list to `path`, which is replaced only when all is written; the rows are taken one at a time.

    UTF-8 with its mark, `;` between cells, every cell in quotation marks. Dates are written 2008-06-18,
    moments 2008-06-18 14:30, partial dates 2008-06, decimals with the mark of the language and no
    thousands, money with its currency before it, percentages with their sign, measures without their unit;
    a text that would be taken for a formula is guarded as `app.sheets.writing.formula_guard` says. Raises
    ProblemError when the place cannot be written; `progress` cancels by raising, and then nothing is left behind.
    """
    with (
        written_beside(path) as beside,
        beside.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow([guard(column.title) for column in columns])
        for row in counted(rows, progress or ignore_progress):
            writer.writerow([_written(cell, words) for cell in row])


def _written(cell: Value | Cell, words: Words) -> str:
    value = cell.value if isinstance(cell, Cell) else cell
    match value:
        case None:
            said = ""
        case str():
            said = guard(value)
        case bool():
            said = words("Sí") if value else words("No")
        case Money():
            amount = Decimal(value.minor).scaleb(-get_currency_precision(value.currency))
            said = f"{value.currency} {_decimal(amount, words)}"
        case Quantity():
            # A fourth decimal keeps three of them from being taken for thousands in another language.
            said = _decimal(value.number, words) + ("0" if value.thousandths % 10 else "")
        case Percent():
            said = f"{_decimal(value.number, words)}%"
        case Decimal() | float():
            said = _decimal(value, words)
        case _:
            said = _plain(value)
    return said


def _decimal(value: float | Decimal, words: Words) -> str:
    return f"{value:f}".replace(".", decimal_mark(words)) if isinstance(value, Decimal) else str(value)


def _plain(value: Value) -> str:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | date | PartialDate):
        return str(value)
    raise TypeError(f"no list holds a {type(value).__name__}")
