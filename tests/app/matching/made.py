"""Facts made by hand, for reasons and orders that need no file."""

from collections.abc import Mapping

from app.matching.facts import City, Demand, Facts, Practice, Said, Theme
from db.exchange import Reason

HERE = City("here", "Azul")
THERE = City("there", "Tandil")
THEMES = {
    "line": Theme("line", "Cohesión social"),
    "care": Theme("care", "Cuidados", "line"),
    "infancy": Theme("infancy", "Primera infancia", "care"),
    "water": Theme("water", "Agua"),
}


def facts_of(
    demands: tuple[Demand, ...] = (),
    practices: tuple[Practice, ...] = (),
    said: Mapping[tuple[str, str], Said] | None = None,
) -> Facts:
    """Return facts of these demands and experiences, with four themes, three of them one within the other."""
    return Facts(
        {each.id: each for each in demands},
        {each.id: each for each in practices},
        THEMES,
        {"u": "Cultura", "v": "Ambiente"},
        said or {},
    )


def demand(
    city: City = HERE,
    *themes: str,
    id: str = "need",
    aside: frozenset[Reason] = frozenset(),
    is_open: bool = True,
) -> Demand:
    """Return a demand of a city on these themes."""
    return Demand(id, "Jardines", city, frozenset(themes), is_open=is_open, aside=aside)


def practice(
    *cities: City,
    id: str = "done",
    name: str = "Espacios de cuidado",
    themes: frozenset[str] = frozenset(),
    running: bool = False,
    permitted: bool = False,
) -> Practice:
    """Return an experience of these cities."""
    return Practice(id, name, cities, themes, running=running, permitted=permitted)
