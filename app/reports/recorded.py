"""What is recorded of a record as the typed values of a document: what it refers to, and how somebody is reached."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from app.document import Address, Reference, Several, Value, Way
from app.records.catalog import EntityInfo, FieldInfo
from app.records.namesakes import BETWEEN_LINKS, titles_apart
from app.records.reading import Record
from app.words.names import BETWEEN_NAMES
from app.words.values import export_value, show_value
from app.words.values.phones import show_phone
from app.words.words import Words
from db.deadline_state import DeadlineState
from db.entities.contact_point import ContactKind
from db.fields import Kind
from db.session import FileSession
from db.store import Store
from db.values import RecordKey

_WAYS: Mapping[Kind, Way] = {Kind.EMAIL: Way.EMAIL, Kind.PHONE: Way.PHONE, Kind.WEB: Way.WEB}
_WAY_OF_CONTACT: Mapping[ContactKind, Way] = {
    ContactKind.PHONE: Way.PHONE,
    ContactKind.MOBILE: Way.PHONE,
    ContactKind.FAX: Way.FAX,
    ContactKind.EMAIL: Way.EMAIL,
    ContactKind.ADDRESS: Way.POST,
}

_WHOLE_ADDRESS = re.compile(r"https?://\S+")
"""A text, such as a source, that is nothing but an address of the web."""

LATE: Mapping[str, str] = {"due_on": "overdue", "ends_on": "is_overdue", "until": "is_overdue"}
"""Days with which it is said that they have passed in vain, each with the field that tells so."""

Named = Mapping[str, Mapping[str, str]]
"""What records are called, by kind and key."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A day that has passed in vain."""

    day: object


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of the record, or what is linked to it: of the `count` that there are, those that are shown.

    `name` is that of the part, or of what is linked, in the layout. A value that refers is a Reference or Several.
    """

    title: str
    name: str
    fields: tuple[FieldInfo, ...]
    rows: tuple[tuple[object, ...], ...]
    count: int


def name_links(session: FileSession, store: Store, records: Sequence[Record], fields: Sequence[FieldInfo]) -> Named:
    """Return what the records are called to which `records` are linked by some of `fields`."""
    wanted: dict[str, set[str]] = {}
    for each in (info for info in fields if info.field.kind is Kind.LINKS):
        keys = (key for record in records for key in cast("tuple[str, ...]", record.values[each.name]))
        wanted.setdefault(each.target, set()).update(keys)
    return {target: titles_apart(session, store, target, keys) for target, keys in wanted.items() if keys}


def recorded(record: Record, info: FieldInfo, named: Named) -> object:
    """Return what is recorded in a field: as it is stored, or where it leads."""
    value = record.values[info.name]
    if value in (None, "", ()):
        return None
    if record.values.get(LATE.get(info.name, "")):
        return Passed(value)
    match info.field.kind, value:
        case Kind.REFERENCE, _:
            return Reference(record.titles[info.name], info.target, str(value))
        case Kind.RECORD, RecordKey():
            title = record.titles[info.name]
            return title if value.called else Reference(title, value.entity, value.id)
        case Kind.LINKS, tuple():
            known = named.get(info.target, {})
            return Several(
                tuple(Reference(known[key], info.target, key) for key in value if key in known), BETWEEN_LINKS
            )
    return _reached(record, info)


def _reached(record: Record, info: FieldInfo) -> object:
    value = record.values[info.name]
    way = _WAYS.get(info.field.kind)
    if record.entity == "contact_point" and info.name == "value":
        way = _WAY_OF_CONTACT.get(ContactKind.of(str(record.values["kind"])))
    elif info.field.kind is Kind.TEXT and _WHOLE_ADDRESS.fullmatch(str(value)):
        way = Way.WEB
    return value if way is None else Address(str(value), way, str(value))


def say_recorded(info: FieldInfo, value: object, words: Words) -> Value:
    """Return the value of a cell for what is `recorded` in a field."""
    match value:
        case Reference() | Several():
            return value
        case Address():
            return say_address(value, words)
        case Passed(day):
            return BETWEEN_NAMES.join((show_value(info.field, day, words), words(DeadlineState.OVERDUE.label)))
    return export_value(info.field, value, words)


def say_address(address: Address, words: Words) -> Address:
    """Return a phone as people read it, and any other address as it is."""
    is_dialled = address.way in (Way.PHONE, Way.FAX)
    return replace(address, text=show_phone(address.target, words)) if is_dialled else address


def read_part(session: FileSession, store: Store, record: Record, title: str, name: str, *fields: str) -> Rows:
    """Return all the rows of the part called `name`, of each its `fields`."""
    info = part_info(session.catalog[record.entity], session, name)
    shown = tuple(info.field(each) for each in fields)
    children = record.parts[name]
    named = name_links(session, store, children, shown)
    rows = tuple(tuple(recorded(child, each, named) for each in shown) for child in children)
    return Rows(title, name, shown, rows, len(children))


def part_info(info: EntityInfo, session: FileSession, name: str) -> EntityInfo:
    """Return the kind of the rows of a part; StopIteration when the record has none of that name."""
    return session.catalog[next(part.entity for part in info.parts if part.name == name)]
