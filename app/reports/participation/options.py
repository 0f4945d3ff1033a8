"""What a person chooses of participation: a term, or from which day to which, and which parts."""

from dataclasses import dataclass
from datetime import date

from app.network.term_choices import running_term
from app.reports.participation.parts import PARTS
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)


@dataclass(frozen=True, slots=True)
class Options:
    """The term, empty or None for all of them; the days, which count in its place where one is said; the parts."""

    record_id: str | None = None
    starts: date | None = None
    ends: date | None = None
    parts: frozenset[str] = ALL_PARTS


def default_options(store: Store) -> Options:
    """Return the term that runs; where none does, all that is recorded."""
    return Options(running_term(store))
