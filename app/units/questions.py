"""What asks for the list of just what is counted of units in a term: one question behind each count."""

from app.network.terms import Term
from app.records.catalog import Filter, Operator, Order, Query
from db.entities.activity import ActivityState
from db.entities.commitment import CommitmentState
from db.entities.meeting import AHEAD, TOOK_PLACE
from db.entities.membership import MembershipState
from db.entities.plan_action import ActionState
from db.values import RecordKey

Keys = tuple[str, ...]
TAKES_PLACE = tuple(state.value for state in ActivityState if state is not ActivityState.CANCELLED)
"""The states of the activities that are counted."""


def meetings(term: Term, *sides: Keys, states: tuple[str, ...] = (*TOOK_PLACE, *AHEAD)) -> Query:
    """Return what asks for the meetings of a term at which a body of each of `sides` meets."""
    met = (_any("held_by", tuple(RecordKey("body", key) for key in side)) for side in sides)
    fallen = Filter("terms", Operator.EQUALS, RecordKey("period", term.id))
    return Query("meeting", filters=(fallen, *met, _any("state", states)), order=(Order("starts_on"),))


def activities(term: Term, *sides: Keys) -> Query:
    """Return what asks for the activities whose day is in a term and which a body of each of `sides` organises."""
    organised = (_any("units", side) for side in sides)
    within = [Filter("starts_on", Operator.AT_LEAST, term.starts.first_day)] if term.starts is not None else []
    within += [Filter("starts_on", Operator.AT_MOST, term.ends.last_day)] if term.ends is not None else []
    dated = tuple(within) or (Filter("starts_on", Operator.IS_FILLED),)
    return Query("activity", filters=(*organised, *dated, _any("state", TAKES_PLACE)), order=(Order("starts_on"),))


def activities_of_lines(units: Keys, lines: Keys) -> Query:
    """Return what asks for the activities of units that belong to lines of a plan, whenever they are."""
    filters = (_any("units", units), _any("line_id", lines), _any("state", TAKES_PLACE))
    return Query("activity", filters=filters, order=(Order("starts_on"),))


def actions(units: Keys, lines: Keys) -> Query:
    """Return what asks for the actions of units in lines of a plan, but for those without effect."""
    counted = Filter("state", Operator.NOT_EQUALS, ActionState.DROPPED.value)
    filters = (_any("body_id", units), _any("line_id", lines), counted)
    return Query("plan_action", filters=filters, order=(Order("line_id"), Order("order")))


def reports(term: Term, units: Keys, *also: Filter) -> Query:
    """Return what asks for the reports of units on a term: commitments of the term for which they answer."""
    of_term = Filter("record", Operator.EQUALS, RecordKey("period", term.id))
    return Query("commitment", filters=(of_term, _any("body_id", units), *also), order=(Order("due_on"),))


def received(term: Term, units: Keys) -> Query:
    """Return what asks for the reports that were received."""
    return reports(term, units, Filter("state", Operator.EQUALS, CommitmentState.MET.value))


def missing(term: Term, units: Keys) -> Query:
    """Return what asks for the reports that are still awaited."""
    return reports(term, units, Filter("state", Operator.EQUALS, CommitmentState.OPEN.value))


def late(term: Term, units: Keys) -> Query:
    """Return what asks for the reports that are overdue."""
    return reports(term, units, Filter("overdue", Operator.EQUALS, value=True))


def absent_cities(term: Term) -> Query:
    """Return what asks for the cities that are members today and came to no meeting of the term."""
    filters = (
        Filter("membership_state", Operator.EQUALS, MembershipState.MEMBER.value),
        Filter("came_in", Operator.NOT_EQUALS, RecordKey("period", term.id)),
    )
    return Query("municipality", filters=filters, order=(Order("short_name"),))


def present_cities(term: Term) -> Query:
    """Return what asks for the cities that came to a meeting of the term, as far as it is recorded who came."""
    return Query("municipality", filters=(Filter("came_in", Operator.EQUALS, RecordKey("period", term.id)),))


def _any(field: str, values: tuple[object, ...]) -> Filter:
    return Filter(field, Operator.EQUALS, *values) if len(values) == 1 else Filter(field, Operator.ONE_OF, values)
