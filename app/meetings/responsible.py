"""Who answers for a resolution, as people read it: the city, the body and the person together."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from app.network.homonyms import homonyms
from db.entities.body import Body
from db.entities.municipality import Municipality
from db.entities.person import Person
from db.entities.resolution import Resolution
from db.session import FileSession


def read_responsible(session: FileSession, ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Give, by the key of each resolution of `ids`, the names that are known.

    They are those of `Resolution.responsible`, in the language of the reader and told from their homonyms.
    """
    found = session.execute(
        select(
            Resolution.id,
            Resolution.municipality_id,
            Municipality.short_name,
            Body.title(),
            Person.name,
        )
        .outerjoin(Municipality, Municipality.id == Resolution.municipality_id)
        .outerjoin(Body, Body.id == Resolution.body_id)
        .outerjoin(Person, Person.id == Resolution.person_id)
        .where(Resolution.id.in_(ids)),
        session.reader,
    )
    told_apart = homonyms(session, country_is_said=False)
    return {
        key: tuple(filter(None, (told_apart.get(city_id or "", city), body, person)))
        for key, city_id, city, body, person in found
    }
