"""Turns that go back and forth: Ctrl+Z and Ctrl+Y, undo of any operation, a point in time, what was deleted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import Random

from app.records import history
from db.journal import gone, story
from db.journal.tables import EntryKind
from db.journal.undoing import UndoPlan
from db.titles import Title
from tests.db.player.game import Game
from tests.db.player.reading import Operation, journal_of, last_number, taken_back

TITLE = Title("Deshacer")


def _next(game: Game, find: Callable[..., int | None]) -> int | None:
    with game.store.reading() as session:
        return find(session.connection())


def go_back(game: Game, _: Random) -> None:
    """Press Ctrl+Z."""
    number = _next(game, story.next_undo)
    assert (history.undo_title(game.store) is None) == (number is None)
    undo = partial(history.undo, game.store) if game.is_present else game.store.undo
    if game.step(number, undo, back=True):
        game.counts["Ctrl+Z"] += 1


def go_forth(game: Game, _: Random) -> None:
    """Press Ctrl+Y."""
    number = _next(game, story.next_redo)
    assert (history.redo_title(game.store) is None) == (number is None)
    redo = partial(history.redo, game.store) if game.is_present else game.store.redo
    if game.step(number, redo, back=False):
        game.counts["Ctrl+Y"] += 1


def back_and_forth(game: Game, random: Random) -> None:
    """Press Ctrl+Z some times and Ctrl+Y as often: all is as before."""
    before, went = game.now, 0
    for _ in range(random.randint(1, 4)):
        last = last_number(game.store)
        go_back(game, random)
        went += last_number(game.store) > last
    for _ in range(went):
        go_forth(game, random)
    assert game.now == before
    game.counts["Ctrl+Z and Ctrl+Y"] += went > 0


def _undoable(game: Game) -> list[Operation]:
    return [each for each in journal_of(game.store) if each.kind != "start" and each.number > min(game.states)]


def _undo(game: Game, numbers: list[int]) -> UndoPlan:
    before = game.now
    plan = game.take_back(numbers, lambda: game.store.undo_operations(numbers, TITLE))
    made = [each for each in journal_of(game.store) if each.number in numbers and each.kind == "do"]
    if not plan.stays and made and game.now != before:
        game.future.append((before, False))
    return plan


def _drawn(game: Game, random: Random, count: int) -> list[int]:
    """Return the numbers of operations to undo, most often of those that nobody took back, or that took rows away."""
    return _drawn_of(journal_of(game.store), random, count)


def _drawn_of(journal: Sequence[Operation], random: Random, count: int) -> list[int]:
    gone = taken_back(journal) if random.random() < 0.7 else set()
    known = [each for each in journal if each.kind != "start" and each.number not in gone]
    if random.random() < 0.3:
        went = [each for each in known if any(entry.change.kind is EntryKind.GONE for entry in each.entries)]
        known = went or known
    return sorted(each.number for each in random.sample(known, min(count, len(known))))


def undo_any(game: Game, random: Random) -> None:
    """Undo one operation of any kind, the undos among them, and often that undo at once."""
    _undo_and_back(game, random, _drawn(game, random, 1), "undo of any")


def undo_several(game: Game, random: Random) -> None:
    """Undo several operations in one, and often that undo at once."""
    _undo_and_back(game, random, _drawn(game, random, random.randint(2, 4)), "undo of several")


def undo_entangled(game: Game, random: Random) -> None:
    """Undo the operation, or the two, of whose plan the verdicts came up least so far, among some."""
    journal = journal_of(game.store)
    drawn = {tuple(_drawn_of(journal, random, random.randint(1, 2))) for _ in range(10)}
    plans = [game.store.plan_undo(numbers) for numbers in sorted(drawn) if numbers]
    if plans:
        rarest = min(plans, key=lambda plan: _commonness(game, plan))
        _undo_and_back(game, random, list(rarest.numbers), "undo of entangled")


def _commonness(game: Game, plan: UndoPlan) -> int:
    """Return how often the verdict of a plan came up that came up least."""
    return min((game.counts[f"verdict {each.verdict}"] for each in plan.rulings), default=game.turns)


def _undo_and_back(game: Game, random: Random, numbers: list[int], name: str) -> None:
    before = game.now
    plan = _undo(game, numbers) if numbers else None
    if plan is None or game.now == before:
        return
    game.counts[name] += 1
    game.counts["undo and something stays"] += bool(plan.stays)
    if not plan.stays and random.random() < 0.5:
        _undo(game, [last_number(game.store)])
        assert game.now == before, "an undo that was undone at once"
        game.counts["undo undone at once"] += 1


def return_to_a_point(game: Game, random: Random) -> None:
    """Undo all that came after an operation: all is as it was then, and nothing stays."""
    points = sorted(game.states)[:-1]
    if not points:
        return
    point = random.choice(points[-6:])
    numbers = [each.number for each in _undoable(game) if each.number > point]
    before = game.now
    plan = _undo(game, numbers)
    assert not plan.stays, f"{plan.stays[0]} though all that came later is undone"
    assert game.now == game.states[point], "a return to a point"
    game.counts["return to a point"] += game.now != before


def bring_back(game: Game, random: Random) -> None:
    """Make a deleted record again, mostly with all that went with it."""
    tables = [each.name for each in game.store.shape.tables if not each.is_link]
    with game.store.reading() as session:
        went = gone.deleted(session.connection(), game.store.shape, tables, 500)
        chosen = random.choice(went) if went else None
        if chosen is None:
            return
        rows = gone.with_it(session.connection(), game.store.shape, chosen.operation, chosen.row_id)
    rows = rows if random.random() < 0.8 else {chosen.row_id}
    before = game.now
    if game.change(lambda: game.store.bring_back([chosen.operation], rows, Title("Recuperar"))):
        new = game.now.keys() - before.keys()
        assert {key for _, key in new} <= rows, "more came back than was asked for"
        assert {key: game.now[key] for key in before} == before, "a row that was there changed"
        game.counts["bring back"] += 1


PAST: Mapping[str, Callable[[Game, Random], None]] = {
    "Ctrl+Z": go_back,
    "Ctrl+Y": go_forth,
    "Ctrl+Z and Ctrl+Y": back_and_forth,
    "undo of any": undo_any,
    "undo of several": undo_several,
    "undo of entangled": undo_entangled,
    "return to a point": return_to_a_point,
    "bring back": bring_back,
}
"""The turns that take back and bring again; they need no schema of their own."""
