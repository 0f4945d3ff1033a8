"""Which records an entry of a part, a link or a file belongs to, noted so that a history is found by an index.

This module speaks the JSON of SQLite; another engine says the same in its own.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from db.journal.shape import Shape
from db.journal.tables import EntryKind


def note_owners(connection: Connection, shape: Shape, number: int, said: Iterable[tuple[str, str]]) -> None:
    """Note, of the entries of the operation `number`, the records that their rows belong to and belonged to.

    `said` are the tables of the entries, each with the kinds of what they say.
    """
    kinds: dict[str, set[str]] = {}
    for entity, kind in said:
        kinds.setdefault(entity, set()).add(kind)
    for entity, found in kinds.items():
        owners = shape.by_name[entity].owners
        if owners and found != {EntryKind.GONE.value}:
            now = f'CROSS JOIN "{entity}" AS now ON now.id = journal_entry.row_id'
            _note(connection, number, entity, [f'now."{owner}"' for owner in owners], now)
        if owners and found != {EntryKind.MADE.value}:
            _note(connection, number, entity, [f"journal_entry.before ->> '$.{owner}'" for owner in owners])


def _note(connection: Connection, number: int, entity: str, owners: Sequence[str], joined: str = "") -> None:
    """Note what each of the expressions `owners` says of the entries of one table, going through them once."""
    cases = " ".join(f"WHEN {at} THEN {owner}" for at, owner in enumerate(owners))
    sides = " UNION ALL ".join(f"SELECT {at} AS at" for at in range(len(owners)))
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO journal_about (record_id, entry) SELECT owner, number FROM ("
        f"SELECT CASE side.at {cases} END AS owner, journal_entry.number "
        f"FROM journal_entry {joined} CROSS JOIN ({sides}) AS side "
        "WHERE journal_entry.operation = ? AND journal_entry.entity = ?) WHERE owner IS NOT NULL",
        (number, entity),
    )
