"""Records as they are and as the rows planned so far would leave them, with the parts that an import can touch."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, select

from db.base import Base, written_columns
from db.declared import joined
from db.links import link_of
from db.session import FileSession

_BLOCK = 5_000
"""How many keys one statement asks for: engines bound their parameters."""


@dataclass(slots=True)
class WorkingRecord:
    """A record while it is planned: its fields, the rows of its parts by table, and its links by field.

    `said` is what rows of this sheet have said already, so that the first of two that differ has the say; `fresh` are
    the keys of the rows of parts that they made, and `pending` is what they said of a part that is not there yet.
    """

    entity: str
    id: str
    values: dict[str, object] = field(default_factory=dict)
    parts: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    links: dict[str, set[str]] = field(default_factory=dict)
    is_new: bool = False
    said: dict[tuple[str, str], object] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    pending: dict[str, str] = field(default_factory=dict)

    def may_set(self, name: str, value: object) -> bool:
        """Tell whether no row before said another value of the column `name`."""
        return self.said.get(("", name), value) == value

    def part(self, table: str) -> list[dict[str, object]]:
        """Return the rows of the part `table`, in their order."""
        return self.parts.setdefault(table, [])


def load(
    session: FileSession, entity: str, ids: Iterable[str], *, parts: Collection[str] = (), links: Sequence[str] = ()
) -> dict[str, WorkingRecord]:
    """Read the records with these keys, their rows of the kinds `parts`, and their links in the fields `links`."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, WorkingRecord] = {}
    for start in range(0, len(wanted), _BLOCK):
        block = wanted[start : start + _BLOCK]
        for row in read_rows(session, entity, "id", block):
            found[str(row["id"])] = WorkingRecord(entity, str(row["id"]), row)
        for part in session.catalog[entity].parts:
            for row in read_rows(session, part.entity, part.key, block) if part.entity in parts else ():
                found[str(row[part.key])].part(part.entity).append(row)
        for name in links:
            link = link_of(session.catalog.entity(entity), name)
            for mine, other in session.execute(select(link.mine, link.other).where(link.mine.in_(block))):
                found[mine].links.setdefault(name, set()).add(other)
    return found


def read_rows(session: FileSession, table: str, key: str, values: Sequence[str]) -> list[dict[str, object]]:
    """Return the rows of `table` whose column `key` is one of `values`, by field, those of a part in their order."""
    made = session.catalog.entity(table)
    columns = made.__table__.columns
    order = [columns[name] for name in ("position", "id") if name in columns]
    found = session.execute(select(*stored(table)).where(columns[key].in_(values)).order_by(*order))
    return [joined(made, dict(row)) for row in found.mappings()]


def stored(table: str) -> list[Column[Any]]:
    """Return the columns of `table` that hold what people wrote."""
    return written_columns(Base.metadata.tables[table])
