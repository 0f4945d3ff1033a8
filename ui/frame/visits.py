"""What was seen, step by step: the way back to it and forward again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.records.catalog import Query
    from app.words.fields import RecordKey
    from ui.frame.review import Review

MOST = 100
"""Steps that are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was seen: a room, what its list asked for, the record that was shown, and which face of the room."""

    room: str
    query: "Query | None" = None
    record: "RecordKey | None" = None
    face: str = ""

    def is_typed_on(self, other: "Visit") -> bool:
        """Tell whether `other` differs in the words alone by which the list is filtered: they come letter by letter."""
        if self.query is None or other.query is None:
            return False
        return replace(other, query=replace(other.query, words=self.query.words)) == self


class Visits:
    """The steps, and which of them is seen."""

    def __init__(self) -> None:
        """Begin without steps."""
        self._visits: Sequence[Visit] = ()
        self._at = -1

    def note(self, visit: Visit) -> None:
        """Take what is seen now as the next step; what was forward of the last is forgotten."""
        now = self.at(0)
        if now == visit:
            return
        kept = self._at if now is not None and now.is_typed_on(visit) else self._at + 1
        self._visits = (*self._visits[:kept], visit)[-MOST:]
        self._at = len(self._visits) - 1

    def at(self, step: int) -> Visit | None:
        """Return what was seen `step` steps on from now, back for less than 0; None when there is none."""
        at = self._at + step
        return self._visits[at] if 0 <= at < len(self._visits) else None

    def go(self, step: int) -> None:
        """Be `step` steps on."""
        self._at += step

    def settle(self, visit: Visit) -> None:
        """Take what is seen now in place of what was gone to: it may be no more as it was."""
        if self._at >= 0:
            self._visits = (*self._visits[: self._at], visit, *self._visits[self._at + 1 :])


@dataclass(frozen=True, slots=True)
class Kept:
    """What a frame that is made anew takes over: where the person is in each room, what they saw and go through."""

    places: Mapping[str, object]
    visits: Visits
    review: "Review | None"
