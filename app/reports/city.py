"""A city as the directory and its sheet print it: where it is, how to reach it, who holds its posts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select

from app.records.contact_points import show_contact
from app.words.values import show_value
from app.words.values.phones import show_phone
from app.words.words import Words
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.membership import MembershipState, membership_on
from db.entities.municipality import Municipality
from db.entities.person import Person
from db.entities.post import Post, PostRole
from db.entities.tenure import Tenure, TenureState
from db.fields import Field
from db.session import FileSession
from db.spans import on, parameters
from db.values import PartialDate

SAID_OTHERWISE = frozenset(
    [
        "short_name",
        "name",
        "country",
        "subdivision",
        "government_kind",
        "official_code",
        "population",
        "population_year",
        "population_source",
        "latitude",
        "longitude",
        "geonames_id",
        "languages",
        "web",
        "notes",
    ]
)
"""The fields of a city that its papers say in their own way, or leave out; any other is printed by its label."""

_PHONES = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach a city or a person."""

    kind: ContactKind
    value: str
    label: str

    def said(self, words: Words) -> str:
        """Write it for a person, with what it is for when that was said."""
        value = show_contact(self.kind.value, self.value, words)
        return words("{value} ({label})", value=value, label=self.label) if self.label else value


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post, or held it last, with the person's own contacts."""

    name: str
    treatment: str
    state: TenureState
    starts: PartialDate | None
    ends: PartialDate | None
    contacts: tuple[Contact, ...]

    @property
    def title(self) -> str:
        """The name after its treatment."""
        return f"{self.treatment} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class CityPost:
    """A post of a city; `holders` is empty when nobody is known to have held it."""

    name: str
    role: PostRole | None
    phone: str
    email: str
    holders: tuple[Holder, ...]

    def phones(self, words: Words) -> str:
        """Return the phone of the post and those of who holds it, a line each."""
        own = (show_phone(self.phone, words),) if self.phone else ()
        return _lines(own, self._reached(words, _PHONES))

    def emails(self, words: Words) -> str:
        """Return the e-mail of the post and those of who holds it, a line each."""
        return _lines((self.email,), self._reached(words, (ContactKind.EMAIL,)))

    def _reached(self, words: Words, kinds: Sequence[ContactKind]) -> tuple[str, ...]:
        return tuple(each.said(words) for holder in self.holders for each in holder.contacts if each.kind in kinds)


@dataclass(frozen=True, slots=True)
class City:
    """A city: what is recorded of its government, its state in the network on the day, its contacts and posts."""

    id: str
    name: str
    official_name: str
    country: str
    subdivision: str
    web: str
    state: MembershipState | None
    contacts: tuple[Contact, ...]
    posts: tuple[CityPost, ...]
    others: tuple[tuple[Field, object], ...] = ()

    def said_others(self, words: Words) -> tuple[tuple[str, str], ...]:
        """Return what the file holds of the city beyond what its papers say in their own way: labels and values."""
        return tuple((words(field.label), show_value(field, value, words)) for field, value in self.others)

    def reached(self, words: Words, *kinds: ContactKind) -> str:
        """Return the contacts of these kinds, a line each."""
        return _lines(tuple(each.said(words) for each in self.contacts if each.kind in kinds))


def read_cities(session: FileSession, wanted: ColumnElement[bool], day: date, today: date) -> tuple[City, ...]:
    """Read the cities for which the condition `wanted` holds, by name: members as of `day`, mandates as of `today`."""
    state = membership_on(Municipality.id, on(day))
    rows = session.execute(
        select(Municipality, state).where(wanted).order_by(Municipality.short_name_key, Municipality.id)
    ).all()
    inside = Post.municipality_id.in_(select(Municipality.id).where(wanted))
    contacts = _contacts(session, ContactPoint.municipality_id.in_(select(Municipality.id).where(wanted)))
    posts = _posts(session, inside, today)
    return tuple(
        City(
            id=row.id,
            name=row.short_name,
            official_name=row.name or "",
            country=row.country,
            subdivision=row.subdivision or "",
            web=row.web or "",
            state=MembershipState.of(known) if known else None,
            contacts=contacts.get(row.id, ()),
            posts=posts.get(row.id, ()),
            others=_others(session, row),
        )
        for row, known in rows
    )


def _others(session: FileSession, row: Municipality) -> tuple[tuple[Field, object], ...]:
    fields = (each for each in session.catalog["municipality"].stored if each.name not in SAID_OTHERWISE)
    found = ((each.field, getattr(row, each.name)) for each in fields if not each.target)
    return tuple((field, value) for field, value in found if value not in (None, ""))


def _contacts(session: FileSession, wanted: ColumnElement[bool]) -> Mapping[str, tuple[Contact, ...]]:
    rows = session.scalars(select(ContactPoint).where(wanted).order_by(ContactPoint.position, ContactPoint.id))
    found: dict[str, list[Contact]] = {}
    for row in rows:
        owner = row.municipality_id or row.person_id or row.organisation_id or ""
        found.setdefault(owner, []).append(Contact(ContactKind.of(row.kind), row.value, row.label or ""))
    return {owner: tuple(contacts) for owner, contacts in found.items()}


def _posts(session: FileSession, wanted: ColumnElement[bool], today: date) -> Mapping[str, tuple[CityPost, ...]]:
    holders = _holders(session, wanted, today)
    found: dict[str, list[CityPost]] = {}
    for row in session.scalars(select(Post).where(wanted).order_by(Post.name_key, Post.id)):
        role = PostRole.of(row.role) if row.role else None
        post = CityPost(row.name, role, row.phone or "", row.email or "", holders.get(row.id, ()))
        found.setdefault(row.municipality_id or "", []).append(post)
    return {owner: tuple(sorted(posts, key=_rank)) for owner, posts in found.items()}


def _rank(post: CityPost) -> int:
    roles = list(PostRole)
    return len(roles) if post.role is None else roles.index(post.role)


def _holders(session: FileSession, wanted: ColumnElement[bool], today: date) -> Mapping[str, tuple[Holder, ...]]:
    """Return by post who holds it today, the one who began last first; when nobody does, who held it last."""
    statement = (
        select(Tenure, Person.name, Person.treatment, Tenure.tenure_state)
        .join_from(Tenure, Person, Person.id == Tenure.person_id)
        .join(Post, Post.id == Tenure.post_id)
        .where(wanted)
        .order_by(Tenure.starts.is_(None), Tenure.starts.desc(), Tenure.id.desc())
    )
    rows = session.execute(statement, parameters(today)).all()
    people = select(Tenure.person_id).join(Post, Post.id == Tenure.post_id).where(wanted)
    contacts = _contacts(session, ContactPoint.person_id.in_(people))
    found: dict[str, list[Holder]] = {}
    for tenure, name, treatment, state in rows:
        own = contacts.get(tenure.person_id, ())
        holder = Holder(name, treatment or "", TenureState.of(state), tenure.starts, tenure.ends, own)
        found.setdefault(tenure.post_id, []).append(holder)
    return {post: _present(holders) for post, holders in found.items()}


def _present(holders: Sequence[Holder]) -> tuple[Holder, ...]:
    present = tuple(each for each in holders if each.state is not TenureState.ENDED)
    return present or (max(holders, key=lambda each: str(each.ends)),)


def _lines(*parts: Sequence[str]) -> str:
    """Return texts a line each, none twice."""
    return "\n".join(dict.fromkeys(text for part in parts for text in part if text))
