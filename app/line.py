"""A line that leads somewhere, as pages that are composed below the window say it: of a grid, or of a row of pieces."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.document import Tone
from app.records.catalog import Query
from app.words.fields import RecordKey


@dataclass(frozen=True, slots=True)
class Line:
    """What is said, in the language of its reader, and what it leads to: a list, a record, or nothing."""

    text: str
    query: Query | None = None
    record: RecordKey | None = None
    tone: Tone = Tone.PLAIN

    @property
    def leads(self) -> bool:
        """Whether it leads somewhere."""
        return self.query is not None or self.record is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page: its pieces, and how many steps it stands below the first of its section."""

    pieces: Sequence[Line]
    level: int = 0
    is_head: bool = False
    """Whether those below it belong to it, as the seats to a body."""

    @property
    def said(self) -> str:
        """All of it in one line."""
        return " ".join(piece.text for piece in self.pieces)
