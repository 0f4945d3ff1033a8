"""The records that are linked to one, as the rows of a list that leads to them."""

from collections.abc import Sequence

from app.document import Reference
from app.records.catalog import EntityInfo, FieldInfo
from app.records.reading import Record, read_records
from app.reports.recorded import Named, Rows, name_links, recorded
from app.screens.screen import Linked
from db.fields import Kind
from db.session import FileSession
from db.store import Store


def read_linked(
    session: FileSession, store: Store, linked: Linked, keys: Sequence[str], most: int, *, of: str = ""
) -> Rows:
    """Return the first `most` of the linked records `keys`; one leads to itself, unless a reference of it is opened.

    `of` is the key of the record that they are linked to, for what relates two records of one kind.
    """
    info = session.catalog[linked.entity]
    shown = tuple(info.field(name) for name in linked.columns)
    records = read_records(session, store, linked.entity, keys[:most])
    named = name_links(session, store, records, shown)
    linked_rows = ((each, _linked_row(linked, info, each, shown, named)) for each in records)
    rows = tuple(_other_beside(linked, of, record, row) for record, row in linked_rows)
    return Rows(linked.title, linked.name, shown, rows, len(keys))


def _linked_row(
    linked: Linked, info: EntityInfo, record: Record, shown: Sequence[FieldInfo], named: Named
) -> tuple[object, ...]:
    values = [recorded(record, each, named) for each in shown]
    if not linked.opens:
        own = (at for at, each in enumerate(shown) if each.name in info.named_by and isinstance(values[at], str))
        for at in [*own][:1]:
            # The whole name of a record is said as its title is: a step is called in the language of its reader.
            is_title = info.named_by == (shown[at].name,) and shown[at].field.kind is Kind.TEXT
            values[at] = Reference(record.title if is_title else str(values[at]), linked.entity, record.id)
    return tuple(values)


def _other_beside(linked: Linked, of: str, record: Record, row: tuple[object, ...]) -> tuple[object, ...]:
    """Return the row with the other one of the two records that it relates, where it leads to the relation."""
    if linked.beside is None:
        return row
    first, second = linked.beside
    other = first if record.values[second] == of else second
    at = linked.columns.index(second)
    return (*row[:at], Reference(record.titles[other], linked.entity, record.id), *row[at + 1 :])
