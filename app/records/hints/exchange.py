"""What is said of an adoption: that its city has the experience already, or takes it over a second time."""

from sqlalchemy import not_, select

from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.adoption import Adoption
from db.entities.experience import Experience, experience_municipality
from db.session import FileSession
from db.values import RecordKey

_TAKER = Place(field="municipality_id")


def city_has_it_already(session: FileSession, row: Entity) -> list[Problem]:
    """Say that the experience which a city takes over is its own."""
    if not isinstance(row, Adoption) or not row.experience_id or not row.municipality_id:
        return []
    links = experience_municipality.c
    own = select(links.id).where(links.experience_id == row.experience_id, links.municipality_id == row.municipality_id)
    if session.scalar(own.limit(1)) is None:
        return []
    text = mark("La experiencia ya es de la ciudad que la adopta.")
    return [
        Problem(text, place=_TAKER, named=(_named(session, "experience", Experience.facts.one, row.experience_id),))
    ]


def city_takes_it_twice(session: FileSession, row: Entity) -> list[Problem]:
    """Say that the same city takes the same experience over in another adoption; of one that was dropped nothing is."""
    if not isinstance(row, Adoption) or not row.experience_id or not row.municipality_id or row.dropped_on is not None:
        return []
    same = Adoption.experience_id == row.experience_id, Adoption.municipality_id == row.municipality_id
    others = select(Adoption.id).where(*same, Adoption.id != (row.id or ""), not_(Adoption.ended()))
    found = session.scalars(others.order_by(Adoption.id)).all()
    if not found:
        return []
    text = mark("La misma ciudad ya está adoptando esta experiencia.")
    named = tuple(_named(session, "adoption", Adoption.facts.one, key) for key in found)
    return [Problem(text, place=_TAKER, named=named)]


def _named(session: FileSession, kind: str, one: str, key: str) -> Named:
    return Named(RecordKey(kind, key), Label(one), read_titles(session, kind, [key])[key])
