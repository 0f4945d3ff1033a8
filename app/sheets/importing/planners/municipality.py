"""Rows of cities: which city each is, and what it says of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.sheets.importing.planners.cities import Cities, City, within
from app.sheets.importing.planners.keeping import put_contacts, put_fields
from app.sheets.importing.planners.membership import MembershipFacts
from app.sheets.importing.planners.names import spelt
from app.sheets.importing.planners.places import country_of, read_subdivision
from app.sheets.importing.planners.planner import EntityPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Facts, Identity, read_contacts, read_fields
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import Held, load, new_record
from app.sheets.importing.rows import Candidate, Request
from app.words.folding import fold
from app.words.values.countries import show_subdivision
from app.words.words import Words, mark
from db.entities.municipality import GovernmentKind

_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_NAME = mark("Se llama igual")
_ALIKE_NAME = mark("Nombre parecido")


@dataclass(slots=True)
class CityFacts(Facts):
    """What a row says of a city; `raw_name` is its name as the cell has it."""

    raw_name: str = ""
    country: str = ""
    subdivision: str | None = None
    membership: MembershipFacts | None = None

    @property
    def kind(self) -> str | None:
        """The kind of government."""
        kind = self.values.get("government_kind")
        return kind if isinstance(kind, str) else None

    @property
    def is_state(self) -> bool | None:
        """Whether the row is of a state or province and not of a city; None when it does not say."""
        return None if self.kind is None else self.kind == GovernmentKind.STATE.value


class CityPlanner(EntityPlanner[CityFacts]):
    """Plans the rows of cities of one request."""

    entity = "municipality"

    def __init__(self, session: Session, request: Request, words: Words, today: date) -> None:
        """Know the cities of the store."""
        super().__init__(session, request, words, today)
        self._cities = Cities(session, words)
        self._population_year = self._year_of_population()
        says_states = "membership_state" in request.matching.matched
        self._default_state = None if says_states else request.options.membership_state

    def read(self, row: Row) -> CityFacts:
        """Give what the row says; a row without name or country is refused."""
        raw = self.reader.text(row, "short_name")
        subdivision = read_subdivision(self.reader, row, self.request.options.country)
        country = country_of(self.reader, row, subdivision) or self.request.options.country
        but = ("short_name", "country")
        values = read_fields(self.reader, row, "municipality", country, but)
        facts = CityFacts(raw, self.reader.text(row, "key"), values)
        facts.raw_name, facts.country, facts.subdivision = raw, country, subdivision
        if self._population_year and "population" in facts.values:
            facts.values.setdefault("population_year", self._population_year)
        facts.contacts = read_contacts(self.reader, row, country)
        facts.membership = MembershipFacts(self.reader, row, self._default_state)
        if facts.key not in self._cities.by_id:
            self._require(row, facts)
        return facts

    def _require(self, row: Row, facts: CityFacts) -> None:
        if not facts.raw_name:
            text, hint = mark("Falta el nombre de la ciudad."), mark("Escríbalo en su columna.")
            self.reader.refuse(row, "short_name", text, hint)
        elif not facts.country and not row.refusals and not self._cities.named(facts.raw_name):
            self._miss_country(row, facts)

    def _miss_country(self, row: Row, facts: CityFacts) -> None:
        text = mark("Falta el país de «{name}».")
        hint = mark("Agregue una columna «País», o diga el país de toda la planilla.")
        self.reader.refuse(row, "country", text, hint, name=facts.raw_name)

    def identify(self, row: Row, facts: CityFacts) -> Identity[CityFacts]:
        """Find which city the row is of: by key; by name, country, province and whether it is a state."""
        if facts.key in self._cities.by_id:
            return self.known(row, facts, facts.key)
        namesakes = [city for city in self._cities.named(facts.raw_name, facts.country) if _compatible(city, facts)]
        if not facts.country:
            return self._namesakes(row, facts, namesakes, mark("Falta el país, y hay una ciudad con ese nombre."))
        if facts.subdivision is not None:
            return self._in_subdivision(row, facts, within(namesakes, facts.subdivision))
        return self._anywhere(row, facts, namesakes)

    def _in_subdivision(self, row: Row, facts: CityFacts, there: list[City]) -> Identity[CityFacts]:
        if len(there) > 1:
            there = [city for city in there if city.kind == facts.kind] or there
        if len(there) == 1 and (there[0].subdivision is not None or not self._ambiguous(facts)):
            return self.known(row, facts, there[0].id)
        if there:
            return self._namesakes(row, facts, there, mark("No se sabe si es una de las que ya están con ese nombre."))
        return self._perhaps_alike(row, facts)

    def _anywhere(self, row: Row, facts: CityFacts, namesakes: list[City]) -> Identity[CityFacts]:
        """Find the city of a row that does not say its province."""
        blank = [city for city in namesakes if city.subdivision is None]
        if len(blank) == 1:
            return self.known(row, facts, blank[0].id)
        if len(namesakes) == 1 and not self._ambiguous(facts):
            return self.known(row, facts, namesakes[0].id)
        if namesakes:
            return self._namesakes(row, facts, namesakes, mark("Hay más de una con ese nombre y falta la provincia."))
        if self._ambiguous(facts):
            return self._which_province(row, facts)
        return self._perhaps_alike(row, facts)

    def _namesakes(self, row: Row, facts: CityFacts, cities: list[City], text: str) -> Identity[CityFacts]:
        return self._doubt(row, facts, self._cities.candidates(cities, _SAME_NAME), text)

    def _ambiguous(self, facts: CityFacts) -> bool:
        return not facts.is_state and self._cities.is_ambiguous(facts.raw_name, facts.country)

    def _which_province(self, row: Row, facts: CityFacts) -> Identity[CityFacts]:
        places = self._cities.homonyms(facts.raw_name, facts.country)
        names = ", ".join(show_subdivision(place.subdivision) for place in places)
        text = mark("«{name}» existe en varias provincias: {places}.")
        hint = mark("Escriba la provincia en su columna, o agréguela sin provincia.")
        problem = self.reader.about(row, "short_name", text, hint, name=facts.title, places=names)
        return Identity(row, facts, doubts=(problem,))

    def _perhaps_alike(self, row: Row, facts: CityFacts) -> Identity[CityFacts]:
        """Take the row for a new city, unless it may be a known one misspelt: the gazetteer knows no such place."""
        known = {place.subdivision for place in self._cities.homonyms(facts.raw_name, facts.country)}
        if facts.subdivision in known or (facts.subdivision is None and known):
            return self.new(row, facts)
        alike = [
            (city, score)
            for city, score in self._cities.alike(facts.raw_name, facts.country)
            if _compatible(city, facts) and (facts.subdivision in (None, city.subdivision) or city.subdivision is None)
        ]
        if not alike:
            return self.new(row, facts)
        found = self._cities.candidates([city for city, _ in alike], _ALIKE_NAME, alike[0][1])
        return self._doubt(row, facts, found, mark("Hay una ciudad con un nombre parecido."))

    def _doubt(self, row: Row, facts: CityFacts, found: tuple[Candidate, ...], text: str) -> Identity[CityFacts]:
        problem = self.reader.about(row, "short_name", text, mark("Diga si es la misma o si es otra."))
        return Identity(row, facts, candidates=found, doubts=(problem,))

    def knows(self, record_id: str) -> bool:
        """Say whether there is a city of this key."""
        return record_id in self._cities.by_id

    def known(self, row: Row, facts: CityFacts, record_id: str) -> Identity[CityFacts]:
        """Take the row for this city, of which it may complete what tells it from others."""
        self._learn(self._cities.by_id[record_id], facts)
        return Identity(row, facts, record_id)

    def _learn(self, city: City, facts: CityFacts) -> None:
        if self.has_the_say(city.id, "name", fold(facts.raw_name)):
            self._cities.rename(city, facts.raw_name)
        if self.has_the_say(city.id, "country", facts.country):
            city.country = facts.country
        if self.has_the_say(city.id, "subdivision", facts.subdivision):
            city.subdivision = facts.subdivision
        if self.has_the_say(city.id, "kind", facts.kind):
            city.kind = facts.kind

    def new(self, row: Row, facts: CityFacts) -> Identity[CityFacts]:
        """Take the row for a city that is not known yet; one that could not be told from a known one is refused."""
        if not facts.country:
            self._miss_country(row, facts)
            return Identity(row, facts)
        for city in self._cities.named(facts.raw_name, facts.country):
            if (city.subdivision, city.kind) == (facts.subdivision, facts.kind):
                text = mark("Ya hay una ciudad «{name}» en ese país y esa provincia.")
                hint = mark("Si es otra, distíngala por la provincia o el tipo de gobierno.")
                self.reader.refuse(row, "short_name", text, hint, name=city.name)
                return Identity(row, facts)
        made = new_record("municipality")
        name = spelt(facts.raw_name)
        city = City(made.id, name, facts.country, facts.subdivision, facts.kind)
        self._cities.add(city)
        self._learn(city, facts)
        return Identity(row, facts, made.id, is_new=True)

    def load(self, ids: Iterable[str]) -> dict[str, Held]:
        """Read the cities that rows are of."""
        return load(self.session, "municipality", ids)

    def columns(self, facts: CityFacts) -> dict[str, object]:
        """Give the columns that a row would set."""
        place = {"short_name": facts.raw_name, "country": facts.country, "subdivision": facts.subdivision}
        return {**{name: value for name, value in place.items() if value}, **facts.values}

    def sketch(self, row: Row, facts: CityFacts, held: Held, sketch: Sketch) -> None:
        """Write down what the row changes."""
        if facts.raw_name:
            sketch.put_name("short_name", spelt(facts.raw_name), facts.raw_name)
        sketch.put("country", facts.country or None)
        sketch.put("subdivision", facts.subdivision)
        put_fields(sketch, facts)
        self._locate(facts, held, sketch)
        put_contacts(sketch, facts, held)
        if facts.membership is not None:
            facts.membership.put(self.reader, row, held, sketch, self.today)

    def _locate(self, facts: CityFacts, held: Held, sketch: Sketch) -> None:
        """Put a new city where the gazetteer has it, so that it is on the map; the plan shows it as any other value."""
        if not held.is_new or facts.is_state or {"latitude", "longitude"} & facts.values.keys():
            return
        place = self._cities.place(facts.values.get("geonames_id"), facts.raw_name, facts.country, facts.subdivision)
        if place is not None:
            sketch.put("latitude", place.latitude)
            sketch.put("longitude", place.longitude)

    def _year_of_population(self) -> int | None:
        """Give the year that the title of the column of the population says: "Población 2010"."""
        for column in self.request.matching.columns_of("population"):
            if found := _YEAR.search(column.title):
                return int(found[0])
        return None


def _compatible(city: City, facts: CityFacts) -> bool:
    """Say whether the kinds of government let the row be of `city`: a state is not a city of the same name."""
    return None in (city.is_state, facts.is_state) or city.is_state == facts.is_state
