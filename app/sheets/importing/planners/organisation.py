"""Rows of organisations: which one each is, and what it says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.records.duplicates.likeness import may_be_one, most_alike
from app.sheets.importing.planners.places import country_of
from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Candidate, Request
from app.words.folding import fold
from app.words.words import Words, mark
from db.entities.organisation import Organisation
from db.keys import new_key
from db.languages import names_beside
from db.session import FileSession

_ACRONYMS = re.compile(r"\s*[/;]\s*")
_SAME_NAME, _ALIKE_NAME, _SAME_ACRONYM = mark("Se llama igual"), mark("Nombre parecido"), mark("Misma sigla")


@dataclass(slots=True)
class OrganisationValues(RowValues):
    """What a row says of an organisation."""

    @property
    def acronym(self) -> str:
        """The acronym, or acronyms."""
        return str(self.values.get("acronym") or "")


class OrganisationPlanner(RecordPlanner[OrganisationValues]):
    """Plans the rows of organisations of one request."""

    entity = "organisation"

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the organisations of the store."""
        super().__init__(session, request, words, today)
        self._titles: dict[str, str] = {}
        self._details: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_acronym: dict[str, list[str]] = {}
        self._acronyms: dict[str, tuple[str, ...]] = {}
        self._beside = tuple(f"name_{language}" for language in names_beside(Organisation, "name"))
        others = (getattr(Organisation, name) for name in self._beside)
        known = select(Organisation.id, Organisation.name, Organisation.acronym, Organisation.country, *others)
        for key, name, acronym, country, *beside in session.execute(known):
            self._add(key, name, acronym or "", country or "")
            self._know_names(key, beside)
        self._stored = list(self._by_name)

    def _add(self, key: str, name: str, acronym: str, country: str) -> None:
        self._titles[key] = name
        self._details[key] = " · ".join(part for part in (acronym, country and self.words.country(country)) if part)
        self._by_name.setdefault(fold(name), []).append(key)
        self._know_acronyms(key, tuple(_acronyms(acronym)))

    def _know_names(self, key: str, names: Iterable[object]) -> None:
        """Know an organisation by its names in other languages too."""
        for name in filter(None, (fold(str(each or "")) for each in names)):
            if key not in self._by_name.setdefault(name, []):
                self._by_name[name].append(key)

    def _know_acronyms(self, key: str, acronyms: tuple[str, ...]) -> None:
        self._acronyms[key] = acronyms
        for one in acronyms:
            self._by_acronym.setdefault(one, []).append(key)

    def read(self, row: Row) -> OrganisationValues:
        """Return what the row says; one without name is refused."""
        country = country_of(self.reader, row) or self.request.options.country
        return self.require_name(row, self.fill(row, OrganisationValues(), country))

    def identify(self, row: Row, row_values: OrganisationValues) -> Identity[OrganisationValues]:
        """Find which organisation the row is of: by key, by name, or by acronym when the names can be of one."""
        name = fold(row_values.raw_name)
        equal = [row_values.key] if self.knows(row_values.key) else self._by_name.get(name, [])
        if len(equal) == 1:
            return self.known(row, row_values, equal[0])
        if equal:
            return self._doubt(row, row_values, dict.fromkeys(equal, 100), _SAME_NAME)
        called = self._called(name, row_values.acronym)
        likely = [key for key in called if self._may_be(name, key)]
        if len(likely) > 1:
            whole = {fold(said).replace(" ", "") for said in (row_values.raw_name, row_values.acronym)}
            likely = [key for key in likely if self._acronyms[key][0] in whole] or likely
        if len(likely) == 1:
            return self.known(row, row_values, likely[0])
        if called:
            return self._doubt(row, row_values, dict.fromkeys(called, 100), _SAME_ACRONYM)
        return self._perhaps_alike(row, row_values, name)

    def _called(self, name: str, acronym: str) -> list[str]:
        """Return the organisations that have this folded name or one of these acronyms as their acronym."""
        said = (*_acronyms(name), *_acronyms(acronym))
        return list(dict.fromkeys(key for one in said for key in self._by_acronym.get(one, ())))

    def _perhaps_alike(self, row: Row, row_values: OrganisationValues, name: str) -> Identity[OrganisationValues]:
        alike = most_alike(name, self._stored)
        if alike:
            scores = {key: score for other, score in alike for key in self._by_name[other]}
            return self._doubt(row, row_values, scores, _ALIKE_NAME)
        return self.new(row, row_values)

    def _may_be(self, name: str, key: str) -> bool:
        """Tell whether an organisation of the same acronym can be the one of this folded name, or is named by it."""
        return name.replace(" ", "") in self._by_acronym or may_be_one(name, fold(self._titles[key]))

    def _doubt(
        self, row: Row, row_values: OrganisationValues, scores: Mapping[str, int], why: str
    ) -> Identity[OrganisationValues]:
        candidates = tuple(
            Candidate("organisation", key, self._titles[key], self._details[key], score, why)
            for key, score in scores.items()
        )
        text = mark("Hay un organismo registrado que puede ser este.")
        problem = self.reader.about(row, "name", text, mark("Indique si es el mismo o si es otro."))
        return Identity(row, row_values, candidates=candidates, doubts=(problem,))

    def knows(self, record_id: str) -> bool:
        """Tell whether there is an organisation of this key."""
        return record_id in self._titles

    def known(self, row: Row, row_values: OrganisationValues, record_id: str) -> Identity[OrganisationValues]:
        """Take the row for this organisation, which may have another name or acronym by it."""
        name, acronyms = fold(row_values.raw_name), tuple(_acronyms(row_values.acronym))
        is_other = record_id in self._by_name.get(name, ())
        if row_values.key == record_id and not is_other and self.says_first(record_id, "name", name):
            self._by_name[fold(self._titles[record_id])].remove(record_id)
            self._titles[record_id] = row_values.raw_name
            self._by_name.setdefault(name, []).append(record_id)
        if self.says_first(record_id, "acronym", row_values.acronym):
            for one in self._acronyms[record_id]:
                self._by_acronym[one].remove(record_id)
            self._know_acronyms(record_id, acronyms)
        self._know_names(record_id, (row_values.values.get(each) for each in self._beside))
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: OrganisationValues) -> Identity[OrganisationValues]:
        """Take the row for an organisation that is not known yet."""
        key = new_key()
        self._add(key, row_values.raw_name, row_values.acronym, str(row_values.values.get("country") or ""))
        return self.known(row, row_values, key).as_new()

    def put_name(self, row_values: OrganisationValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Set the name: only who has the key, or writes it better, changes it."""
        known = str(record.values.get("name") or "")
        if record.is_new or row_values.key == record.id or fold(known) == fold(row_values.raw_name):
            super().put_name(row_values, record, sketch)

    def sketch(self, row: Row, row_values: OrganisationValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes; points alone are no change of an acronym."""
        acronym = str(record.values.get("acronym") or "")
        if row_values.acronym and set(_acronyms(row_values.acronym)) == set(_acronyms(acronym)):
            row_values.values["acronym"] = acronym
        super().sketch(row, row_values, record, sketch)


def _acronyms(text: str) -> Iterator[str]:
    """Return the folded acronyms that a cell holds, points aside: "CGLU / U.C.L.G." is two."""
    yield from dict.fromkeys(filter(None, (fold(part).replace(" ", "") for part in (text, *_ACRONYMS.split(text)))))
