"""The history of a record said to a person: field by field, with values as people write them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from app.records.catalog import FieldInfo
from app.records.history import FILE_FIELD, LOGO_FIELD, FieldChange
from app.records.reading import titles
from app.words.values import show_value
from app.words.values.phones import show_phone
from app.words.words import Words, mark
from db.catalog import Catalog
from db.entities.document import Document
from db.fields import Kind
from db.store import Store
from db.values import NamedRecord, PartialDate, RecordKey

STORED_PHONE = re.compile(r"\+[0-9]{6,15}(;ext=[0-9]+)?")
"""How phones are stored: a way to reach somebody is one by its value, whatever its kind was at the time."""

_FILES: Mapping[str, str] = MappingProxyType({FILE_FIELD: Document.facts.one, LOGO_FIELD: mark("Logo")})
"""As what a file that came or went is told, with its name."""


@dataclass(frozen=True, slots=True)
class SaidChange:
    """One change in words: `part` names what the field belongs to when it is not the record itself."""

    part: str
    field: str
    before: str
    after: str


def say_changes(store: Store, changes: tuple[FieldChange, ...], entity: str, words: Words) -> tuple[SaidChange, ...]:
    """Return the changes of one operation on a record of `entity` in words; fields that nobody sees are left out."""
    said = []
    for change in changes:
        if change.field in _FILES and change.entity == Document.__tablename__:
            label = words(_FILES[change.field])
            said.append(SaidChange("", label, str(change.before or ""), str(change.after or "")))
            continue
        info = shown_as(store.catalog, change.entity, change.field)
        of_other = change.of_other or change.entity != entity
        if info is not None and of_other and info.field.kind is Kind.LINKS:
            said.append(_linked_from(store, change, words))
            continue
        if info is None or _is_own_key(change, entity, info):
            continue
        before, after = (_say(store, info, value, words) for value in (change.before, change.after))
        part = "" if change.entity == entity else words(store.catalog[change.entity].one)
        said.append(SaidChange(part, words(info.written_label), before, after))
    return tuple(said)


def _linked_from(store: Store, change: FieldChange, words: Words) -> SaidChange:
    """Say that another record, whose key the change holds, was linked to this one or no more."""
    info = store.catalog[change.entity]
    known = titles(store, change.entity, [str(key) for key in (change.before, change.after) if key])
    before, after = (known.get(str(key), words("(ya no está)")) if key else "" for key in (change.before, change.after))
    return SaidChange("", words(info.one), before, after)


def shown_as(catalog: Catalog, entity: str, name: str) -> FieldInfo | None:
    """Return the field that a change speaks of, None for a column that nobody sees."""
    return next((info for info in catalog[entity].stored if info.name == name), None)


def _is_own_key(change: FieldChange, entity: str, info: FieldInfo) -> bool:
    """Tell whether the field only says to which record the part, or what is owned, belongs."""
    return change.entity != entity and (info.target == entity or info.owned)


def _say(store: Store, info: FieldInfo, value: object, words: Words) -> str:
    if value is None or value == "":
        return ""
    if info.field.kind in (Kind.REFERENCE, Kind.LINKS) and info.target:
        return titles(store, info.target, [str(value)]).get(str(value), words("(ya no está)"))
    if isinstance(value, RecordKey):
        value = name_record(store, value, words)
    if info.field.kind is Kind.TEXT and STORED_PHONE.fullmatch(str(value)):
        return show_phone(str(value), words)
    return show_value(info.field, _typed(info.field.kind, value), words)


def name_record(store: Store, record: RecordKey, words: Words) -> NamedRecord:
    """Return a record of any kind with its title; of one that is no more, with what it was called."""
    one = store.catalog[record.entity].one if record.entity in store.catalog else ""
    known = titles(store, record.entity, [record.id]) if one else {}
    return NamedRecord(record, one, known.get(record.id) or record.called or words("(ya no está)"))


def _typed(kind: Kind, value: object) -> object:
    """Return a value of the journal's JSON as the kind of field holds it."""
    if kind is Kind.BOOLEAN:
        return bool(value)
    read = _READERS.get(kind)
    return read(str(value)) if read is not None else value


_READERS: Mapping[Kind, Callable[[str], object]] = {
    Kind.PARTIAL_DATE: PartialDate.parse,
    Kind.DATE: date.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
}
