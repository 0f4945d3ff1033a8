"""The line of one row: every word that was said of it, in its order, and which of them stand."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby, takewhile

from sqlalchemy import Connection, select

from db.journal.reading import Change, Values, filled, read_change, replay, translate
from db.journal.shape import Journaled, Shape, Unit
from db.journal.tables import KEYS_AT_ONCE, EntryKind, OperationKind, entries, operations

LIFE: Unit = ()
"""What stands for the row as a whole among its units."""


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of a row with its operation; `is_undone` when that is one of those which are to be undone.

    The entry of a row that came again says only what differs from what it was when it went: `whole` is all that it was
    then, and `restated` are the units of it that no word before it says still.
    """

    operation: str
    author: str
    made_at: datetime
    is_undo: bool
    reverses: frozenset[str]
    change: Change
    is_undone: bool
    whole: Values = field(default_factory=dict)
    restated: frozenset[Unit] = frozenset()

    def speaks_of(self, unit: Unit) -> bool:
        """Tell whether it is a word on `unit`: a row that is made says all of it, also what is empty."""
        kind = self.change.kind
        if unit == LIFE:
            return kind is not EntryKind.CHANGED
        return kind is EntryKind.MADE or unit in self.restated or self.wrote(unit)

    def wrote(self, unit: Unit) -> bool:
        """Tell whether its entry names `unit`."""
        return any(name in self.change.after for name in unit)

    def says(self, unit: Unit) -> Values:
        """Return what it says of `unit`."""
        after = self.change.after
        return {name: after[name] if name in after else self.whole.get(name) for name in unit}

    def takes_back(self, word: "Word", unit: Unit) -> bool:
        """Tell whether it is of an undo of the operation of `word`, and wrote this unit or the row as a whole."""
        if not self.is_undo or word.operation not in self.reverses:
            return False
        return self.change.kind is not EntryKind.CHANGED or self.speaks_of(unit)


@dataclass(slots=True)
class Line:
    """All words on one row, the oldest first."""

    table: Journaled
    row_id: str
    words: list[Word]
    now: Values | None = field(init=False)

    def __post_init__(self) -> None:
        """Find what the row is now, and what each hand that made it again said thereby."""
        for at, word in enumerate(self.words):
            if word.change.kind is EntryKind.AGAIN and not word.is_undo:
                self.words[at] = self._said_again(at)
        self.now = self._known(replay(word.change for word in self.words))

    def _known(self, values: Values | None) -> Values | None:
        """Return the columns that the table has: one that an entry speaks of may be no more."""
        known = self.table.unit_of
        return None if values is None else {name: value for name, value in values.items() if name in known}

    def _said_again(self, at: int) -> Word:
        """Return the word that made the row again, with all that no word before it says still: what was taken back."""
        word = self.words[at]
        whole = self._known(replay(each.change for each in self.words[: at + 1])) or {}
        restated = set()
        for unit in self.table.units:
            held = self.standing(unit, end=at)
            if held is None or held.says(unit) != {name: whole.get(name) for name in unit}:
                restated.add(unit)
        return replace(word, whole=whole, restated=frozenset(restated))

    @property
    def entity(self) -> str:
        """The name of its table."""
        return self.table.name

    @property
    def lives(self) -> bool:
        """Whether the row is there."""
        return self.now is not None

    @property
    def life_is_undone(self) -> bool:
        """Whether one of the undone operations made or deleted the row."""
        return any(word.is_undone and word.speaks_of(LIFE) for word in self.words)

    def undone_units(self) -> list[Unit]:
        """Return the units that the undone operations wrote in a row that was there."""
        said = [word for word in self.words if word.is_undone and word.change.kind is not EntryKind.MADE]
        return [unit for unit in self.table.units if any(word.wrote(unit) for word in said)]

    def now_of(self, unit: Unit) -> Values:
        """Return what a unit holds."""
        return {name: (self.now or {}).get(name) for name in unit}

    def last(self, unit: Unit) -> Word | None:
        """Return the last word on a unit."""
        return next((word for word in reversed(self.words) if word.speaks_of(unit)), None)

    def standing(self, unit: Unit, *, as_undone: bool = False, end: int | None = None) -> Word | None:
        """Return the last of the first `end` words on a unit, all by default, that is no undo and was not taken back.

        A hand that made the row again said of each unit that no other word holds what it was then. With `as_undone`,
        the operations that are to be undone count as taken back already.
        """
        taken = self._taken_back(unit, as_undone=as_undone, end=end)
        standing = [word for at, word in enumerate(self.words[:end]) if not word.is_undo and at not in taken]
        found = next((word for word in reversed(standing) if word.speaks_of(unit)), None)
        if found is None and unit != LIFE:
            life = self.standing(LIFE, as_undone=as_undone, end=end)
            found = life if life is not None and life.change.kind is EntryKind.AGAIN else None
        return found

    def returned(self, unit: Unit) -> Values:
        """Return what a unit becomes when the operations are undone."""
        found = self.standing(unit, as_undone=True)
        return dict.fromkeys(unit) if found is None else found.says(unit)

    def returning(self) -> Values | None:
        """Return what the row becomes when the operations are undone, None when it is not there then."""
        found = self.standing(LIFE, as_undone=True)
        if found is None or found.change.kind is EntryKind.GONE:
            return None
        return filled({name: value for unit in self.table.units for name, value in self.returned(unit).items()})

    def edited_since_undone(self, unit: Unit) -> Word | None:
        """Return the word that holds for a unit if it came after the undone operations spoke of it."""
        held = self.standing(unit)
        later = takewhile(lambda word: not (word.is_undone and word.speaks_of(unit)), reversed(self.words))
        return held if any(word is held for word in later) else None

    def before_undone(self, unit: Unit) -> Values:
        """Return what a unit held before the first of the undone operations that wrote it in a row that was there."""
        first = next(
            word
            for word in self.words
            if word.is_undone and word.change.kind is not EntryKind.MADE and word.wrote(unit)
        )
        return {name: first.change.before.get(name) for name in unit}

    def edited_since_made(self) -> Word | None:
        """Return the last word of another hand on a row after an undone operation made it, that was not taken back."""
        made = max(at for at, word in enumerate(self.words) if word.is_undone and word.speaks_of(LIFE))
        if made == len(self.words) - 1:
            return None
        taken = [(unit, self._taken_back(unit, as_undone=True)) for unit in self.table.units]
        for at in range(len(self.words) - 1, made, -1):
            word = self.words[at]
            if not word.is_undo and any(word.speaks_of(unit) and at not in places for unit, places in taken):
                return word
        return None

    def _taking(self, end: int | None) -> list[int]:
        """Return the places, of the first `end`, of the words that take others back or are taken back."""
        return [at for at, word in enumerate(self.words[:end]) if word.is_undo or word.is_undone]

    def _taken_back(self, unit: Unit, *, as_undone: bool, end: int | None = None) -> set[int]:
        """Return the places of the words that an undo took back which was not taken back itself."""
        found: set[int] = set()
        for later in reversed(self._taking(end)):
            word = self.words[later]
            if as_undone and word.is_undone:
                found.add(later)
            elif word.is_undo and later not in found:
                found.update(at for at in range(later) if word.takes_back(self.words[at], unit))
        return found


def read_lines(
    connection: Connection, shape: Shape, numbers: Sequence[int], only: Iterable[str] | None = None
) -> Iterator[Line]:
    """Return the lines of all rows that the operations with these numbers touched, or of those with the keys `only`."""
    rows = sorted(_rows_of(connection, numbers) if only is None else set(only))
    undone = frozenset(numbers)
    for start in range(0, len(rows), KEYS_AT_ONCE):
        found = connection.execute(
            select(
                entries.c.row_id,
                entries.c.entity,
                entries.c.kind,
                entries.c.before,
                entries.c.after,
                operations.c.number,
                operations.c.id,
                operations.c.author,
                operations.c.made_at,
                operations.c.kind.label("of"),
                operations.c.reverses,
                operations.c.schema,
            )
            .join(operations, operations.c.number == entries.c.operation)
            .where(entries.c.row_id.in_(rows[start : start + KEYS_AT_ONCE]))
            .order_by(entries.c.row_id, entries.c.number),
        )
        for row_id, mine in groupby(found, key=lambda row: str(row.row_id)):
            entity, words = "", []
            for row in mine:
                written = read_change(row.kind, row.before, row.after)
                entity, change = translate(shape, row.schema, row.entity, written)
                undo = row.of == OperationKind.UNDO.value
                reverses = frozenset(json.loads(row.reverses)) if undo and row.reverses else frozenset()
                at_work = row.number in undone
                words.append(Word(row.id, row.author, row.made_at, undo, reverses, change, at_work))
            if entity in shape.by_name:
                yield Line(shape.by_name[entity], row_id, words)


def _rows_of(connection: Connection, numbers: Sequence[int]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(numbers), KEYS_AT_ONCE):
        block = list(numbers[start : start + KEYS_AT_ONCE])
        found |= set(connection.execute(select(entries.c.row_id).where(entries.c.operation.in_(block))).scalars())
    return found
