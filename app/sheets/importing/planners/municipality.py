"""Rows of cities: which city each is, and what it says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.sheets.importing.planners.cities import Cities, City, within
from app.sheets.importing.planners.membership import MembershipValues
from app.sheets.importing.planners.names import in_mixed_case
from app.sheets.importing.planners.places import country_of, read_subdivision
from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Candidate, Request
from app.sheets.importing.targets import Target, borrowed
from app.words.folding import fold
from app.words.values.countries import show_subdivision
from app.words.words import Words, mark
from db.catalog import Catalog, EntityInfo
from db.entities.municipality import GovernmentKind
from db.keys import new_key
from db.session import FileSession

_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_NAME = mark("Se llama igual")
_ALIKE_NAME = mark("Nombre parecido")


@dataclass(slots=True)
class CityValues(RowValues):
    """What a row says of a city."""

    country: str = ""
    subdivision: str | None = None
    membership: MembershipValues | None = None

    @property
    def kind(self) -> str | None:
        """The kind of government."""
        kind = self.values.get("government_kind")
        return kind if isinstance(kind, str) else None

    @property
    def is_state(self) -> bool | None:
        """Whether the row is of a state or province and not of a city; None when it does not say."""
        return None if self.kind is None else self.kind == GovernmentKind.STATE.value


class CityPlanner(RecordPlanner[CityValues]):
    """Plans the rows of cities of one request."""

    entity = "municipality"
    parts = ("contact_point", "membership")

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the cities of the store."""
        super().__init__(session, request, words, today)
        self._cities = Cities(session, words)
        self._population_year = self._year_of_population()
        says_states = "membership_state" in request.matching.matched
        self._default_state = None if says_states else request.options.membership_state

    @classmethod
    def beside(cls, catalog: Catalog, info: EntityInfo) -> Iterator[Target]:
        """Return what a sheet says of a city beside its fields: its situation in the network, its contacts."""
        yield borrowed(catalog, "membership_state", ("membership", "state"))
        yield borrowed(catalog, "member_since", ("membership", "starts"), label=mark("Miembro desde"))
        yield borrowed(catalog, "act", ("membership", "act"))
        yield replace(borrowed(catalog, "evidence", ("membership", "evidence")), several=True)
        yield from super().beside(catalog, info)

    def read(self, row: Row) -> CityValues:
        """Return what the row says; a row without name or country is refused."""
        subdivision = read_subdivision(self.reader, row, self.request.options.country)
        country = country_of(self.reader, row, subdivision) or self.request.options.country
        row_values = CityValues(country=country, subdivision=subdivision)
        place = {"country": country, "subdivision": subdivision}
        row_values.values = {name: value for name, value in place.items() if value}
        self.fill(row, row_values, country, but=("country",))
        if self._population_year and "population" in row_values.values:
            row_values.values.setdefault("population_year", self._population_year)
        row_values.membership = MembershipValues(self.reader, row, self._default_state)
        if row_values.key not in self._cities.by_id:
            self._require(row, row_values)
        return row_values

    def _require(self, row: Row, row_values: CityValues) -> None:
        if not row_values.raw_name:
            text, hint = mark("Falta el nombre de la ciudad."), mark("Escríbalo en la planilla.")
            self.reader.refuse(row, "short_name", text, hint)
        elif not row_values.country and not row.refusals and not self._cities.named(row_values.raw_name):
            self._miss_country(row, row_values)

    def _miss_country(self, row: Row, row_values: CityValues) -> None:
        text = mark("Falta el país de «{name}».")
        hint = mark("Agregue una columna «País», o indique el país de toda la planilla.")
        self.reader.refuse(row, "country", text, hint, name=row_values.raw_name)

    def identify(self, row: Row, row_values: CityValues) -> Identity[CityValues]:
        """Find which city the row is of: by key; by name, country, province and whether it is a state."""
        if row_values.key in self._cities.by_id:
            return self.known(row, row_values, row_values.key)
        namesakes = [
            city
            for city in self._cities.named(row_values.raw_name, row_values.country)
            if _compatible(city, row_values)
        ]
        if not row_values.country:
            return self._namesakes(row, row_values, namesakes, mark("Falta el país, y hay una ciudad con ese nombre."))
        if row_values.subdivision is not None:
            return self._in_subdivision(row, row_values, within(namesakes, row_values.subdivision))
        return self._anywhere(row, row_values, namesakes)

    def _in_subdivision(self, row: Row, row_values: CityValues, there: list[City]) -> Identity[CityValues]:
        if len(there) > 1:
            there = [city for city in there if city.kind == row_values.kind] or there
        if len(there) == 1 and (there[0].subdivision is not None or not self._ambiguous(row_values)):
            return self.known(row, row_values, there[0].id)
        if there:
            return self._namesakes(
                row, row_values, there, mark("No se sabe si es una de las que ya están con ese nombre.")
            )
        return self._perhaps_alike(row, row_values)

    def _anywhere(self, row: Row, row_values: CityValues, namesakes: list[City]) -> Identity[CityValues]:
        """Find the city of a row that does not say its province."""
        blank = [city for city in namesakes if city.subdivision is None]
        if len(blank) == 1:
            return self.known(row, row_values, blank[0].id)
        if len(namesakes) == 1 and not self._ambiguous(row_values):
            return self.known(row, row_values, namesakes[0].id)
        if namesakes:
            return self._namesakes(
                row, row_values, namesakes, mark("Hay más de una con ese nombre y falta la provincia.")
            )
        if self._ambiguous(row_values):
            return self._which_province(row, row_values)
        return self._perhaps_alike(row, row_values)

    def _namesakes(self, row: Row, row_values: CityValues, cities: list[City], text: str) -> Identity[CityValues]:
        return self._doubt(row, row_values, self._cities.candidates(cities, _SAME_NAME), text)

    def _ambiguous(self, row_values: CityValues) -> bool:
        return not row_values.is_state and self._cities.is_ambiguous(row_values.raw_name, row_values.country)

    def _which_province(self, row: Row, row_values: CityValues) -> Identity[CityValues]:
        places = self._cities.homonyms(row_values.raw_name, row_values.country)
        names = ", ".join(show_subdivision(place.subdivision) for place in places)
        text = mark("«{name}» existe en varias provincias: {places}.")
        hint = mark("Escriba la provincia en la planilla, o agregue la ciudad sin provincia.")
        problem = self.reader.about(row, "short_name", text, hint, name=row_values.title, places=names)
        return Identity(row, row_values, doubts=(problem,))

    def _perhaps_alike(self, row: Row, row_values: CityValues) -> Identity[CityValues]:
        """Take the row for a new city, unless it may be a known one misspelt: the gazetteer knows no such place."""
        known = {place.subdivision for place in self._cities.homonyms(row_values.raw_name, row_values.country)}
        if row_values.subdivision in known or (row_values.subdivision is None and known):
            return self.new(row, row_values)
        alike = [
            (city, score)
            for city, score in self._cities.alike(row_values.raw_name, row_values.country)
            if _compatible(city, row_values)
            and (row_values.subdivision in (None, city.subdivision) or city.subdivision is None)
        ]
        if not alike:
            return self.new(row, row_values)
        found = self._cities.candidates([city for city, _ in alike], _ALIKE_NAME, alike[0][1])
        return self._doubt(row, row_values, found, mark("Hay una ciudad con un nombre parecido."))

    def _doubt(self, row: Row, row_values: CityValues, found: tuple[Candidate, ...], text: str) -> Identity[CityValues]:
        problem = self.reader.about(row, "short_name", text, mark("Indique si es la misma o si es otra."))
        return Identity(row, row_values, candidates=found, doubts=(problem,))

    def knows(self, record_id: str) -> bool:
        """Tell whether there is a city of this key."""
        return record_id in self._cities.by_id

    def known(self, row: Row, row_values: CityValues, record_id: str) -> Identity[CityValues]:
        """Take the row for this city, of which it may complete what tells it from others."""
        self._learn(self._cities.by_id[record_id], row_values)
        return Identity(row, row_values, record_id)

    def _learn(self, city: City, row_values: CityValues) -> None:
        if self.says_first(city.id, "name", fold(row_values.raw_name)):
            self._cities.rename(city, row_values.raw_name)
        if self.says_first(city.id, "country", row_values.country):
            city.country = row_values.country
        if self.says_first(city.id, "subdivision", row_values.subdivision):
            city.subdivision = row_values.subdivision
        if self.says_first(city.id, "kind", row_values.kind):
            city.kind = row_values.kind

    def told(self, row_values: CityValues, record_id: str) -> str:
        """Return what the row calls the city, told from the others of its name."""
        city = self._cities.by_id[record_id]
        told = self._cities.told(city).removeprefix(city.name)
        return f"{row_values.title}{told}" if told else row_values.title

    def new(self, row: Row, row_values: CityValues) -> Identity[CityValues]:
        """Take the row for a city that is not known yet; one that could not be told from a known one is refused."""
        if not row_values.country:
            self._miss_country(row, row_values)
            return Identity(row, row_values)
        for city in self._cities.named(row_values.raw_name, row_values.country):
            if (city.subdivision, city.kind) == (row_values.subdivision, row_values.kind):
                text = mark("Ya hay una ciudad «{name}» en ese país y esa provincia.")
                hint = mark("Si es otra, distíngala por la provincia o el tipo de gobierno.")
                self.reader.refuse(row, "short_name", text, hint, name=city.name)
                return Identity(row, row_values)
        name = in_mixed_case(row_values.raw_name)
        city = City(new_key(), name, row_values.country, row_values.subdivision, row_values.kind)
        self._cities.add(city)
        self._learn(city, row_values)
        return Identity(row, row_values, city.id, is_new=True)

    def written(self, raw_name: str) -> str:
        """Return the name of a city without the capitals of a sheet that shouts."""
        return in_mixed_case(raw_name)

    def sketch(self, row: Row, row_values: CityValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes, of the city and of its situation in the network."""
        super().sketch(row, row_values, record, sketch)
        self._locate(row_values, record, sketch)
        if row_values.membership is not None:
            row_values.membership.put(self.reader, row, record, sketch, self.today)

    def _locate(self, row_values: CityValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Put a new city where the gazetteer has it, so that it is on the map; the plan shows it as any other value."""
        if not record.is_new or row_values.is_state or {"latitude", "longitude"} & row_values.values.keys():
            return
        place = self._cities.place(
            row_values.values.get("geonames_id"), row_values.raw_name, row_values.country, row_values.subdivision
        )
        if place is not None:
            sketch.put("latitude", place.latitude)
            sketch.put("longitude", place.longitude)

    def _year_of_population(self) -> int | None:
        """Return the year that the title of the column of the population says: "Población 2010"."""
        for column in self.request.matching.columns_of("population"):
            if found := _YEAR.search(column.title):
                return int(found[0])
        return None


def _compatible(city: City, row_values: CityValues) -> bool:
    """Tell whether the kinds of government let the row be of `city`: a state is not a city of the same name."""
    return None in (city.is_state, row_values.is_state) or city.is_state == row_values.is_state
