"""A citation compared with the official text: what is proposed for it, and how it is written with who and when."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.norms.citation import OF_ORGANS, official_citation, read_citation
from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.reading import Record, read_record
from db.changes import Changes
from db.entities.organisation import Organisation
from db.store import Store
from db.titles import Name, Title

KIND, ORGAN, NUMBER, YEAR, VERIFIED = "kind", "organisation_id", "number", "year", "verified_as"


@dataclass(frozen=True, slots=True)
class CitationFacts:
    """A norm whose citation is to be compared, what its citation says, and the organs of MERCOSUR by their keys."""

    record: Record
    proposed: Mapping[str, object]
    organs: Mapping[str, str]

    def follow(self, values: Mapping[str, object], changed: frozenset[str]) -> Mapping[str, object]:
        """Return what follows from the `values` of a form, of which a person `changed` some: organ or kind, citation.

        A decision is of the CMC, and what is of the CMC a decision: who changes one of the two means the other as well.
        """
        found: dict[str, object] = {}
        if KIND in changed and ORGAN not in changed:
            organ = next((each.organ for each in OF_ORGANS if each.kind.value == values[KIND]), None)
            found[ORGAN] = next((key for key, acronym in self.organs.items() if acronym == organ), values[ORGAN])
        if ORGAN in changed and KIND not in changed:
            organ = self.organs.get(str(values[ORGAN]))
            found[KIND] = next((each.kind.value for each in OF_ORGANS if each.organ == organ), values[KIND])
        now = {**values, **found}
        said = official_citation(self.organs.get(str(now[ORGAN]), ""), str(now[KIND] or ""), str(now[NUMBER] or ""))
        return {**found, VERIFIED: said} if said is not None else found


def read_citation_facts(store: Store, key: str) -> CitationFacts | None:
    """Return what a dialog about the citation of a norm begins with; None when the norm is no more.

    What is recorded of the norm stays as it is; what is not is proposed from the citation as it is written.
    """
    record = read_record(store, "norm", key)
    if record is None:
        return None
    acronyms = {each.organ for each in OF_ORGANS}
    with store.reading() as session:
        found = session.execute(
            select(Organisation.id, Organisation.acronym).where(Organisation.acronym.in_(acronyms))
        ).all()
    organs = {key: str(acronym) for key, acronym in found}
    said = read_citation(str(record.values["cited_as"]))
    written: dict[str, object] = {}
    if said is not None:
        organ = next((key for key, acronym in organs.items() if acronym == said.organ), None)
        kind = said.kind.value if said.kind is not None else None
        written = {ORGAN: organ, KIND: kind, NUMBER: said.number, YEAR: said.year}
    known = {name: record.values[name] or value for name, value in written.items()}
    facts = CitationFacts(record, known, organs)
    now = {**record.values, **known}
    follows = {} if record.values[VERIFIED] else facts.follow(now, frozenset())
    return CitationFacts(record, {name: each for name, each in {**known, **follows}.items() if each}, organs)


def write_citation(store: Store, key: str, values: Mapping[str, object]) -> Changes:
    """Write the citation of a norm that was compared with its official text, by the author of the store and today.

    `values` are those of organ, kind, number, year and verified citation. Raises ProblemError for what a rule refuses.
    """
    said = {**values, "verified_by": store.author, "verified_on": store.today()}
    if not values.get(VERIFIED):
        said |= {"verified_by": None, "verified_on": None}
    record = read_record(store, "norm", key)
    name = str(record.values["cited_as"]) if record is not None else ""
    with store.operation(Title("Cita comprobada de «{name}»", values={"name": Name(name)})) as session:
        write_checked(session, Draft("norm", key, said))
    return session.changes
