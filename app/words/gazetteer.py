"""Places of the ten countries and their subdivisions, found offline by any of their names."""

import csv
import gzip
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from itertools import accumulate, chain

import resources
from app.words.folding import fold

SOURCE = "GeoNames"
"""What is recorded as the source of a population taken from here; GeoNames does not give its year."""

ATTRIBUTION = "GeoNames, CC BY 4.0"
"""What the licence of the data asks to be shown."""


class PlaceKind(Enum):
    """What a line of the gazetteer stands for."""

    SETTLEMENT = "settlement"
    DISTRICT = "district"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Place:
    """A place: coordinates in microdegrees, None where GeoNames gives no figure.

    The coordinates of a district or department are those of the settlement that stands for it.
    """

    kind: PlaceKind
    geonames_id: int | None
    name: str
    country: str
    subdivision: str
    admin2_code: str
    admin2_name: str
    latitude: int | None
    longitude: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A province, state, department or region: its code of ISO 3166-2, its name and its other names.

    `official` is the two digits that its country's statistics office gives it (IBGE, INDEC, DANE…), with which the
    official codes of its municipalities begin; empty where they do not.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    official: str = ""


@cache
def all_subdivisions() -> Mapping[str, Subdivision]:
    """Return the subdivisions of the ten countries by their codes."""
    with resources.path("gazetteer/subdivisions.csv").open(encoding="utf-8", newline="") as file:
        found = (
            Subdivision(row["code"], row["name"], tuple(filter(None, row["aliases"].split("|"))), row["official"])
            for row in csv.DictReader(file)
        )
        return {one.code: one for one in found}


class _Index:
    """Texts of folded words in one string, which Python searches faster than many."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = tuple(f" {text}\n" for text in texts)
        self._haystack = "".join(self._texts)
        self._starts = (0, *accumulate(map(len, self._texts)))

    def hits(self, words: list[str]) -> Iterator[int]:
        """Give, in order, the texts in which each of `words` (a blank and a beginning) is found."""
        first, *others = words
        at = self._haystack.find(first)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            if all(word in self._texts[index] for word in others):
                yield index
            at = self._haystack.find(first, self._starts[index + 1])


class Gazetteer:
    """The list of places, read when it is first asked (about 0.1 s) and kept as lines, most populated first."""

    @classmethod
    def load(cls) -> "Gazetteer":
        """Return the gazetteer that ships with the program."""
        return cls()

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        with gzip.open(resources.path("gazetteer/places.tsv.gz"), "rt", encoding="utf-8") as file:
            return tuple(file.read().splitlines())

    @cached_property
    def _own_names(self) -> "_Index":
        return _Index(tuple(_keys(line).partition("|")[0] for line in self._lines))

    @cached_property
    def _all_names(self) -> "_Index":
        return _Index(tuple(_keys(line).replace("|", " ") for line in self._lines))

    @cached_property
    def _names_and_subdivisions(self) -> "_Index":
        places = (line.split("\t", 5)[4] for line in self._lines)
        return _Index(
            tuple(
                _keys(line).replace("|", " ") + _folded_subdivision(code)
                for line, code in zip(self._lines, places, strict=True)
            )
        )

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for index, line in enumerate(self._lines):
            for name in _keys(line).split("|"):
                found[name] = (*found.get(name, ()), index)
        return found

    def search(self, text: str, country: str = "", limit: int = 20) -> tuple[Place, ...]:
        """Return at most `limit` places with a word that begins with each word of `text`, in any case, without accents.

        First those of that very name, then those by whose own name it is, then by another name or by that of the
        subdivision ("Rosario, Santa Fe"); in each, the most populated first.
        """
        words = [f" {word}" for word in fold(text).split()]
        if not words:
            return ()
        indexes = (self._own_names, self._all_names, self._names_and_subdivisions)
        hits = chain(self._by_name.get(fold(text), ()), *(index.hits(words) for index in indexes))
        inside = (hit for hit in hits if not country or self._lines[hit].split("\t", 4)[3] == country)
        kept: dict[int, None] = {}
        for hit in inside:
            kept[hit] = None
            if len(kept) == limit:
                break
        return tuple(map(self._place, kept))

    @cached_property
    def _by_key(self) -> Mapping[str, int]:
        return {line.split("\t", 2)[1]: index for index, line in enumerate(self._lines)}

    def find(self, geonames_id: int) -> Place | None:
        """Return the place with this number of GeoNames, None when the list does not have it."""
        index = self._by_key.get(str(geonames_id))
        return None if index is None else self._place(index)

    def homonyms(self, name: str, country: str) -> tuple[Place, ...]:
        """Return the most populated place called exactly `name` in each subdivision of `country`, accents aside.

        More than one means that the name alone does not say which place is meant.
        """
        found: dict[str, Place] = {}
        for index in self._by_name.get(fold(name), ()):
            place = self._place(index)
            if place.country == country:
                found.setdefault(place.subdivision, place)
        return tuple(found.values())

    def _place(self, index: int) -> Place:
        kind, key, name, country, subdivision, code, unit, latitude, longitude, population, _ = self._lines[
            index
        ].split("\t")
        numbers = [int(text) if text else None for text in (latitude, longitude, population)]
        return Place(PlaceKind(kind), int(key) if key else None, name, country, subdivision, code, unit, *numbers)


@cache
def _folded_subdivision(code: str) -> str:
    one = all_subdivisions().get(code)
    return "".join(f" {fold(name)}" for name in (one.name, *one.aliases)) if one else ""


def _keys(line: str) -> str:
    return line[line.rindex("\t") + 1 :]
