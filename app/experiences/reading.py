"""The exchange of experiences read of the file: one statement a kind, however many themes and experiences there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import case, func, select

from app.experiences.facts import Adopted, Called, Counts, Facts, OnTheme
from app.experiences.on_themes import Told, by_theme, read_told, walk
from app.records.namesakes import read_rows, titles_apart
from app.words.folding import fold
from db.entities.adoption import Adoption
from db.entities.experience import Experience, ExperienceState, PublicationPermission
from db.entities.municipality import Municipality
from db.entities.need import Need, need_theme
from db.entities.theme import Theme
from db.exchange import AdoptionState
from db.experience_forms import PIECES
from db.reach import watched
from db.session import FileSession
from db.spans import parameters
from db.store import Store
from db.values import RecordKey

_OF_ADOPTION = ("adoption_state", "reached", "next_step", "giver_name")


def read_facts(store: Store) -> Facts:
    """Read the exchange of experiences as it is today, names in the language of the store."""
    with store.reading() as session:
        return facts_within(session, store)


def facts_within(session: FileSession, store: Store) -> Facts:
    """Read the same within a session, whose other reading sees the same file."""
    with watched(session.connection()) as seen:
        told = read_told(session, store)
        adoptions = _adoptions(session, store)
        themes, without = _themes(session, store, told, adoptions)
        lacking, incomplete = _lacking(session, store)
        return Facts(store.today(), themes, without, adoptions, lacking, incomplete, len(told), seen.reach)


def _themes(
    session: FileSession, store: Store, told: Mapping[str, Told], adoptions: Sequence[Adopted]
) -> tuple[Sequence[OnTheme], OnTheme]:
    """Return the themes in the order of their tree, those of the ODM first, and the experiences on none.

    Those that lie within themselves, as what is undone by itself can leave them, stand after the tree.
    """
    rows = session.execute(select(Theme.id, Theme.parent_id, Theme.odm).order_by(Theme.position, Theme.id)).all()
    below = _below(rows)
    names = titles_apart(session, store, "theme", [row.id for row in rows])
    numbers = {row.id: row.odm for row in rows}
    linked, counter = by_theme(session, told), _Counter(session, adoptions)
    levels = dict(_tree(below))
    made = []
    for key, level in (levels | {row.id: 0 for row in rows if row.id not in levels}).items():
        themes = tuple(walk(key, below))
        found = {each.id: each for theme in themes for each in linked.get(theme, ())}
        counts = counter.count(found.values(), themes)
        made.append(OnTheme(key, names[key], level, numbers[key], themes, counts))
    on_some = {each.id for found in linked.values() for each in found}
    rest = [each for each in told.values() if each.id not in on_some]
    return made, OnTheme("", "", 0, None, (), counter.count(rest, ()))


def _below(rows: Sequence[Any]) -> Mapping[str | None, Sequence[str]]:
    """Return the themes below each: the ODM by their number first, then what has any of them below, then the others."""
    children = defaultdict[str | None, list[str]](list)
    for row in rows:
        children[row.parent_id].append(row.id)
    numbers = {row.id: row.odm for row in rows}

    def first(key: str) -> tuple[int, int]:
        if numbers[key] is not None:
            return 0, numbers[key]
        return (1, 0) if any(numbers[each] is not None for each in walk(key, children)) else (2, 0)

    return {parent: sorted(keys, key=first) for parent, keys in children.items()}


def _tree(
    below: Mapping[str | None, Sequence[str]], parent: str | None = None, level: int = 0
) -> Iterator[tuple[str, int]]:
    for key in below.get(parent, ()):
        yield key, level
        yield from _tree(below, key, level + 1)


class _Counter:
    """Counts what there is on some themes: open demands and adoptions in use beside the experiences."""

    def __init__(self, session: FileSession, adoptions: Sequence[Adopted]) -> None:
        self.countries = {key: country for key, country in session.execute(_COUNTRIES).all() if country}
        self.needs = defaultdict[str, set[str]](set)
        for theme, need in session.execute(_NEEDS):
            self.needs[theme].add(need)
        self.without = {*session.scalars(_NEEDS_WITHOUT)}
        self.used = defaultdict[str, int](int)
        for each in adoptions:
            self.used[each.experience[0].id] += each.state is AdoptionState.IN_USE

    def count(self, told: Iterable[Told], themes: Sequence[str]) -> Counts:
        """Count each once; without themes the demands are those on none."""
        experiences = list(told)
        cities = {city: called for each in experiences for city, called in each.cities}
        named = sorted(cities.items(), key=lambda each: fold(each[1]))
        needs = {need for theme in themes for need in self.needs[theme]} if themes else self.without
        return Counts(
            experiences=tuple(each.id for each in experiences),
            published=sum(each.state == ExperienceState.PUBLISHED.value for each in experiences),
            granted=sum(each.permission == PublicationPermission.GRANTED.value for each in experiences),
            running=sum(each.running for each in experiences),
            cities=tuple((RecordKey("municipality", city), called) for city, called in named),
            countries=tuple(sorted({self.countries[city] for city in cities if city in self.countries})),
            needs=len(needs),
            used=sum(self.used[each.id] for each in experiences),
        )


_OPEN = ~Need.closed()
_COUNTRIES = select(Municipality.id, Municipality.country)
_NEEDS = select(need_theme.c.theme_id, Need.id).join(Need, Need.id == need_theme.c.need_id).where(_OPEN)
_NEEDS_WITHOUT = select(Need.id).where(_OPEN, Need.id.not_in(select(need_theme.c.need_id)))


def _adoptions(session: FileSession, store: Store) -> Sequence[Adopted]:
    """Return all adoptions by their experience, then by the city that takes it over."""
    rows = session.execute(
        select(Adoption.id, Adoption.experience_id, Adoption.giver_id, Adoption.municipality_id).order_by(
            Adoption.title_key(), Adoption.id
        ),
        parameters(store.today(), store.language),
    ).all()
    practices = titles_apart(session, store, "experience", {row.experience_id for row in rows})
    cities = titles_apart(
        session, store, "municipality", {key for row in rows for key in (row.giver_id, row.municipality_id) if key}
    )
    values = read_rows(session, store, "adoption", _OF_ADOPTION, [row.id for row in rows])

    def city(key: str) -> Called:
        return RecordKey("municipality", key), cities[key]

    return [
        Adopted(
            row.id,
            (RecordKey("experience", row.experience_id), practices[row.experience_id]),
            city(row.giver_id) if row.giver_id else None,
            str(name or ""),
            city(row.municipality_id),
            AdoptionState.of(str(state)),
            str(reached or ""),
            str(step or ""),
        )
        for row, (state, reached, step, name) in zip(rows, values, strict=True)
    ]


def _lacking(session: FileSession, store: Store) -> tuple[Mapping[str, int], int]:
    """Count by the name of each piece the experiences without it, and those that lack any."""
    counted = [func.count(case((~piece.answered(Experience), Experience.id))) for piece in PIECES]
    incomplete = func.count(case((Experience.missing_count > 0, Experience.id)))
    row = session.execute(select(*counted, incomplete), parameters(store.today(), store.language)).one()
    *lacking, some = row
    return {piece.name: count for piece, count in zip(PIECES, lacking, strict=True)}, some
