"""Rows of experiences: which one each is, and what it says of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.records.duplicates.likeness import most_alike
from app.sheets.importing.planners.keeping import put_fields
from app.sheets.importing.planners.planner import EntityPlanner
from app.sheets.importing.planners.references import Reference, References
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues, read_fields
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord, load, new_record
from app.sheets.importing.rows import Candidate, Request
from app.sheets.reading.workbook import CellValue
from app.words.folding import fold
from app.words.problems import Problem
from app.words.words import Words, mark
from db.entities.experience import Experience, experience_municipality
from db.session import FileSession
from db.values import Money, PartialDate

LINKS: Mapping[str, str] = {
    "municipalities": "experience_municipality",
    "organisations": "experience_organisation",
    "themes": "experience_theme",
}
"""The fields of links and the tables that hold them."""

_YEARS = re.compile(r"\s*(\d{4})\s*(?:[-–—/]|a|al|to|até)\s*(\d{4})\s*")
_SAME_NAME, _ALIKE_NAME = mark("Se llama igual"), mark("Nombre parecido")


@dataclass(slots=True)
class ExperienceValues(RowValues):
    """What a row says of an experience; `named` are the records that it names, by target."""

    raw_name: str = ""
    named: dict[str, tuple[Reference, ...]] = field(default_factory=dict)

    @property
    def cities(self) -> set[str]:
        """The keys of the cities that are named without doubt."""
        return {reference.ids[0] for reference in self.named["municipalities"] if len(reference.ids) == 1}


class ExperiencePlanner(EntityPlanner[ExperienceValues]):
    """Plans the rows of experiences of one request."""

    entity = "experience"

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the experiences of the store and their cities."""
        super().__init__(session, request, words, today)
        self._references = References(session, self.reader)
        self._titles: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._cities: dict[str, set[str]] = {}
        for key, name in session.execute(select(Experience.id, Experience.name)):
            self._add(key, name)
        for key, city in session.execute(
            select(experience_municipality.c.experience_id, experience_municipality.c.municipality_id)
        ):
            self._cities.setdefault(key, set()).add(city)
        self._stored = list(self._by_name)

    def _add(self, key: str, name: str) -> None:
        self._titles[key] = name
        self._by_name.setdefault(fold(name), []).append(key)

    def read(self, row: Row) -> ExperienceValues:
        """Return what the row says; one without title is refused."""
        years = self._years(row)
        but = ("name", "starts", "ends") if years else ("name",)
        values = {**read_fields(self.reader, row, but=but), **years}
        raw = self.reader.text(row, "name")
        row_values = ExperienceValues(raw, self.reader.text(row, "key"), values)
        row_values.raw_name = raw
        row_values.named = {target: self._references.read(row, target) for target in (*LINKS, "person_id")}
        cost = self._cost(row)
        if cost is not None:
            values.update(cost_minor=cost.minor, cost_currency=cost.currency)
        if not raw and not self.knows(row_values.key):
            text, hint = mark("Falta el título de la experiencia."), mark("Escríbalo en su columna.")
            self.reader.refuse(row, "name", text, hint)
        return row_values

    @staticmethod
    def _years(row: Row) -> dict[str, object]:
        """Return start and end of a cell that holds both ("2017-2018"), nothing when it holds one date."""
        for _, raw in row.cells.get("starts", ()):
            if isinstance(raw, str) and not row.has("ends") and (found := _YEARS.fullmatch(raw)):
                return {"starts": PartialDate(int(found[1])), "ends": PartialDate(int(found[2]))}
        return {}

    def _cost(self, row: Row) -> Money | None:
        """Return the cost, its currency from a column of its own when there is one."""
        currency = self.reader.value(row, "cost_currency")
        for index, raw in row.cells.get("cost", ()):
            found = self.reader.readable("cost", f"{currency} {_figures(raw)}" if currency else raw)
            if isinstance(found, Problem):
                row.refuse(self.reader.at(row.number, index, found))
            elif isinstance(found, Money):
                return found
        return None

    def identify(self, row: Row, row_values: ExperienceValues) -> Identity[ExperienceValues]:
        """Find which experience the row is of: by key; by title, when a city is shared or one side has none."""
        if self.knows(row_values.key):
            return self.known(row, row_values, row_values.key)
        namesakes = self._by_name.get(fold(row_values.raw_name), [])
        shared = [key for key in namesakes if row_values.cities & self._cities.get(key, set())]
        if not shared:
            shared = [key for key in namesakes if not row_values.cities or not self._cities.get(key)]
        if len(shared) == 1:
            return self.known(row, row_values, shared[0])
        if shared:
            return self._doubt(row, row_values, dict.fromkeys(shared, 100), _SAME_NAME)
        if namesakes:
            return self.new(row, row_values)
        alike = {
            key: score
            for name, score in most_alike(fold(row_values.raw_name), self._stored)
            for key in self._by_name[name]
            if not row_values.cities or not self._cities.get(key) or row_values.cities & self._cities[key]
        }
        return self._doubt(row, row_values, alike, _ALIKE_NAME) if alike else self.new(row, row_values)

    def _doubt(
        self, row: Row, row_values: ExperienceValues, scores: Mapping[str, int], why: str
    ) -> Identity[ExperienceValues]:
        candidates = tuple(
            Candidate("experience", key, self._titles[key], self._detail(key), score, why)
            for key, score in scores.items()
        )
        text = mark("Hay una experiencia registrada que puede ser esta.")
        problem = self.reader.about(row, "name", text, mark("Diga si es la misma o si es otra."))
        return Identity(row, row_values, candidates=candidates, doubts=(problem,))

    def _detail(self, key: str) -> str:
        return ", ".join(sorted(self._references.title(city) for city in self._cities.get(key, ())))

    def knows(self, record_id: str) -> bool:
        """Tell whether there is an experience of this key."""
        return record_id in self._titles

    def known(self, row: Row, row_values: ExperienceValues, record_id: str) -> Identity[ExperienceValues]:
        """Take the row for this experience, which is also of the cities that the row names."""
        if self.says_first(record_id, "name", fold(row_values.raw_name)):
            self._by_name[fold(self._titles[record_id])].remove(record_id)
            self._add(record_id, row_values.raw_name)
        self._cities.setdefault(record_id, set()).update(row_values.cities)
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: ExperienceValues) -> Identity[ExperienceValues]:
        """Take the row for an experience that is not known yet."""
        made = new_record("experience")
        self._add(made.id, row_values.raw_name)
        return replace(self.known(row, row_values, made.id), is_new=True)

    def load(self, ids: Iterable[str]) -> dict[str, WorkingRecord]:
        """Read the experiences that rows are of, with their links."""
        return load(self.session, "experience", ids, tuple(LINKS))

    def columns(self, row_values: ExperienceValues) -> Mapping[str, object]:
        """Return the columns that a row would set."""
        return row_values.values

    def sketch(self, row: Row, row_values: ExperienceValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes; links are added and never taken away."""
        if row_values.raw_name:
            sketch.put_name("name", row_values.raw_name, row_values.raw_name)
        own = {name: value for name, value in row_values.values.items() if not name.startswith("cost_")}
        put_fields(sketch, RowValues(values=own))
        if "cost_minor" in row_values.values:
            sketch.put_together(
                {name: row_values.values[name] for name in ("cost_minor", "cost_currency")}, target="cost"
            )
        for target, table in LINKS.items():
            linked = frozenset(record.links.get(target, ()))
            for key in self._references.choose(row, target, row_values.named[target], linked):
                sketch.add_link(target, table, key, shown=self._references.title(key))
        known = frozenset({str(record.values.get("person_id") or "")})
        for key in self._references.choose(row, "person_id", row_values.named["person_id"], known):
            sketch.put("person_id", key, shown=self._references.title)


def _figures(raw: CellValue) -> str:
    """Write a number so that nobody takes its decimals for thousands; a text is left as it is."""
    if isinstance(raw, str) or raw is None:
        return raw or ""
    figures = f"{Decimal(str(raw)):f}"
    return f"{figures}0" if "." in figures else figures
