"""To whom the letters of a meeting go: who is convened, as whom, and in which language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from app.words.words import LANGUAGES
from db.entities.attendance import Attendance
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.session import FileSession
from db.spans import holds_on, on


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who a letter goes to: a person with the post held on the day, or a city or organisation of which none is named.

    `city` has its `country` (ISO 3166-1) where it is one. `language` is one of the program, empty where none is known.
    """

    person: str
    treatment: str
    post: str
    city: str
    country: str
    organisation: str
    language: str


def read_addressees(session: FileSession, meeting_id: str, day: date) -> tuple[Addressee, ...]:
    """Return who is convened to a meeting, in the order of its list; the posts are those of `day`.

    The language is the one that the person prefers, else the first of the city or organisation that there is here.
    """
    rows = session.execute(
        select(Attendance, Person, Municipality, Organisation)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .outerjoin(Municipality, Municipality.id == Attendance.municipality_id)
        .outerjoin(Organisation, Organisation.id == Attendance.organisation_id)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.position, Attendance.id)
    ).all()
    posts = _posts(session, [row.person_id for row, *_ in rows if row.person_id], day)
    return tuple(
        _addressee(row, posts.get(row.person_id or "", ()), (person, city, organisation))
        for row, person, city, organisation in rows
    )


def _addressee(
    row: Attendance, held: "Sequence[_Held]", found: tuple[Person | None, Municipality | None, Organisation | None]
) -> Addressee:
    person, city, organisation = found
    place = row.municipality_id or row.organisation_id
    post = next((each for each in held if place in {None, each.place_id}), None)
    if place is None and post is not None:
        city, organisation = post.city, post.organisation
    spoken = (each.languages for each in (city, organisation) if each is not None)
    return Addressee(
        person=person.name if person is not None else "",
        treatment=(person.treatment or "") if person is not None else "",
        post=post.name if post is not None else "",
        city=city.short_name if city is not None else "",
        country=(city.country or "") if city is not None else "",
        organisation=organisation.name if organisation is not None else "",
        language=_language(person.language if person is not None else None, *spoken),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """A post that a person holds, and where."""

    name: str
    place_id: str | None
    city: Municipality | None
    organisation: Organisation | None


def _posts(session: FileSession, people: Sequence[str], day: date) -> dict[str, tuple[_Held, ...]]:
    """Return the posts that people hold on a day, those at the head of a government first, then the latest."""
    found = session.execute(
        select(Tenure.person_id, Post, Municipality, Organisation)
        .join(Post, Post.id == Tenure.post_id)
        .outerjoin(Municipality, Municipality.id == Post.municipality_id)
        .outerjoin(Organisation, Organisation.id == Post.organisation_id)
        .where(Tenure.person_id.in_(people), holds_on(Tenure.starts, Tenure.ends, on(day)))
        .order_by(
            case((Post.role == "head_of_government", 0), else_=1),
            func.coalesce(Tenure.starts, "").desc(),
            Tenure.id,
        )
    ).all()
    held: dict[str, tuple[_Held, ...]] = {}
    for person, post, city, organisation in found:
        one = _Held(post.name, post.municipality_id or post.organisation_id, city, organisation)
        held[person] = (*held.get(person, ()), one)
    return held


def _language(*said: str | None) -> str:
    codes = (code.strip() for each in said if each for code in each.split(","))
    return next((code for code in codes if code in LANGUAGES), "")
