"""The experiences on each theme, read once for whatever counts them by themes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.namesakes import titles_apart
from db.entities.experience import Experience, experience_municipality, experience_theme
from db.session import FileSession
from db.store import Store
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class Told:
    """An experience: its cities with what they are called, its state and permission, and the last year it speaks of."""

    id: str
    cities: Sequence[tuple[str, str]]
    state: str
    permission: str
    running: bool
    last: int | None


def read_told(session: FileSession, store: Store) -> Mapping[str, Told]:
    """Return all experiences by their keys, cities in the order in which they were linked."""
    asked = (Experience.id, Experience.state, Experience.permission, Experience.running)
    rows = session.execute(select(*asked, Experience.starts, Experience.ends).order_by(Experience.id)).all()
    sides = select(experience_municipality.c.experience_id, experience_municipality.c.municipality_id)
    cities = session.execute(sides.order_by(experience_municipality.c.id)).all()
    names = titles_apart(session, store, "municipality", {city for _, city in cities})
    held = defaultdict[str, list[tuple[str, str]]](list)
    for key, city in cities:
        held[key].append((city, names[city]))
    return {
        row.id: Told(
            row.id, held[row.id], row.state, row.permission, bool(row.running), _last_year(row.starts, row.ends)
        )
        for row in rows
    }


def by_theme(session: FileSession, told: Mapping[str, Told]) -> Mapping[str, Sequence[Told]]:
    """Return the experiences that are linked to each theme itself."""
    links = session.execute(select(experience_theme.c.theme_id, experience_theme.c.experience_id)).all()
    found = defaultdict[str, list[Told]](list)
    for theme, key in links:
        found[theme].append(told[key])
    return found


def walk(key: str, below: Mapping[str | None, Sequence[str]]) -> Iterator[str]:
    """Return a theme and all below it, each before what is below it.

    One that lies within itself, as what is undone by itself can leave it, is met once.
    """
    met, ahead = {key}, [key]
    while ahead:
        found = ahead.pop()
        yield found
        below_it = [each for each in below.get(found, ()) if each not in met]
        met.update(below_it)
        ahead += reversed(below_it)


def _last_year(*days: PartialDate | None) -> int | None:
    return max((day.year for day in days if day is not None), default=None)
