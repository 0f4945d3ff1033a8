"""Entries as they are read: in the words of the present schema, and folded to what they come to."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.journal.shape import Journaled, Shape
from db.journal.tables import EntryKind
from db.translations import AddedColumn, ChangedValues, RenamedColumn, RenamedTable

Plain = str | int | None
"""A value as JSON holds it: no column of ours is a number with decimals."""

Values = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Change:
    """What one entry says of its row; `before` and `after` hold the columns that its kind speaks of."""

    kind: EntryKind
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)


def read_change(kind: str, before: str | None, after: str | None) -> Change:
    """Return an entry's change as it was written."""
    return Change(EntryKind(kind), json.loads(before) if before else {}, json.loads(after) if after else {})


def translate(shape: Shape, schema: int, entity: str, change: Change) -> tuple[str, Change]:
    """Return entity and change of an entry made under `schema` in the words of the schema of `shape`."""
    before, after = dict(change.before), dict(change.after)
    for each in shape.translations:
        if each.schema <= schema:
            continue
        if isinstance(each, RenamedTable):
            entity = each.new if entity == each.old else entity
        elif each.entity == entity:
            for values, whole in ((before, change.kind is EntryKind.GONE), (after, change.kind is EntryKind.MADE)):
                _translate_values(each, values, whole=whole)
    return entity, Change(change.kind, before, after)


def _translate_values(each: RenamedColumn | AddedColumn | ChangedValues, values: Values, *, whole: bool) -> None:
    if isinstance(each, RenamedColumn):
        if each.old in values:
            values[each.new] = values.pop(each.old)
    elif isinstance(each, AddedColumn):
        if whole:
            values[each.name] = each.value
    elif (value := values.get(each.name)) is not None:
        values[each.name] = each.translate(value)


def replay(changes: Iterable[Change]) -> Values | None:
    """Return the row that `changes`, all of those of its journal in their order, come to; None when it is gone.

    Columns that are empty are left out.
    """
    values: Values = {}
    lives = False
    for change in changes:
        lives = change.kind is not EntryKind.GONE
        if change.kind is EntryKind.MADE:
            values = dict(change.after)
        else:
            values.update(change.after)
    return filled(values) if lives else None


def differences(table: Journaled, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[Values, Values]:
    """Give, of two states of a row, the units that differ; each column of such a unit stands on both sides."""
    old: Values = {}
    new: Values = {}
    for unit in table.units:
        if any(before.get(name) != after.get(name) for name in unit):
            old.update((name, before.get(name)) for name in unit)
            new.update((name, after.get(name)) for name in unit)
    return old, new


def net_change(table: Journaled, changes: Iterable[Change]) -> Change | None:
    """Return the net effect of what one operation did to one row, None when it comes to nothing."""
    was: Values = {}
    now: Values | None = None
    first, whole = EntryKind.CHANGED, False
    for at, change in enumerate(changes):
        first = change.kind if at == 0 else first
        if not whole:
            was = {**change.before, **was}
        whole = whole or change.kind is EntryKind.GONE
        if change.kind is EntryKind.MADE:
            now = dict(change.after)
        else:
            now = None if change.kind is EntryKind.GONE else {**(now or {}), **change.after}
    return _net(table, None if first is EntryKind.MADE else was, now)


def _net(table: Journaled, was: Values | None, now: Values | None) -> Change | None:
    if was is None:
        return None if now is None else Change(EntryKind.MADE, after=filled(now))
    if now is None:
        return Change(EntryKind.GONE, before=filled(was))
    old, new = differences(table, was, now)
    return Change(EntryKind.CHANGED, old, new) if new else None


def filled(values: Mapping[str, Plain]) -> Values:
    """Return the columns that are not empty."""
    return {name: value for name, value in values.items() if value is not None}


def written(values: Values) -> str:
    """Return values as an entry holds them."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
