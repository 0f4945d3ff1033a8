"""What is compared of each record to tell whether two are one: its name, what it shares, and where it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import func, select

from app.words.folding import fold
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.municipality import GovernmentKind, Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.tenure import Tenure
from db.fields import Kind
from db.languages import names_beside
from db.links import link_of
from db.session import FileSession


@dataclass(slots=True)
class Subject:
    """A record as it is compared.

    `group` parts what can never be one (cities of two countries), `tokens` are telling when two share one (an e-mail,
    an acronym), and `places` must meet, unless one of the two records has none. `others` are its names in other
    languages, folded as `name` is.
    """

    id: str
    title: str
    name: str
    group: str = ""
    tokens: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    others: frozenset[str] = frozenset()

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
    """Return the organisations, with their acronyms and their names in other languages."""
    beside = names_beside(Organisation, "name").values()
    found = select(Organisation.id, Organisation.name, Organisation.acronym, *beside)
    for key, name, acronym, *others in session.execute(found):
        tokens = {fold(part) for part in (acronym or "").split("/")} - {""}
        yield Subject(key, name, fold(name), tokens=tokens, others=_folded(others))


def read_any(session: FileSession, entity: str) -> Iterable[Subject]:
    """Return the records of any kind by their titles; they are where their detail says that they are."""
    info, made = session.catalog[entity], session.catalog.entity(entity)
    written = {each.name: each for each in info.stored}
    links = [name for name in info.detail if name in written and written[name].field.kind is Kind.LINKS]
    columns = [name for name in info.detail if name in written and name not in links]
    subjects = {}
    beside = names_beside(made, info.named_by[0]).values()
    found = select(made.id, made.title(), *beside, *(getattr(made, name) for name in columns))
    for key, title, *values in session.execute(found):
        others, said = values[: len(beside)], values[len(beside) :]
        places = {str(value) for value in said if value not in (None, "")}
        name = fold(str(title or ""))
        subjects[key] = Subject(key, str(title or ""), name, places=places, others=_folded(others))
    for name in links:
        link = link_of(made, name)
        for key, other in session.execute(select(link.mine, link.other)):
            subjects[key].places.add(other)
    return subjects.values()


def _folded(names: Iterable[object]) -> frozenset[str]:
    """Return names as they are compared."""
    return frozenset(filter(None, (fold(str(each or "")) for each in names)))


def read_subjects(session: FileSession, entity: str) -> Iterable[Subject]:
    """Return the records of `entity` as they are compared; KeyError for a name that is no kind."""
    match entity:
        case "municipality":
            return read_cities(session)
        case "person":
            return read_people(session)
        case "organisation":
            return read_organisations(session)
    return read_any(session, entity)
