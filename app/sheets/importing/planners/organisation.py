"""Rows of organisations: which one each is, and what it says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.records.duplicates.likeness import may_be_one, most_alike
from app.sheets.importing.planners.keeping import put_contacts, put_fields
from app.sheets.importing.planners.places import country_of
from app.sheets.importing.planners.planner import EntityPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Facts, Identity, read_contacts, read_fields
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import Held, load, new_record
from app.sheets.importing.rows import Candidate, Request
from app.words.folding import fold
from app.words.words import Words, mark
from db.entities.organisation import Organisation

_ACRONYMS = re.compile(r"\s*[/;]\s*")
_SAME_NAME, _ALIKE_NAME, _SAME_ACRONYM = mark("Se llama igual"), mark("Nombre parecido"), mark("Misma sigla")


@dataclass(slots=True)
class OrganisationFacts(Facts):
    """What a row says of an organisation; `raw_name` is its name as the cell has it."""

    raw_name: str = ""

    @property
    def acronym(self) -> str:
        """The acronym, or acronyms."""
        return str(self.values.get("acronym") or "")


class OrganisationPlanner(EntityPlanner[OrganisationFacts]):
    """Plans the rows of organisations of one request."""

    entity = "organisation"

    def __init__(self, session: Session, request: Request, words: Words, today: date) -> None:
        """Know the organisations of the store."""
        super().__init__(session, request, words, today)
        self._titles: dict[str, str] = {}
        self._details: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_acronym: dict[str, list[str]] = {}
        self._acronyms: dict[str, tuple[str, ...]] = {}
        known = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.country)
        for key, name, acronym, country in session.execute(known):
            self._add(key, name, acronym or "", country or "")
        self._stored = list(self._by_name)

    def _add(self, key: str, name: str, acronym: str, country: str) -> None:
        self._titles[key] = name
        self._details[key] = " · ".join(part for part in (acronym, country and self.words.country(country)) if part)
        self._by_name.setdefault(fold(name), []).append(key)
        self._know_acronyms(key, tuple(_acronyms(acronym)))

    def _know_acronyms(self, key: str, acronyms: tuple[str, ...]) -> None:
        self._acronyms[key] = acronyms
        for one in acronyms:
            self._by_acronym.setdefault(one, []).append(key)

    def read(self, row: Row) -> OrganisationFacts:
        """Give what the row says; one without name is refused."""
        country = country_of(self.reader, row) or self.request.options.country
        raw = self.reader.text(row, "name")
        values = read_fields(self.reader, row, "organisation", country, but=("name",))
        facts = OrganisationFacts(raw, self.reader.text(row, "key"), values)
        facts.raw_name = raw
        facts.contacts = read_contacts(self.reader, row, country)
        if not raw and not self.knows(facts.key):
            self.reader.refuse(row, "name", mark("Falta el nombre del organismo."), mark("Escríbalo en su columna."))
        return facts

    def identify(self, row: Row, facts: OrganisationFacts) -> Identity[OrganisationFacts]:
        """Find which organisation the row is of: by key, by name, or by acronym when the names can be of one."""
        name = fold(facts.raw_name)
        equal = [facts.key] if self.knows(facts.key) else self._by_name.get(name, [])
        if len(equal) == 1:
            return self.known(row, facts, equal[0])
        if equal:
            return self._doubt(row, facts, dict.fromkeys(equal, 100), _SAME_NAME)
        called = self._called(name, facts.acronym)
        likely = [key for key in called if self._may_be(name, key)]
        if len(likely) > 1:
            whole = {fold(said).replace(" ", "") for said in (facts.raw_name, facts.acronym)}
            likely = [key for key in likely if self._acronyms[key][0] in whole] or likely
        if len(likely) == 1:
            return self.known(row, facts, likely[0])
        if called:
            return self._doubt(row, facts, dict.fromkeys(called, 100), _SAME_ACRONYM)
        return self._perhaps_alike(row, facts, name)

    def _called(self, name: str, acronym: str) -> list[str]:
        """Give the organisations that have this folded name or one of these acronyms as their acronym."""
        said = (*_acronyms(name), *_acronyms(acronym))
        return list(dict.fromkeys(key for one in said for key in self._by_acronym.get(one, ())))

    def _perhaps_alike(self, row: Row, facts: OrganisationFacts, name: str) -> Identity[OrganisationFacts]:
        alike = most_alike(name, self._stored)
        if alike:
            scores = {key: score for other, score in alike for key in self._by_name[other]}
            return self._doubt(row, facts, scores, _ALIKE_NAME)
        return self.new(row, facts)

    def _may_be(self, name: str, key: str) -> bool:
        """Say whether an organisation of the same acronym can be the one of this folded name, or is named by it."""
        return name.replace(" ", "") in self._by_acronym or may_be_one(name, fold(self._titles[key]))

    def _doubt(
        self, row: Row, facts: OrganisationFacts, scores: Mapping[str, int], why: str
    ) -> Identity[OrganisationFacts]:
        candidates = tuple(
            Candidate("organisation", key, self._titles[key], self._details[key], score, why)
            for key, score in scores.items()
        )
        text = mark("Hay un organismo registrado que puede ser este.")
        problem = self.reader.about(row, "name", text, mark("Diga si es el mismo o si es otro."))
        return Identity(row, facts, candidates=candidates, doubts=(problem,))

    def knows(self, record_id: str) -> bool:
        """Say whether there is an organisation of this key."""
        return record_id in self._titles

    def known(self, row: Row, facts: OrganisationFacts, record_id: str) -> Identity[OrganisationFacts]:
        """Take the row for this organisation, which may have another name or acronym by it."""
        name, acronyms = fold(facts.raw_name), tuple(_acronyms(facts.acronym))
        if facts.key == record_id and self.has_the_say(record_id, "name", name):
            self._by_name[fold(self._titles[record_id])].remove(record_id)
            self._titles[record_id] = facts.raw_name
            self._by_name.setdefault(name, []).append(record_id)
        if self.has_the_say(record_id, "acronym", facts.acronym):
            for one in self._acronyms[record_id]:
                self._by_acronym[one].remove(record_id)
            self._know_acronyms(record_id, acronyms)
        return Identity(row, facts, record_id)

    def new(self, row: Row, facts: OrganisationFacts) -> Identity[OrganisationFacts]:
        """Take the row for an organisation that is not known yet."""
        made = new_record("organisation")
        self._add(made.id, facts.raw_name, facts.acronym, str(facts.values.get("country") or ""))
        return replace(self.known(row, facts, made.id), is_new=True)

    def load(self, ids: Iterable[str]) -> dict[str, Held]:
        """Read the organisations that rows are of."""
        return load(self.session, "organisation", ids)

    def columns(self, facts: OrganisationFacts) -> Mapping[str, object]:
        """Give the columns that a row would set."""
        return facts.values

    def sketch(self, row: Row, facts: OrganisationFacts, held: Held, sketch: Sketch) -> None:  # noqa: ARG002 - as the base has it
        """Write down what the row changes; only who has the key, or writes it better, changes the name."""
        known = str(held.values.get("name") or "")
        if facts.raw_name and (held.is_new or facts.key == held.id or fold(known) == fold(facts.raw_name)):
            sketch.put_name("name", facts.raw_name, facts.raw_name)
        acronym = str(held.values.get("acronym") or "")
        if facts.acronym and set(_acronyms(facts.acronym)) == set(_acronyms(acronym)):
            facts.values["acronym"] = acronym  # points alone are no change
        put_fields(sketch, facts)
        put_contacts(sketch, facts, held)


def _acronyms(text: str) -> Iterator[str]:
    """Give the folded acronyms that a cell holds, points aside: "CGLU / U.C.L.G." is two."""
    yield from dict.fromkeys(filter(None, (fold(part).replace(" ", "") for part in (text, *_ACRONYMS.split(text)))))
