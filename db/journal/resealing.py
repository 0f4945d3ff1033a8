"""Meetings whose acta an undo would approve again though what it says was changed since."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sqlalchemy import Connection, select

from db.journal.lines import LIFE, Line, read_lines
from db.journal.reading import Values, read_change
from db.journal.shape import RowKey, Shape, Unit
from db.journal.tables import EntryKind, entries, operations
from db.sealed import CLOSED, MEETING, OWNER, SEALED, says


class Returning(Protocol):
    """What an undo would do to a unit of a row: what is there and what returns, None where no row is."""

    @property
    def entity(self) -> str:
        """The table of the row."""

    @property
    def row_id(self) -> str:
        """The key of the row."""

    @property
    def unit(self) -> Unit:
        """The unit, empty for the row as a whole."""

    @property
    def now(self) -> Values | None:
        """What is there."""

    @property
    def then(self) -> Values | None:
        """What returns."""


def altered(
    connection: Connection, shape: Shape, numbers: Sequence[int], returning: Iterable[Returning]
) -> frozenset[str]:
    """Return the keys of the meetings that would come back to "approved" with another text than they had then.

    `numbers` are the operations that are undone, and `returning` all that their undo would change: what it restores of
    the text counts as it will be.
    """
    wanted = list(returning)
    coming = {each.row_id for each in wanted if _comes_to_closed(each)}
    since = {key: first for key in coming if (first := _left_at(connection, numbers, key)) is not None}
    if not since:
        return frozenset()
    rows: dict[RowKey, dict[Unit, Values | None]] = {}
    for each in wanted:
        rows.setdefault((each.entity, each.row_id), {})[each.unit] = each.then
    first = min(since.values())
    later = dict(
        iter(connection.execute(select(operations.c.id, operations.c.number).where(operations.c.number >= first)))
    )
    said = entries.c.operation.in_(select(operations.c.number).where(operations.c.number >= first))
    touched = connection.execute(select(entries.c.row_id).where(said, entries.c.entity.in_(list(SEALED)))).scalars()
    found = set()
    for line in read_lines(connection, shape, numbers, set(touched)):
        for key, number in since.items():
            was = _Was(line, {each for each, at in later.items() if at >= number})
            if key in was.owners and was.differs(rows.get((line.entity, line.row_id), {})):
                found.add(key)
    return frozenset(found)


def _comes_to_closed(each: Returning) -> bool:
    if each.entity != MEETING or (each.unit != LIFE and "state" not in each.unit):
        return False
    return (each.then or {}).get("state") == CLOSED and (each.now or {}).get("state") != CLOSED


def _left_at(connection: Connection, numbers: Sequence[int], meeting: str) -> int | None:
    """Return the first of the operations in which a meeting ceased to be approved."""
    rows = connection.execute(
        select(entries.c.operation, entries.c.kind, entries.c.before, entries.c.after)
        .where(entries.c.row_id == meeting, entries.c.entity == MEETING, entries.c.operation.in_(numbers))
        .order_by(entries.c.number)
    )
    left = (row.operation for row in rows if read_change(row.kind, row.before, row.after).before.get("state") == CLOSED)
    return next(left, None)


class _Was:
    """A row as it was before some operations, as far as they say it, beside what it is."""

    def __init__(self, line: Line, later: set[str]) -> None:
        changes = [word.change for word in line.words if word.operation in later]
        self._line = line
        self._is_touched = bool(changes)
        self._was_there = not changes or changes[0].kind not in (EntryKind.MADE, EntryKind.AGAIN)
        self._was: Values = {}
        for change in changes:
            self._was = {**change.before, **self._was}
        said = [line.now or {}, *(values for each in changes for values in (each.before, each.after))]
        self.owners = (
            {line.row_id} if line.entity == MEETING else {str(each[OWNER]) for each in said if each.get(OWNER)}
        )
        """The meetings that it is or was of."""

    def differs(self, returning: Mapping[Unit, Values | None]) -> bool:
        """Tell whether what an acta says of it is another once what is `returning` has returned."""
        if not self._is_touched or self._line.entity not in SEALED:
            return False
        now = self._line.now
        for unit, then in returning.items():
            now = then if unit == LIFE else {**(now or {}), **(then or {})}
        if self._was_there != (now is not None):
            return self._line.entity != MEETING
        names = [name for name in self._was if says(self._line.entity, [name])]
        return now is not None and any(now.get(name) != self._was[name] for name in names)
