"""The rules of who sits on a body, and who comes to a meeting or an activity."""

from collections.abc import Sequence

from app.records.rules.one_alone import filled
from app.records.rules.tree import comes_back
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.seat import Seat
from db.session import FileSession


def has_one_holder(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a seat of no one, or of several of a city, an organisation and a country at once."""
    holders = filled(row, ("municipality_id", "organisation_id", "country"))
    if len(holders) == 1:
        return []
    text = mark("El integrante tiene que ser una ciudad, un organismo o un país, uno solo.")
    return [Problem(text, place=Place(field=holders[1] if holders else "municipality_id"))]


def comes_from_one_place(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an attendance of no one, or of a city and an organisation at once."""
    places = filled(row, ("municipality_id", "organisation_id"))
    if len(places) > 1:
        text = mark("La asistencia es de una ciudad o de un organismo, no de los dos.")
        return [Problem(text, place=Place(field="organisation_id"))]
    if not places and not getattr(row, "person_id", None):
        text = mark("Falta quién asiste: una ciudad, un organismo o una persona.")
        return [Problem(text, place=Place(field="municipality_id"))]
    return []


def is_of_one_occasion(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an attendance of nothing, or of a meeting and an activity at once."""
    if bool(getattr(row, "meeting_id", None)) != bool(getattr(row, "activity_id", None)):
        return []
    text = mark("La asistencia es a una reunión o a una actividad, una de las dos.")
    return [Problem(text, place=Place(field="meeting_id"))]


def alternates_stand_in_turn(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse the alternate of a seat of another body, of itself, or of one that is its own alternate."""
    problems = []
    own = {row.id: row for row in rows if isinstance(row, Seat)}
    for row in own.values():
        above = row.alternate_of_id or ""
        other = own.get(above) or session.get(Seat, above)
        place = Place(field="alternate_of_id", record=row.id)
        if other is not None and other.body_id != row.body_id:
            text = mark("Es suplente de un integrante de otra instancia.")
            problems.append(Problem(text, place=place))
        elif comes_back(session, row, "alternate_of_id", own):
            text = mark("No puede ser suplente de sí mismo, ni de quien es su suplente.")
            problems.append(Problem(text, place=place))
    return problems
