"""The rules of a city."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.municipality import Municipality
from db.session import FileSession
from db.sorting import unaccented


def name_is_free(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a second city of the same name, country and subdivision, of the same kind of government or place."""
    cities = [row for row in rows if isinstance(row, Municipality)]
    namesakes = _namesakes(session, {unaccented(city.short_name) for city in cities})
    text = mark("Ya hay una ciudad «{name}» en ese país y esa provincia.")
    hint = mark("Si es la misma, abra esa; si es otra, distíngala por la provincia o el tipo de gobierno.")
    return [
        Problem(text, hint, Place(field="short_name", record=city.id), {"name": city.short_name})
        for city in cities
        if any(_is_twin(city, other) for other in namesakes.get(unaccented(city.short_name), ()))
    ]


def _namesakes(session: FileSession, names: Iterable[str]) -> Mapping[str, list[Municipality]]:
    """Return the stored cities with these folded names, by them."""
    found: dict[str, list[Municipality]] = {}
    for city in session.scalars(select(Municipality).where(Municipality.short_name_key.in_(names))):
        found.setdefault(unaccented(city.short_name), []).append(city)
    return found


def _is_twin(city: Municipality, other: Municipality) -> bool:
    if other.id == city.id or (other.country, other.subdivision) != (city.country, city.subdivision):
        return False
    # The kind is often not known yet when the gazetteer gives the place.
    same_place = city.geonames_id is not None and other.geonames_id == city.geonames_id
    return same_place or other.government_kind == city.government_kind


def place_is_whole(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a subdivision of another country, and a latitude without its longitude."""
    if not isinstance(row, Municipality):
        return []
    problems = []
    if row.country and row.subdivision and not row.subdivision.startswith(f"{row.country}-"):
        problems.append(Problem(mark("Esa provincia o estado no es de ese país."), place=Place(field="subdivision")))
    if (row.latitude is None) != (row.longitude is None):
        field = "longitude" if row.longitude is None else "latitude"
        problems.append(Problem(mark("La latitud y la longitud van juntas."), place=Place(field=field)))
    return problems
