"""Which contacts somebody has to make sure of: mandates that ended and those not confirmed for long."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, not_, select

from app.network.homonyms import homonyms
from db.entities.body import Body
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure, TenureState
from db.session import FileSession
from db.spans import ended_before, parameters, today
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class ToVerify:
    """A person in a post of which nobody is sure; `email` is that of the post, else the person's."""

    tenure_id: str
    person_id: str
    person: str
    post: str
    place: str
    country: str
    state: TenureState
    ends: PartialDate | None
    verified_on: date | None
    email: str
    phone: str


def contacts_to_verify(session: FileSession, day: date) -> tuple[ToVerify, ...]:
    """Return the tenures that ended or are to verify on `day`: ended ones first, then by country, place and name.

    One that ended is left out when somebody else took the post since: there is nothing to ask.
    """
    found = session.connection().execute(_tenures(), parameters(day, session.language))
    names = homonyms(session)
    contacts = [
        ToVerify(
            tenure_id=row.id,
            person_id=row.person_id,
            person=row.person,
            post=row.post,
            place=names.get(row.municipality_id, row.place or ""),
            country=row.country or "",
            state=TenureState.of(row.state),
            ends=row.ends,
            verified_on=row.verified_on,
            email=row.email or "",
            phone=row.phone or "",
        )
        for row in found
    ]
    return tuple(sorted(contacts, key=lambda each: (each.state is not TenureState.ENDED, not each.country)))


def _tenures() -> Select[*tuple[Any, ...]]:
    state = Tenure.tenure_state
    place = func.coalesce(Municipality.short_name, Organisation.title(), Body.title())
    country = func.coalesce(Municipality.country, Organisation.country)
    return (
        select(
            Tenure.id,
            Tenure.person_id,
            Person.name.label("person"),
            Post.name.label("post"),
            Post.municipality_id,
            place.label("place"),
            country.label("country"),
            state.label("state"),
            Tenure.ends,
            Tenure.verified_on,
            func.coalesce(Post.email, Person.email).label("email"),
            func.coalesce(Post.phone, Person.phone).label("phone"),
        )
        .join_from(Tenure, Person, Person.id == Tenure.person_id)
        .join(Post, Post.id == Tenure.post_id)
        .outerjoin(Municipality, Municipality.id == Post.municipality_id)
        .outerjoin(Organisation, Organisation.id == Post.organisation_id)
        .outerjoin(Body, Body.id == Post.body_id)
        .where(
            state != TenureState.CURRENT.value,
            not_(and_(ended_before(Tenure.ends, today()), Tenure.succeeded())),
        )
        .order_by(
            country,
            func.coalesce(Municipality.short_name_key, Organisation.title_key(), Body.title_key()),
            Person.name_key,
            Tenure.id,
        )
    )
