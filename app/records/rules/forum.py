"""The rules of recommendations, norms, proposals, studies and relations of cities."""

from sqlalchemy import select

from app.records.rules.one_alone import refuse_several
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.city_relation import CityRelation
from db.entities.norm import Norm
from db.entities.recommendation import Recommendation
from db.entities.study import Study
from db.session import FileSession


def has_one_addressee(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a recommendation to several at once."""
    names = ("to_organisation_id", "to_body_id", "to_municipality_id")
    text = mark("El destinatario es un organismo, una instancia o una ciudad, uno solo.")
    return refuse_several(row, names, text)


def has_one_executor(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a proposal that a city and an organisation carry out at once."""
    text = mark("La ejecuta una ciudad o un organismo, no los dos.")
    return refuse_several(row, ("municipality_id", "organisation_id"), text)


def has_one_author(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a study of an organisation and a person at once."""
    text = mark("El estudio es de un organismo o de una persona, no de los dos.")
    return refuse_several(row, ("organisation_id", "person_id"), text)


def is_of_two_cities(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a relation of a city with itself."""
    if not isinstance(row, CityRelation) or not row.municipality_id:
        return []
    if row.municipality_id != row.other_municipality_id:
        return []
    text = mark("Es una relación de la ciudad consigo misma.")
    return [Problem(text, mark("Elija la otra ciudad."), Place(field="other_municipality_id"))]


def cities_stand_apart(session: FileSession, city: Entity) -> list[Problem]:
    """Refuse that two cities become one while a relation of both is recorded: it says something, and is not dropped."""
    of_it = CityRelation.municipality_id == city.id, CityRelation.other_municipality_id == city.id
    if session.scalar(select(CityRelation.id).where(*of_it).limit(1)) is None:
        return []
    text = mark("Entre las dos hay una relación, que sería de la ciudad consigo misma.")
    return [Problem(text, mark("Elimine antes esa relación, o cambie una de sus ciudades."))]


def citation_is_verified_whole(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a verified citation without who compared it with the official text and when, and the reverse."""
    if not isinstance(row, Norm):
        return []
    said = {"verified_as": row.verified_as, "verified_by": row.verified_by, "verified_on": row.verified_on}
    empty = [name for name, value in said.items() if not value]
    if not empty or len(empty) == len(said):
        return []
    text = mark("De la cita comprobada se anota cuál es, quién la comprobó y qué día.")
    return [Problem(text, place=Place(field=empty[0]))]


def answer_has_its_result(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a day or words of an answer that does not say what was answered."""
    if not isinstance(row, Recommendation) or row.result or not (row.answer or row.answered_on):
        return []
    return [Problem(mark("Falta el resultado de la respuesta."), place=Place(field="result"))]


def days_of_study_are_in_order(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a study that is due or delivered before it was ordered."""
    if not isinstance(row, Study) or row.ordered_on is None:
        return []
    return [
        Problem(mark("Se entrega antes de encargarse."), mark("Revise las dos fechas."), Place(field=name))
        for name, day in (("due_on", row.due_on), ("delivered_on", row.delivered_on))
        if day is not None and day.last_day < row.ordered_on.first_day
    ]
