"""What is known of the forums of MERCOSUR today: the presidency, bodies and seats, meetings, routes and norms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.meetings.sitting import Sitting
from db.entities.meeting import MeetingState
from db.entities.step import StepState
from db.reach import EVERYTHING, Reach
from db.values import Money, PartialDate


@dataclass(frozen=True, slots=True)
class Presidency:
    """The pro tempore presidency in force; `country` (ISO 3166-1) is None where it is disputed or vacant."""

    id: str
    name: str
    country: str | None
    starts: PartialDate | None
    ends: PartialDate | None


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of a body of a forum; `within` is the key of the one that contains it, None of none or elsewhere."""

    id: str
    body_id: str
    name: str
    series: str
    code: str
    first: date | None
    last: date | None
    place: str
    city: str
    state: MeetingState
    presidency: str
    country: str
    """The country that presided (ISO 3166-1), empty where nobody did or it is not known."""
    within: str | None = None

    @property
    def is_off(self) -> bool:
        """Whether it is suspended."""
        return self.state is MeetingState.CANCELLED


@dataclass(frozen=True, slots=True)
class ForumBody:
    """A forum or a body inside one, `level` steps below it, with who sits there today and the meetings beside today."""

    id: str
    name: str
    acronym: str
    level: int
    sittings: Sequence[Sitting]
    last: Held | None = None
    next: Held | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of a route: before whom, when it was done or is expected, and what came of it."""

    name: str
    state: StepState
    done_on: date | None
    due_on: date | None
    instance: str
    result: str


@dataclass(frozen=True, slots=True)
class Route:
    """How far a record has come: its steps in their order, for how many days the next is waited for, and if it is late.

    Whether it is late says the record (`Routed.is_late`): one that has ended is not.
    """

    stops: Sequence[Stop] = ()
    waiting_days: int | None = None
    is_late: bool = False

    @property
    def next(self) -> Stop | None:
        """The first step that is still to be done."""
        return next((each for each in self.stops if each.state is StepState.PLANNED), None)


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation: to whom it goes, its route, and what was answered, the stored word, empty of no answer."""

    id: str
    name: str
    number: str
    day: PartialDate | None
    addressee: str
    result: str
    answered_on: date | None
    route: Route

    @property
    def is_on_its_way(self) -> bool:
        """Whether an answer is waited for by a step that is still to be done."""
        return not self.result and self.route.next is not None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal to the FOCEM: its programme (the stored word), its cities, for how much, and its route."""

    id: str
    name: str
    programme: str
    cities: str
    amount: Money | None
    share: int | None
    route: Route


@dataclass(frozen=True, slots=True)
class Cited:
    """A norm by both its citations, and whether what it obliges to is met (the stored word, empty if not known)."""

    id: str
    cited_as: str
    name: str
    organ: str
    verified_as: str
    verified_by: str
    verified_on: date | None
    compliance: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it; bodies stand as a tree is read, meetings from the newest on. `reach` is what it was read from."""

    today: date
    presidency: Presidency | None
    bodies: Sequence[ForumBody]
    meetings: Sequence[Held]
    recommendations: Sequence[Recommended]
    proposals: Sequence[Proposed]
    norms: Sequence[Cited]
    reach: Reach = EVERYTHING

    def within(self, meeting: Held) -> Sequence[Held]:
        """Return the meetings that one contains, the first before the others."""
        inside = [each for each in self.meetings if each.within == meeting.id]
        return sorted(inside, key=lambda each: (each.first is None, each.first or self.today, each.name))

    @property
    def outermost(self) -> Sequence[Held]:
        """The meetings that stand in no other."""
        return [each for each in self.meetings if each.within is None]

    @property
    def unverified(self) -> Sequence[Cited]:
        """The norms whose citation nobody has compared with the official text."""
        return [each for each in self.norms if each.verified_on is None]
