"""Reads a spreadsheet of any kind that people send, told by its content and not by its ending."""

from pathlib import Path

from app.sheets.reading import refusals
from app.sheets.reading.formats import READERS
from app.sheets.reading.source import load
from app.sheets.reading.workbook import Workbook
from db.progress import Progress, ignore_progress


def open_workbook(path: Path, progress: Progress | None = None) -> Workbook:
    """Read the spreadsheet at `path`, which is neither changed nor kept open.

    xlsx, xlsm, xls, ods, csv and tsv, the XML of Excel 2003 and web pages named .xls. Formulas give the
    value that was saved with them; sheets without any cell are left out. `progress` is told how much is
    done, from 0 to 1, and cancels by raising. Raises ProblemError when there is nothing to read or no way
    to read it: missing, unreadable, empty, over 200 MB, with a password, damaged, of another kind, or
    beyond 200,000 rows or 512 columns.
    """
    source = load(path, progress or ignore_progress)
    source.progress(0.05)
    reader = next(reader for reader in READERS if reader.recognises(source.content))
    reading = reader.read(source)
    if not reading.sheets:
        raise refusals.no_cells(source.file)
    source.progress(1)
    return Workbook(source.file, reading.sheets, reading.notices, reading.titled)
