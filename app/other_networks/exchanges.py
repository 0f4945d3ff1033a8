"""The exchange of experiences read of the file: the themes of the line of other networks, and what is said on each."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from app.experiences.on_themes import Told, by_theme, read_told, walk
from app.other_networks.facts import LINE, Exchange
from app.records.namesakes import titles_apart
from db.entities.theme import Theme
from db.session import FileSession
from db.store import Store
from db.values import RecordKey


def read_exchanges(session: FileSession, store: Store) -> Sequence[Exchange]:
    """Return the themes of the line that have none of the line within them, and those above with experiences alone."""
    rows = session.execute(select(Theme.id, Theme.parent_id, Theme.plan_line).order_by(Theme.position, Theme.id)).all()
    of_line = [row.id for row in rows if (row.plan_line or "").strip() == LINE]
    above = {row.parent_id for row in rows if row.id in of_line}
    below = defaultdict[str | None, list[str]](list)
    for row in rows:
        below[row.parent_id].append(row.id)
    names = titles_apart(session, store, "theme", of_line)
    linked = by_theme(session, read_told(session, store))
    made = []
    for key in of_line:
        themes = (key,) if key in above else tuple(walk(key, below))
        found = {each.id: each for theme in themes for each in linked.get(theme, ())}
        if found or key not in above:
            made.append(_exchange(key, names[key], themes, list(found.values())))
    return made


def _exchange(key: str, name: str, themes: tuple[str, ...], told: Sequence[Told]) -> Exchange:
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
