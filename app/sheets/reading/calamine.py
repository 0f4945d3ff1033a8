"""Sheets read by the calamine library: the values of xlsx and xls files."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.sheets.reading import refusals
from app.sheets.reading.grid import Grid
from app.sheets.reading.source import Source
from app.sheets.reading.workbook import CellError, Merge, Sheet
from db.values import Share

Errors = Mapping[tuple[int, int], CellError]
Cells = Collection[tuple[int, int]]


def read_sheets(source: Source, errors: Mapping[str, Errors], shares: Mapping[str, Cells] = {}) -> tuple[Sheet, ...]:
    """Return the worksheets of `source` that have some cell.

    `errors` says for a sheet's name which cells, by (row, column from 0), hold an error, because the
    library gives those as empty; `shares` says which show their number as a percentage.
    Raises ProblemError for a file that is broken or asks for a password.
    """
    with _failures_said(source):
        book = CalamineWorkbook.from_filelike(BytesIO(source.content))
    names = [meta for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    sheets: list[Sheet] = []
    for done, meta in enumerate(names):
        source.progress(0.2 + 0.8 * done / len(names))
        grid = Grid(source, meta.name)
        grid.hidden = meta.visible != SheetVisibleEnum.Visible
        with _failures_said(source):
            loaded = book.get_sheet_by_name(meta.name)
            merged = loaded.merged_cell_ranges or []
        _fill(grid, loaded, errors.get(meta.name, {}), shares.get(meta.name, ()))
        for (top, left), (bottom, right) in merged:
            grid.merge(Merge(top + 1, left, bottom + 1, right))
        sheet = grid.sheet()
        if sheet is not None:
            sheets.append(sheet)
    return tuple(sheets)


def _fill(grid: Grid, sheet: CalamineSheet, errors: Errors, shares: Cells) -> None:
    shown: dict[int, list[int]] = {}
    for row, column in shares:
        shown.setdefault(row, []).append(column)
    rows_with_errors: dict[int, dict[int, CellError]] = {}
    for (row, column), error in errors.items():
        rows_with_errors.setdefault(row, {})[column] = error
    left: list[object] = [None] * (sheet.start[1] if sheet.start else 0)
    if sheet.start is not None:
        for number, values in enumerate(sheet.iter_rows(), 1):
            cells = [*left, *values] if left else list[object](values)
            _place(cells, rows_with_errors.pop(number, {}))
            _show_shares(cells, shown.get(number, ()))
            grid.add(cells)
    for number, found in sorted(rows_with_errors.items()):
        grid.skip(number - grid.next_row)
        cells = list[object]()
        _place(cells, found)
        grid.add(cells)


def _place(cells: list[object], errors: Mapping[int, CellError]) -> None:
    for column, error in errors.items():
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = error


def _show_shares(cells: list[object], columns: Iterable[int]) -> None:
    for column in columns:
        value = cells[column] if column < len(cells) else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            cells[column] = Share(value)


@contextmanager
def _failures_said(source: Source) -> Iterator[None]:
    """Turn what the library raises into a ProblemError; a panic of its own is a broken file to a person."""
    try:
        yield
    except PasswordError as failure:
        raise refusals.locked(source.file) from failure
    except (CalamineError, OSError, ValueError, OverflowError) as failure:
        raise refusals.damaged(source.file) from failure
    except BaseException as failure:
        # A panic of the library written in Rust is no Exception and its class cannot be imported.
        if type(failure).__name__ != "PanicException":
            raise
        raise refusals.damaged(source.file) from failure
