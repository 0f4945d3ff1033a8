"""Why an experience may serve a demand: each reason by itself, all of one weight."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import asin, cos, radians, sin, sqrt
from types import MappingProxyType

from app.matching.facts import City, Demand, Facts, Practice
from db.exchange import Reason

MOST_TIMES = 2
"""How many times as populous one city may be as the other: from half to twice. Our choice, no source sets one."""
NEAR_KM = 150
"""Kilometres below which two cities are neighbours. Our choice, no source sets one."""
EARTH_KM = 6_371.0088
"""The mean radius of the Earth (IUGG)."""
_DEGREE = 1_000_000
"""Microdegrees in a degree, in which coordinates are kept."""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason that holds for a demand and an experience, with what it is said of.

    `cities` are that of the demand and the one of the experience that the reason names, `pairs` the themes, the inner
    one and the one within which it lies, which are the same where both have it; `units` keys; `codes` languages; `km`
    between the cities.
    """

    reason: Reason
    cities: tuple[City, City] | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    units: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    km: float = 0.0


def reasons_for(facts: Facts, demand: Demand, practice: Practice) -> tuple[Because, ...]:
    """Return the reasons why an experience may serve a demand, in their order, without those that do not count."""
    found = (look(facts, demand, practice) for reason, look in _LOOKS.items() if reason not in demand.aside)
    return tuple(each for each in found if each is not None)


def kilometres(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how far two places are from each other, given by latitude and longitude in microdegrees."""
    (north, east), (far_north, far_east) = ((radians(each / _DEGREE) for each in place) for place in (one, other))
    half = sin((far_north - north) / 2) ** 2 + cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def _theme(facts: Facts, demand: Demand, practice: Practice) -> Because | None:
    shared = demand.themes & practice.themes
    pairs = {(each, each) for each in shared}
    for inner, others in ((demand.themes, practice.themes), (practice.themes, demand.themes)):
        pairs |= {(each, above) for each in inner - shared for above in facts.above(each) if above in others}
    if not pairs:
        return None
    return Because(Reason.THEME, pairs=tuple(sorted(pairs, key=lambda pair: _rank(facts, pair))))


def _rank(facts: Facts, pair: tuple[str, str]) -> tuple[object, ...]:
    """Put the themes in common before those that lie one within the other, each by name."""
    inner, outer = (facts.themes.get(key) for key in pair)
    return pair[0] != pair[1], inner.name if inner else "", outer.name if outer else "", *pair


def _population(_: Facts, demand: Demand, practice: Practice) -> Because | None:
    """Compare with the city of the experience that is nearest in size, of those whose figure is recorded."""
    own = demand.city.population
    sized = [(_times(own, city.population), city) for city in practice.cities if own and city.population]
    if not sized:
        return None
    times, city = min(sized, key=lambda each: (each[0], each[1].name, each[1].id))
    return Because(Reason.POPULATION, (demand.city, city)) if times <= MOST_TIMES else None


def _times(one: int | None, other: int | None) -> Fraction:
    """Return how many times the smaller of two figures, both more than none, goes into the greater."""
    least, most = sorted((one or 1, other or 1))
    return Fraction(most, least)


def _language(_: Facts, demand: Demand, practice: Practice) -> Because | None:
    for city in practice.cities:
        shared = demand.city.languages & city.languages
        if shared:
            return Because(Reason.LANGUAGE, (demand.city, city), codes=tuple(sorted(shared)))
    return None


def _unit(facts: Facts, demand: Demand, practice: Practice) -> Because | None:
    for city in practice.cities:
        shared = demand.city.units & city.units
        if shared:
            units = sorted(shared, key=lambda unit: (facts.units.get(unit, unit), unit))
            return Because(Reason.UNIT, (demand.city, city), units=tuple(units))
    return None


def _neighbours(_: Facts, demand: Demand, practice: Practice) -> Because | None:
    here = demand.city.place
    away = [(kilometres(here, city.place), city) for city in practice.cities if here and city.place]
    if not away:
        return None
    km, city = min(away, key=lambda each: (each[0], each[1].name, each[1].id))
    return Because(Reason.NEIGHBOURS, (demand.city, city), km=km) if km < NEAR_KM else None


def _running(_: Facts, _demand: Demand, practice: Practice) -> Because | None:
    return Because(Reason.RUNNING) if practice.running else None


def _permission(_: Facts, _demand: Demand, practice: Practice) -> Because | None:
    return Because(Reason.PERMISSION) if practice.permitted else None


_LOOKS: Mapping[Reason, Callable[[Facts, Demand, Practice], Because | None]] = MappingProxyType(
    {
        Reason.THEME: _theme,
        Reason.POPULATION: _population,
        Reason.LANGUAGE: _language,
        Reason.UNIT: _unit,
        Reason.NEIGHBOURS: _neighbours,
        Reason.RUNNING: _running,
        Reason.PERMISSION: _permission,
    }
)
