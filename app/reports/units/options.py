"""What a person chooses of the units on paper: of which term, and which parts."""

from dataclasses import dataclass

from app.network.term_choices import expect_term_of_today
from app.reports.units.parts import PARTS
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)


@dataclass(frozen=True, slots=True)
class Options:
    """The term and the names of the parts; all of them unless said otherwise."""

    record_id: str
    parts: frozenset[str] = ALL_PARTS


def default_options(store: Store) -> Options:
    """Return the term that runs, else the latest; ProblemError when none is recorded."""
    return Options(expect_term_of_today(store))
