"""The keys of records: made, and all those of a list held as the one text in which they come from the engine."""

from collections.abc import Sequence
from operator import eq
from typing import overload

import uuid_utils

KEY_LENGTH = 32


def new_key() -> str:
    """Return a new primary key: a UUIDv7 as 32 hexadecimal digits, so that two laptops never give one key twice."""
    return uuid_utils.uuid7().hex


def key_of(*parts: str) -> str:
    """Return the key that says what a row is by `parts`: two laptops that make the same row give it the same key."""
    import hashlib  # here, for the frame of the window makes no such key and waits for it

    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:KEY_LENGTH]


class Keys(Sequence[str]):
    """Keys in their order, equal to any other sequence of the same ones.

    A key is cut out of the text when somebody looks at it: a list of 100,000 shows some forty of them.
    """

    __slots__ = ("_count", "_text")

    def __init__(self, text: str = "") -> None:
        """Hold the keys that `text` has, one after another with nothing between."""
        self._text = text
        self._count = len(text) // KEY_LENGTH

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return the key at a place, or a list of those within a slice; IndexError beyond the last."""
        if isinstance(at, slice):
            return [self._key(place) for place in range(*at.indices(self._count))]
        place = at + self._count if at < 0 else at
        if not 0 <= place < self._count:
            raise IndexError(at)
        return self._key(place)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._place(key) >= 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Keys):
            return self._text == other._text
        return isinstance(other, Sequence) and len(other) == len(self) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # as a list has none

    def __repr__(self) -> str:
        return f"Keys({list(self)!r})"

    def index(self, key: str, start: int = 0, stop: int | None = None) -> int:
        """Return the place of a key; ValueError when it is not among those from `start` to before `stop`."""
        place = self._place(key, start)
        if place < 0 or (stop is not None and place >= stop):
            raise ValueError(key)
        return place

    def _key(self, place: int) -> str:
        return self._text[place * KEY_LENGTH : (place + 1) * KEY_LENGTH]

    def _place(self, key: str, start: int = 0) -> int:
        """Find a key where one begins: it may also stand across two others."""
        found = self._text.find(key, start * KEY_LENGTH) if len(key) == KEY_LENGTH else -1
        while found % KEY_LENGTH and found >= 0:
            found = self._text.find(key, found + 1)
        return found // KEY_LENGTH if found >= 0 else -1
