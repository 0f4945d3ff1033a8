"""The import of a spreadsheet from its file to its plan, as the wizard and the command line both make it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.sheets.importing.apply import Applied, apply_plan
from app.sheets.importing.match import ColumnMatch, Matching, match_columns
from app.sheets.importing.plan import make_plan, targets_of
from app.sheets.importing.planners.memory import without_collecting
from app.sheets.importing.rows import (
    Answer,
    Asked,
    Candidate,
    Change,
    Counts,
    Decision,
    Options,
    Plan,
    PlannedRow,
    Request,
    Verdict,
)
from app.sheets.importing.targets import KEY, Target, Targets
from app.sheets.reading.header import HeaderGuess, find_header, header_at, no_header
from app.sheets.reading.read import open_workbook
from app.sheets.reading.workbook import Sheet, Workbook
from app.words.values import show_value
from app.words.words import Words
from db.catalog import Catalog
from db.progress import Progress, ignore_progress

CLEARLY_BETTER = 2
"""How many more columns of a sheet another kind of record must know to be spoken of, where both find their names."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read, the sheet that is looked at, its header, and what its columns are taken for."""

    workbook: Workbook
    sheet: Sheet
    header: HeaderGuess
    matching: Matching

    def request(self, options: Options | None = None, decisions: Mapping[int, Decision] | None = None) -> Request:
        """Return what is asked to be imported, for `make_plan`."""
        said = decisions or {}
        return Request(
            self.workbook.file,
            self.sheet,
            self.header,
            self.matching,
            options or Options(),
            MappingProxyType(dict(said)),
        )


def read_file(path: Path, progress: Progress = ignore_progress) -> Workbook:
    """Read a spreadsheet of any kind; ProblemError when that cannot be done."""
    with without_collecting():
        return open_workbook(path, progress)


def prepare(workbook: Workbook, targets: Targets, sheet_name: str = "") -> Prepared:
    """Choose the sheet whose columns are best taken for `targets`, unless it is named, find its header and match it.

    KeyError when there is no sheet of that name.
    """
    if sheet_name:
        sheets = {sheet.name: sheet for sheet in workbook.sheets}
        return prepare_sheet(workbook, sheets[sheet_name], targets)
    prepared = [prepare_sheet(workbook, sheet, targets) for sheet in workbook.sheets]
    return max(prepared, key=_promise)


def _promise(prepared: Prepared) -> tuple[bool, bool, int]:
    """Tell how well a sheet can be imported: it is seen, its names are found, and how many columns are known."""
    matched = prepared.matching.matched
    has_names = bool(matched & {*prepared.matching.targets.naming, KEY})
    return not prepared.sheet.hidden, has_names, len(matched)


def prepare_sheet(workbook: Workbook, sheet: Sheet, targets: Targets, header_row: int | None = None) -> Prepared:
    """Find the header of `sheet`, unless a person says in which row it is (0 for none), and match its columns."""
    if header_row is None:
        header = find_header(sheet, targets.known_titles)
    else:
        header = header_at(sheet, header_row) if header_row else no_header(sheet)
    return Prepared(workbook, sheet, header, match_columns(header.titles, targets))


def likely_kind(prepared: Prepared, catalog: Catalog) -> str | None:
    """Return the kind of record that the columns of a sheet fit clearly better than the one it is taken for, if any."""
    book, sheet = prepared.workbook, prepared.sheet
    others = [each for each in catalog.stored if each != prepared.matching.entity]
    promises = {each: _promise(prepare_sheet(book, sheet, targets_of(catalog, each))) for each in others}
    best, *rivals = sorted(others, key=lambda each: promises[each], reverse=True)
    _, has_names, known = promises[best]
    if not has_names or any(promises[each] == promises[best] for each in rivals):
        return None
    _, has_names_now, known_now = _promise(prepared)
    return best if known >= known_now + (CLEARLY_BETTER if has_names_now else 0) else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A change of a plan as a person reads it."""

    label: str
    before: str
    after: str


def show_change(targets: Targets, change: Change, words: Words) -> Shown:
    """Return a change of a plan, of one of its `targets`, in the language of `words`."""
    facts = targets[change.target].field
    return Shown(
        words(facts.label),
        show_value(facts, change.before, words),
        show_value(facts, change.after, words),
    )


__all__ = [
    "Answer",
    "Applied",
    "Asked",
    "Candidate",
    "Change",
    "ColumnMatch",
    "Counts",
    "Decision",
    "Matching",
    "Options",
    "Plan",
    "PlannedRow",
    "Prepared",
    "Request",
    "Shown",
    "Target",
    "Targets",
    "Verdict",
    "apply_plan",
    "likely_kind",
    "make_plan",
    "match_columns",
    "prepare",
    "prepare_sheet",
    "read_file",
    "show_change",
    "targets_of",
]
