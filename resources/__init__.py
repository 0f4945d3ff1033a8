"""Data files that ship with the program: words, fonts, map, gazetteer, starter and sample data."""

from pathlib import Path


def path(name: str) -> Path:
    """Return the path of the shipped file `name` (relative, with `/`), from source and frozen alike.

    Raises FileNotFoundError when the program was packed without it.
    """
    found = Path(__file__).parent / name
    if not found.exists():
        raise FileNotFoundError(found)
    return found
