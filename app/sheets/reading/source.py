"""The bytes of a spreadsheet, taken once from the user's file, which is never held open nor written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.sheets.reading import refusals
from app.sheets.reading.workbook import Sheet
from app.words.names import file_name
from app.words.nulls import refuse_nulls
from app.words.problems import Problem
from db.progress import Progress, ignore_progress


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader reads: the bytes, and the file's name for what is said of it."""

    file: str
    content: bytes
    progress: Progress = ignore_progress


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: sheets, without those that have no cell, and notices for a person.

    `titled` when the reader itself wrote the titles into the first row, as that of calendars does.
    """

    sheets: tuple[Sheet, ...]
    notices: tuple[Problem, ...] = ()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file: whether some bytes are of that kind, and how they are read."""

    recognises: Callable[[bytes], bool]
    read: Callable[[Source], Reading]


def load(path: Path, progress: Progress = ignore_progress) -> Source:
    """Take the bytes of `path`; ProblemError when it is missing, no file, unreadable, empty or over 200 MB."""
    refuse_nulls(str(path))
    name = file_name(path)
    try:
        if path.exists() and not path.is_file():
            raise refusals.not_a_file(name)
        if path.stat().st_size > refusals.MAX_BYTES:
            raise refusals.too_large(name)
        content = path.read_bytes()
    except FileNotFoundError as failure:
        raise refusals.no_such_file(name) from failure
    except OSError as failure:
        raise refusals.unreadable(name) from failure
    if not content:
        raise refusals.empty(name)
    return Source(name, content, progress)
