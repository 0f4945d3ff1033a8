"""What an undo would do, field by field, before anything is written; and the doing of it.

The value that returns is the last word among those that are no undo, not taken back, and not of the operations that
are undone: in a straight line what was there before, and another's word when somebody else wrote beside it. What the
undo would not change, since a later word holds all the same, stays, and its verdict names who wrote that word.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from db import sealed, search
from db.failures import Reason, StoreFailure
from db.journal import resealing, sets, story
from db.journal.lines import Line, Word, read_lines
from db.journal.reading import Plain, Values, filled
from db.journal.references import Living, Referring
from db.journal.shape import RowKey, Shape, Unit


class Verdict(StrEnum):
    """What becomes of a field, or of a row as a whole, when an operation is undone."""

    CLEAN = "clean"
    BACK = "back"  # it is already what it would become
    EDITED = "edited"  # somebody changed it since
    GONE = "gone"  # its record was deleted since
    NEEDED = "needed"  # another record refers to it
    MISSING = "missing"  # what it refers to is no more
    TOGETHER = "together"  # it is part of a record that stays
    SEALED = "sealed"  # an approved acta says it
    ALTERED = "altered"  # an acta would be approved again that says something else by now


STAYS = frozenset(Verdict) - {Verdict.CLEAN, Verdict.BACK}
"""The verdicts with which something stays that the operation did."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdict on one unit of a row, or on the row as a whole when `unit` is empty.

    `now` is what is there and `then` what returns, None where no row is; of what was edited since, what would have
    returned. `by` and `at` tell of who edited it.
    """

    entity: str
    row_id: str
    unit: Unit
    verdict: Verdict
    now: Values | None
    then: Values | None
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What undoing the operations with these numbers would do; `sets` when nobody touched their rows since."""

    numbers: tuple[int, ...]
    ids: tuple[str, ...]
    rulings: tuple[Ruling, ...] = ()
    sets: bool = False

    @property
    def stays(self) -> tuple[Ruling, ...]:
        """What the operations did and undoing them would leave."""
        return tuple(ruling for ruling in self.rulings if ruling.verdict in STAYS)

    @property
    def does_something(self) -> bool:
        """Whether anything would be written."""
        return self.sets or any(ruling.verdict is Verdict.CLEAN for ruling in self.rulings)


@dataclass(slots=True)
class _Sketch:
    """The rulings found so far, by row and unit; those that do not hold are replaced until all of them do.

    `made` are the rows that would go, whether they do or not, `going` those that do, `coming` those that come again,
    and `anchors` rows that stay since one refers to them that the undone operations did not make.
    """

    rulings: dict[tuple[RowKey, Unit], Ruling] = field(default_factory=dict)
    made: dict[RowKey, Ruling] = field(default_factory=dict)
    going: dict[RowKey, Ruling] = field(default_factory=dict)
    coming: set[RowKey] = field(default_factory=set)
    anchors: set[RowKey] = field(default_factory=set)

    def put(self, ruling: Ruling) -> None:
        key = (ruling.entity, ruling.row_id)
        self.rulings[key, ruling.unit] = ruling
        if ruling.unit:
            return
        self.going.pop(key, None)
        self.coming.discard(key)
        if ruling.then is None:
            self.made[key] = ruling
        if ruling.verdict is Verdict.CLEAN and ruling.then is None:
            self.going[key] = ruling
        elif ruling.verdict is Verdict.CLEAN:
            self.coming.add(key)

    def clean(self) -> list[Ruling]:
        return [ruling for ruling in self.rulings.values() if ruling.verdict is Verdict.CLEAN]

    def settle(self, each: Ruling, verdict: Verdict) -> None:
        self.put(replace(each, verdict=verdict))


def _rulings(
    connection: Connection, shape: Shape, numbers: Sequence[int], only: Iterable[str] | None
) -> tuple[Ruling, ...]:
    """Rule on every row that the operations touched, or those of `only`, and every field that they wrote."""
    sketch = _Sketch()
    for line in read_lines(connection, shape, numbers, only):
        for ruling in _rule(line):
            sketch.put(ruling)
    seals = sealed.is_held(shape)
    if seals:
        _hold_altered(connection, shape, numbers, sketch)
        _hold_sealed(connection, sketch)
    _hold_references(connection, shape, sketch)
    if seals:  # what was to return of the text, and does not, makes it another
        _hold_altered(connection, shape, numbers, sketch)
    return tuple(sketch.rulings.values())


def _rule(line: Line) -> list[Ruling]:
    """Rule on one row by its own line of entries alone."""
    lives = line.lives
    if line.life_is_undone:
        then = line.returning()
        if lives and then is None:
            return [_ruling(line, (), then, _verdict_of_going(line))]
        if not lives and then is not None:
            return [_ruling(line, (), then, _verdict(line, ()))]
        if not lives or not line.undone_units():
            return [_ruling(line, (), then, (Verdict.BACK, None))]
    if not lives:
        return [_ruling(line, unit, line.returned(unit), (Verdict.GONE, line.last(()))) for unit in line.undone_units()]
    rulings = []
    for unit in line.undone_units():
        then, verdict = line.returned(unit), _verdict(line, unit)
        later = line.edited_since_undone(unit)
        if verdict[0] is Verdict.EDITED and later is not None and line.now_of(unit) != line.before_undone(unit):
            then = line.before_undone(unit)  # what would return, had nobody edited it
        elif then == line.now_of(unit):
            verdict = (Verdict.BACK, None)
        rulings.append(_ruling(line, unit, then, verdict))
    return rulings


def _verdict(line: Line, unit: Unit) -> tuple[Verdict, Word | None]:
    """Tell whether another word holds for a unit, or for the life of the row, once the operations are undone.

    If none does, somebody's later word holds before and after: it is not taken from under them.
    """
    word = line.standing(unit)
    return (Verdict.EDITED, word) if word is line.standing(unit, as_undone=True) else (Verdict.CLEAN, None)


def _verdict_of_going(line: Line) -> tuple[Verdict, Word | None]:
    """Tell whether a row may go: nobody else edited it since."""
    verdict = _verdict(line, ())
    editor = line.edited_since_made()
    return (Verdict.EDITED, editor) if verdict[0] is Verdict.CLEAN and editor is not None else verdict


def _ruling(line: Line, unit: Unit, then: Values | None, said: tuple[Verdict, Word | None]) -> Ruling:
    verdict, word = said
    now = line.now_of(unit) if unit else line.now
    by, at = ("", None) if word is None else (word.author, word.made_at)
    return Ruling(line.entity, line.row_id, unit, verdict, now, then, by, at)


def _hold_altered(connection: Connection, shape: Shape, numbers: Sequence[int], sketch: _Sketch) -> None:
    """Leave a meeting whose acta would be approved again with its old digest though its text is another by now."""
    clean = sketch.clean()
    altered = resealing.altered(connection, shape, numbers, clean)
    for each in clean:
        if each.entity == sealed.MEETING and each.row_id in altered:
            sketch.settle(each, Verdict.ALTERED)


def _hold_sealed(connection: Connection, sketch: _Sketch) -> None:
    """Leave what an approved acta says, unless it ceases to be approved."""
    clean = sketch.clean()
    known = [(each.entity, each.row_id, each.unit, each.now or {}, each.then or {}) for each in clean]
    for at in sealed.held_rows(connection, known):
        sketch.settle(clean[at], Verdict.SEALED)


def _hold_references(connection: Connection, shape: Shape, sketch: _Sketch) -> None:
    """Take back rulings until no reference leads nowhere: each one that falls may make another one fall."""
    living = Living(connection, shape)
    referring = Referring(connection, shape, sketch.going)
    fallen = True
    while fallen:
        while _fall_missing(shape, sketch, living):
            pass
        fallen = _fall_needed(sketch, referring)
        fallen = _fall_parts(shape, sketch) or fallen
        if fallen:  # a row that stays after all may be what another one missed
            _lift_missing(sketch)


def _lift_missing(sketch: _Sketch) -> None:
    for each in [each for each in sketch.rulings.values() if each.verdict is Verdict.MISSING]:
        sketch.settle(each, Verdict.CLEAN)


def _fall_missing(shape: Shape, sketch: _Sketch, living: Living) -> bool:
    """Leave what refers to a row that will not be there."""
    fallen = False
    for each in sketch.clean():
        targets = shape.by_name[each.entity].targets(each.then) if each.then else ()
        if any(key in sketch.going or (key not in sketch.coming and not living.has(key)) for key in targets):
            sketch.settle(each, Verdict.MISSING)
            fallen = True
    return fallen


def _fall_needed(sketch: _Sketch, referring: Referring) -> bool:
    """Leave a row that another one refers to, which neither goes nor ceases to refer to it."""
    changed = {(each.entity, each.row_id, name) for each in sketch.clean() for name in each.unit}
    blocked: dict[RowKey, list[RowKey]] = {}
    for key, users in referring.users.items():
        if key in sketch.going:
            blocked[key] = [user[:2] for user in users if user[:2] not in sketch.going and user not in changed]
    for key, users_left in blocked.items():
        if users_left:
            sketch.settle(sketch.going[key], Verdict.NEEDED)
        if any(user not in sketch.made for user in users_left):
            sketch.anchors.add(key)
    return any(blocked.values())


def _fall_parts(shape: Shape, sketch: _Sketch) -> bool:
    """Leave a part that was made with a record that stays for its own sake.

    One that only a part of it needs, such as the post that it held, keeps nothing else.
    """
    anchors = sketch.anchors | {key for key, each in sketch.made.items() if each.verdict is Verdict.EDITED}
    fallen = False
    for key, each in list(sketch.going.items()) if anchors else ():
        table = shape.by_name[key[0]]
        owners = table.targets({name: (each.now or {}).get(name) for name in table.owners})
        if owners & anchors:
            sketch.settle(each, Verdict.TOGETHER)
            fallen = True
    return fallen


def plan(connection: Connection, shape: Shape, numbers: Sequence[int], only: Iterable[str] | None = None) -> UndoPlan:
    """Tell what undoing the operations with these numbers would do, of all their rows or of those with keys `only`."""
    wanted = tuple(numbers)
    ids = tuple(story.ids_of(connection, wanted))
    alone = only is None and len(wanted) == 1
    seals = alone and sealed.is_held(shape) and sealed.touches(connection, wanted[0])
    if alone and not seals and sets.untouched(connection, shape, wanted[0]):
        return UndoPlan(wanted, ids, sets=True)
    return UndoPlan(wanted, ids, _rulings(connection, shape, wanted, only))


def refusal(connection: Connection, stays: Sequence[Ruling]) -> StoreFailure:
    """Return why an undo is not done, of what `stays`: the acta that hinders it, or else the first record."""
    hinders = {each.verdict: each for each in reversed(stays)}
    held, altered = hinders.get(Verdict.SEALED), hinders.get(Verdict.ALTERED)
    if held is not None:
        return sealed.seal_of(connection, held.entity, held.row_id, held.now or held.then or {})
    if altered is not None:
        meeting = sealed.seal_of(connection, altered.entity, altered.row_id, {}).sealed
        return StoreFailure(Reason.ALTERED, meeting.name)
    return StoreFailure(Reason.CONFLICT, f"{stays[0].entity}/{stays[0].row_id}")


MANY = 500
"""From how many rows that come again on the search is filled in one go."""


def carry_out(connection: Connection, shape: Shape, planned: UndoPlan) -> None:
    """Write what is clean, in the operation that is open; references are checked when the transaction ends."""
    with _indexing(connection, shape, planned):
        if planned.sets:
            sets.reverse(connection, shape, planned.numbers[0])
        for statement, rows in _statements(planned.rulings).items():
            connection.exec_driver_sql(statement, rows)


def _indexing(connection: Connection, shape: Shape, planned: UndoPlan) -> AbstractContextManager[None]:
    """Return what keeps the search current in the least work: row by row, what comes again at once, or all anew."""
    tables = [each.table for each in shape.tables]
    if planned.sets and 2 * _going(connection, shape, planned.numbers[0]) > search.count(connection):
        return search.rebuilt_afterwards(connection, tables)
    coming = sum(not each.unit and each.then is not None for each in planned.rulings)
    if planned.sets or coming > MANY:
        return search.indexed_afterwards(connection, tables)
    return nullcontext()


def _going(connection: Connection, shape: Shape, number: int) -> int:
    """Return how many rows of the search the undo of an operation takes away."""
    made = sets.count_made(connection, number)
    return sum(made.get(table.name, 0) for table in search.searched(each.table for each in shape.tables))


def _statements(rulings: Iterable[Ruling]) -> dict[str, list[tuple[Plain, ...]]]:
    """Return the statements that write what is clean, each with the rows that it is run for in one go."""
    found: dict[str, list[tuple[Plain, ...]]] = {}
    for each in rulings:
        if each.verdict is Verdict.CLEAN:
            statement, row = _written(each)
            found.setdefault(statement, []).append(row)
    return found


def _written(each: Ruling) -> tuple[str, tuple[Plain, ...]]:
    if each.unit:
        names = ", ".join(f'"{name}" = ?' for name in each.unit)
        values = tuple((each.then or {}).get(name) for name in each.unit)
        return f'UPDATE "{each.entity}" SET {names} WHERE id = ?', (*values, each.row_id)
    if each.then is None:
        return f'DELETE FROM "{each.entity}" WHERE id = ?', (each.row_id,)
    row = {"id": each.row_id, **filled(each.then)}
    names = ", ".join(f'"{name}"' for name in row)
    return f'INSERT INTO "{each.entity}" ({names}) VALUES ({", ".join("?" * len(row))})', tuple(row.values())
