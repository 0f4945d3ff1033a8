"""The exchange of experiences read of the file: the themes of the line of other networks, and what is said on each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.other_networks.facts import LINE, Exchange
from app.records.namesakes import titles_apart
from db.entities.experience import Experience, experience_municipality, experience_theme
from db.entities.theme import Theme
from db.session import FileSession
from db.store import Store
from db.values import PartialDate, RecordKey


def read_exchanges(session: FileSession, store: Store) -> Sequence[Exchange]:
    """Return the themes of the line that have none of the line within them, and those above with experiences alone."""
    rows = session.execute(select(Theme.id, Theme.parent_id, Theme.plan_line).order_by(Theme.position, Theme.id)).all()
    of_line = [row.id for row in rows if (row.plan_line or "").strip() == LINE]
    above = {row.parent_id for row in rows if row.id in of_line}
    below = defaultdict[str | None, list[str]](list)
    for row in rows:
        below[row.parent_id].append(row.id)
    names = titles_apart(session, store, "theme", of_line)
    linked = _experiences(session, store)
    made = []
    for key in of_line:
        themes = (key,) if key in above else tuple(_walk(key, below))
        found = {each.id: each for theme in themes for each in linked.get(theme, ())}
        if found or key not in above:
            made.append(_exchange(key, names[key], themes, list(found.values())))
    return made


def _walk(key: str, below: Mapping[str | None, Sequence[str]]) -> Iterator[str]:
    yield key
    for child in below.get(key, ()):
        yield from _walk(child, below)


@dataclass(frozen=True, slots=True)
class _Told:
    """An experience, for its theme: its cities with what they are called, and the last year of which it speaks."""

    id: str
    cities: Sequence[tuple[str, str]]
    last: int | None


def _experiences(session: FileSession, store: Store) -> Mapping[str, Sequence[_Told]]:
    links = session.execute(select(experience_theme.c.theme_id, experience_theme.c.experience_id)).all()
    keys = {key for _, key in links}
    dates = session.execute(select(Experience.id, Experience.starts, Experience.ends).where(Experience.id.in_(keys)))
    years = {key: _last_year(starts, ends) for key, starts, ends in dates}
    sides = select(experience_municipality.c.experience_id, experience_municipality.c.municipality_id)
    cities = session.execute(sides.where(experience_municipality.c.experience_id.in_(keys))).all()
    names = titles_apart(session, store, "municipality", {city for _, city in cities})
    held = defaultdict[str, list[tuple[str, str]]](list)
    for key, city in cities:
        held[key].append((city, names[city]))
    told = {key: _Told(key, held[key], years[key]) for key in keys}
    found = defaultdict[str, list[_Told]](list)
    for theme, key in links:
        found[theme].append(told[key])
    return found


def _last_year(*days: PartialDate | None) -> int | None:
    return max((day.year for day in days if day is not None), default=None)


def _exchange(key: str, name: str, themes: tuple[str, ...], told: Sequence[_Told]) -> Exchange:
    cities = {city: called for each in told for city, called in each.cities}
    named = sorted(cities.items(), key=lambda each: each[1])
    last = max((each.last for each in told if each.last is not None), default=None)
    return Exchange(
        key,
        name,
        themes,
        experiences=len(told),
        cities=tuple((RecordKey("municipality", city), called) for city, called in named),
        last_year=last,
    )
