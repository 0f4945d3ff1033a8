"""Records that a row names in its references and links: found by their names, and by what tells them from namesakes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.sheets.importing.planners.cities import Cities, name_and_place, without_government
from app.sheets.importing.planners.row import Reader, Row
from app.words.folding import fold
from app.words.names import is_told_by, join_names, ways_to_tell
from app.words.values import show_value
from app.words.words import LANGUAGES, Words, mark
from db.catalog import FieldInfo
from db.fields import Kind
from db.query import fetch_rows
from db.session import FileSession

_BETWEEN = re.compile(r"\s*[;\n|]\s*")
_CITY = "municipality"

NONE = mark("«{name}» no figura en el archivo; queda en las notas."), mark("«{name}» no figura en el archivo.")
SEVERAL = (
    mark("Hay más de una ficha llamada «{name}» ({which}); queda en las notas."),
    mark("Hay más de una ficha llamada «{name}» ({which})."),
)
"""What is said of a name that no record has, or several: where its text is kept, and where it is not."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in a cell and the records that it can mean: none, one, or several of that name."""

    text: str
    ids: tuple[str, ...]


class Names:
    """The records of one kind by their folded names and titles, and what tells them from others of their name."""

    def __init__(self, session: FileSession, entity: str, reader: Reader, today: date) -> None:
        """Read the names of the store; the details are read when two have one name."""
        self.info = session.catalog[entity]
        self.titles: dict[str, str] = {}
        self._session = session
        self._reader = reader
        self._today = today
        self._by_name: dict[str, list[str]] = {}
        self._details: dict[str, tuple[str, ...]] = {}
        self._in_words: dict[tuple[str, str], tuple[str, ...]] = {}
        made = session.catalog.entity(entity)
        own = [name for name in self.info.named_by if not self.info.field(name).target]
        for key, title, *names in session.execute(
            select(made.id, made.title(), *(getattr(made, name) for name in own))
        ):
            self.add(key, str(title or ""), *(str(name or "") for name in names))

    def add(self, key: str, title: str, *names: str) -> None:
        """Know a record by its `title` and other `names` from now on."""
        self.titles[key] = title
        for name in {fold(one) for one in (title, *names)} - {""}:
            self._by_name.setdefault(name, []).append(key)

    def rename(self, key: str, title: str) -> None:
        """Know a record by another title from now on, unless it is one of its names already."""
        if key in self._by_name.get(fold(title), ()):
            return
        self._by_name[fold(self.titles[key])].remove(key)
        self.titles[key] = title
        self._by_name.setdefault(fold(title), []).append(key)

    def named(self, text: str) -> list[str]:
        """Return the records that `text` can mean: those of that name, if need be those that lie where it says."""
        found = self._by_name.get(fold(text), [])
        if found:
            return found
        for name, told in ways_to_tell(text):
            here = [key for key in self._by_name.get(fold(name), []) if self._is_told(key, told)]
            if here:
                return here
        name, where = name_and_place(text)
        return [key for key in self._by_name.get(fold(name), []) if where and where <= set(map(fold, self.detail(key)))]

    def told(self, key: str) -> str:
        """Return the title of a record, told from the others of its title that are known."""
        title = self.titles[key]
        namesakes = [each for each in self._by_name.get(fold(title), []) if self.titles[each] == title]
        if len(namesakes) < 2:  # noqa: PLR2004 - itself and another one
            return title
        return join_names((title, *self.detail(key)))

    def describe(self, key: str, detail: tuple[str, ...]) -> None:
        """Know what tells a record that is not in the store yet from others of its name."""
        self._details[key] = detail

    def folded(self) -> list[str]:
        """Return all names, folded."""
        return list(self._by_name)

    def _is_told(self, key: str, told: str) -> bool:
        """Tell whether `told` is said of a record, in the words of any language: whoever exported it had their own."""
        return is_told_by(told, self.detail(key)) or any(is_told_by(told, each) for each in self._in_other_words(key))

    def detail(self, key: str) -> tuple[str, ...]:
        """Return what tells a record of the store from others of its name, a text for each thing."""
        if key not in self._details:
            self._details[key] = self._said_in(self._reader.words, key)
        return self._details[key]

    def _in_other_words(self, key: str) -> Iterator[tuple[str, ...]]:
        for language in LANGUAGES:
            if (key, language) not in self._in_words:
                self._in_words[key, language] = self._said_in(Words(language), key)
            yield self._in_words[key, language]

    def _said_in(self, words: Words, key: str) -> tuple[str, ...]:
        fields = [self.info.field(name).field for name in self.info.detail]
        rows = fetch_rows(self._session, self.info.name, self.info.detail, [key], self._today)
        said = (show_value(field, value, words) for row in rows for field, value in zip(fields, row, strict=True))
        return tuple(filter(None, said))


class References:
    """What the names in the cells of references and links can mean."""

    def __init__(self, session: FileSession, reader: Reader, today: date) -> None:
        """Read the names of the kinds that are referred to, each when it is first asked for."""
        self._session = session
        self._reader = reader
        self._today = today
        self._names: dict[str, Names] = {}
        self._cities: Cities | None = None

    @property
    def cities(self) -> Cities:
        """The cities, which governments and places of several names make hard to tell apart."""
        if self._cities is None:
            self._cities = Cities(self._session, self._reader.words)
        return self._cities

    def names(self, entity: str) -> Names:
        """Return the names of the records of `entity`."""
        if entity not in self._names:
            self._names[entity] = Names(self._session, entity, self._reader, self._today)
        return self._names[entity]

    def title(self, info: FieldInfo, key: str) -> str:
        """Return the name of a record that the field `info` can refer to."""
        if info.target == _CITY:
            city = self.cities.by_id.get(key)
            return city.name if city else ""
        return self.names(info.target).titles.get(key, "")

    def told(self, target: str, key: str) -> str:
        """Return the name of a record of the kind `target`, told from its namesakes, as a person reads it."""
        if target == _CITY:
            return self.cities.told(self.cities.by_id[key]) if key in self.cities.by_id else ""
        return self.names(target).told(key) if key in self.names(target).titles else ""

    def read(self, row: Row, info: FieldInfo) -> tuple[Reference, ...]:
        """Return what each name in the cells of a field of references or links can mean."""
        cell = self._reader.plain_lines(row, info.name)
        countries = self._countries(row) if info.target == _CITY else frozenset()
        whole = self._ids(info.target, cell, countries)
        if whole or not cell or info.field.kind is Kind.REFERENCE:
            return (Reference(cell, whole),) if cell else ()
        found = [Reference(text, self._ids(info.target, text, countries)) for text in _BETWEEN.split(cell) if text]
        if len(found) == 1 and "," in cell:
            said = [text for text in cell.split(",") if text.strip()]
            parts = [Reference(text, self._ids(info.target, text, countries)) for text in said]
            if all(part.ids for part in parts):
                return tuple(parts)
        return tuple(found)

    def named(self, entity: str, text: str) -> tuple[str, ...]:
        """Return the records of `entity` that `text` can mean."""
        return self._ids(entity, text, frozenset())

    def _countries(self, row: Row) -> frozenset[str]:
        return frozenset(self._countries_in(row))

    def _countries_in(self, row: Row) -> Iterator[str]:
        for text in _BETWEEN.split(self._reader.plain_lines(row, "countries")):
            found = self._reader.readable("countries", text) if text else None
            if isinstance(found, str):
                yield found

    def _ids(self, entity: str, text: str, countries: frozenset[str]) -> tuple[str, ...]:
        if entity != _CITY:
            return tuple(self.names(entity).named(text))
        cities = self.cities.named(text) or self.cities.named(without_government(text))
        cities = cities or self.cities.placed(text)
        likely = [city for city in cities if city.country in countries] or cities
        likely = [city for city in likely if not city.is_state] or likely
        return tuple(city.id for city in likely)

    def choose(self, row: Row, each: FieldInfo, found: Sequence[Reference], linked: frozenset[str]) -> Iterator[str]:
        """Return the record that each name means, of several the one that is linked already; keep the others' names."""
        for reference in found:
            here = [key for key in reference.ids if key in linked] or list(reference.ids)
            if len(here) == 1:
                yield here[0]
                continue
            which = ", ".join(self.told(each.target, key) for key in here)
            said = SEVERAL if here else NONE
            self._reader.leave_over(row, each.name, reference.text, said, name=reference.text, which=which)


def sure(named: Mapping[str, Sequence[Reference]], target: str) -> tuple[str, ...]:
    """Return the keys of the records that the cells of `target` name without doubt."""
    return tuple(reference.ids[0] for reference in named.get(target, ()) if len(reference.ids) == 1)
