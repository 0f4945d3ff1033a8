"""What is known of the other networks today, and of the experiences on the themes of the line that speaks of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.screens.contacted import SILENT_MONTHS
from db.reach import EVERYTHING, Reach
from db.values import PartialDate, RecordKey

LINE = "4"
"""The number of the line of the plan that speaks of other networks and of the exchange of experiences."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who holds a post there today: the key and the name of the person, the post, and since when, if that is known."""

    id: str
    name: str
    post: str
    since: PartialDate | None


@dataclass(frozen=True, slots=True)
class Joint:
    """How much is done together: activities, actions of the plan, agreements in force, and projects."""

    activities: int = 0
    actions: int = 0
    agreements: int = 0
    projects: int = 0

    @property
    def any(self) -> bool:
        """Whether there is any of it."""
        return bool(self.activities or self.actions or self.agreements or self.projects)


@dataclass(frozen=True, slots=True)
class Belonging:
    """A city that is a member of ours and in the network today: in which role, empty of none, and since when."""

    id: str
    name: str
    role: str
    since: PartialDate | None


@dataclass(frozen=True, slots=True)
class Network:
    """A network of cities or an association; `silent_months` is None where no note names it."""

    id: str
    name: str
    acronym: str
    kind: str
    """The stored word of its kind, empty of none."""
    contacts: Sequence[Contact]
    last_contact: date | None
    silent_months: int | None
    cities: Sequence[Belonging]
    joint: Joint

    @property
    def is_silent(self) -> bool:
        """Whether nobody has spoken with it for long, or ever."""
        return self.silent_months is None or self.silent_months >= SILENT_MONTHS

    @property
    def is_known(self) -> bool:
        """Whether there is something to speak of: a contact, a city of ours in it, or something done together."""
        return bool(self.contacts or self.cities or self.joint.any)

    @property
    def wants_a_call(self) -> bool:
        """Whether it should be spoken with: it is one of those with whom we have to do, and nobody has for long."""
        return self.is_silent and self.is_known

    @property
    def months(self) -> float:
        """For how many months nobody has spoken with it; more than any number where nobody ever has."""
        return float("inf") if self.silent_months is None else self.silent_months


@dataclass(frozen=True, slots=True)
class Exchange:
    """A theme of the line with its experiences: the cities that have one, and the year of the last, if any is known.

    `themes` are the keys of the theme and of those within it, which the list of its experiences asks for.
    """

    id: str
    name: str
    themes: tuple[str, ...]
    experiences: int
    cities: Sequence[tuple[RecordKey, str]]
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it; networks stand as `in_order` says, themes in their own. `reach` is what it was read from."""

    today: date
    networks: Sequence[Network]
    exchanges: Sequence[Exchange]
    reach: Reach = EVERYTHING

    @property
    def silent(self) -> Sequence[Network]:
        """The networks with which nobody has spoken for long, or ever."""
        return [each for each in self.networks if each.is_silent]

    @property
    def without(self) -> Sequence[Exchange]:
        """The themes on which there is no experience."""
        return [each for each in self.exchanges if not each.experiences]


def in_order(networks: Sequence[Network]) -> Sequence[Network]:
    """Return networks so that those which want a call come first, the longest silence before the others.

    Then those that were spoken with lately, and last those with which there is nothing to do; each by the silence, and
    those of one silence as they are given.
    """
    return sorted(networks, key=lambda each: (not each.wants_a_call, not each.is_known, -each.months))
