"""What the catalogue of experiences reads: the entries in their order, and the themes under which they are found."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from app.experiences.facts import OnTheme
from app.experiences.reading import facts_within
from app.records.namesakes import read_links, read_rows
from app.records.reading import batched
from app.reports.board_pack.experiences import Result, read_results
from app.words.folding import fold
from app.words.values.phones import show_phone
from app.words.words import Words
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.experience import Experience, ExperienceState, PublicationPermission, experience_theme
from db.entities.municipality import Municipality
from db.entities.post import Post, PostRole
from db.session import FileSession
from db.store import Store
from db.values import PartialDate

City = tuple[str, str, str]
"""A city: its key, what it is called, and its country (ISO 3166-1)."""

_READ = ("name", "starts", "ends", "running", "summary", "permission", "state", "source")


@dataclass(frozen=True, slots=True)
class Options:
    """Which experiences: all, or those published alone, those with permission alone, or both; ordered by name or theme.

    `parts` are the entries and the indexes.
    """

    published: bool = False
    granted: bool = False
    by_theme: bool = False
    parts: frozenset[str] = frozenset({"entries", "by-theme", "by-odm", "by-city"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An experience in the catalogue under its number; `contacts` are of the offices of its cities, never of a person.

    Of one that its city does not let publish nothing but its title and its cities is printed.
    """

    number: int
    id: str
    name: str
    cities: Sequence[City]
    themes: Sequence[str]
    odm: Sequence[int]
    starts: PartialDate | None
    ends: PartialDate | None
    running: bool | None
    summary: str
    results: Sequence[Result]
    contacts: Sequence[str]
    source: str
    permission: PublicationPermission
    state: ExperienceState

    @property
    def may_be_told(self) -> bool:
        """Whether its city did not refuse that it be published."""
        return self.permission is not PublicationPermission.REFUSED


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries in their order, every theme of the tree, and the themes that each experience is linked to itself."""

    options: Options
    today: date
    entries: Sequence[Entry]
    themes: Sequence[OnTheme]
    linked: Mapping[str, frozenset[str]]


def read_catalogue(session: FileSession, store: Store, options: Options, words: Words) -> Catalogue:
    """Read the experiences that `options` ask for: one statement a kind, however many there are."""
    themes = facts_within(session, store).themes
    linked = _linked(session)
    asked = select(Experience.id).order_by(Experience.name_key, Experience.id)
    if options.published:
        asked = asked.where(Experience.state == ExperienceState.PUBLISHED.value)
    if options.granted:
        asked = asked.where(Experience.permission == PublicationPermission.GRANTED.value)
    keys = list(session.scalars(asked))
    if options.by_theme:
        places = {each.id: at for at, each in enumerate(themes)}
        first = {key: min((places[each] for each in linked.get(key, ())), default=len(places)) for key in keys}
        keys.sort(key=first.__getitem__)
    rows: list[tuple[Any, ...]] = [
        row for some in batched(keys) for row in read_rows(session, store, "experience", _READ, some)
    ]
    cities, results = _cities(session, store, keys), read_results(session, keys)
    contacts = _contacts(session, {city[0] for found in cities.values() for city in found}, words)
    entries = []
    for number, (key, row) in enumerate(zip(keys, rows, strict=True), 1):
        name, starts, ends, running, summary, permission, state, source = row
        own = [each for each in themes if each.id in linked.get(key, ())]
        odm = [
            each.odm
            for each in themes
            if each.odm is not None and not linked.get(key, frozenset()).isdisjoint(each.themes)
        ]
        entries.append(
            Entry(
                number,
                key,
                name,
                cities.get(key, ()),
                [each.name for each in own],
                sorted(set(odm)),
                starts,
                ends,
                running,
                summary or "",
                results.get(key, ()),
                [each for city in cities.get(key, ()) for each in contacts.get(city[0], ())],
                source or "",
                PublicationPermission.of(permission),
                ExperienceState.of(state),
            )
        )
    return Catalogue(options, store.today(), entries, themes, linked)


def _linked(session: FileSession) -> Mapping[str, frozenset[str]]:
    found = defaultdict[str, set[str]](set)
    for key, theme in session.execute(select(experience_theme.c.experience_id, experience_theme.c.theme_id)):
        found[key].add(theme)
    return {key: frozenset(themes) for key, themes in found.items()}


def _cities(session: FileSession, store: Store, keys: Sequence[str]) -> Mapping[str, Sequence[City]]:
    info = session.catalog["experience"].field("municipalities")
    found = {
        key: linked
        for some in batched(keys)
        for key, linked in read_links(session, store, "experience", info, some).items()
    }
    rows = session.execute(select(Municipality.id, Municipality.country))
    countries = {key: str(country) for key, country in rows}
    return {key: [(city, name, countries[city]) for city, name in linked] for key, linked in found.items()}


def _contacts(session: FileSession, cities: set[str], words: Words) -> Mapping[str, Sequence[str]]:
    """Return how the offices of each city are reached: that which serves as liaison, else the city itself.

    The person of contact of an experience is nobody's to print in a catalogue.
    """
    found = defaultdict[str, list[str]](list)
    posts = select(Post.municipality_id, Post.name, Post.email, Post.phone).where(Post.role == PostRole.LIAISON.value)
    for city, name, email, phone in session.execute(posts.order_by(Post.name_key, Post.id)):
        if city is not None and city in cities and (email or phone):
            found[city].append(", ".join(filter(None, (name, email, show_phone(phone, words) if phone else ""))))
    points = select(ContactPoint.municipality_id, ContactPoint.kind, ContactPoint.value)
    wanted = (ContactKind.EMAIL.value, ContactKind.PHONE.value)
    points = points.where(ContactPoint.municipality_id.is_not(None), ContactPoint.kind.in_(wanted))
    own = defaultdict[str, list[str]](list)
    for owner, kind, value in session.execute(points.order_by(ContactPoint.position, ContactPoint.id)):
        own[str(owner)].append(value if kind == ContactKind.EMAIL.value else show_phone(value, words))
    names = session.execute(select(Municipality.id, Municipality.name, Municipality.short_name, Municipality.web))
    for key, official, short, web in names:
        if key in cities and key not in found and (own[key] or web):
            found[key].append(", ".join(filter(None, (official or short, *own[key], web))))
    return found


def by_city(entries: Sequence[Entry]) -> Sequence[tuple[City, Sequence[int]]]:
    """Return the cities by their names, each with the numbers of its entries."""
    found = defaultdict[City, list[int]](list)
    for each in entries:
        for city in each.cities:
            found[city].append(each.number)
    return sorted(found.items(), key=lambda each: (fold(each[0][1]), each[0][0]))
