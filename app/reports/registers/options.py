"""What a person chooses of the registers: of which term, or of all of them, and which registers."""

from dataclasses import dataclass

from app.network.term_choices import running_term
from app.reports.registers.parts import PARTS
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)


@dataclass(frozen=True, slots=True)
class Options:
    """The term, empty or None for all of them, and the names of the registers; all of them unless said otherwise."""

    record_id: str | None = None
    parts: frozenset[str] = ALL_PARTS


def default_options(store: Store) -> Options:
    """Return the term that runs: an officer renders accounts of that one. Where none runs, the whole file."""
    return Options(running_term(store))
