"""What a person chooses of the plan on paper: of which period, and which parts."""

from dataclasses import dataclass

from app.plan import plan_of_today
from app.reports.plan.parts import PARTS
from db.store import Store

ALL_PARTS = frozenset(part.name for part in PARTS)


@dataclass(frozen=True, slots=True)
class Options:
    """The period of the plan, empty or None for the plan of no period, and the names of the parts; all by default."""

    record_id: str | None = None
    parts: frozenset[str] = ALL_PARTS


def default_options(store: Store) -> Options:
    """Return the plan that the room begins with, whole."""
    return Options(plan_of_today(store).period_id)
