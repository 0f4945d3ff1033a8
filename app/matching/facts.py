"""What is known of demands, of experiences and of their cities, by which the ones may serve the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from db.exchange import Reason, Verdict
from db.reach import EVERYTHING, Reach
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class City:
    """A city: its inhabitants, where it is (microdegrees), its languages (ISO 639), and the units where it sits today.

    What is not recorded is None, or empty.
    """

    id: str
    name: str
    population: int | None = None
    place: tuple[int, int] | None = None
    languages: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a city asks for; `aside` are the reasons that do not count for it."""

    id: str
    name: str
    city: City
    themes: frozenset[str] = frozenset()
    until: PartialDate | None = None
    is_open: bool = True
    aside: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class Practice:
    """An experience: the cities of which it is, by name, and whether it still runs and may be published."""

    id: str
    name: str
    cities: tuple[City, ...] = ()
    themes: frozenset[str] = frozenset()
    running: bool = False
    permitted: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: what it is called, and within which one it is."""

    id: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What an officer said of an experience for a demand, and why; `id` is the row that keeps it."""

    id: str
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it, by keys; verdicts by the demand and the experience, adoptions by the experience and the city.

    Adoptions that were dropped are none. `reach` is what it was read from.
    """

    demands: Mapping[str, Demand]
    practices: Mapping[str, Practice]
    themes: Mapping[str, Theme]
    units: Mapping[str, str]
    said: Mapping[tuple[str, str], Said] = field(default_factory=dict)
    adoptions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    reach: Reach = EVERYTHING

    def above(self, theme: str) -> Iterator[str]:
        """Return the themes within which one lies, the nearest first; one that lies within itself is met once."""
        met = {theme}
        found = self.themes.get(theme)
        while found is not None and found.parent is not None and found.parent not in met:
            met.add(found.parent)
            yield found.parent
            found = self.themes.get(found.parent)
