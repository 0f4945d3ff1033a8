"""What follows from a field that somebody has filled in, and is proposed for others that are empty.

PROPOSALS lists it by kind and by the field that it follows from; nothing follows from what was recorded before.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app.norms.citation import read_citation
from app.records.chapter_proposals import begin_chapter
from app.records.checking import as_wanted
from app.records.drafts import Draft
from app.records.exchange_proposals import who_asked, who_gives
from app.records.hints import has_hints, hints_on
from app.records.namesakes import read_links
from app.records.project_proposals import as_the_agreement, as_the_call, begin_funding, who_endorses
from app.words.problems import Problem
from db.base import Entity
from db.catalog import Catalog
from db.entities.focem_proposal import FocemProposal
from db.entities.meeting import Meeting
from db.entities.project import Project
from db.session import FileSession
from db.store import Store
from db.values import PartialDate

Proposal = Callable[[FileSession, Store, Entity], Mapping[str, object]]
"""Returns values by field, of a record as it is wanted."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of a record that is being written, what is proposed for its empty fields, and what it comes to."""

    hints: tuple[Problem, ...]
    proposed: Mapping[str, object]
    derived: Mapping[str, object]


def is_advised(catalog: Catalog, entity: str) -> bool:
    """Tell whether anything is ever said or proposed of a kind."""
    return has_hints(catalog, entity) or entity in PROPOSALS or entity in DERIVED


def advise(store: Store, draft: Draft) -> Advice:
    """Return what is said of a record as a draft wants it, and what follows from the fields that the draft fills in."""
    proposed: dict[str, object] = {}
    with store.reading() as session, session.no_autoflush:
        row = as_wanted(session, session.catalog[draft.entity], draft)
        for name, propose in PROPOSALS.get(draft.entity, {}).items():
            if draft.values.get(name):
                proposed |= {each: value for each, value in propose(session, store, row).items() if value}
        derived = {name: derive(row) for name, derive in DERIVED.get(draft.entity, {}).items()}
        return Advice(tuple(hints_on(session, row)), proposed, derived)


def _asked(row: Entity) -> object:
    """Return what the share of a proposal or project comes to, as its derived field does once it is saved."""
    return row.asked_of() if isinstance(row, FocemProposal | Project) else None


def _who_verified(_: FileSession, store: Store, __: Entity) -> Mapping[str, object]:
    """Return who compares a citation with its text, and today."""
    return {"verified_by": store.author, "verified_on": store.today()}


def _as_cited(_: FileSession, __: Store, row: Entity) -> Mapping[str, object]:
    """Return the number and the year of a citation; its organ and kind are often wrong, and left to whoever checks."""
    said = read_citation(str(getattr(row, "cited_as", "")))
    return {"number": said.number, "year": said.year} if said is not None else {}


def _as_the_meeting(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return the body and the day of the meeting at which something was adopted."""
    meeting = session.get(Meeting, str(getattr(row, "meeting_id", "")))
    if meeting is None:
        return {}
    day = meeting.ends_on or meeting.starts_on
    return {"body_id": meeting.body_id, "day": PartialDate.of(day) if day is not None else None}


def _as_the_study(session: FileSession, store: Store, row: Entity) -> Mapping[str, object]:
    """Return the themes of the study that recommends, and the day on which it was delivered."""
    key = str(getattr(row, "study_id", ""))
    study = session.get(session.catalog.entity("study"), key)
    themes = read_links(session, store, "study", session.catalog["study"].field("themes"), [key])
    return {
        "themes": tuple(each for each, _ in themes.get(key, ())),
        "day": getattr(study, "delivered_on", None),
    }


PROPOSALS: Mapping[str, Mapping[str, Proposal]] = MappingProxyType(
    {
        "norm": {"cited_as": _as_cited, "verified_as": _who_verified},
        "declaration": {"meeting_id": _as_the_meeting},
        # What a call says of its donor goes before what an agreement does.
        "project": {
            "agreement_id": as_the_agreement,
            "call_id": as_the_call,
            "municipality_id": who_endorses,
            "endorsed_on": who_endorses,
        },
        "adoption": {"need_id": who_asked, "experience_id": who_gives},
        "recommendation": {"study_id": _as_the_study, "meeting_id": _as_the_meeting},
    }
)

RowProposal = Callable[[Mapping[str, object], Sequence[Mapping[str, object]], str], Mapping[str, object]]
"""Returns values by field, of what is written of the record, of the rows of its part, and the person's language."""

ROWS: Mapping[tuple[str, str], RowProposal] = MappingProxyType(
    {("project", "fundings"): begin_funding, ("period", "chapters"): begin_chapter}
)
"""What a new row of a part begins with, by kind and part."""

DERIVED: Mapping[str, Mapping[str, Callable[[Entity], object]]] = MappingProxyType(
    {"focem_proposal": {"asked": _asked}, "project": {"asked": _asked}}
)
"""Derived fields that a form shows, as they come out of what is written in it."""
