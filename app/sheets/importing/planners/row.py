"""A row of the sheet being planned: its cells by what they are, their values, and what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.sheets.importing.rows import Request
from app.sheets.importing.targets import currency_target
from app.sheets.reading.workbook import CellError, CellValue
from app.sheets.reading.workbook import Row as SheetRow
from app.words.folding import fold
from app.words.nulls import null_problem
from app.words.problems import Label, Problem, ProblemError
from app.words.values import NOT_RECORDED, read_value, split_emails, split_phones
from app.words.values.happened import still_to_come
from app.words.values.texts import as_text, clean_line, clean_text
from app.words.words import Words, mark
from db.catalog import FieldInfo
from db.fields import Happened, Kind
from db.nulls import NULL
from db.values import Money

NOTES = "notes"
"""The field that keeps what no other takes."""

Written = tuple[int, CellValue]
"""A written cell: its column, from 0, and what it holds."""


@dataclass(slots=True)
class Row:
    """The written cells of a row by target; `refusals` stand against it, `remarks` only have to be known.

    `leftovers` are texts that no field takes, each with the Spanish source words for what it is: they are kept in the
    notes, so that nothing of the sheet is lost.
    """

    number: int
    cells: dict[str, list[Written]]
    refusals: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    leftovers: list[tuple[str, str]] = field(default_factory=list)

    def refuse(self, problem: Problem) -> None:
        """Note what stands against the row, once however often it is found."""
        if problem not in self.refusals:
            self.refusals.append(problem)

    def has(self, name: str) -> bool:
        """Tell whether some cell of the target `name` is written."""
        return name in self.cells


class Reader:
    """Reads the rows of one request; equal cells of a column are read once."""

    def __init__(self, request: Request, words: Words, today: date | None = None) -> None:
        """Read in the language of `words`; without `today` nothing is said of days that are still to come."""
        self.words = words
        self._today = today
        self.info = request.matching.targets.info
        self._request = request
        self._targets = {name: request.matching.targets[name] for name in request.matching.matched}
        self._columns = [(column.index, column.target) for column in request.matching.columns if column.target]
        self._read: dict[tuple[str, str, CellValue, type], object] = {}

    @cached_property
    def plain_fields(self) -> tuple[FieldInfo, ...]:
        """The fields of the record itself that the sheet has a column for and that are simply read from their cells."""
        special = (Kind.LINKS, Kind.REFERENCE, Kind.RECORD, Kind.SUBDIVISION)
        return tuple(each for each in self.info.stored if each.name in self._targets and each.field.kind not in special)

    def column_of(self, name: str) -> int | None:
        """Return the first column, from 0, that is taken for the target `name`, None when the sheet has none."""
        return next((index for index, target in self._columns if target == name), None)

    def has_column(self, name: str) -> bool:
        """Tell whether the sheet has a column for the target `name`."""
        return name in self._targets

    def row(self, number: int, cells: SheetRow) -> Row:
        """Return the row with its written cells; one that holds a failed formula in a column of use is refused."""
        found: dict[str, list[Written]] = {}
        made = Row(number, found)
        for index, name in self._columns:
            value = cells[index] if index < len(cells) else None
            if value is None:
                continue
            # Asked here and not by a call for each cell: a sheet has hundreds of thousands.
            is_sound = NULL not in value if isinstance(value, str) else not isinstance(value, CellError)
            problem = None if is_sound else self.unusable(number, index, value)
            if problem is not None:
                made.refuse(problem)
            else:
                found.setdefault(name, []).append((index, value))
        return made

    def unusable(self, number: int, index: int, value: CellValue) -> Problem | None:
        """Return why nothing can be made of a cell: it holds a failed formula or a null character."""
        if isinstance(value, CellError):
            text = mark("La celda tiene un error de la planilla: {value}.")
            hint = mark("Corrija la fórmula o escriba el valor.")
            return self.at(number, index, Problem(text, hint, values={"value": value.code}))
        problem = null_problem(value)
        return self.at(number, index, problem) if problem is not None else None

    def label(self, name: str) -> Label:
        """Return what the target `name` is called."""
        return Label(self._request.matching.targets[name].field.label)

    def at(self, number: int, index: int | None, problem: Problem) -> Problem:
        """Return `problem` placed at a row, or at its cell in the column `index`."""
        place = self._request.sheet.place(self._request.file, number, index)
        return replace(problem, place=place)

    def about(self, row: Row, name: str, text: str, hint: str = "", /, **values: object) -> Problem:
        """Return the problem `text`, placed at the cell of the target `name` when it is written, or else at the row."""
        index = row.cells[name][0][0] if name in row.cells else None
        return self.at(row.number, index, Problem(text, hint, values=values))

    def remark(self, row: Row, name: str, text: str, hint: str = "", /, **values: object) -> None:
        """Note on a row what a person should know of its cell `name`."""
        row.remarks.append(self.about(row, name, text, hint, **values))

    def leave_over(
        self, row: Row, name: str, cell: str, said: tuple[str, str], /, hint: str = "", **values: object
    ) -> None:
        """Keep in the notes what no field takes of a cell; a kind without notes would lose it, and refuses the row.

        `said` is what a person is told in either case.
        """
        kept, refused = said
        if any(each.name == NOTES for each in self.info.stored):
            self.remark(row, name, kept, hint, **values)
            row.leftovers.append((self.label(name), cell))
        else:
            self.refuse(row, name, refused, hint, **values)

    def refuse(self, row: Row, name: str, text: str, hint: str = "", /, **values: object) -> None:
        """Note on a row what stands against it in its cell `name`."""
        row.refuse(self.about(row, name, text, hint, **values))

    def value(self, row: Row, name: str, country: str = "") -> object:
        """Return the value of the first cell of `name`, or None; what cannot be read refuses the row."""
        cells = row.cells.get(name)
        return self._value(row, name, *cells[0], country) if cells else None

    def values(self, row: Row, name: str, country: str = "") -> list[object]:
        """Return the values of all cells of `name`; those that cannot be read refuse the row."""
        found = (self._value(row, name, index, raw, country) for index, raw in row.cells.get(name, ()))
        return [value for value in found if value is not None]

    def money(self, row: Row, each: FieldInfo) -> Money | None:
        """Return the first amount in the cells of a field, its currency from a column of its own when there is one."""
        currency = self.value(row, currency_target(each).name)
        for index, raw in row.cells.get(each.name, ()):
            found = self.readable(each.name, f"{currency} {_figures(raw)}" if currency else raw)
            if isinstance(found, Problem):
                row.refuse(self.at(row.number, index, found))
            elif isinstance(found, Money):
                return found
        return None

    def text(self, row: Row, name: str) -> str:
        """Return the text of the first cell of `name`, empty when none is written."""
        value = self.value(row, name) if name in row.cells else None
        return value if isinstance(value, str) else ""

    def plain(self, row: Row, name: str) -> str:
        """Return what a person would read in the cells of `name`, whatever its kind."""
        return "; ".join(clean_line(as_text(raw, self.words)) for _, raw in row.cells.get(name, ()))

    def plain_lines(self, row: Row, name: str) -> str:
        """Return what a person would read in the cells of `name`, with the ends of its lines."""
        return "; ".join(clean_text(as_text(raw, self.words)) for _, raw in row.cells.get(name, ()))

    def readable(self, name: str, raw: CellValue, country: str = "") -> object:
        """Return the value of a cell, or the Problem that it is."""
        key = (name, country, raw, type(raw))
        if key not in self._read:
            try:
                self._read[key] = read_value(self._targets[name].field, raw, self.words, country=country)
            except ProblemError as error:
                self._read[key] = error.problems[0]
        return self._read[key]

    def _value(self, row: Row, name: str, index: int, raw: CellValue, country: str) -> object:
        found = self.readable(name, raw, country)
        if not isinstance(found, Problem):
            self._remark_day(row, name, index, found)
            return found
        placed = self.at(row.number, index, found)
        if placed in row.refusals or placed in row.remarks:
            return None
        if self._targets[name].field.kind is Kind.CHOICE:
            # Offices have lists of their own: what is none of ours is kept in words rather than the row refused.
            row.remarks.append(placed)
            row.leftovers.append((self._targets[name].field.label, clean_line(as_text(raw, self.words))))
        else:
            row.refuse(placed)
        return None

    def _remark_day(self, row: Row, name: str, index: int, value: object) -> None:
        """Say of a day on which something happened that it is still to come; whether it counts is asked elsewhere."""
        field = self._targets[name].field
        if field.bounds.happened is not Happened.NOTED or self._today is None:
            return
        problem = still_to_come(field, value, self._today)
        placed = self.at(row.number, index, problem) if problem is not None else None
        if placed is not None and placed not in row.remarks:
            row.remarks.append(placed)

    def contacts(self, row: Row, name: str, country: str) -> Iterator[str]:
        """Return every phone, e-mail or address in the cells of `name`; what cannot be read goes to the leftovers."""
        kind = self._targets[name].field.kind if name in self._targets else Kind.TEXT
        for index, raw in row.cells.get(name, ()):
            if kind is Kind.TEXT:
                value = self._value(row, name, index, raw, country)
                if isinstance(value, str):
                    yield value
                continue
            said = as_text(raw, self.words)
            found = self._split(kind, said, country)
            if any(problem for _, _, problem in found) and fold(said) in NOT_RECORDED:
                continue
            for text, stored, problem in found:
                if problem is None:
                    yield stored
                elif any(letter.isalnum() for letter in text):
                    row.remarks.append(self.at(row.number, index, problem))
                    row.leftovers.append((self._targets[name].field.label, text))

    @staticmethod
    def _split(kind: Kind, text: str, country: str) -> list[tuple[str, str, Problem | None]]:
        if kind is Kind.PHONE:
            return [(phone.text, phone.number, phone.problem) for phone in split_phones(text, country)]
        return [(email.text, email.address, email.problem) for email in split_emails(text)]


def _figures(raw: CellValue) -> str:
    """Write a number so that nobody takes its decimals for thousands; a text is left as it is."""
    if isinstance(raw, str) or raw is None:
        return raw or ""
    figures = f"{Decimal(str(raw)):f}"
    return f"{figures}0" if "." in figures else figures
