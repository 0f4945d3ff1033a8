"""How a figure is measured: medians of several runs, said as a ratio to a floor measured in the same run."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Several runs of one thing, in milliseconds."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.runs)

    @property
    def slow(self) -> float:
        """The run that 95 of 100 are not slower than."""
        return sorted(self.runs)[min(len(self.runs) - 1, int(len(self.runs) * 0.95))]


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that one run takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def timed_alone(work: Callable[[], object]) -> float:
    """Return what `timed` does, but for the collector of garbage: it looks through nothing that was there before."""
    gc.collect()
    gc.freeze()
    try:
        return timed(work)
    finally:
        gc.unfreeze()


def repeated(work: Callable[[], object], times: int = 5) -> Timing:
    """Run `work` several times, after one that does not count."""
    work()
    return Timing(tuple(timed(work) for _ in range(times)))


def in_turns(works: Sequence[Callable[[], object]], times: int = 5) -> list[Timing]:
    """Run several things in turns, so that a slow moment of the machine falls on all of them."""
    for work in works:
        work()
    runs = [[timed(work) for work in works] for _ in range(times)]
    return [Timing(tuple(run[at] for run in runs)) for at in range(len(works))]


def tell(what: str, measured: float, floor: float, goal: str) -> None:
    """Print one line: what was measured, the floor beside it, and their ratio."""
    ratio = measured / floor if floor else float("inf")
    sys.stdout.write(f"\n{what}: {measured:.1f} ms, floor {floor:.1f} ms, ratio {ratio:.2f} (goal {goal})")


def tell_plain(what: str, measured: float, unit: str, goal: str) -> None:
    """Print one line about a figure that has a goal of its own and no floor."""
    sys.stdout.write(f"\n{what}: {measured:.1f} {unit} (goal {goal})")
