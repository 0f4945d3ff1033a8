"""Where people hold their posts: the city, organisation or body that a row names, made known when it is not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.records.duplicates.likeness import most_alike
from app.sheets.importing.planners.cities import Cities, City, place_of, within, without_government
from app.sheets.importing.planners.names import in_mixed_case
from app.sheets.importing.planners.places import country_of, read_subdivision
from app.sheets.importing.planners.row import Reader, Row, Written
from app.sheets.importing.rows import Asked, Candidate, Write
from app.words.folding import fold
from app.words.names import is_told_by, ways_to_tell
from app.words.problems import Problem
from app.words.values.countries import show_subdivision
from app.words.words import mark
from db.entities.body import Body
from db.entities.organisation import Organisation
from db.keys import new_key
from db.languages import names_beside
from db.session import FileSession

_SAME_NAME, _ALIKE_NAME = mark("Se llama igual"), mark("Nombre parecido")
_SAYING = ("organisation", "municipality", "municipality_code", "place", "country", "subdivision")
"""The targets whose cells say where somebody holds a post: equal cells say the same place."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A place of posts: the entity and key of its record, its name, its country and acronym when they are known."""

    entity: str
    id: str
    name: str
    country: str = ""
    acronym: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a row says of the place of a post: the institution, or the doubt about it with what it may be."""

    institution: Institution | None = None
    doubt: Problem | None = None
    candidates: tuple[Candidate, ...] = ()
    asked: Asked | None = None


class Institutions:
    """The cities, organisations and bodies of the store, and those that the plan adds."""

    def __init__(self, session: FileSession, reader: Reader, default_country: str) -> None:
        """Read them; `default_country` is that of rows that do not say theirs."""
        self.cities = Cities(session, reader.words)
        self._kinds = {entity: session.catalog[entity].one for entity in ("municipality", "organisation")}
        self._reader = reader
        self._saying = tuple(name for name in _SAYING if reader.has_column(name))
        self._default_country = default_country
        self._by_id: dict[str, Institution] = {}
        self._organisations: dict[str, list[Institution]] = {}
        self._stored_organisations: list[str] = []
        self._bodies: dict[str, list[Institution]] = {}
        self._unwritten: dict[str, Write] = {}
        self._found: dict[tuple[Written, ...], Found] = {}
        beside = names_beside(Organisation, "name").values()
        known = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.country, *beside)
        for key, name, acronym, country, *translated in session.execute(known):
            made = Institution("organisation", key, name, country or "", acronym or "")
            self._add(self._organisations, made, (name, acronym, *translated))
            self._stored_organisations += dict.fromkeys(fold(said) for said in (name, *translated) if said)
        for key, name, *others in session.execute(select(Body.id, Body.name, Body.name_pt, Body.name_en, Body.acronym)):
            self._add(self._bodies, Institution("body", key, name, acronym=others[-1] or ""), (name, *others))

    def _add(self, index: dict[str, list[Institution]], made: Institution, names: Iterable[str | None]) -> None:
        self._by_id[made.id] = made
        for name in {fold(name or "") for name in names} - {""}:
            index.setdefault(name, []).append(made)

    def _named(self, index: Mapping[str, list[Institution]], text: str) -> list[Institution]:
        """Return those of `index` that are called `text`, or so with what tells them from their namesakes."""
        found = index.get(fold(text), [])
        told = ((name, said) for name, said in ways_to_tell(text) if not found)
        return found or [
            each for name, said in told for each in index.get(fold(name), []) if is_told_by(said, self._details(each))
        ]

    def _details(self, each: Institution) -> tuple[str, ...]:
        return each.acronym, each.country and self._reader.words.country(each.country)

    def get(self, key: str) -> Institution | None:
        """Return the institution of this key."""
        if key in self._by_id:
            return self._by_id[key]
        city = self.cities.by_id.get(key)
        return Institution("municipality", city.id, city.name, city.country) if city else None

    def told(self, institution: Institution) -> str:
        """Return the name of an institution; of a city, told from the others of its name."""
        city = self.cities.by_id.get(institution.id)
        return self.cities.told(city) if city else institution.name

    def written(self, institution: Institution) -> tuple[Write, ...]:
        """Return what has to be written for an institution that a row is the first to use: nothing for a known one."""
        write = self._unwritten.pop(institution.id, None)
        return (write,) if write else ()

    def find(self, row: Row, *, make: bool = False) -> Found:
        """Find the place that a row names; `make` says that what is in doubt is a new one, as a person answered."""
        said = tuple(cell for name in self._saying for cell in row.cells.get(name, ()))
        known = self._found.get(said)
        if known is not None:
            return known
        found = self._find(row, make=make)
        if found.institution is not None and not row.refusals:
            self._found[said] = found
        return found

    def _find(self, row: Row, *, make: bool) -> Found:
        organisation = self._reader.text(row, "organisation")
        city = self._reader.text(row, "municipality")
        code = self._reader.plain(row, "municipality_code")
        either = self._reader.text(row, "place")
        if organisation and not self._is_government(organisation):
            return self._organisation(row, "organisation", organisation, city, make=make)
        if city or organisation or code:
            name = "municipality" if city or not organisation else "organisation"
            return self._city(row, name, city or organisation, code, make=make)
        return self._either(row, either, make=make) if either else Found()

    def _is_government(self, name: str) -> bool:
        """Tell whether what stands as an organisation is the government of a city: "Municipalidad de Rosario"."""
        return without_government(name) != fold(name) or bool(self.cities.named(name) or self.cities.placed(name))

    def _either(self, row: Row, name: str, *, make: bool) -> Found:
        """Find a place that may be of any kind."""
        country = self._country(row)
        if self._named(self._organisations, name) and not self.cities.named(name, country):
            return self._organisation(row, "place", name, "", make=make)
        if bodies := self._named(self._bodies, name):
            return Found(bodies[0])
        if self._cities_of(name, country) or self._is_government(name) or self.cities.homonyms(name, country):
            return self._city(row, "place", name, "", make=make)
        return self._organisation(row, "place", name, "", make=make)

    def _country(self, row: Row) -> str:
        return country_of(self._reader, row, read_subdivision(self._reader, row)) or self._default_country

    def _city(self, row: Row, target: str, name: str, code: str, *, make: bool) -> Found:
        country = self._country(row)
        subdivision = read_subdivision(self._reader, row, country)
        if row.refusals:
            return Found()
        known = self._known_cities(name, code, country, subdivision)
        if len(known) == 1:
            return Found(self.get(known[0].id))
        if known:
            text = mark("Hay más de una ciudad «{name}».")
            asked = Asked(self._kinds["municipality"], name or code)
            return self._doubt(row, target, asked, self.cities.candidates(known, _SAME_NAME), text)
        if not name:
            text = mark("No hay ninguna ciudad con el código {code}.")
            self._reader.remark(row, "municipality_code", text, code=code)
            row.leftovers.append((self._reader.label("municipality_code"), code))
            return Found()
        return self._unknown_city(row, target, name, country, subdivision, make=make)

    def _cities_of(self, name: str, country: str) -> list[City]:
        """Return the cities of a name, of a government, or of a name with what is said of where it is."""
        named = self.cities.named(name, country) or self.cities.named(without_government(name), country)
        return named or self.cities.placed(name, country)

    def _known_cities(self, name: str, code: str, country: str, subdivision: str | None) -> list[City]:
        """Return the cities that a name, with what stands beside it, or else an official code can mean."""
        named = self._cities_of(name, country)
        coded = self.cities.coded(code, country) if code else []
        known = [city for city in named if city in coded] or named or ([] if name else coded)
        if subdivision:
            known = within(known, subdivision)
        return [city for city in known if not city.is_state] or known

    def _unknown_city(
        self, row: Row, target: str, name: str, country: str, subdivision: str | None, *, make: bool
    ) -> Found:
        places = self.cities.homonyms(place_of(name), country)
        if not country:
            text = mark("No se sabe de qué país es «{name}», que no está entre las ciudades.")
            hint = mark("Agregue una columna «País», o importe antes las ciudades.")
            self._reader.refuse(row, target, text, hint, name=name)
            return Found()
        if not make and not places and (alike := self.cities.alike(name, country)):
            candidates = self.cities.candidates([city for city, _ in alike], _ALIKE_NAME, alike[0][1])
            text = mark("No está la ciudad «{name}», pero sí una de nombre parecido.")
            return self._doubt(row, target, Asked(self._kinds["municipality"], name), candidates, text)
        if not make and subdivision is None and len(places) > 1:
            said = ", ".join(show_subdivision(place.subdivision) for place in places)
            text = mark("No está la ciudad «{name}», que existe en varias provincias: {places}.")
            return self._doubt(row, target, Asked(self._kinds["municipality"], name), (), text, places=said)
        official = in_mixed_case(name) if place_of(name) != name else None
        city = City(new_key(), in_mixed_case(place_of(name)), country, subdivision, official=official)
        self.cities.add(city)
        values = {"short_name": city.name, "name": official, "country": country, "subdivision": subdivision}
        self._unwritten[city.id] = Write("municipality", city.id, values, is_new=True)
        return Found(self.get(city.id))

    def _organisation(self, row: Row, target: str, name: str, city: str, *, make: bool) -> Found:
        known = self._named(self._organisations, name)
        country = self._country(row)
        asked = Asked(self._kinds["organisation"], name)
        there = [each for each in known if each.country in ("", country)] or known
        if len(there) == 1:
            return Found(there[0])
        if there:
            candidates = [self._candidate(each, _SAME_NAME, 100) for each in there]
            return self._doubt(row, target, asked, candidates, mark("Hay más de un organismo «{name}»."))
        alike = [] if make else most_alike(fold(name), self._stored_organisations)
        if alike:
            pairs = [(each, score) for other, score in alike for each in self._organisations[other]]
            candidates = [self._candidate(each, _ALIKE_NAME, score) for each, score in pairs]
            text = mark("No está el organismo «{name}», pero sí uno de nombre parecido.")
            return self._doubt(row, target, asked, candidates, text)
        made = Institution("organisation", new_key(), name, country)
        self._add(self._organisations, made, (name,))
        values = {"name": name, "country": country or None, "headquarters": city or None}
        self._unwritten[made.id] = Write("organisation", made.id, values, is_new=True)
        return Found(made)

    @staticmethod
    def _candidate(each: Institution, why: str, score: int) -> Candidate:
        return Candidate(each.entity, each.id, each.name, each.country, score, why)

    def _doubt(
        self, row: Row, target: str, asked: Asked, candidates: Iterable[Candidate], text: str, /, **values: object
    ) -> Found:
        hint = mark("Elija cuál es, o agregue una ficha nueva.")
        doubt = self._reader.about(row, target, text, hint, name=asked.name, **values)
        return Found(doubt=doubt, candidates=tuple(candidates), asked=asked)
