"""The journal of schema 5 read, and written by field as schema 6 keeps it; frozen with the migration that calls it.

Operations keep their ids, titles, authors and moments. Of what the tables hold and the old journal does not say, a
first operation speaks; its id is a digest of what it says, so that two copies of one file become alike.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

POSITION_BITS = 20
"""Places in a list are written sparsely from this schema on: those that are there move apart by so many bits."""

NAMED: Mapping[str, str] = {
    "body": "name",
    "experience": "name",
    "municipality": "short_name",
    "organisation": "name",
    "person": "name",
    "post": "name",
    "theme": "name",
}
LINKS: Mapping[str, tuple[str, str]] = {
    "experience_municipality": ("experience_id", "municipality_id"),
    "experience_organisation": ("experience_id", "organisation_id"),
    "experience_theme": ("experience_id", "theme_id"),
}
ORDERED = ("agenda_item", "attendance", "contact_point", "document", "experience_result", "resolution", "theme")
KINDS = (
    "agenda_item",
    "attendance",
    "body",
    "contact_point",
    "document",
    "experience",
    "experience_result",
    "meeting",
    "membership",
    "municipality",
    "organisation",
    "period",
    "person",
    "post",
    "resolution",
    "seat",
    "tenure",
    "theme",
)
TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "attendance": (("municipality_id", "organisation_id", "person_id"),),
    "body": (("quorum_rule", "quorum_number"),),
    "contact_point": (("person_id", "municipality_id", "organisation_id"),),
    "document": (("record_entity", "record_id"),),
    "experience": (("cost_minor", "cost_currency"),),
    "municipality": (("population", "population_year", "population_source"), ("latitude", "longitude")),
    "post": (("municipality_id", "organisation_id", "body_id"),),
    "seat": (("municipality_id", "organisation_id"),),
}
OWNERS: Mapping[str, tuple[str, ...]] = {
    "agenda_item": ("meeting_id",),
    "attendance": ("meeting_id",),
    "contact_point": ("person_id", "municipality_id", "organisation_id"),
    "document": ("record_id",),
    "experience_result": ("experience_id",),
    "membership": ("municipality_id",),
    "seat": ("body_id",),
    "tenure": ("person_id", "post_id"),
    **LINKS,
}
UNSAID = frozenset({"id", "created_at", "changed_at"})
NOBODY = "0" * 32
"""The device of operations that were made before devices were told apart."""

Image = dict[str, Any]


def link_key(table: str, sides: Iterable[str]) -> str:
    """Return the key that a link has from this schema on."""
    return hashlib.sha256("|".join((table, *sides)).encode()).hexdigest()[:32]


OPERATION = sa.table(
    "journal_operation",
    *(sa.column(name) for name in ("number", "id", "device", "author", "title", "names", "kind", "reverses")),
    *(sa.column(name) for name in ("stamp", "schema", "parents", "digest", "made_at")),
)
ENTRY = sa.table(
    "journal_entry",
    *(sa.column(name) for name in ("operation", "entity", "row_id", "kind", "before", "after", "digest")),
)
SIGNED = ("id", "device", "author", "made_at", "title", "kind", "reverses", "stamp", "schema", "parents")


def convert(connection: sa.Connection) -> None:
    """Write what the old journal says into the new one, and what it does not say before and after it."""
    chain = Chain(connection)
    operations = connection.execute(sa.text("SELECT * FROM old_journal_operation ORDER BY number")).mappings().all()
    unsaid = rows_without_entries(connection)
    if unsaid:
        said = sorted(f"{entry.entity}|{entry.key}|{written(entry.after)}" for entry in unsaid)
        made_at = parse(operations[0]["made_at"]) if operations else datetime(2026, 1, 1, tzinfo=UTC)
        first = Operation(digest_of(said), "", made_at, "start", None, "Lo que el archivo tenía antes de su historial")
        chain.add(first, unsaid, number=0)
    ids = {row["number"]: row["id"] for row in operations}
    undone: dict[int, str] = {}
    for row in operations:
        reverses = None
        if row["direction"] == "undo":
            reverses, undone[row["reverses"]] = ids[row["reverses"]], row["id"]
        elif row["direction"] == "redo":
            reverses = undone.get(row["reverses"], ids[row["reverses"]])
        kind = "start" if row["state"] == "settled" else "do" if reverses is None else "undo"
        made = Operation(row["id"], row["author"], parse(row["made_at"]), kind, reverses, row["title"])
        chain.add(made, chain.net(row["number"]), number=row["number"])
    altered = list(chain.differing())
    if altered:
        said = sorted(f"{entry.entity}|{entry.key}|{written(entry.after)}" for entry in altered)
        made_at = parse(operations[-1]["made_at"])
        last = Operation(digest_of(said), "", made_at, "start", None, "Lo que el archivo tenía y su historial no decía")
        chain.add(last, altered, number=None)
    chain.finish(connection)


class Operation(NamedTuple):
    """An operation as it is written anew; its title stands whole among the names, so that it can be forgotten."""

    id: str
    author: str
    made_at: datetime
    kind: str
    reverses: str | None
    title: str


class Entry(NamedTuple):
    """What an operation did to one row."""

    entity: str
    key: str
    kind: str
    before: Image | None
    after: Image | None


class Chain:
    """The operations written so far, and the rows that they come to: `rows` those that live, `gone` the others."""

    def __init__(self, connection: sa.Connection) -> None:
        """Write with `connection`."""
        self.connection = connection
        self.parent: tuple[str, bytes] | None = None
        self.stamp = 0
        self.rows: dict[tuple[str, str], Image] = {}
        self.gone: dict[tuple[str, str], Image] = {}
        self.last = 0

    def net(self, number: int) -> list[Entry]:
        """Return the entries that an old operation comes to."""
        found = self.connection.execute(
            sa.text("SELECT entity, row_id, before, after FROM old_journal_entry WHERE operation = :n ORDER BY number"),
            {"n": number},
        )
        rows: dict[tuple[str, str], Image | None] = {}
        for entity, row_id, before, after in found:
            new = image(entity, after)
            sides = new or image(entity, before) or {}
            linked = [sides[side] for side in LINKS.get(entity, ())]
            rows[entity, link_key(entity, linked) if linked else row_id] = new
        return [entry for (entity, key), new in rows.items() for entry in self.entry(entity, key, new)]

    def entry(self, entity: str, key: str, new: Image | None) -> list[Entry]:
        """Return the entry by which a row becomes `new`, none when it is so already."""
        old = self.rows.get((entity, key))
        if new is None:
            return [] if old is None else [Entry(entity, key, "D", filled(old), None)]
        if old is not None:
            before, after = differences(entity, old, new)
            return [Entry(entity, key, "U", before, after)] if after else []
        if (entity, key) in self.gone:
            return [Entry(entity, key, "R", *differences(entity, self.gone[entity, key], new))]
        return [Entry(entity, key, "C", None, filled(new))]

    def differing(self) -> Iterator[Entry]:
        """Return the entries that make of each row what its table holds."""
        for table in (*KINDS, *LINKS):
            held = dict(read_rows(self.connection, table))
            known = {key for entity, key in self.rows if entity == table}
            for key in sorted(known | set(held)):
                yield from self.entry(table, key, held.get(key))

    def add(self, made: Operation, entries: Iterable[Entry], *, number: int | None) -> None:
        """Write an operation upon the last one, with its entries, and chain it."""
        self.stamp = max(self.stamp + 1, int(made.made_at.timestamp() * 1000) << 16)
        said: dict[str, Any] = {
            "id": made.id,
            "device": NOBODY,
            "author": made.author,
            "made_at": made.made_at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds"),
            "title": written({"text": "{title}"}),
            "kind": made.kind,
            "reverses": None if made.reverses is None else written([made.reverses]),
            "stamp": self.stamp,
            "schema": 6,
            "parents": written([self.parent[0]] if self.parent else []),
        }
        self.last = self.last + 1 if number is None else number
        rows = [self.row(entry) for entry in entries]
        signed = "\0".join("" if said[name] is None else str(said[name]) for name in SIGNED)
        digest = hashlib.sha256(signed.encode())
        for part in ([self.parent[1]] if self.parent else []) + [row["digest"] for row in rows]:
            digest.update(part)
        whole = {"names": written({"title": made.title}), "number": self.last, "digest": digest.digest()}
        self.connection.execute(OPERATION.insert(), {**said, **whole})
        if rows:
            self.connection.execute(ENTRY.insert(), rows)
        self.parent = (made.id, digest.digest())

    def row(self, entry: Entry) -> dict[str, Any]:
        """Return an entry as it is stored, and remember what the row is now."""
        at = (entry.entity, entry.key)
        if entry.kind == "D":
            self.gone[at] = self.rows.pop(at)
        else:
            self.rows[at] = {**self.rows.get(at, self.gone.get(at, {})), **(entry.after or {})}
        before = None if entry.before is None else written(entry.before)
        after = None if entry.after is None else written(entry.after)
        said = "\0".join((*entry[:3], before or "", after or ""))
        return {
            "operation": self.last,
            "entity": entry.entity,
            "row_id": entry.key,
            "kind": entry.kind,
            "before": before,
            "after": after,
            "digest": hashlib.sha256(said.encode()).digest(),
        }

    def finish(self, connection: sa.Connection) -> None:
        """Note the head, which records the entries belong to, and which network the file is of."""
        if self.parent is not None:
            connection.execute(sa.text("INSERT INTO journal_head (operation) VALUES (:n)"), {"n": self.last})
            first = connection.execute(sa.text("SELECT id FROM journal_operation ORDER BY number LIMIT 1")).scalar_one()
            note_owners(connection)
            network = digest_of(["network", first])
        else:
            network = uuid.uuid4().hex
        connection.execute(
            sa.text("INSERT INTO journal_file (network, device, mark) VALUES (:network, :device, :mark)"),
            {"network": network, "device": uuid.uuid4().hex, "mark": uuid.uuid4().hex},
        )


def rows_without_entries(connection: sa.Connection) -> list[Entry]:
    """Return the making of the rows of which the old journal says nothing."""
    found = []
    for table in (*KINDS, *LINKS):
        known = known_links(connection, table) if table in LINKS else known_rows(connection, table)
        found += [
            Entry(table, key, "C", None, filled(row)) for key, row in read_rows(connection, table) if key not in known
        ]
    return found


def known_rows(connection: sa.Connection, table: str) -> set[str]:
    """Return the keys of the rows of `table` of which the old journal speaks."""
    return set(
        connection.execute(
            sa.text("SELECT DISTINCT row_id FROM old_journal_entry WHERE entity = :table"), {"table": table}
        ).scalars(),
    )


def known_links(connection: sa.Connection, table: str) -> set[str]:
    """Return the keys, as they are from now on, of the links of which the old journal speaks."""
    found = connection.execute(
        sa.text("SELECT coalesce(after, before) FROM old_journal_entry WHERE entity = :table"), {"table": table}
    ).scalars()
    return {link_key(table, (json.loads(said)[side] for side in LINKS[table])) for said in found}


def read_rows(connection: sa.Connection, table: str) -> Iterator[tuple[str, Image]]:
    """Return key and columns of each row of `table`, as entries hold them."""
    unsaid = {"id", f"{NAMED.get(table)}_key"}
    for row in connection.execute(sa.text(f"SELECT * FROM {table}")).mappings():
        yield row["id"], {name: value for name, value in row.items() if name not in unsaid}


def note_owners(connection: sa.Connection) -> None:
    """Note, of the entries of parts, links and files, the records that they belong to and belonged to."""
    noted = sa.table("journal_about", sa.column("record_id"), sa.column("entry"))
    known: dict[tuple[str, str], Image] = {}
    pairs: list[dict[str, Any]] = []
    found = connection.execute(
        sa.text("SELECT number, entity, row_id, before, after FROM journal_entry ORDER BY number")
    )
    for number, entity, row_id, before, after in found.all():
        if entity in OWNERS:
            was = {**known.get((entity, row_id), {}), **json.loads(before or "{}")}
            now = known[entity, row_id] = {**was, **json.loads(after or "{}")}
            keys = {str(values[owner]) for values in (was, now) for owner in OWNERS[entity] if values.get(owner)}
            pairs += [{"record_id": key, "entry": number} for key in sorted(keys)]
    if pairs:
        connection.execute(noted.insert(), pairs)


# ---------------------------------------------------------------- values


def image(entity: str, text: str | None) -> Image | None:
    """Return the columns of an old image that this schema keeps."""
    if text is None:
        return None
    values = {name: value for name, value in json.loads(text).items() if name not in UNSAID}
    if entity in ORDERED:
        values["position"] = (values["position"] + 1) << POSITION_BITS
    return values


def filled(values: Image) -> Image:
    """Return the columns that are not empty."""
    return {name: value for name, value in values.items() if value is not None}


def differences(entity: str, old: Image, new: Image) -> tuple[Image, Image]:
    """Return the columns that differ, with those that say one thing with them."""
    groups = TOGETHER.get(entity, ())
    alone = [(name,) for name in {**old, **new} if not any(name in group for group in groups)]
    changed = [name for unit in (*alone, *groups) if any(old.get(one) != new.get(one) for one in unit) for name in unit]
    return {name: old.get(name) for name in changed}, {name: new.get(name) for name in changed}


def written(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return a value as the journal holds it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest_of(said: Iterable[str]) -> str:
    """Return the id that derives from what is said."""
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:32]


def parse(moment: str) -> datetime:
    """Read a moment as the old journal stored it, in UTC."""
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)
