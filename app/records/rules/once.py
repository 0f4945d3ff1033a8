"""What is said once among the rows of a kind: which of them say again what another says already."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

What = TypeVar("What")


def said_again(stored: Sequence[tuple[str, What]], wanted: Mapping[str, What]) -> frozenset[str]:
    """Return the keys of the rows that are written and say what another row says, stored or written with them.

    `stored` are rows as the file has them, by their keys in their order, and `wanted` those that are written as they
    will be: two of these may exchange what they say.
    """
    now = sorted(wanted.items())
    # What nobody writes comes before what stays as it is, and that before what changes to the same.
    others = [each for each in stored if each[0] not in wanted]
    stays = [(key, what) for key, what in stored if key in wanted and wanted[key] == what]
    first: dict[What, str] = {}
    for key, what in (*others, *stays, *now):
        first.setdefault(what, key)
    return frozenset(key for key, what in now if first[what] != key)
