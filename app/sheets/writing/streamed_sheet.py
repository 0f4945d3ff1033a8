"""A sheet that takes its rows one at a time and keeps none of them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class StreamedSheet:
    """A sheet for writing only: its `layout` is set before the first row, and `append` writes one.

    A row is a tuple or a generator, whose cells are written one by one. The class that openpyxl makes such a sheet of
    is private; what a layout needs of it is that of a whole sheet, and is typed so.
    """

    layout: Worksheet
    append: Callable[[Iterable[object]], None]


@contextmanager
def streamed_sheet(book: Workbook, title: str) -> Iterator[StreamedSheet]:
    """Add a sheet to `book`, which is for writing only, and finish it in the end."""
    sheet = book.create_sheet(title)
    try:
        yield StreamedSheet(sheet, sheet.append)
    finally:
        # The library keeps an unfinished file open, and would say so at some later moment.
        sheet.close()
