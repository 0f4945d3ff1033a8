"""The fictitious people of the sample, their posts, mandates and ways to reach them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.file.starter import read_rows
from app.records.positions import spread
from app.sample.cities import Cities
from app.sample.days import months_before
from app.words.values import split_phones
from db.entities.body import Body
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class Holders:
    """Who speaks for a place, by its key: the liaison when there is one, or else the head of government."""

    by_place: Mapping[str, Person]

    def of(self, place: str) -> Person | None:
        """Return the person of the city or body with key `place`, None when nobody is in office."""
        return self.by_place.get(place)


def add_people(session: FileSession, today: date, cities: Cities, bodies: Mapping[str, Body]) -> Holders:
    """Add people, posts and tenures; mandates began and end as many months from `today` as their row says."""
    holders: dict[str, Person] = {}
    for row in read_rows("sample/people.csv"):
        city = (
            cities.find(f"{row['city']} ({row['subdivision']})" if row["subdivision"] else row["city"])
            if row["city"]
            else None
        )
        body = bodies[row["body"]] if row["body"] else None
        person = _person(row)
        post = _post(row, city.id if city else None, body.id if body else None)
        tenure = _tenure(row, person, post, today)
        session.add_all([person, post, tenure, *_contact_points(row, person)])
        if not row["ends"].startswith("-"):
            holders[str(post.municipality_id or post.body_id)] = person
    session.flush()
    return Holders(holders)


def _person(row: Mapping[str, str]) -> Person:
    return Person(
        id=new_key(), name=row["name"], treatment=row["treatment"], language=row["language"], notes=row["notes"]
    )


def _post(row: Mapping[str, str], city: str | None, body: str | None) -> Post:
    return Post(
        id=new_key(),
        name=row["post"],
        role=row["role"],
        municipality_id=city,
        body_id=body,
        phone=_phone(row["post_phone"]),
        email=row["post_email"],
    )


def _tenure(row: Mapping[str, str], person: Person, post: Post, today: date) -> Tenure:
    ends = PartialDate.of(months_before(today, -int(row["ends"]))) if row["ends"] else None
    return Tenure(
        person_id=person.id,
        post_id=post.id,
        starts=PartialDate.of(months_before(today, int(row["starts"]))),
        ends=ends,
        verified_on=months_before(today, int(row["verified"])) if row["verified"] else None,
    )


def _contact_points(row: Mapping[str, str], person: Person) -> Iterator[ContactPoint]:
    said = ((ContactKind.EMAIL, row["email"]), (ContactKind.PHONE, _phone(row["phone"])))
    present = [(kind, value) for kind, value in said if value]
    for position, (kind, value) in spread(present):
        yield ContactPoint(person_id=person.id, position=position, kind=kind.value, value=value)


def _phone(text: str) -> str | None:
    """Return the stored form of a phone of the sample, which says its country."""
    return next((found.number for found in split_phones(text, "")), None)
