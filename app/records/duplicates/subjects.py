"""What is compared of each record to tell whether two are one: its name, what it shares, and where it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import func, select

from app.words.folding import fold
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.experience import Experience, experience_municipality
from db.entities.municipality import GovernmentKind, Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.session import FileSession


@dataclass(slots=True)
class Subject:
    """A record as it is compared.

    `group` parts what can never be one (cities of two countries), `tokens` are telling when two share one (an e-mail,
    an acronym), and `places` must meet, unless one of the two records has none.
    """

    id: str
    title: str
    name: str
    group: str = ""
    tokens: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def may_meet(self, other: "Subject") -> bool:
        """Tell whether the places of two records let them be one."""
        return not self.places or not other.places or bool(self.places & other.places)


def read_cities(session: FileSession) -> Iterable[Subject]:
    """Return the cities: a state is never a city, and one of another province is another."""
    found = select(
        Municipality.id,
        Municipality.short_name,
        Municipality.country,
        Municipality.subdivision,
        Municipality.government_kind,
    )
    for key, name, country, subdivision, kind in session.execute(found):
        group = f"{country} {kind == GovernmentKind.STATE.value}"
        yield Subject(key, name, fold(name), group, places={subdivision} if subdivision else set())


def read_people(session: FileSession) -> Iterable[Subject]:
    """Return the people, with their e-mails and the places of their posts."""
    people = {key: Subject(key, name, fold(name)) for key, name in session.execute(select(Person.id, Person.name))}
    emails = select(ContactPoint.person_id, ContactPoint.value).where(ContactPoint.kind == ContactKind.EMAIL.value)
    for owner, email in session.execute(emails):
        if owner is not None:
            people[owner].tokens.add(email.casefold())
    place = func.coalesce(Post.municipality_id, Post.organisation_id, Post.body_id)
    for key, at in session.execute(select(Tenure.person_id, place).join(Post, Post.id == Tenure.post_id)):
        people[key].places.add(at)
    return people.values()


def read_organisations(session: FileSession) -> Iterable[Subject]:
    """Return the organisations, with their acronyms."""
    for key, name, acronym in session.execute(select(Organisation.id, Organisation.name, Organisation.acronym)):
        tokens = {fold(part) for part in (acronym or "").split("/")} - {""}
        yield Subject(key, name, fold(name), tokens=tokens)


def read_experiences(session: FileSession) -> Iterable[Subject]:
    """Return the experiences, with their cities."""
    known = select(Experience.id, Experience.name)
    experiences = {key: Subject(key, name, fold(name)) for key, name in session.execute(known)}
    links = experience_municipality.c
    for key, city in session.execute(select(links.experience_id, links.municipality_id)):
        experiences[key].places.add(city)
    return experiences.values()


SUBJECTS: Mapping[str, Callable[[FileSession], Iterable[Subject]]] = MappingProxyType(
    {
        "municipality": read_cities,
        "person": read_people,
        "organisation": read_organisations,
        "experience": read_experiences,
    }
)
"""How the records of each entity are read, for those that are compared."""
