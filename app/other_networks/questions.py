"""What asks for the list of just what is counted of the other networks: one question behind each count."""

from app.records.catalog import Filter, Operator, Order, Query
from app.screens.contacted import SILENT as SILENT_VIEW
from app.screens.organisations import ARE_NETWORKS
from db.cooperation import AgreementState, ProjectState
from db.entities.activity import ActivityState
from db.entities.membership import MembershipState
from db.entities.plan_action import ActionState
from db.values import RecordKey

TAKES_PLACE = tuple(state.value for state in ActivityState if state is not ActivityState.CANCELLED)
"""The states of the activities that are counted."""
HOLDS = tuple(each.value for each in (AgreementState.IN_FORCE, AgreementState.EXPIRING, AgreementState.UNDATED))
"""The states of the agreements that are in force."""
COUNTS = tuple(each.value for each in ProjectState if each not in (ProjectState.REFUSED, ProjectState.DROPPED))
"""The states of the projects that are counted."""

NETWORKS = Query("organisation", filters=ARE_NETWORKS.filters, order=(Order("name"),))
"""The networks and associations."""
SILENT = Query(
    "organisation",
    filters=(*ARE_NETWORKS.filters, *SILENT_VIEW.filters),
    order=(Order("silent_months", descending=True), Order("name")),
)
"""Those with which nobody has spoken for long, or ever."""


def cities_in(network: str) -> Query:
    """Return what asks for the cities that are members of this network and in that one today."""
    within = Filter("other_networks", Operator.EQUALS, RecordKey("organisation", network))
    member = Filter("membership_state", Operator.EQUALS, MembershipState.MEMBER.value)
    return Query("municipality", filters=(within, member), order=(Order("short_name"),))


def activities_with(network: str) -> Query:
    """Return what asks for the activities that are done with a network, but for those that are suspended."""
    filters = (_linked(network), Filter("state", Operator.ONE_OF, TAKES_PLACE))
    return Query("activity", filters=filters, order=(Order("starts_on", descending=True),))


def actions_with(network: str) -> Query:
    """Return what asks for the actions of any plan that are done with a network, but for those without effect."""
    filters = (_linked(network), Filter("state", Operator.NOT_EQUALS, ActionState.DROPPED.value))
    return Query("plan_action", filters=filters, order=(Order("line_id"), Order("order")))


def agreements_with(network: str) -> Query:
    """Return what asks for the agreements with a network that are in force."""
    filters = (_linked(network), Filter("agreement_state", Operator.ONE_OF, HOLDS))
    return Query("agreement", filters=filters, order=(Order("ends"), Order("name")))


def projects_with(network: str) -> Query:
    """Return what asks for the projects that a network funds or takes part in, but for those that came to nothing."""
    named = Filter("counterparts", Operator.EQUALS, RecordKey("organisation", network))
    return Query("project", filters=(named, Filter("state", Operator.ONE_OF, COUNTS)), order=(Order("name"),))


def experiences_on(themes: tuple[str, ...]) -> Query:
    """Return what asks for the experiences on any of these themes."""
    on = Filter("themes", Operator.EQUALS, themes[0])
    filters = (on,) if len(themes) == 1 else (Filter("themes", Operator.ONE_OF, themes),)
    return Query("experience", filters=filters, order=(Order("starts", descending=True), Order("name")))


def _linked(network: str) -> Filter:
    return Filter("organisations", Operator.EQUALS, network)
