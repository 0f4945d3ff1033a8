"""Which records an entry of a part, a link or a file belongs to, noted so that a history is found by an index.

This module speaks the JSON of SQLite; another engine says the same in its own.
"""

from collections.abc import Iterable

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
        for owner in shape.by_name[entity].owners:
            connection.exec_driver_sql(
                f"INSERT OR IGNORE INTO journal_about (record_id, entry) "
                f'SELECT now."{owner}", journal_entry.number FROM journal_entry '
                f'JOIN "{entity}" AS now ON now.id = journal_entry.row_id '
                f'WHERE operation = ? AND entity = ? AND now."{owner}" IS NOT NULL',
                (number, entity),
            )
            if found != {EntryKind.MADE.value}:
                connection.exec_driver_sql(
                    f"INSERT OR IGNORE INTO journal_about (record_id, entry) "
                    f"SELECT before ->> '$.{owner}', number FROM journal_entry "
                    f"WHERE operation = ? AND entity = ? AND before ->> '$.{owner}' IS NOT NULL",
                    (number, entity),
                )
