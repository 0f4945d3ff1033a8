"""Failures that the world causes, said to a person: what, where, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.words.words import Words
from db.values import Money, PartialDate, Percent, Quantity, RecordKey
from db.words import Label, mark

WHERE_DELETED = mark("Si se eliminó, está en «Historial del archivo», entre los eliminados.")
"""The hint where a record that was asked for is no more: a terminal and a paper have no list to choose another from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: a field of a form, or a cell of a sheet (row counted from 1, column by letter).

    `record` is the key of the record, where several were asked about at once.
    """

    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    field: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of a kind a problem speaks of."""

    kind: Label
    count: int

    def say(self, words: Words) -> str:
        """Return both in the language of `words`: "Experiencias (8)"."""
        return words("{kind} ({count})", kind=words(self.kind), count=words.number(self.count))


@dataclass(frozen=True, slots=True)
class Named:
    """A record that a problem speaks of: what it is, and what it is called."""

    key: RecordKey
    kind: Label
    title: str

    def say(self, words: Words) -> str:
        """Return both in the language of `words`: "Experiencia: Huerta"."""
        return words("{kind}: {title}", kind=words(self.kind), title=self.title)


@dataclass(frozen=True, slots=True)
class Problem:
    """A message and a hint for a person: Spanish source words with named placeholders, filled by `values`.

    A Label among these is translated, a day or a number with its unit is written as its language writes it, several
    values are listed, and problems said one after another. `named` are records that it speaks of, to which a window
    leads.
    """

    text: str
    hint: str = ""
    place: Place = Place()
    values: Mapping[str, object] = field(default_factory=dict)
    named: tuple[Named, ...] = ()

    def say(self, words: Words) -> str:
        """Return the message, its place and its hint in the language of `words`, in one paragraph."""
        values = {name: _said(value, words) for name, value in self.values.items()}
        parts = [self.where(words), words(self.text, **values)]
        if self.hint:
            parts.append(words(self.hint, **values))
        return " ".join(part for part in parts if part)

    def where(self, words: Words) -> str:
        """Return the place in words ("socios.xlsx, hoja Socios, fila 12, columna C:"), or an empty text."""
        place = self.place
        known = [
            place.file,
            words("hoja {sheet}", sheet=place.sheet) if place.sheet else "",
            words("fila {row}", row=place.row) if place.row is not None else "",
            words("columna {column}", column=place.column) if place.column else "",
        ]
        said = ", ".join(part for part in known if part)
        return f"{said}:" if said else ""


def _said(value: object, words: Words) -> object:
    """Return a value of a problem in words: labels translated, measured numbers with the marks of the language."""
    match value:
        case Label():
            said = words(value)
        case Tally() | Problem():
            said = value.say(words)
        case (Problem(), *_):
            said = " ".join(str(_said(each, words)) for each in value)
        case tuple():
            said = ", ".join(str(_said(each, words)) for each in value)
        case date() | PartialDate():
            said = words.date(value)
        case Decimal():
            said = words.number(value)
        case Money():
            said = words.money(value)
        case Quantity():
            said = words.quantity(value)
        case Percent():
            said = words.percentage(value)
        case _:
            return value
    return said


class ProblemError(Exception):
    """Raised when a use case cannot go on because of one or more problems; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the `problems`, at least one, in the order a person should read them."""
        super().__init__("; ".join(problem.text for problem in problems))
        self.problems = problems


__all__ = ["Label", "Named", "Place", "Problem", "ProblemError", "Tally"]
