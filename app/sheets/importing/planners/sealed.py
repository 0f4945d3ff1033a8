"""Rows that would change what an approved acta says: they are refused before anything is written."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from app.file.store_problems import problem_of_sealed
from app.sheets.importing.planners.row import Reader
from app.sheets.importing.rows import PlannedRow, Verdict, Write
from app.words.problems import Problem
from db.failures import Sealed, SealedError
from db.sealed import CLOSED, MEETING, OWNER, SEALED, closed_among, owners_of, says, seal_of


def refuse_sealed(connection: Connection, reader: Reader, rows: Iterable[PlannedRow]) -> list[PlannedRow]:
    """Return the rows in the order in which they were planned, each that an approved acta hinders as a refused one.

    A later row that says no more of its record than a refused one did, and was therefore taken for the same, falls
    with it: what it says is not stored.
    """
    ordered = sorted(rows, key=lambda row: row.turn)
    seals = _Seals(connection, [write for row in ordered for write in row.writes if write.table in SEALED])
    fallen: dict[str, Problem] = {}
    held = []
    for row in ordered:
        why = next((problem for write in row.writes if (problem := seals.hinders(write)) is not None), None)
        if why is None and row.verdict is Verdict.SAME:
            why = fallen.get(row.record_id or "")
        if why is not None:
            fallen |= {row.record_id: why} if row.record_id else {}
        held.append(row if why is None else row.refused(reader.at(row.number, None, why)))
    return held


class _Seals:
    """The approved actas that some writes touch, looked up at once."""

    def __init__(self, connection: Connection, writes: Sequence[Write]) -> None:
        self._connection = connection
        self._owners: dict[tuple[str, str], str] = {}
        for table in {write.table for write in writes} - {MEETING}:
            keys = [write.id for write in writes if write.table == table and not write.is_new]
            self._owners |= {(table, key): owner for key, owner in owners_of(connection, table, keys).items()}
        self._closed = closed_among(connection, {owner for write in writes for owner in self._owners_of(write)})

    def hinders(self, write: Write) -> Problem | None:
        """Return what stands against a write; None where no approved acta does."""
        if write.table not in SEALED:
            return None
        if write.table == MEETING and not write.is_new and "state" in write.values:
            known = self._closed.get(write.id)
            if (known is not None) != (write.values["state"] == CLOSED):
                return self._said(known or seal_of(self._connection, MEETING, write.id, {}).sealed, write, state=True)
        if not write.is_new and not says(write.table, write.values):
            return None
        sealed = next((self._closed[owner] for owner in self._owners_of(write) if owner in self._closed), None)
        return self._said(sealed, write) if sealed is not None else None

    def _owners_of(self, write: Write) -> list[str]:
        """Return the meetings that a write is of: the one of the row, and the one that it would come to."""
        if write.table == MEETING:
            return [write.id]
        found = (self._owners.get((write.table, write.id)), write.values.get(OWNER))
        return [str(each) for each in found if each]

    @staticmethod
    def _said(sealed: Sealed, write: Write, *, state: bool = False) -> Problem:
        return problem_of_sealed(SealedError(sealed, [(write.table, write.id)], state=state), whole=False)


__all__ = ["refuse_sealed"]
