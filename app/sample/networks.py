"""Other networks in the sample: cities in them and our contact with each, all of it fictitious, as each row says."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from app.file.starter import read_rows
from app.sample.cells import day_of, partial_day_of, with_source
from app.sample.cities import Cities, organisation_called
from app.sample.days import months_before
from db.base import Entity
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.interaction import Interaction
from db.entities.network_membership import NetworkMembership
from db.entities.person import Person
from db.entities.post import Post, PostRole
from db.entities.tenure import Tenure
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate


def add_networks(session: FileSession, today: date, cities: Cities) -> None:
    """Add the memberships of cities in other networks, and who our contact in some of them is."""
    session.add_all(_membership(session, row, today, cities) for row in read_rows("sample/network_memberships.csv"))
    for row in read_rows("sample/network_contacts.csv"):
        session.add_all(_contact(session, row, today))


def _membership(session: FileSession, row: Mapping[str, str], today: date, cities: Cities) -> NetworkMembership:
    return NetworkMembership(
        id=new_key(),
        municipality_id=cities.find(row["city"]).id,
        organisation_id=organisation_called(session, row["organisation"]).id,
        role=row["role"] or None,
        starts=partial_day_of(row["starts"], today),
        ends=partial_day_of(row["ends"], today),
        notes=with_source(row),
    )


def _contact(session: FileSession, row: Mapping[str, str], today: date) -> Iterator[Entity]:
    """Yield a person in a post of an organisation since so many months, and what was said with them, if anything."""
    organisation = organisation_called(session, row["organisation"])
    person = Person(
        id=new_key(),
        name=row["name"],
        treatment=row["treatment"],
        language=row["language"],
        notes="Persona ficticia del ejemplo.",
    )
    post = Post(
        id=new_key(),
        name=row["post"],
        role=PostRole.INTERNATIONAL_RELATIONS.value,
        organisation_id=organisation.id,
        phone=row["post_phone"],
        email=row["post_email"],
    )
    since = PartialDate.of(months_before(today, int(row["starts"])))
    yield from (person, post)
    yield Tenure(person_id=person.id, post_id=post.id, starts=since, verified_on=months_before(today, 1))
    yield ContactPoint(person_id=person.id, position=0, kind=ContactKind.EMAIL.value, value=row["email"])
    if row["text"]:
        yield Interaction(
            id=new_key(),
            day=day_of(row["called"], today),
            kind=row["kind"],
            text=row["text"],
            next_step=row["next"] or None,
            next_on=today + timedelta(days=int(row["next_days"])) if row["next_days"] else None,
            people=[person],
            organisations=[organisation],
        )
