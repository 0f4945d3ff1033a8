"""Records that a row of experiences names: cities, organisations, themes and people, found by their names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.sheets.importing.planners.cities import Cities, without_government
from app.sheets.importing.planners.row import Reader, Row
from app.words.folding import fold
from app.words.values.countries import show_subdivision
from app.words.words import mark
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.theme import Theme
from db.session import FileSession

_BETWEEN = re.compile(r"\s*[;\n|]\s*")
_WHERE = re.compile(r"^(?P<name>[^(,]+?)\s*[(,]\s*(?P<where>[^()]+?)\s*\)?$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A name in a cell and the records that it can mean: none, one, or several of that name."""

    text: str
    ids: tuple[str, ...]


class References:
    """What the names in the cells of experiences can mean."""

    def __init__(self, session: FileSession, reader: Reader) -> None:
        """Read the names of the store."""
        self._reader = reader
        self._cities = Cities(session, reader.words)
        self._named: Mapping[str, dict[str, list[str]]] = {"organisations": {}, "themes": {}, "person_id": {}}
        self._titles: dict[str, str] = {}
        organisations = select(Organisation.id, Organisation.name, Organisation.acronym)
        for key, *names in session.execute(organisations):
            self._add("organisations", key, names)
        for key, *names in session.execute(select(Theme.id, Theme.name, Theme.name_pt)):
            self._add("themes", key, names)
        for key, name in session.execute(select(Person.id, Person.name)):
            self._add("person_id", key, [name])

    def _add(self, target: str, key: str, names: Sequence[str | None]) -> None:
        self._titles[key] = names[0] or ""
        for name in {fold(name or "") for name in names} - {""}:
            self._named[target].setdefault(name, []).append(key)

    def title(self, key: str) -> str:
        """Return the name of a record that was found."""
        city = self._cities.by_id.get(key)
        return city.name if city else self._titles.get(key, "")

    def read(self, row: Row, target: str) -> tuple[Reference, ...]:
        """Return what each name in the cells of `target` can mean."""
        cell = self._reader.plain_lines(row, target)
        countries = self._countries(row) if target == "municipalities" else frozenset()
        whole = self._ids(target, cell, countries)
        if whole or not cell:
            return (Reference(cell, whole),) if cell else ()
        found = [Reference(text, self._ids(target, text, countries)) for text in _BETWEEN.split(cell) if text]
        if len(found) == 1 and "," in cell:
            parts = [Reference(text, self._ids(target, text, countries)) for text in cell.split(",") if text.strip()]
            if all(part.ids for part in parts):
                return tuple(parts)
        return tuple(found)

    def _countries(self, row: Row) -> frozenset[str]:
        return frozenset(self._countries_in(row))

    def _countries_in(self, row: Row) -> Iterator[str]:
        for text in _BETWEEN.split(self._reader.plain_lines(row, "countries")):
            found = self._reader.readable("countries", text) if text else None
            if isinstance(found, str):
                yield found

    def _ids(self, target: str, text: str, countries: frozenset[str]) -> tuple[str, ...]:
        if target != "municipalities":
            return tuple(self._named[target].get(fold(text), ()))
        cities = self._cities.named(text) or self._cities.named(without_government(text))
        if not cities and (parts := _WHERE.match(text.strip())):
            where = fold(parts["where"])
            cities = [city for city in self._cities.named(parts["name"]) if where in self._where(city.id)]
        likely = [city for city in cities if city.country in countries] or cities
        likely = [city for city in likely if not city.is_state] or likely
        return tuple(city.id for city in likely)

    def _where(self, key: str) -> set[str]:
        city = self._cities.by_id[key]
        said = (city.country, self._reader.words.country(city.country), show_subdivision(city.subdivision or ""))
        return {fold(one) for one in said} - {""}

    def choose(self, row: Row, target: str, found: Sequence[Reference], linked: frozenset[str]) -> Iterator[str]:
        """Return the record that each name means, of several the one that is linked already; keep the others' names."""
        for reference in found:
            here = [key for key in reference.ids if key in linked] or list(reference.ids)
            if len(here) == 1:
                yield here[0]
                continue
            text = mark("Hay más de uno llamado «{name}»; queda en las notas.")
            if not here:
                text = mark("No está registrado «{name}»; queda en las notas.")
            self._reader.remark(row, target, text, name=reference.text)
            row.leftovers.append((self._reader.label(target), reference.text))
