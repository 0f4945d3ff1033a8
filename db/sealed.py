"""What an approved acta says, which nobody changes while it is approved, and how that is held.

A meeting is sealed while its acta is approved. SEALED declares, once, what its acta says: of each table the columns,
all where none is named. It is held at the end of every operation, before anything of it stays, whoever wrote it; an
undo leaves what is sealed (`db/journal/undoing.py`). What is done about a resolution afterwards the acta does not say.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from sqlalchemy import Connection, column, select, table

from db.failures import Sealed, SealedError
from db.journal.reading import Change, Values, read_change
from db.journal.shape import Shape, present_tables
from db.journal.tables import KEYS_AT_ONCE, EntryKind, entries

MEETING = "meeting"
CLOSED = "closed"
"""The state of a meeting whose acta is approved, as it is stored."""
OWNER = "meeting_id"
SEALED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        MEETING: frozenset(
            {
                "body_id",
                "name",
                "series",
                "code",
                "parent_id",
                "starts_on",
                "ends_on",
                "starts_at",
                "place",
                "municipality_id",
                "opening",
                "closing",
                "next_meeting",
                "acta_number",
                "acta_approved_on",
                "acta_digest",
            }
        ),
        "meeting_body": frozenset(),
        "agenda_item": frozenset(),
        "attendance": frozenset(),
        "resolution": frozenset(
            {
                OWNER,
                "number",
                "text",
                "position",
                "agenda_item_id",
                "municipality_id",
                "body_id",
                "person_id",
                "due_on",
            }
        ),
    }
)


def is_held(shape: Shape) -> bool:
    """Tell whether SEALED speaks of the tables of `shape`: those of this version of the program, by their names."""
    return shape.by_name.keys() == _present_names()


@cache
def _present_names() -> frozenset[str]:
    return frozenset(each.name for each in present_tables())


def ensure_unsealed(connection: Connection, number: int, touched: Iterable[str], *, opens: str = "") -> None:
    """Raise SealedError when the operation `number`, which has ended, changed what an approved acta says.

    `touched` are the tables that it wrote. The state of a meeting comes to or from "approved" only in the operation
    that `opens` or closes the acta of that meeting; one that is made new is whatever its operation says.
    """
    names = SEALED.keys() & set(touched)
    if not names:
        return
    written = _Written()
    rows = connection.execute(
        select(entries.c.entity, entries.c.row_id, entries.c.kind, entries.c.before, entries.c.after).where(
            entries.c.operation == number, entries.c.entity.in_(names)
        )
    )
    for entity, row_id, kind, old, new in rows:
        written.take(entity, row_id, read_change(kind, old, new))
    written.find_owners(connection)
    closed = closed_among(connection, written.rows.keys() | written.states)
    for key, before in written.states.items():
        is_closed = key in closed
        if key != opens and before is not None and is_closed != (before == CLOSED):
            raise SealedError(closed.get(key) or _called(connection, key), [(MEETING, key)], state=True)
    for key, sealed in {**closed, **written.gone}.items():
        if key in written.rows and key not in written.states:
            said = {"name": sealed.name, "acta_number": sealed.number, **written.before.get(key, {})}
            raise SealedError(_sealed(key, said), written.rows[key])


@dataclass(slots=True)
class _Written:
    """What an operation wrote of what actas say: the rows by the key of their meeting.

    `states` are the states that meetings had before where it wrote them, None of what it made; `gone` those meetings
    that it deleted whose acta was approved.
    """

    rows: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    states: dict[str, str | None] = field(default_factory=dict)
    gone: dict[str, Sealed] = field(default_factory=dict)
    ownerless: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    before: dict[str, Values] = field(default_factory=dict)
    """What meetings held before of what was written of them: an acta is told by its number when it was approved."""

    def take(self, entity: str, row_id: str, change: Change) -> None:
        if entity == MEETING:
            self._take_meeting(row_id, change)
        elif change.kind is not EntryKind.CHANGED or says(entity, (*change.before, *change.after)):
            owners = {str(each[OWNER]) for each in (change.before, change.after) if each.get(OWNER)}
            for owner in owners:
                self.rows[owner].append((entity, row_id))
            if change.kind in (EntryKind.CHANGED, EntryKind.AGAIN) and OWNER not in change.after:
                self.ownerless[entity].append(row_id)

    def _take_meeting(self, row_id: str, change: Change) -> None:
        if change.kind in (EntryKind.MADE, EntryKind.AGAIN):
            self.states[row_id] = None
        elif change.kind is EntryKind.GONE:
            if change.before.get("state") == CLOSED:
                self.gone[row_id] = _sealed(row_id, change.before)
                self.rows[row_id].append((MEETING, row_id))
        else:
            self.before[row_id] = change.before
            if "state" in change.before:
                self.states[row_id] = str(change.before["state"])
            if says(MEETING, (*change.before, *change.after)):
                self.rows[row_id].append((MEETING, row_id))

    def find_owners(self, connection: Connection) -> None:
        """Look up the meetings of rows whose entries do not name them."""
        for entity, keys in self.ownerless.items():
            for key, owner in owners_of(connection, entity, keys).items():
                self.rows[owner].append((entity, key))


def says(entity: str, columns: Iterable[str]) -> bool:
    """Tell whether an acta says any of these columns of a table."""
    wanted = SEALED.get(entity)
    return wanted is not None and (not wanted or not wanted.isdisjoint(columns))


def owners_of(connection: Connection, entity: str, keys: Sequence[str]) -> dict[str, str]:
    """Return the meetings of rows of a table that belong to one, by the keys of the rows."""
    found: dict[str, str] = {}
    rows = table(entity, column("id"), column(OWNER))
    for start in range(0, len(keys), KEYS_AT_ONCE):
        wanted = rows.c.id.in_(keys[start : start + KEYS_AT_ONCE])
        said = connection.execute(select(rows.c.id, rows.c[OWNER]).where(wanted, rows.c[OWNER].is_not(None)))
        found |= {str(key): str(owner) for key, owner in said}
    return found


_MEETINGS = table(MEETING, column("id"), column("name"), column("state"), column("acta_number"))


def closed_among(connection: Connection, keys: Iterable[str]) -> dict[str, Sealed]:
    """Return those of the meetings with these keys whose acta is approved, by their keys."""
    wanted = sorted(keys)
    found: dict[str, Sealed] = {}
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        among = _MEETINGS.c.id.in_(wanted[start : start + KEYS_AT_ONCE])
        for row in connection.execute(select(_MEETINGS).where(among, _MEETINGS.c.state == CLOSED)).mappings():
            found[str(row["id"])] = _sealed(str(row["id"]), dict(row))
    return found


def _called(connection: Connection, key: str) -> Sealed:
    row = connection.execute(select(_MEETINGS).where(_MEETINGS.c.id == key)).mappings().one()
    return _sealed(key, dict(row))


def _sealed(key: str, said: Mapping[str, object]) -> Sealed:
    return Sealed(key, str(said.get("name") or ""), str(said.get("acta_number") or ""))


def held_rows(
    connection: Connection, rulings: Sequence[tuple[str, str, Sequence[str], Values, Values]]
) -> frozenset[int]:
    """Return the places of those changes that would touch what an approved acta says.

    Each change is its table, its key, the columns that it writes, none for the row as a whole, and what is there and
    what comes of these. A meeting that ceases to be approved by one of them is not held.
    """
    reopened = {key for entity, key, columns, *_ in rulings if entity == MEETING and "state" in columns}
    owners: dict[int, set[str]] = {}
    unknown: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, (entity, key, columns, now, then) in enumerate(rulings):
        if entity not in SEALED or (columns and not says(entity, columns)):
            continue
        owners[at] = {key} if entity == MEETING else {str(each[OWNER]) for each in (now, then) if each.get(OWNER)}
        if not owners[at]:
            unknown[entity][key].append(at)
    for entity, keys in unknown.items():
        for key, owner in owners_of(connection, entity, list(keys)).items():
            for at in keys[key]:
                owners[at].add(owner)
    closed = closed_among(connection, set().union(*owners.values())).keys() - reopened
    return frozenset(at for at, mine in owners.items() if not closed.isdisjoint(mine))


def touches(connection: Connection, number: int) -> bool:
    """Tell whether the undo of an operation has to be looked at row by row: it wrote of what an approved acta says.

    So has the undo of one by which an acta ceased to be approved, which would approve it again.
    """
    found = select(entries.c.number).where(entries.c.operation == number, entries.c.entity.in_(list(SEALED)))
    approved = select(_MEETINGS.c.id).where(_MEETINGS.c.state == CLOSED)
    left = found.where(entries.c.entity == MEETING, entries.c.before.contains(f'"{CLOSED}"'))
    there = [connection.execute(each.limit(1)).first() is not None for each in (found, approved, left)]
    return there[0] and any(there[1:])


def seal_of(connection: Connection, entity: str, key: str, values: Values) -> SealedError:
    """Return what refuses a change of a row that an approved acta says; `values` are what is known of the row."""
    owner = key if entity == MEETING else str(values.get(OWNER) or owners_of(connection, entity, [key]).get(key, key))
    return SealedError(_called(connection, owner), [(entity, key)])
