"""What is known of the exchange of experiences: by theme, as the tree that they are, and how far adoptions came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.exchange import AdoptionState
from db.reach import EVERYTHING, Reach
from db.values import RecordKey

Called = tuple[RecordKey, str]
"""A record, and what it is called."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is on a theme and on those below it, each once: the keys of what is counted.

    `published`, `granted` and `running` are of the experiences: with their sheet published, with permission, and still
    running. `needs` are the open demands, and `used` the adoptions that are in use.
    """

    experiences: tuple[str, ...]
    published: int
    granted: int
    running: int
    cities: tuple[Called, ...]
    countries: tuple[str, ...]
    needs: int
    used: int


@dataclass(frozen=True, slots=True)
class OnTheme:
    """A theme: how far below the root it stands, its number among the ODM, if any, and what there is.

    `themes` are its key and those of all below it. Without a key it stands for the experiences that have no theme.
    """

    id: str
    name: str
    level: int
    odm: int | None
    themes: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adoption: of what, from whom to whom, how far it came and what comes next."""

    id: str
    experience: Called
    giver: Called | None
    giver_name: str
    taker: Called
    state: AdoptionState
    reached: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it on a day; `lacking` counts by the names of the pieces the experiences that have none of each.

    `incomplete` are the experiences that lack something, of `count`. `reach` is what it was read from.
    """

    today: date
    themes: Sequence[OnTheme]
    without: OnTheme
    adoptions: Sequence[Adopted]
    lacking: Mapping[str, int]
    incomplete: int
    count: int
    reach: Reach = EVERYTHING
