"""Names as people read them: several one after another, and those of files."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.words.folding import fold

BETWEEN_NAMES = " · "
"""What stands between the names of which the title of a record is made, or that answer for one thing."""


def file_name(path: Path) -> str:
    """Return the name of a file as a text that can be shown and stored; letters of another encoding become `�`."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def join_names(names: Iterable[str]) -> str:
    """Return names one after another, as the titles of records have them; empty ones are left out."""
    return BETWEEN_NAMES.join(filter(None, names))


def within(text: str) -> str:
    """Return what a kind of record is called as it stands within a sentence: "propuestas al FOCEM"."""
    return " ".join(word if _is_acronym(word) else word.lower() for word in text.split(" "))


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def tell_apart(details: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return what tells namesakes from each other, by their keys, of what is said of each, as much of each.

    It is the last thing that alone tells all of them apart, else all that is said.
    """
    rows = list(details.values())
    places = reversed(range(len(rows[0]))) if rows else ()
    alone = next((at for at in places if len({row[at] for row in rows}) == len(rows)), None)
    return {key: join_names(row) if alone is None else row[alone] for key, row in details.items()}


def ways_to_tell(text: str) -> Iterator[tuple[str, str]]:
    """Return how `text` can be a name and, after it, what tells it apart: the longest name first."""
    parts = text.split(BETWEEN_NAMES)
    for at in reversed(range(1, len(parts))):
        yield BETWEEN_NAMES.join(parts[:at]), BETWEEN_NAMES.join(parts[at:])


def is_told_by(told: str, details: Iterable[str]) -> bool:
    """Tell whether `told`, written after a name, is said of a record by some of its `details`, or more exactly."""
    said = _folded(told)
    known = [_folded(detail) for detail in details if detail]
    return any(each <= said for each in known) or said <= set().union(*known)


def _folded(text: str) -> set[str]:
    return {fold(part) for part in text.split(BETWEEN_NAMES)}
