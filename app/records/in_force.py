"""Whether a tenure, a seat or a state in the network holds on a day, said once for all that show only those."""

from datetime import date

from app.records.reading import Record
from db.entities.tenure import TenureState
from db.spans import holds
from db.values import PartialDate


def is_in_force(row: Record, day: date) -> bool:
    """Tell whether a row with a beginning and an end holds on `day`: a tenure by its derived state, others by dates."""
    state = row.values.get("tenure_state")
    if state is not None:
        return state != TenureState.ENDED.value
    starts, ends = row.values.get("starts"), row.values.get("ends")
    return holds(
        starts if isinstance(starts, PartialDate) else None, ends if isinstance(ends, PartialDate) else None, day
    )
