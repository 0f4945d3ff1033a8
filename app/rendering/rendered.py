"""What a renderer is told and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass

from app.problems import Problem

Progress = Callable[[int, int], None]
"""Is told how many pages or sheets of how many are ready; what it raises goes through, to cancel the work."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper: how many pages (sheets of a workbook) and what a person should know of them."""

    pages: int
    problems: tuple[Problem, ...] = ()


def ignore_progress(_done: int, _total: int) -> None:
    """Stand for the progress that nobody asked for."""
