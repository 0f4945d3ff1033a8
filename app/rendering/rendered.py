"""What a renderer is told and what it gives back."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.file.writing import write_atomically
from app.words.problems import Problem


@dataclass(frozen=True, slots=True)
class Lacking:
    """A letter that no font of the paper has: the number beside the sign in its place, and the texts that have it."""

    number: int
    letter: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper: how many pages (sheets of a workbook) and what a person should know of them."""

    pages: int
    problems: tuple[Problem, ...] = ()
    lacking: tuple[Lacking, ...] = ()


def deliver(target: BinaryIO | Path, content: bytes) -> None:
    """Write `content` into a stream, or to a path whole or not at all; ProblemError when that cannot be done."""
    if isinstance(target, Path):
        write_atomically(target, content)
    else:
        target.write(content)
