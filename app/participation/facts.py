"""What is counted of who came: by city, by country and by the body that met; who was never seen, and on what basis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.network.terms import Term
from app.words.words import mark
from db.values import PartialDate, Percent

WHOLE = 100

BASIS = mark(
    "Cuentan las reuniones y actividades no suspendidas que ya tuvieron lugar y de las que está anotado quién vino. "
    "Está convocada toda delegación de la lista de asistencia, la invitada también; vino la presente o representada, "
    "con su titular o con un suplente."
)
"""What is counted, in words, wherever it is told who came."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which gatherings are counted, either may be open; or a term, of which no days are said.

    A meeting may say itself of which term it is, so a term is more than its days.
    """

    term: Term | None = None
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How often somebody stood on a list of attendance, and how often of these they came or were represented."""

    convened: int
    came: int

    @property
    def share(self) -> Percent | None:
        """How much of what they were convened to they came to, in whole percents; None where they never were."""
        if not self.convened:
            return None
        return Percent(round(self.came * WHOLE / self.convened) * 1000)


@dataclass(frozen=True, slots=True)
class OfCity:
    """A city that was convened in the span; `last` is the last day, until the end of the span, on which it was seen."""

    id: str
    name: str
    country: str
    counted: Counted
    last: date | None


@dataclass(frozen=True, slots=True)
class OfCountry:
    """A country (ISO 3166-1): its delegations, how many of its cities were convened, and how many of them came."""

    country: str
    cities: int
    seen: int
    counted: Counted


@dataclass(frozen=True, slots=True)
class OfBody:
    """A body: how many meetings and activities of it are counted, and the delegations at them."""

    id: str
    name: str
    is_unit: bool
    meetings: int
    activities: int
    counted: Counted


@dataclass(frozen=True, slots=True)
class Unseen:
    """A city that is a member today and was never seen in the span; `last` is the last day before on which it was."""

    id: str
    name: str
    country: str
    member_since: PartialDate | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is counted of a span; `unrecorded` are its meetings and activities of which nobody noted who came."""

    span: Span
    today: date
    meetings: int
    activities: int
    unrecorded: int
    cities: Sequence[OfCity]
    countries: Sequence[OfCountry]
    bodies: Sequence[OfBody]
    unseen: Sequence[Unseen]
    every: Counted
    """All delegations, of cities, organisations and countries."""
