"""Lists of random turns played, and the list that broke something made short."""

import shutil
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.file.files import new_file
from tests.db.player.files import FILES
from tests.db.player.game import Game
from tests.db.player.past import PAST
from tests.db.player.reading import journal_of
from tests.db.player.rows import ROWS
from tests.db.player.turns import OFFICE
from tests.make import TODAY, empty_template, open_store

TURNS: Mapping[str, Callable[[Game, Random], None]] = {**OFFICE, **ROWS, **PAST, **FILES}

FIRST = ("one of each", "kinds", "kinds")
"""Turns that a game begins with: one of each kind of record, or some kinds alone."""

RARE = ("restart", "copy", "restart", "passphrase")
"""Turns of which each game makes one: they cost much and find little more when they are often made."""

UNDOS = ("undo of any", "undo of several", "undo of entangled", "undo of entangled", "bring back")
"""Turns that find most."""

EVERY = 12
"""After how many turns a file is checked through and through."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its name, and the seed of what it draws. A list of them says all of a game."""

    name: str
    seed: int


@dataclass
class Broken(Exception):
    """What went wrong in a turn of a list."""

    turns: Sequence[Turn]
    said: str
    trace: str
    journal: str


def turns_of(seed: int, count: int) -> list[Turn]:
    """Draw a list of turns: records first, then anything, and in two of five a migration after two thirds of it."""
    random = Random(seed)  # noqa: S311 - what is played has to be played again from its seed
    office = [name for name in OFFICE if name not in FIRST]
    others = [
        *office,
        *office,
        *ROWS,
        "edit",
        "edit many",
        "change row",
        *["delete", "delete rows"] * 2,
        *PAST,
        *PAST,
        *UNDOS,
        "failure",
    ]
    names = [FIRST[seed % len(FIRST)]]
    names += [random.choice([*office, *["save new", "edit parts"] * 5]) for _ in range(count // 4)]
    while len(names) < count:
        names.append(random.choice(others))
    names[random.randrange(count // 4, count * 2 // 3)] = RARE[seed % len(RARE)]
    if seed % 5 in (1, 3):
        names[count * 2 // 3 :] = ["migration", *(random.choice([*ROWS, *PAST, *UNDOS]) for _ in range(count // 3))]
    return [Turn(name, random.randrange(2**32)) for name in names]


def template(folder: Path) -> Path:
    """Make, once for a folder, the two files that games begin with: one of a new office, and an empty one."""
    path = folder / "nueva.enlace"
    if not path.exists():
        new_file(path, None, author="Ana", clock=lambda: TODAY).close()
        empty_template(folder)
    return folder


def play(turns: Sequence[Turn], begun_with: Path) -> Game:
    """Play a list of turns on a copy of a file of `begun_with`; Broken, with those played, when something is wrong."""
    folder = Path(tempfile.mkdtemp())
    name = "empty.enlace" if turns[0].seed % 2 else "nueva.enlace"
    shutil.copy(begun_with / name, folder / "red.enlace")
    game = Game(folder, open_store(folder / "red.enlace"))
    try:
        for at, turn in enumerate(turns):
            _take(game, turn, turns[: at + 1], thoroughly=at % EVERY == EVERY - 1 or at == len(turns) - 1)
        _count_entries(game)
    finally:
        game.store.close()
        shutil.rmtree(folder)
    return game


def _take(game: Game, turn: Turn, so_far: Sequence[Turn], *, thoroughly: bool) -> None:
    begun = time.monotonic()
    try:
        if turn.name not in OFFICE or game.is_present:
            TURNS[turn.name](game, Random(turn.seed))  # noqa: S311 - as above
            game.turns += 1
            game.verify(thoroughly=thoroughly)
    except Exception as error:
        said = f"{turn.name}: {type(error).__name__}: {error}"
        raise Broken(so_far, said, traceback.format_exc(), _journal(game)) from error
    game.slowest = max(game.slowest, (time.monotonic() - begun, turn.name))


def _journal(game: Game) -> str:
    """Return the operations of the file that broke, a line each: what they took back, and of how many."""
    numbers = {each.id: each.number for each in journal_of(game.store)}
    lines = []
    for each in journal_of(game.store):
        said = Counter(f"{entry.row[0]} {entry.change.kind.value}" for entry in each.entries)
        taken = [numbers.get(id, 0) for id in each.reverses]
        lines.append(f"  {each.number} {each.kind} {taken or ''} {dict(said)}")
    return "\n".join(lines)


def _count_entries(game: Game) -> None:
    """Count the operations that were made, and what their entries did to each table, by the name of its entity."""
    with game.store.reading() as session:
        connection = session.connection()
        game.counts["operations"] += connection.exec_driver_sql("SELECT count(*) FROM journal_operation").scalar_one()
        found = connection.exec_driver_sql("SELECT entity, kind, count(*) FROM journal_entry GROUP BY entity, kind")
        for entity, kind, count in found:
            game.counts[f"{entity.removesuffix('_made_up')} {kind}"] += count


def shorten(broken: Broken, begun_with: Path, *, seconds: float) -> Broken:
    """Leave out turns, fewer and fewer at a time, as long as the same goes wrong without them."""
    until = time.monotonic() + seconds
    size = len(broken.turns) // 2
    while size and time.monotonic() < until:
        at = 1  # the first one says what the game begins with
        while at < len(broken.turns) - 1 and time.monotonic() < until:
            fewer = [*broken.turns[:at], *broken.turns[at + size :]]
            again = _broken(fewer, begun_with)
            if again is not None and _kind(again) == _kind(broken):
                broken = again
            else:
                at += size
        size //= 2
    return broken


def _broken(turns: Sequence[Turn], begun_with: Path) -> Broken | None:
    try:
        play(turns, begun_with)
    except Broken as broken:
        return broken
    return None


def _kind(broken: Broken) -> str:
    """Return what went wrong without the keys in it."""
    places = [line for line in broken.trace.splitlines() if line.strip().startswith("File ")]
    return places[-1]


def told(counts: Counter[str]) -> str:
    """Return what was counted, a line each."""
    return "\n".join(f"  {counts[name]:7} {name}" for name in sorted(counts))
