"""What each thematic unit did in a term: who sat on it, its plan, its meetings and activities, and its report."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.network.terms import Term
from app.plan import BoardLine
from app.words.words import mark
from db.entities.body import BodyKind
from db.entities.seat import SeatRole
from db.reach import EVERYTHING, Reach
from db.values import PartialDate, Percent, RecordKey

UNIT_KINDS = (BodyKind.THEMATIC_UNIT.value, BodyKind.WORKING_GROUP.value)
"""The bodies that are units: joint groups are working groups."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits on a unit in the term: the city or the organisation, what it is called, and in which role.

    `seat` is the key of one of the rows that say so: of two of one role, one after the other, either.
    """

    holder: RecordKey
    name: str
    role: SeatRole
    seat: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting in the term that is not suspended: which bodies meet, and whether it was held."""

    id: str
    name: str
    day: date | None
    held: bool
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity that is not suspended: which bodies organise it, its line, and whether its day is in the term."""

    id: str
    units: frozenset[str]
    line_id: str | None
    in_term: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a unit was asked for: the commitment, until when it is due, and when it was received if it was."""

    id: str
    due_on: date | None
    received: bool
    received_on: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """The actions of a unit in the plan of the term, counted; `progress` is the mean of the `measured`, None of none.

    `by_line` says how many there are in each line, by its key.
    """

    actions: int = 0
    done: int = 0
    measured: int = 0
    progress: Percent | None = None
    by_line: Mapping[str, int] = field(default_factory=dict)


NO_PLAN = UnitPlan()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with all that is known of it in the term; `joins` are the units that a joint group is made of."""

    id: str
    name: str
    joins: Sequence[str] = ()
    seats: Sequence[Seated] = ()
    plan: UnitPlan = NO_PLAN
    reports: Sequence[Report] = ()

    def seated(self, role: SeatRole) -> Sequence[Seated]:
        """Return who sits on it in a role."""
        return [each for each in self.seats if each.role is role]

    @property
    def members(self) -> Sequence[Seated]:
        """Each that sits on it once, whatever its roles."""
        return list({each.holder: each for each in reversed(self.seats)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class AxisOfUnits:
    """An axis of the term, or of any, with the units that it groups."""

    id: str
    name: str
    units: frozenset[str]


NOBODY_CAME = mark("De esta gestión no está registrado quién vino a las reuniones.")
"""What is said in place of who did not come."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A city that came to no meeting: what it is called, its country (ISO 3166-1) and since when it is a member."""

    id: str
    name: str
    country: str
    member_since: PartialDate | None


@dataclass(frozen=True, slots=True)
class Facts:
    """A term with its units, in the order of their names, and all that is counted of them; `reach` is what was read."""

    term: Term
    today: date
    units: Sequence[Unit]
    lines: Sequence[BoardLine]
    axes: Sequence[AxisOfUnits]
    meetings: Sequence[Gathering]
    activities: Sequence[Planned]
    secretariats: frozenset[str]
    """The bodies that are the Secretaría Técnica Permanente."""
    boards: frozenset[str]
    """The bodies that are the Comisión Directiva."""
    absent: Sequence[Absent] | None
    """The cities that are members today and came to no meeting of the term; None where it is recorded of nobody."""
    reach: Reach = EVERYTHING

    @property
    def unit_ids(self) -> tuple[str, ...]:
        """The keys of the units, in their order."""
        return tuple(unit.id for unit in self.units)

    @property
    def coordination(self) -> Sequence[Gathering]:
        """The meetings of units with the Secretaría Técnica Permanente or the Comisión Directiva, by their days."""
        units, others = frozenset(self.unit_ids), self.secretariats | self.boards
        found = (each for each in self.meetings if each.bodies & units and each.bodies & others)
        return sorted(found, key=lambda each: (each.day is None, each.day or self.today, each.name))

    def says_something(self, unit: Unit) -> bool:
        """Tell whether anything is known of a unit in the term: who sits there, its plan, its meetings, its report."""
        met = any(unit.id in each.bodies for each in self.meetings)
        return bool(unit.seats or unit.plan.actions or unit.reports or met or self.activities_of(unit.id))

    def meetings_with(self, unit: str, others: Collection[str]) -> int:
        """Count the meetings of a unit with any of `others`."""
        return sum(unit in each.bodies and not each.bodies.isdisjoint(others) for each in self.meetings)

    def activities_of(self, unit: str) -> int:
        """Count the activities in the term that a unit organises."""
        return sum(each.in_term and unit in each.units for each in self.activities)

    def activities_with(self, unit: str, others: Collection[str]) -> int:
        """Count the activities in the term that a unit does with any of `others`."""
        return sum(
            each.in_term and unit in each.units and not each.units.isdisjoint(others) for each in self.activities
        )
