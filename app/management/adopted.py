"""What was declared and recommended in a term."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.forum.facts import Recommended
from app.forum.routes import read_recommendations
from app.network.terms import Term
from app.records.namesakes import read_rows
from db.entities.declaration import Declaration
from db.entities.meeting import Meeting
from db.entities.period import Period
from db.session import FileSession
from db.store import Store
from db.values import PartialDate

_READ = ("name", "day", "body_id", "addressees", "outcome", "text", "languages")


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration; `languages` are those of its text (ISO 639-1), none where that is not said."""

    id: str
    name: str
    day: PartialDate | None
    body: str
    addressees: str
    outcome: str
    text: str
    languages: Sequence[str]


def read_declared(session: FileSession, store: Store, term: Term) -> tuple[Declared, ...]:
    """Read the declarations of the meetings of a term, and those without meeting whose day may lie in it, by day."""
    meetings = select(Meeting.id).join(Period, Period.id == term.id).where(Meeting.in_period(Period))
    own = frozenset(session.scalars(meetings))
    order = Declaration.day.nulls_last(), Declaration.name_key, Declaration.id
    found = session.execute(select(Declaration.id, Declaration.day, Declaration.meeting_id).order_by(*order)).all()
    ids = [key for key, day, meeting in found if (meeting in own if meeting else _may_lie_in(term, day))]
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, "declaration", _READ, ids)
    return tuple(_declared(key, *row) for key, row in zip(ids, rows, strict=True))


def read_recommended(session: FileSession, store: Store, term: Term) -> tuple[Recommended, ...]:
    """Read the recommendations whose day may lie in a term, the earliest first."""
    found = read_recommendations(session, store)
    return tuple(each for each in reversed(found) if _may_lie_in(term, each.day))


def _may_lie_in(term: Term, day: PartialDate | None) -> bool:
    return day is not None and term.overlaps(day, day)


def _declared(key: str, name: str, day: PartialDate | None, *rest: str | None) -> Declared:
    body, addressees, outcome, text, languages = (each or "" for each in rest)
    return Declared(key, name, day, body, addressees, outcome, text, tuple(languages.split()))
