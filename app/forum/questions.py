"""What asks for the list of just what is counted of the forums."""

from collections.abc import Sequence

from app.records.catalog import Filter, Operator, Order, Query

UNVERIFIED = Query("norm", filters=(Filter("verified_on", Operator.IS_EMPTY),), order=(Order("cited_as"),))
"""The norms whose citation nobody has compared with the official text."""
_UNANSWERED = Filter("result", Operator.IS_EMPTY)
_STANDING = Filter("next_step", Operator.IS_EMPTY)
STANDING_RECOMMENDATIONS = Query(
    "recommendation", filters=(_UNANSWERED, _STANDING), order=(Order("day", descending=True),)
)
"""The recommendations that nobody has answered and for which no step is to come."""
STANDING_PROPOSALS = Query("focem_proposal", filters=(_STANDING,), order=(Order("name"),))
"""The proposals for which no step is to come."""


_GOING = Filter("next_step", Operator.IS_FILLED)
GOING_RECOMMENDATIONS = Query("recommendation", filters=(_UNANSWERED, _GOING), order=(Order("day", descending=True),))
"""The recommendations that nobody has answered and that wait for a step."""
GOING_PROPOSALS = Query("focem_proposal", filters=(_GOING,), order=(Order("name"),))
"""The proposals that wait for a step."""


def meetings_of(bodies: Sequence[str]) -> Query:
    """Return what asks for the meetings of bodies, the newest first."""
    return Query(
        "meeting",
        filters=(Filter("body_id", Operator.ONE_OF, tuple(bodies)),),
        order=(Order("starts_on", descending=True),),
    )
