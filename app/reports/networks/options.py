"""What a person chooses of the other networks on paper: which parts."""

from dataclasses import dataclass

from app.reports.networks.parts import PARTS
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)


@dataclass(frozen=True, slots=True)
class Options:
    """The names of the parts; all of them unless said otherwise."""

    parts: frozenset[str] = ALL_PARTS


def default_options(_: Store) -> Options:
    """Return all of it."""
    return Options()
