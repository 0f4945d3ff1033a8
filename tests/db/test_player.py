"""Random turns over a file, from the declarations of its records: short in each run, as long as one wants in soak."""

import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from db.fields import Kind
from db.journal.shape import present_tables
from db.journal.undoing import Verdict
from tests.db.player.drawing import drawn_by_kind
from tests.db.player.run import TURNS, Broken, play, shorten, template, told, turns_of
from tests.make import CATALOG

GAMES, LENGTH = 2, 45
"""Of each run: how many games, and the turns of each. That every turn did something, and to every kind, soak says."""

AIMLESS = frozenset({"kinds", "one of each"})
"""Turns that are counted under the names of others."""


@pytest.fixture(scope="module")
def begun_with(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the files that games begin with."""
    return template(tmp_path_factory.mktemp("begun"))


def lacking(counts: Counter[str], least: int) -> dict[str, int]:
    """Return the turns that did something, and the verdicts that came, less often than they must."""
    of_actas = {Verdict.SEALED, Verdict.ALTERED}
    verdicts = {f"verdict {each}" for each in Verdict if each not in of_actas} | {"verdict by sets"}
    wanted = {*TURNS, *verdicts, "undo and something stays", "undo undone at once", "refused"} - AIMLESS
    return {name: counts[name] for name in sorted(wanted) if counts[name] < least}


def unmade(counts: Counter[str]) -> list[str]:
    """Return the tables of which no row was ever made."""
    return [each.name for each in present_tables() if not counts[f"{each.name} C"]]


def test_every_kind_of_field_is_drawn() -> None:
    assert drawn_by_kind() | {Kind.CHOICE, Kind.CHOICES, Kind.REFERENCE, Kind.RECORD, Kind.LINKS} == set(Kind)


def test_random_turns_leave_every_file_whole(begun_with: Path) -> None:
    counts: Counter[str] = Counter()
    for seed in range(GAMES):
        try:
            counts += play(turns_of(seed, LENGTH), begun_with).counts
        except Broken as broken:
            pytest.fail(f"seed {seed}\n{_report(shorten(broken, begun_with, seconds=60))}")
    assert len(lacking(counts, 1)) < len(TURNS) / 2, told(counts)
    made = {name for name in CATALOG.stored if counts[f"{name} C"]}
    assert len(made) > len(CATALOG.stored) / 2, sorted(set(CATALOG.stored) - made)


def _report(broken: Broken) -> str:
    turns = "\n".join(f"  {turn}" for turn in broken.turns)
    return f"{broken.said}\n{turns}\n{broken.journal}\n{broken.trace}"


@pytest.mark.soak
def test_random_turns_for_as_long_as_one_wants(begun_with: Path, request: pytest.FixtureRequest) -> None:
    minutes = float(request.config.getoption("--minutes"))
    first = int(request.config.getoption("--seed")) or int(time.time())
    until, seed = time.monotonic() + 60 * minutes, first
    counts: Counter[str] = Counter()
    slowest, wrong = (0.0, ""), []
    while time.monotonic() < until or seed == first:
        try:
            game = play(turns_of(seed, LENGTH + seed % 4 * 30), begun_with)
            counts += game.counts + Counter({"games": 1, "turns": game.turns})
            slowest = max(slowest, game.slowest)
        except Broken as broken:
            wrong.append(f"seed {seed}, turn {len(broken.turns)}\n{_report(shorten(broken, begun_with, seconds=90))}")
            sys.stdout.write(f"\n{wrong[-1]}\n")
        seed += 1
    sys.stdout.write(f"\nseeds {first} to {seed - 1}: {counts['turns']} turns, {counts['operations']} operations in ")
    sys.stdout.write(f"{counts['games']} games; slowest turn {slowest[0]:.1f} s ({slowest[1]})\n{told(counts)}\n")
    assert wrong == []
    assert lacking(counts, max(1, int(minutes / 4))) == {}
    assert unmade(counts) == []
    kinds = "CUD" if minutes >= 5 else "C"
    names = [f"{name} {kind}" for name in CATALOG.stored for kind in kinds]
    assert [name for name in names if not counts[name]] == []
