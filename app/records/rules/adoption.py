"""The rules of adoptions: one city gives, nothing comes back to who gave it, and one is dropped on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import or_, select

from app.records.rules.one_alone import refuse_several
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.adoption import Adoption
from db.session import FileSession

_GIVER = Place(field="giver_id")


def has_one_giver(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an adoption from a city with its record and from one by its name alone at once."""
    text = mark("La da una ciudad con ficha o una que se escribe, no las dos.")
    return refuse_several(row, ("giver_id", "giver_name"), text)


def gives_to_another(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an adoption by the very city that gives."""
    if not isinstance(row, Adoption) or row.giver_id is None or row.giver_id != row.municipality_id:
        return []
    text = mark("Una ciudad no adopta de sí misma.")
    return [Problem(text, mark("Elija otra ciudad que la dé, o que la adopte."), _GIVER)]


def reason_has_its_day(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse why an adoption was dropped without when: only by its day is it dropped."""
    if not isinstance(row, Adoption) or not row.dropped_why or row.dropped_on is not None:
        return []
    text = mark("Dice por qué se dejó, pero no cuándo.")
    return [Problem(text, mark("Escriba el día, el mes o el año."), Place(field="dropped_on"))]


def chain_does_not_turn(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse what would bring an experience back to a city from which it came, over however many cities.

    What was dropped brought nothing.
    """
    asked = [row for row in rows if isinstance(row, Adoption) and row.giver_id is not None and row.dropped_on is None]
    takers = _takers(session, asked)
    text = mark("La cadena de adopciones vuelve a la ciudad que la da.")
    refused = Problem(text, mark("Revise quién da y quién adopta esta experiencia."), _GIVER)
    return [
        replace(refused, place=replace(_GIVER, record=row.id))
        for row in asked
        if row.giver_id != row.municipality_id
        and _leads_to(row.municipality_id, str(row.giver_id), takers[row.experience_id])
    ]


def adoptions_stand_apart(session: FileSession, joined: Entity) -> list[Problem]:
    """Refuse that two cities, or two experiences, become one where an adoption would lead back to who gave it."""
    of_it = or_(
        *(column == joined.id for column in (Adoption.giver_id, Adoption.municipality_id, Adoption.experience_id))
    )
    rows = session.scalars(select(Adoption).where(of_it)).all()
    if not chain_does_not_turn(session, rows) and not any(gives_to_another(session, row) for row in rows):
        return []
    text = mark("Entre las dos hay una adopción, que volvería a la ciudad que la da.")
    return [Problem(text, mark("Elimine antes esa adopción, o cambie una de sus ciudades."))]


def _takers(session: FileSession, asked: Iterable[Adoption]) -> Mapping[str, Mapping[str, set[str]]]:
    """Return, by experience and giving city, the cities that take: as they are stored, but for those that are asked."""
    own = {row.id: row for row in asked}
    experiences = {row.experience_id for row in own.values()}
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    given = select(Adoption.id, Adoption.experience_id, Adoption.giver_id, Adoption.municipality_id)
    gives = Adoption.giver_id.is_not(None), Adoption.dropped_on.is_(None)
    stored = session.execute(given.where(Adoption.experience_id.in_(experiences), *gives))
    for key, experience, giver, taker in stored:
        if key not in own:
            found[experience][str(giver)].add(taker)
    for row in own.values():
        found[row.experience_id][str(row.giver_id)].add(row.municipality_id)
    return found


def _leads_to(city: str, wanted: str, takers: Mapping[str, set[str]]) -> bool:
    """Tell whether what `city` has came to `wanted`, from one city to the next."""
    seen, ahead = {city}, [city]
    while ahead:
        for taker in takers.get(ahead.pop(), ()):
            if taker == wanted:
                return True
            if taker not in seen:
                seen.add(taker)
                ahead.append(taker)
    return False
