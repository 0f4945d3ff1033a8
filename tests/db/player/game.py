"""A file that is played: what it holds, what undo and redo must bring back, and what was counted."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from db.changes import Changes
from db.checking import check
from db.failures import Reason, StoreFailure
from db.journal.reading import Values
from db.journal.shape import RowKey, Shape, Unit
from db.journal.undoing import STAYS, Ruling, UndoPlan, Verdict
from db.schema import Schema, present
from db.store import Store
from tests.db.player.reading import (
    Operation,
    State,
    false_finds,
    false_words,
    faults_of,
    journal_of,
    last_number,
    lost_references,
    state_of,
    taken_back,
)
from tests.db.player.statement import LIFE, Expected, Outcome, Reading, expect
from tests.make import CATALOG, TODAY

HELD = frozenset({Verdict.NEEDED, Verdict.MISSING, Verdict.TOGETHER})
"""The verdicts that come of other rows."""

_MEANT = {
    Verdict.CLEAN: Outcome.CHANGES,
    Verdict.BACK: Outcome.BACK,
    Verdict.EDITED: Outcome.OTHERS,
    Verdict.GONE: Outcome.GONE,
}


@dataclass
class Game:
    """A file with the line of its past: `past` and `future` are what Ctrl+Z and Ctrl+Y must bring, newest last.

    Of the future it is known whether Ctrl+Z left it: only then does Ctrl+Z take back the Ctrl+Y that brings it.
    `states` are what the file held after each operation, by its number, since the last migration.
    """

    folder: Path
    store: Store
    passphrase: str | None = None
    schema: Schema = field(default_factory=present)
    past: list[State] = field(default_factory=list)
    future: list[tuple[State, bool]] = field(default_factory=list)
    states: dict[int, State] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    read: dict[str, Mapping[str, object]] = field(default_factory=dict)
    kinds: tuple[str, ...] = CATALOG.stored
    turns: int = 0
    slowest: tuple[float, str] = (0.0, "")
    now: State = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look at the file as it is."""
        self.now = state_of(self.store)
        self.states[last_number(self.store)] = self.now

    @property
    def is_present(self) -> bool:
        """Whether the file has the schema of the program, so that its own functions can write to it."""
        return self.schema == present()

    def reopen(self, path: Path) -> None:
        """Close the file and open the one at `path` with the same passphrase and for the same schema."""
        self.store.close()
        self.store = Store.open(path, self.passphrase, clock=lambda: TODAY, author="Ana", made_for=self.schema)

    def change(self, work: Callable[[], Changes]) -> bool:
        """Do what makes one operation or none, and remember what it was done upon; say whether it changed anything."""
        last, before = last_number(self.store), self.now
        changes = work()
        self._look(last, changes)
        if changes:
            self.past.append(before)
            self.future.clear()
        return bool(changes)

    def _look(self, last: int, changes: Changes) -> None:
        before, self.now = self.now, state_of(self.store)
        number = last_number(self.store)
        assert bool(changes) == (self.now != before), "a change without an operation, or the reverse"
        assert number == last or changes or journal_of(self.store)[-1].kind == "undo", "an operation without a change"
        self.states[number] = self.now
        if changes:
            assert changes.operation == number > last
            touched = {(name, key) for name, keys in changes.touched.items() for key in keys}
            assert touched == different(before, self.now), "what was touched is not what differs"

    def step(self, number: int | None, work: Callable[[], Changes], *, back: bool) -> bool:
        """Do what Ctrl+Z (`back`) or Ctrl+Y does, which must take back the operation `number`."""
        in_line = bool(self.past if back else self.future)
        last, before = last_number(self.store), self.now
        judge = None if number is None else Judge(self.store.shape, journal_of(self.store), [number], before)
        plan = None if number is None else self.store.plan_undo([number])
        changes, refused = _attempt(work)
        if changes is None:
            nothing = Reason.NOTHING_TO_UNDO if back else Reason.NOTHING_TO_REDO
            assert refused is (nothing if plan is None else Reason.CONFLICT)
            assert plan is None or plan.stays
            assert not in_line, f"{refused} in a straight line"
            assert state_of(self.store) == before
            return False
        assert plan is not None
        assert judge is not None
        assert not plan.stays
        self._look(last, changes)
        judge.compare(plan, self.now)
        if changes:
            self._go_along(before, back=back)
            return True
        assert not in_line, "nothing happened in a straight line"
        assert number in taken_back(journal_of(self.store)), "what was asked to be undone is to be asked again"
        self.past, self.future = [], []
        return False

    def _go_along(self, before: State, *, back: bool) -> None:
        """Compare with what the line says, and leave on its other side what was there."""
        if back:
            wanted = self.past.pop() if self.past else None
            self.future.append((before, True))
        else:
            wanted, by_the_line = self.future.pop() if self.future else (None, False)
            self.past = [*self.past, before] if by_the_line else []
        assert wanted is None or self.now == wanted, f"a straight line: {apart(self.now, wanted)}"

    def take_back(self, numbers: Collection[int], work: Callable[[], Changes]) -> UndoPlan:
        """Undo any operations, and compare what happens with the plan and with the plain statement."""
        last, before = last_number(self.store), self.now
        judge = Judge(self.store.shape, journal_of(self.store), numbers, before)
        plan = self.store.plan_undo(sorted(numbers))
        self.counts.update({f"verdict {each.verdict}" for each in plan.rulings} or {"verdict by sets"})
        changes, refused = _attempt(work)
        if changes is not None:
            self._look(last, changes)
        else:
            assert refused is Reason.CONFLICT
            assert plan.stays
            assert not plan.does_something
            assert state_of(self.store) == before
        judge.compare(plan, self.now)
        if last_number(self.store) > last:
            self.past, self.future = [], []
        return plan

    def moved_on(self) -> None:
        """Begin a new line: what came before is not to be compared any more."""
        self.past.clear()
        self.future.clear()
        self.now = state_of(self.store)
        self.states = {last_number(self.store): self.now}

    def verify(self, *, thoroughly: bool = False) -> None:
        """Look whether the file is whole and holds what it is thought to hold."""
        assert state_of(self.store) == self.now, "the file is not what it was after the last turn"
        wrong = [*faults_of(self.store), *map(str, lost_references(self.now, self.store.shape))]
        assert wrong == [], wrong
        if thoroughly:
            shape, journal = self.store.shape, journal_of(self.store)
            wrong = [*false_words(shape, journal), *false_finds(self.store, self.now)]
            assert wrong == [], wrong
            plain = Reading(shape, journal)
            said = {row for row, unit in plain.words if unit == LIFE and row[0] in shape.by_name}
            held = {row: values for row in said if (values := plain.row(shape, row)) is not None}
            assert held == self.now, f"the plain statement reads another file in the journal: {apart(held, self.now)}"
            wrong = check(self.store)
            assert wrong == [], wrong


def _attempt(work: Callable[[], Changes]) -> tuple[Changes | None, Reason | None]:
    """Do it, and give what it changed or why it was refused."""
    try:
        return work(), None
    except StoreFailure as failure:
        return None, failure.reason


def apart(one: State, other: State) -> str:
    """Return the rows that two states have not alike, as each of them has them."""
    return "; ".join(f"{key}: {one.get(key)} / {other.get(key)}" for key in sorted(different(one, other)))


def different(one: State, other: State) -> set[RowKey]:
    """Return the rows that two states have not alike."""
    return {key for key in {*one, *other} if one.get(key) != other.get(key)}


class Judge:
    """Compares a plan and what came of it with what the plain statement expects of undoing operations."""

    def __init__(self, shape: Shape, journal: list[Operation], numbers: Collection[int], before: State) -> None:
        """Read what is to be expected, before anything is undone."""
        self._shape = shape
        self._before = before
        self._expected = expect(shape, journal, numbers, before)

    def compare(self, plan: UndoPlan, after: State) -> None:
        """Fail when the plan says something else, or when something else came of it."""
        held = {((each.entity, each.row_id), each.unit): each for each in plan.rulings if each.verdict in HELD}
        if plan.sets:
            others = {Outcome.OTHERS, Outcome.GONE}
            assert not [each for each in self._expected.items() if each[1].outcome in others], "by sets, yet not clean"
        else:
            self._compare_rulings(plan)
        wanted = self._wanted(held)
        assert after == wanted, f"an undo did not come to what it should: {apart(after, wanted)}"
        for ruling in held.values():
            assert self._is_held(ruling, after), f"nothing holds {ruling}"

    def _compare_rulings(self, plan: UndoPlan) -> None:
        said = {((each.entity, each.row_id), each.unit): each for each in plan.rulings}
        assert len(said) == len(plan.rulings), "two rulings on one unit"
        assert said.keys() == self._expected.keys(), "the plan rules on other units than were written"
        for key, ruling in said.items():
            expected = self._expected[key]
            wanted = Outcome.CHANGES if ruling.verdict in HELD else _MEANT[ruling.verdict]
            assert (wanted, ruling.then) == (expected.outcome, expected.then), f"{ruling}, but {expected}"
            now = self._before.get(key[0])
            held = now if not ruling.unit else {name: (now or {}).get(name) for name in ruling.unit}
            assert ruling.now == held, f"{ruling}, but the row is {held}"

    def _wanted(self, held: Collection[tuple[RowKey, Unit]]) -> State:
        """Return what the rows must be: what changes and is not held is what it becomes, all else what it was."""
        wanted = dict(self._before)
        for (row, unit), expected in self._expected.items():
            if expected.outcome is Outcome.CHANGES and (row, unit) not in held:
                _apply(wanted, row, unit, expected)
        return wanted

    def _is_held(self, ruling: Ruling, after: State) -> bool:
        """Tell whether a row that stays for the sake of others has a reason in what is there afterwards."""
        row, table = (ruling.entity, ruling.row_id), self._shape.by_name[ruling.entity]
        if ruling.verdict is Verdict.MISSING:
            return any(target not in after for target in table.targets(ruling.then or {}))
        if ruling.verdict is Verdict.NEEDED:
            return any(row in self._shape.by_name[key[0]].targets(values) for key, values in after.items())
        owners = table.targets({name: after[row].get(name) for name in table.owners})
        return bool(owners & after.keys()) and ruling.verdict in STAYS


def _apply(state: dict[RowKey, Values], row: RowKey, unit: Unit, said: Expected) -> None:
    if unit:
        kept = {name: value for name, value in state[row].items() if name not in unit}
        state[row] = {**kept, **{name: value for name, value in (said.then or {}).items() if value is not None}}
    elif said.then is None:
        del state[row]
    else:
        state[row] = said.then
