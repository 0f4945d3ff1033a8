"""What a row says, read before anybody asks which record it is of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, Self, TypeVar

from app.sheets.importing.planners.any_records import AnyReference
from app.sheets.importing.planners.references import Reference
from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.rows import Asked, Candidate, Decision
from app.words.problems import Problem
from db.entities.contact_point import ContactKind
from db.fields import Kind

CONTACTS: Mapping[str, str] = MappingProxyType(
    {
        "phones": ContactKind.PHONE.value,
        "mobiles": ContactKind.MOBILE.value,
        "faxes": ContactKind.FAX.value,
        "emails": ContactKind.EMAIL.value,
        "addresses": ContactKind.ADDRESS.value,
    }
)
"""The kind of contact point that each target of contacts gives."""


@dataclass(slots=True)
class RowValues:
    """What a row says: its name as the cell has it, what it is called, and the key that an export wrote.

    `values` and `records`, which are those of any kind, are by field of the record; `contacts` and the others that it
    names by target.
    """

    raw_name: str = ""
    title: str = ""
    key: str = ""
    values: dict[str, object] = field(default_factory=dict)
    contacts: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    records: dict[str, AnyReference] = field(default_factory=dict)


SomeValues = TypeVar("SomeValues", bound=RowValues)


@dataclass(frozen=True, slots=True)
class Identity(Generic[SomeValues]):
    """Which record a row is of: one that is known by its key, a new one, or nobody knows and a person is asked.

    `asked` is what the person is asked about where that is another record than the one the row is of, and `place` what
    was answered of that before.
    """

    row: Row
    row_values: SomeValues
    record_id: str = ""
    is_new: bool = False
    candidates: tuple[Candidate, ...] = ()
    doubts: tuple[Problem, ...] = ()
    asked: Asked | None = None
    place: Decision | None = None

    def as_new(self) -> Self:
        """Return the same with the record taken for a new one."""
        known = self.candidates, self.doubts, self.asked, self.place
        return type(self)(self.row, self.row_values, self.record_id, True, *known)  # noqa: FBT003 - quicker than replace(), for each row


def read_fields(reader: Reader, row: Row, country: str = "", but: Sequence[str] = ()) -> dict[str, object]:
    """Return the values of the entity's own fields that are simply read from their cells, without those in `but`."""
    found = {
        each.name: reader.money(row, each) if each.field.kind is Kind.MONEY else reader.value(row, each.name, country)
        for each in reader.plain_fields
        if row.has(each.name) and each.name not in but
    }
    return {name: value for name, value in found.items() if value is not None}


def read_contacts(reader: Reader, row: Row, country: str) -> dict[str, list[str]]:
    """Return all phones, e-mails and addresses of a row, each once."""
    return {name: list(dict.fromkeys(reader.contacts(row, name, country))) for name in CONTACTS if name in row.cells}


def contact_kinds(row_values: RowValues) -> Iterator[tuple[str, str, str]]:
    """Return the contacts of a row: target, kind and value."""
    for name, values in row_values.contacts.items():
        for value in values:
            yield name, CONTACTS[name], value
