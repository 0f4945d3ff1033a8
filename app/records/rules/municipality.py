"""The rules of a city."""

from sqlalchemy import or_, select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.municipality import Municipality
from db.session import FileSession
from db.sorting import unaccented


def name_is_free(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse a second city of the same name, country and subdivision, of the same kind of government or place."""
    if not isinstance(row, Municipality):
        return []
    same = [Municipality.government_kind.is_not_distinct_from(row.government_kind)]
    if row.geonames_id is not None:  # the kind is often not known yet when the gazetteer gives the place
        same.append(Municipality.geonames_id == row.geonames_id)
    twin = session.scalar(
        select(Municipality.id).where(
            Municipality.id != row.id,
            Municipality.short_name_key == unaccented(row.short_name),
            Municipality.country == row.country,
            Municipality.subdivision.is_not_distinct_from(row.subdivision),
            or_(*same),
        ),
    )
    if twin is None:
        return []
    text = mark("Ya hay una ciudad «{name}» en ese país y esa provincia.")
    hint = mark("Ábrala en la lista; si es otra, distíngala por la provincia o el tipo de gobierno.")
    return [Problem(text, hint, Place(field="short_name"), {"name": row.short_name})]


def place_is_whole(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a subdivision of another country, and a latitude without its longitude."""
    if not isinstance(row, Municipality):
        return []
    problems = []
    if row.subdivision and not row.subdivision.startswith(f"{row.country}-"):
        problems.append(Problem(mark("Esa provincia o estado no es de ese país."), place=Place(field="subdivision")))
    if (row.latitude is None) != (row.longitude is None):
        field = "longitude" if row.longitude is None else "latitude"
        problems.append(Problem(mark("La latitud y la longitud van juntas."), place=Place(field=field)))
    return problems
