"""What a person wants changed of a record: its fields, each with what was read of it, and the rows of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.records.reading import Record
from db.catalog import Catalog, EntityInfo
from db.keys import new_key


@dataclass(frozen=True, slots=True)
class Rows:
    """What is done to the rows of a part; one that is named nowhere stays as it is, whoever made it.

    `order` has the keys of the rows in the order that was given to them; empty when none was moved: then those that
    are added go last.
    """

    added: tuple["Draft", ...] = ()
    changed: tuple["Draft", ...] = ()
    removed: tuple["Draft", ...] = ()
    order: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is done."""
        return bool(self.added or self.changed or self.removed or self.order)


@dataclass(frozen=True, slots=True)
class Draft:
    """Changes of a record: the values wanted by field, and what is done to its parts; what is left out stays.

    `read` is what had been read of those fields and of those that say one thing with them: what another operation
    changed since is then not written over. Without it (None) the values are set, whatever is stored, and an `id` that
    the store does not know makes a new record with it.
    """

    entity: str
    id: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    parts: Mapping[str, Rows] = field(default_factory=dict)
    read: Mapping[str, object] | None = None


def stored_values(info: EntityInfo, record: Record) -> dict[str, object]:
    """Return what a record holds, without what derives from it."""
    return {each.name: record.values.get(each.name) for each in info.stored}


def made_again(catalog: Catalog, record: Record, draft: Draft | None = None) -> Draft:
    """Return the draft that makes a record that is no more again, as it was read, with the changes of `draft` in it."""
    wanted = draft or Draft(record.entity, record.id)
    values = {
        name: value
        for name, value in stored_values(catalog[record.entity], record).items()
        if value not in (None, "", ())
    }
    parts = {
        name: _rows_again(catalog, rows, wanted.parts.get(name, Rows()))
        for name, rows in {**dict.fromkeys(wanted.parts, ()), **record.parts}.items()
    }
    return Draft(record.entity, record.id, {**values, **wanted.values}, {name: r for name, r in parts.items() if r})


def _rows_again(catalog: Catalog, rows: tuple[Record, ...], done: Rows) -> Rows:
    changed = {draft.id: draft for draft in done.changed}
    gone = {draft.id for draft in done.removed}
    again = tuple(made_again(catalog, row, changed.get(row.id)) for row in rows if row.id not in gone)
    return Rows((*again, *done.added), order=done.order)


__all__ = ["Draft", "Rows", "made_again", "new_key", "stored_values"]
