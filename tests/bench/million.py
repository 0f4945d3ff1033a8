"""A file with a long past, written the quick way: a million entries in some 270,000 operations."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db.journal.digests import SIGNED, entry_digest, operation_digest
from db.journal.reading import written
from db.journal.recording import as_list
from db.keys import new_key
from db.sqlite import connector
from db.titles import Title
from tests.bench.large import make_large

ENTRIES = 1_000_000
PEOPLE = 37_500
EDITED = 3
"""How many records each of the later operations edits."""

WORDS = ("Dr.", "Dra.", "Sr.", "Sra.", "Ing.", "Lic.", "Arq.", "Prof.")


def make_million(path: Path) -> list[str]:
    """Make the file and give the keys of its people; what the tables hold is what the operations say."""
    with make_large(path, 1000, PEOPLE):
        pass
    connection = connector(path, None)()
    people = [key for (key,) in connection.execute("SELECT id FROM person ORDER BY id")]
    connection.execute("BEGIN")
    last = _work(connection, people)
    connection.execute("INSERT INTO journal_open (operation, quiet) VALUES (1, 1)")
    connection.executemany("UPDATE person SET treatment = ? WHERE id = ?", [(word, key) for key, word in last.items()])
    connection.execute("DELETE FROM journal_open")
    connection.execute("COMMIT")
    connection.close()
    return people


def _work(connection: Any, people: list[str]) -> dict[str, str]:  # noqa: ANN401 - the driver has no types
    """Write the operations, and give what they left of each person's treatment."""
    said: dict[str, str] = {}
    (count,) = connection.execute("SELECT count(*) FROM journal_entry").fetchone()
    last, *parent = connection.execute("SELECT number, id, digest FROM journal_operation").fetchone()
    operations: list[tuple[object, ...]] = []
    entries: list[tuple[object, ...]] = []
    made = _made(people, said, (ENTRIES - count) // EDITED, (parent[0], parent[1]))
    for number, (row, rows) in enumerate(made, last + 1):
        last = number
        operations.append((number, *row))
        entries += [(number, *each) for each in rows]
        if len(operations) == 10_000:
            _write(connection, operations, entries)
            operations, entries = [], []
    _write(connection, operations, entries)
    connection.execute("DELETE FROM journal_head")
    connection.execute("INSERT INTO journal_head (operation) VALUES (?)", (last,))
    return said


def _made(
    people: list[str], said: dict[str, str], count: int, parent: tuple[str, bytes]
) -> Iterator[tuple[tuple[object, ...], list[tuple[str, str, str, str, str, bytes]]]]:
    """Return the rows of so many operations, each upon the one before, and of their entries."""
    dice = random.Random(1995)  # noqa: S311 - the same past in every run, nothing secret
    title, _ = Title("Editar 3 contactos").stored()
    device, moment = new_key(), datetime(2010, 1, 1, tzinfo=UTC)
    for _ in range(count):
        moment += timedelta(minutes=20)
        rows = [_edit(key, said, dice.choice(WORDS)) for key in dice.sample(people, EDITED)]
        row: dict[str, str | int | None] = {
            "id": new_key(),
            "device": device,
            "author": "Ana Ejemplo",
            "made_at": moment.replace(tzinfo=None).isoformat(" ", "microseconds"),
            "title": title,
            "kind": "do",
            "reverses": None,
            "stamp": int(moment.timestamp() * 1000) << 16,
            "schema": 6,
            "parents": as_list([parent[0]]),
        }
        digest = operation_digest([row[name] for name in SIGNED], [parent[1]], [each[-1] for each in rows])
        parent = (str(row["id"]), digest)
        yield (*row.values(), digest), rows


def _edit(key: str, said: dict[str, str], word: str) -> tuple[str, str, str, str, str, bytes]:
    before = written({"treatment": said.get(key)})
    word = word if said.get(key) != word else f"{word} "
    said[key] = word
    after = written({"treatment": word})
    return "person", key, "U", before, after, entry_digest("person", key, "U", before, after)


def _write(connection: Any, operations: list[tuple[object, ...]], entries: list[tuple[object, ...]]) -> None:  # noqa: ANN401 - as above
    connection.executemany(
        "INSERT INTO journal_operation (number, id, device, author, made_at, title, kind, reverses, stamp, schema, "
        "parents, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        operations,
    )
    connection.executemany(
        "INSERT INTO journal_entry (operation, entity, row_id, kind, before, after, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        entries,
    )
