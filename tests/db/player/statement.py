"""What an undo must come to, said plainly: sets of words, of what was taken back, and the last one of what is left.

It is written from the rules and not from the program, which it judges. It knows rows by themselves: whether a row may
go or come because of others that refer to it is judged by what is there afterwards.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from db.journal.reading import Values, filled, replay
from db.journal.shape import RowKey, Shape, Unit
from db.journal.tables import EntryKind
from tests.db.player.reading import Entry, Operation, State

LIFE: Unit = ()
"""Among the units of a row, whether it is there at all."""


class Outcome(Enum):
    """What an undo does to a unit: changes it, finds it done, leaves it to another hand, finds its row gone."""

    CHANGES = auto()
    BACK = auto()
    OTHERS = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Expected:
    """What an undo must do to one unit of a row, or to the row as a whole, and what that becomes."""

    outcome: Outcome
    then: Values | None


@dataclass(frozen=True, slots=True)
class Word:
    """What an operation that is no undo said of one unit; None of a life says that the row goes."""

    number: int
    operation: str
    says: Values | None


def units_of(shape: Shape, entry: Entry) -> list[Unit]:
    """Return the units that an entry names: what is made names all, what goes only its life."""
    kind, after = entry.change.kind, entry.change.after
    if kind is EntryKind.GONE:
        return [LIFE]
    named = [unit for unit in shape.by_name[entry.row[0]].units if any(name in after for name in unit)]
    made = list(shape.by_name[entry.row[0]].units) if kind is EntryKind.MADE else named
    return made if kind is EntryKind.CHANGED else [LIFE, *made]


class Reading:
    """The journal read with some operations left out, as if they had never been: `without` are their ids."""

    def __init__(self, shape: Shape, journal: Sequence[Operation], without: Collection[str] = ()) -> None:
        """Gather the words, and those that an undo took back and that itself was not taken back."""
        self._shape = shape
        self.words: dict[tuple[RowKey, Unit], list[Word]] = {}
        annulled: set[tuple[str, RowKey, Unit]] = set()
        left = [each for each in journal if each.id not in without]
        for each in reversed(left):
            for entry in each.entries if each.kind == "undo" else ():
                named = units_of(shape, entry)
                touched = [LIFE, *shape.by_name[entry.row[0]].units] if LIFE in named else named
                for unit in touched:
                    if (each.id, entry.row, unit) not in annulled:
                        annulled.update((one, entry.row, unit) for one in each.reverses)
        for each in left:
            for entry in each.entries if each.kind != "undo" else ():
                for unit, says in self._spoken(journal, each, entry).items():
                    if (each.id, entry.row, unit) not in annulled:
                        self.words.setdefault((entry.row, unit), []).append(Word(each.number, each.id, says))

    def _spoken(self, journal: Sequence[Operation], each: Operation, entry: Entry) -> dict[Unit, Values | None]:
        """Return what an entry says of each unit; who makes a row again says also what was not said of it any more."""
        said: dict[Unit, Values | None] = {
            unit: {name: entry.change.after.get(name) for name in unit} for unit in units_of(self._shape, entry)
        }
        if entry.change.kind is EntryKind.GONE:
            said[LIFE] = None
        if entry.change.kind is EntryKind.AGAIN:
            earlier = _of_row(journal, entry.row, each.number)
            whole = replay(one.change for one in (*(one for each in earlier for one in each.entries), entry)) or {}
            said[LIFE] = whole
            before = Reading(self._shape, earlier)
            for unit in self._shape.by_name[entry.row[0]].units:
                now = {name: whole.get(name) for name in unit}
                held = before.holds(entry.row, unit)
                if unit not in said and (held is None or held.says != now):
                    said[unit] = now
        return said

    def holds(self, row: RowKey, unit: Unit) -> Word | None:
        """Return the word that holds: the last one, or else that of who made the row again."""
        found = self.words.get((row, unit))
        life = self.words.get((row, LIFE))
        if found or unit == LIFE:
            return found[-1] if found else None
        if not life or not life[-1].says:
            return None
        return Word(life[-1].number, life[-1].operation, {name: life[-1].says.get(name) for name in unit})

    def row(self, shape: Shape, row: RowKey) -> Values | None:
        """Return what a row is by the words that hold, None when it is not there."""
        life = self.holds(row, LIFE)
        if life is None or life.says is None:
            return None
        values: Values = {}
        for unit in shape.by_name[row[0]].units:
            word = self.holds(row, unit)
            values |= word.says if word is not None and word.says is not None else {}
        return filled(values)


def _of_row(journal: Sequence[Operation], row: RowKey, before: int) -> list[Operation]:
    """Return what was said of a row in the operations before one."""
    return [
        replace(each, entries=[entry for entry in each.entries if entry.row == row])
        for each in journal
        if each.number < before
    ]


def expect(
    shape: Shape, journal: Sequence[Operation], numbers: Collection[int], state: State
) -> Mapping[tuple[RowKey, Unit], Expected]:
    """Return what undoing the operations `numbers` must do to each unit that they wrote, references aside."""
    undone = [each for each in journal if each.number in numbers]
    standing, without = Reading(shape, journal), Reading(shape, journal, {each.id for each in undone})
    wrote, lives = _written(shape, undone)
    found: dict[tuple[RowKey, Unit], Expected] = {}
    for row, units in wrote.items():
        whole = _of_life(shape, (standing, without), row, lives[row], state) if row in lives else None
        if whole is not None and (whole.outcome is not Outcome.BACK or row not in state or not units):
            found[row, LIFE] = whole
            continue
        found |= {(row, unit): _of_unit((standing, without), row, spoken, state) for unit, spoken in units.items()}
    return found


@dataclass(frozen=True, slots=True)
class Written:
    """A unit that undone operations wrote: what it held `before` the first of them, and the number of the last."""

    unit: Unit
    before: Values
    last: int


def _written(
    shape: Shape, undone: Sequence[Operation]
) -> tuple[Mapping[RowKey, Mapping[Unit, Written]], Mapping[RowKey, int]]:
    """Give, of each row that the operations wrote, the units, and the last of them that made it or took it away."""
    wrote: dict[RowKey, dict[Unit, Written]] = {}
    lives: dict[RowKey, int] = {}
    for each in undone:
        for entry in (entry for entry in each.entries if entry.row[0] in shape.by_name):
            units = wrote.setdefault(entry.row, {})
            if entry.change.kind is not EntryKind.CHANGED:
                lives[entry.row] = each.number
            for unit in units_of(shape, entry):
                if unit != LIFE and (entry.change.kind is not EntryKind.MADE or unit in units):
                    first = units.get(unit, Written(unit, {name: entry.change.before.get(name) for name in unit}, 0))
                    units[unit] = replace(first, last=each.number)
    return wrote, lives


def _of_unit(readings: tuple[Reading, Reading], row: RowKey, written: Written, state: State) -> Expected:
    unit = written.unit
    standing, without = readings[0].holds(row, unit), readings[1].holds(row, unit)
    then = {name: None if without is None else (without.says or {}).get(name) for name in unit}
    if row not in state:
        return Expected(Outcome.GONE, then)
    now = {name: state[row].get(name) for name in unit}
    if standing == without and standing is not None and standing.number > written.last and now != written.before:
        return Expected(Outcome.OTHERS, written.before)
    if then == now:
        return Expected(Outcome.BACK, then)
    return Expected(Outcome.OTHERS if standing == without else Outcome.CHANGES, then)


def _of_life(shape: Shape, readings: tuple[Reading, Reading], row: RowKey, since: int, state: State) -> Expected:
    standing, without = readings
    then = without.row(shape, row)
    if (then is None) == (row not in state):
        return Expected(Outcome.BACK, then)
    if standing.holds(row, LIFE) == without.holds(row, LIFE):
        return Expected(Outcome.OTHERS, then)
    hands = [word for unit in shape.by_name[row[0]].units for word in without.words.get((row, unit), [])]
    edited = then is None and any(word.number > since for word in hands)
    return Expected(Outcome.OTHERS if edited else Outcome.CHANGES, then)
