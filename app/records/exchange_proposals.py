"""What follows for an adoption from its experience and from the demand that it comes of."""

from collections.abc import Mapping

from sqlalchemy import select

from db.base import Entity
from db.entities.adoption import Adoption
from db.entities.experience import experience_municipality
from db.entities.need import Need
from db.session import FileSession
from db.store import Store


def who_gives(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return the city of the experience, where it is of one alone and nobody else is named, nor takes it itself."""
    if not isinstance(row, Adoption) or row.giver_name:
        return {}
    links = experience_municipality.c
    of_it = links.experience_id == row.experience_id
    found = session.scalars(select(links.municipality_id).where(of_it).limit(2)).all()
    return {"giver_id": found[0]} if len(found) == 1 and found[0] != row.municipality_id else {}


def who_asked(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return the city of the demand as the one that takes it over."""
    need = session.get(Need, str(getattr(row, "need_id", "")))
    return {"municipality_id": need.municipality_id} if need is not None else {}
