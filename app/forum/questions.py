"""What asks for the list of just what is counted of the forums."""

from collections.abc import Sequence

from app.records.catalog import Filter, Operator, Order, Query
from app.screens.belonging import ON_THEIR_WAY
from app.screens.forum import UNANSWERED
from app.screens.forum import UNVERIFIED as NOT_VERIFIED

UNVERIFIED = Query("norm", filters=NOT_VERIFIED.filters, order=(Order("cited_as"),))
"""The norms whose citation nobody has compared with the official text."""
_STANDING = (Filter("next_step", Operator.IS_EMPTY),)
_LATEST = (Order("day", descending=True),)
STANDING_RECOMMENDATIONS = Query("recommendation", filters=(*UNANSWERED.filters, *_STANDING), order=_LATEST)
"""The recommendations that nobody has answered and for which no step is to come."""
STANDING_PROPOSALS = Query("focem_proposal", filters=_STANDING, order=(Order("name"),))
"""The proposals for which no step is to come."""
GOING_RECOMMENDATIONS = Query("recommendation", filters=(*UNANSWERED.filters, *ON_THEIR_WAY.filters), order=_LATEST)
"""The recommendations that nobody has answered and that wait for a step."""
GOING_PROPOSALS = Query("focem_proposal", filters=ON_THEIR_WAY.filters, order=(Order("name"),))
"""The proposals that wait for a step."""


def meetings_of(bodies: Sequence[str]) -> Query:
    """Return what asks for the meetings of bodies, the newest first."""
    return Query(
        "meeting",
        filters=(Filter("body_id", Operator.ONE_OF, tuple(bodies)),),
        order=(Order("starts_on", descending=True),),
    )
