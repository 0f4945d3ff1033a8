"""Rows copied from a spreadsheet and pasted where rows of one kind are written, read with the readers of an import."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.records.contact_points import guess_kind, keep_contact
from app.sheets.importing.match import ALIAS, ColumnMatch, Matching, match_columns
from app.sheets.importing.planners.references import References
from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.rows import Options, Request
from app.sheets.importing.targets import Targets, own_target
from app.sheets.reading.delimiter import UnclosedQuoteError, split
from app.sheets.reading.grid import Grid
from app.sheets.reading.header import HeaderGuess, data_rows, header_at, no_header
from app.sheets.reading.source import Source
from app.sheets.reading.workbook import CellError, CellValue, Sheet, column_letter
from app.words.problems import Problem
from app.words.values.texts import as_text, clean_line, clean_text
from app.words.words import Words, mark
from db.fields import Kind
from db.store import Store

CELLS = "\t"
"""What spreadsheet programs put between the cells that they copy."""
HTML_ROW = re.compile(r"<tr[\s>]", re.IGNORECASE)
"""Where a row of a table begins in HTML, which spreadsheet programs put beside the text: also of a single column."""
TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
MOST_SAID = 8
"""What was not understood beyond which the rest is only counted."""
HALF = 0.5
"""How well any text fits a field of text: less than what a field of another kind understands fits that one."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where rows are pasted: the kind of record, its fields in their order, and the field with the keyboard, if any.

    `country` (ISO 3166-1) is that of phones without a country code.
    """

    entity: str
    fields: tuple[str, ...]
    focused: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class PastedCell:
    """A cell as it was copied, and its value (a key for a reference, whose `title` it then has) or what is wrong."""

    text: str
    value: object = None
    title: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row by field, and its number among those that were copied, counted from 1 with the row of titles."""

    number: int
    cells: Mapping[str, PastedCell]

    @property
    def values(self) -> dict[str, object]:
        """What was understood, by field."""
        return {name: cell.value for name, cell in self.cells.items() if cell.value is not None}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was not understood, each with its row and column."""
        return tuple(cell.problem for cell in self.cells.values() if cell.problem is not None)


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows that were copied; `left_out` are the titles, or else the letters, of columns that no field takes."""

    rows: tuple[PastedRow, ...] = ()
    left_out: tuple[str, ...] = ()


def is_table(text: str, html: str = "") -> bool:
    """Tell whether several cells were copied: parted by tabs, or rows of a table in the `html` copied beside `text`.

    Lines alone are no cells: a paragraph that is wrapped, in a message or inside one cell, is the text of one field.
    """
    return CELLS in text or (has_lines(text) and len(HTML_ROW.findall(html)) > 1)


def has_lines(text: str) -> bool:
    """Tell whether a text has several lines, each of which is a row where nothing but rows can be written."""
    return len(text.strip("\r\n").splitlines()) > 1


def read_pasted(store: Store, text: str, destination: Destination, words: Words) -> Pasted:
    """Read the rows that were copied as `text`; nothing is written.

    Columns are matched by their titles when the first row holds them, else by their values and their order.
    """
    sheet = _sheet_of(text)
    if sheet is None:
        return Pasted()
    with store.reading() as session:
        info = session.catalog[destination.entity]
        targets = Targets(info, (own_target(session.catalog, info.field(name)) for name in destination.fields))
        cells = _Cells(
            lambda reader: References(session, reader, store.today()), sheet, targets, words, destination.country
        )
        header = header_at(sheet, sheet.first_row)
        matching, numbering = match_columns(header.titles, targets), frozenset[int]()
        if not _is_header(matching):
            header = no_header(sheet)
            columns = _columns(sheet, header)
            numbering = _numbering(columns)
            matching = _by_values(cells, columns, numbering, destination)
        rows = tuple(
            PastedRow(number, _completed(destination, cells.read_row(number, row, matching), words))
            for number, row in data_rows(sheet, header)
        )
    written = _columns(sheet, header)
    missed = (each for each in matching.columns if each.target is None and each.index not in numbering)
    return Pasted(rows, tuple(each.title or column_letter(each.index) for each in missed if written[each.index]))


def say_pasted(pasted: Pasted, count: int, words: Words) -> str:
    """Say how many rows were pasted, a line for each thing that was not understood, and what columns were left out."""
    problems = [problem for row in pasted.rows for problem in row.problems]
    lines = [words.plural("Se pegó {count} fila.", "Se pegaron {count} filas.", count)]
    lines += [problem.say(words) for problem in problems[:MOST_SAID]]
    if len(problems) > MOST_SAID:
        rest = len(problems) - MOST_SAID
        lines.append(words.plural("y {count} celda más", "y {count} celdas más", rest))
    if count < len(pasted.rows):
        missed = len(pasted.rows) - count
        lines.append(words.plural("{count} fila no se pegó.", "{count} filas no se pegaron.", missed))
    if pasted.left_out:
        lines.append(words("Ningún campo recibe estas columnas: {columns}.", columns=", ".join(pasted.left_out)))
    return "\n".join(lines)


def _sheet_of(text: str) -> Sheet | None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        table = split(text, CELLS).rows
    except UnclosedQuoteError:  # inches, or a quotation that goes on elsewhere: each line is a row as it is
        table = [line.split(CELLS) for line in text.split("\n")]
    grid = Grid(Source("", b""), "")
    for row in table:
        grid.add(row)
    return grid.sheet()


def _is_header(titled: Matching) -> bool:
    """Tell whether the first row holds titles: at least half of its cells are called as a field or by an alias."""
    written = [column for column in titled.columns if column.title]
    known = [column for column in written if column.score >= ALIAS]
    return bool(known) and 2 * len(known) >= len(written)


def _columns(sheet: Sheet, header: HeaderGuess) -> Mapping[int, list[CellValue]]:
    """Return the written cells of each column below the titles."""
    rows = [row for _, row in data_rows(sheet, header)]
    return {index: [row[index] for row in rows if row[index] is not None] for index in range(sheet.width)}


def _numbering(columns: Mapping[int, list[CellValue]]) -> frozenset[int]:
    """Return the first column when it only numbers the rows, beside others, and nobody would miss it."""
    said = [clean_line(str(value)).rstrip(".)") for value in columns[0]]
    counts = len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]
    return frozenset({0}) if counts and len(columns) > 1 else frozenset()


def _by_values(
    cells: "_Cells", columns: Mapping[int, list[CellValue]], numbering: frozenset[int], destination: Destination
) -> Matching:
    """Match columns without titles: each with the field that understands most of it, of equals the earlier one.

    A single column is for the field with the keyboard if it understands any of it. What no field understands goes to
    the fields that can keep a text to be decided, in their order.
    """
    filled = {index: values for index, values in columns.items() if values and index not in numbering}
    offers: list[tuple[float, int, int, str]] = []
    for index, values in filled.items():
        for order, name in enumerate(destination.fields):
            fit = cells.fit(name, values)
            wanted = len(columns) == 1 and name == destination.focused
            if fit:
                offers.append((-fit - wanted, order, index, name))
    taken: dict[int, str] = {}
    for _, _, index, name in sorted(offers):
        if index not in taken and name not in taken.values():
            taken[index] = name
    spare = [name for name in destination.fields if name not in taken.values() and cells.keeps_text(name)]
    for index in filled:
        if index not in taken and spare:
            taken[index] = spare.pop(0)
    return Matching(cells.targets, tuple(ColumnMatch(index, "", taken.get(index)) for index in columns))


def _completed(destination: Destination, cells: dict[str, PastedCell], words: Words) -> dict[str, PastedCell]:
    """Give a way to reach somebody the kind that it seems to be, and write it as its kind is kept."""
    value = cells.get("value")
    if destination.entity != "contact_point" or value is None or not isinstance(value.value, str):
        return cells
    kind = cells["kind"].value if "kind" in cells and cells["kind"].problem is None else guess_kind(value.value)
    kept = keep_contact(kind, value.value, words, destination.country)
    guessed = {"kind": replace(cells.get("kind", PastedCell("")), value=kind)} if kind is not None else {}
    return {**cells, **guessed, "value": replace(value, value=kept)}


class _Cells:
    """Reads the cells of what was copied as an import reads them."""

    def __init__(
        self, references: Callable[[Reader], References], sheet: Sheet, targets: Targets, words: Words, country: str
    ) -> None:
        self.targets = targets
        self._words = words
        self._country = country
        every = Matching(targets, tuple(ColumnMatch(at, "", name) for at, name in enumerate(targets)))
        request = Request("", sheet, no_header(sheet), every, Options(country=country))
        self._reader = Reader(request, words)
        self._references = references(self._reader)

    def fit(self, name: str, values: Sequence[CellValue]) -> float:
        """Return the share of `values` that the field `name` understands; of a field of text a half."""
        found = [self.read(name, value, 0, 0).problem is None for value in values]
        share = sum(found) / len(found)
        return share * HALF if self.targets[name].field.kind in TEXTS else share

    def keeps_text(self, name: str) -> bool:
        """Tell whether what is not understood can stand in the field `name` to be decided."""
        return self.targets[name].field.kind not in (Kind.CHOICE, Kind.BOOLEAN)

    def read_row(self, number: int, row: Sequence[CellValue], matching: Matching) -> dict[str, PastedCell]:
        """Return the written cells of a row by field."""
        found: dict[str, PastedCell] = {}
        for column in matching.columns:
            value = row[column.index]
            if column.target is not None and value is not None and column.target not in found:
                found[column.target] = self.read(column.target, value, number, column.index)
        return found

    def read(self, name: str, raw: CellValue, number: int, index: int) -> PastedCell:
        """Read one cell as the field `name` has it."""
        unusable = self._reader.unusable(number, index, raw)
        if unusable is not None:
            return PastedCell(raw.code if isinstance(raw, CellError) else str(raw), problem=unusable)
        made = Row(number, {name: [(index, raw)]})
        if self.targets[name].field.kind is Kind.REFERENCE:
            return self._reference(name, made)
        text = clean_text(as_text(raw, self._words))
        value = self._reader.readable(name, raw, self._country)
        if isinstance(value, Problem):
            return PastedCell(text, problem=self._reader.at(number, index, value))
        return PastedCell(text, value)

    def _reference(self, name: str, row: Row) -> PastedCell:
        info = self.targets.info.field(name)
        (found, *_) = self._references.read(row, info)
        if len(found.ids) == 1:
            return PastedCell(found.text, found.ids[0], self._references.title(info, found.ids[0]))
        several, unknown = mark("Hay más de una ficha llamada «{name}»."), mark("«{name}» no figura en el archivo.")
        text = several if found.ids else unknown
        problem = self._reader.about(row, name, text, name=found.text)
        return PastedCell(found.text, problem=problem)
