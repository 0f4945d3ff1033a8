"""The cities that are known, found by name, place and official code."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.duplicates.likeness import most_alike, numbers_in
from app.sheets.importing.rows import Candidate
from app.words.folding import fold
from app.words.gazetteer import Gazetteer, Place
from app.words.names import join_names, tell_apart
from app.words.values.countries import show_subdivision
from app.words.words import Words
from db.entities.municipality import GovernmentKind, Municipality
from db.session import FileSession

# What a government calls itself before the name of its place.
_GOVERNMENT = re.compile(
    r"^(?:(?:la|el|a|o) )?(?:ilustre |excelentisima )?"
    r"(?:municipalidad|municipio|municipality|intendencia|prefeitura|alcaldia|ayuntamiento|gobierno|governo|comuna"
    r"|ciudad|cidade|city)"
    r"(?: (?:municipal|departamental|autonomo|autonoma|metropolitano|metropolitana|provincial|local|mayor))*"
    r" (?:de la ciudad de |da cidade de |de la |del |de |do |da |dos |das |of )(?=\w)"
)
_CODE = re.compile(r"^0+(?=\w)")
_WHERE = re.compile(r"^(?P<name>[^(,·—]+?)\s*[(,·—]\s*(?P<where>[^()]+?)\s*\)?$")
_BETWEEN_PLACES = re.compile(r"\s*[·,]\s*")


@dataclass(slots=True)
class City:
    """A known city, or one that a row of the sheet makes known."""

    id: str
    name: str
    country: str
    subdivision: str | None = None
    kind: str | None = None
    official: str | None = None
    code: str | None = None

    @property
    def is_state(self) -> bool | None:
        """Whether it is a state or province and not a city; None when its kind is not recorded."""
        return None if self.kind is None else self.kind == GovernmentKind.STATE.value


class Cities:
    """All cities of the store and those that the plan adds, read in one go."""

    def __init__(self, session: FileSession, words: Words) -> None:
        """Read them."""
        self._words = words
        self._gazetteer = Gazetteer.load()
        self._homonyms: dict[tuple[str, str], tuple[Place, ...]] = {}
        self._by_name: dict[str, list[City]] = {}
        self._by_code: dict[str, list[City]] = {}
        self._stored_names: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
        self.by_id: dict[str, City] = {}
        self._told: dict[str, str] = {}
        columns = Municipality.__table__.columns
        names = ("id", "short_name", "country", "subdivision", "government_kind", "name", "official_code")
        for row in session.execute(select(*(columns[name] for name in names))):
            city = City(*row)
            self.add(city)
            self._stored_names.setdefault(_likely(city.name, city.country), {})[fold(city.name)] = None

    def add(self, city: City) -> None:
        """Know `city` from now on."""
        self._told.clear()
        self.by_id[city.id] = city
        for name in {fold(city.name), fold(city.official or "")} - {""}:
            self._by_name.setdefault(name, []).append(city)
        if city.code:
            self._by_code.setdefault(_CODE.sub("", city.code), []).append(city)

    def rename(self, city: City, name: str) -> None:
        """Know `city` by another short name from now on, when it is another but for accents and case."""
        if fold(name) != fold(city.name):
            self._by_name[fold(city.name)].remove(city)
            city.name = name
            self._told.clear()
            self._by_name.setdefault(fold(name), []).append(city)

    def named(self, name: str, country: str = "") -> list[City]:
        """Return the cities whose short or official name is `name`, accents and case aside."""
        return [city for city in self._by_name.get(fold(name), ()) if country in ("", city.country)]

    def placed(self, text: str, country: str = "") -> list[City]:
        """Return the cities that `text` names with where they are: "Rosario (Santa Fe)", "Rosario · Colonia"."""
        name, where = name_and_place(text)
        return [city for city in self.named(name, country) if where <= self._where(city)] if where else []

    def _where(self, city: City) -> set[str]:
        said = (city.country, self._words.country(city.country), show_subdivision(city.subdivision or ""))
        return {fold(one) for one in said} - {""}

    def coded(self, code: str, country: str = "") -> list[City]:
        """Return the cities of this official code, whether or not its leading zeros were kept."""
        return [city for city in self._by_code.get(_CODE.sub("", code), ()) if country in ("", city.country)]

    def alike(self, name: str, country: str) -> list[tuple[City, int]]:
        """Return the cities of the store with a name like `name`, and how alike."""
        return [
            (city, score)
            for other, score in most_alike(fold(name), self._stored_names.get(_likely(name, country), {}))
            for city in self.named(other, country)
        ]

    def place(self, geonames_id: object, name: str, country: str, subdivision: str | None) -> Place | None:
        """Return the place of this number in GeoNames, else the one of that very name in the subdivision."""
        if isinstance(geonames_id, int):
            return self._gazetteer.find(geonames_id)
        there = (place for place in self.homonyms(name, country) if place.subdivision == subdivision)
        return next(there, None)

    def homonyms(self, name: str, country: str) -> tuple[Place, ...]:
        """Return the places of that very name that the gazetteer has, one for each subdivision of the country."""
        key = (fold(name), country)
        if key not in self._homonyms:
            self._homonyms[key] = self._gazetteer.homonyms(name, country)
        return self._homonyms[key]

    def is_ambiguous(self, name: str, country: str) -> bool:
        """Tell whether the name alone does not tell in which subdivision of the country it is."""
        return len(self.homonyms(name, country)) > 1

    def told(self, city: City) -> str:
        """Return the name of a city, told from the others of its name that are known: "Rosario · Santa Fe"."""
        if city.id not in self._told:
            namesakes = [each for each in self.named(city.name) if fold(each.name) == fold(city.name)]
            told = tell_apart({each.id: self._said(each) for each in namesakes}) if len(namesakes) > 1 else {}
            self._told |= {each.id: join_names((each.name, told.get(each.id, ""))) for each in namesakes}
        return self._told[city.id]

    def detail(self, city: City) -> str:
        """Say where a city is, to tell it from another of its name."""
        return join_names((*self._said(city), self._words(GovernmentKind.STATE.label) if city.is_state else ""))

    def _said(self, city: City) -> tuple[str, ...]:
        return self._words.country(city.country), show_subdivision(city.subdivision or "")

    def candidates(self, cities: Iterable[City], why: str, score: int = 100) -> tuple[Candidate, ...]:
        """Return cities as what a doubtful row may mean."""
        return tuple(Candidate("municipality", city.id, city.name, self.detail(city), score, why) for city in cities)


def _likely(name: str, country: str) -> tuple[str, tuple[str, ...]]:
    """Return what cities of names that are alike have in common: the country and the numbers in their names."""
    return country, numbers_in(fold(name))


def name_and_place(text: str) -> tuple[str, set[str]]:
    """Return a name and, folded, what is said after it of where that is: nothing of a name that stands alone."""
    parts = _WHERE.match(text.strip())
    return (parts["name"], {fold(one) for one in _BETWEEN_PLACES.split(parts["where"])}) if parts else (text, set())


def place_of(name: str) -> str:
    """Return the name of the place that a government is of, as written ("Intendencia de Canelones": Canelones)."""
    bare = without_government(name)
    place = " ".join(name.split()[-len(bare.split()) :])
    return place if fold(place) == bare else name


def without_government(name: str) -> str:
    """Return the folded name of the place that a government is of ("Intendencia de Canelones" is "canelones")."""
    return _GOVERNMENT.sub("", fold(name))


def within(cities: Sequence[City], subdivision: str) -> list[City]:
    """Return those of `cities` that may lie in a subdivision: those of it, or else those of which it is not known."""
    there = [city for city in cities if city.subdivision == subdivision]
    return there or [city for city in cities if city.subdivision is None]
