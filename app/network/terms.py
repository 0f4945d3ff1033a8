"""The term (gestión) at the head of the network on a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import Words, mark
from db.entities.municipality import Municipality
from db.entities.period import Period
from db.session import FileSession
from db.spans import on
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its name, the city that holds the Secretaría Ejecutiva (may be empty) and its dates as known."""

    id: str
    name: str
    municipality_id: str | None
    city: str
    starts: PartialDate | None
    ends: PartialDate | None

    def overlaps(self, starts: PartialDate | None, ends: PartialDate | None) -> bool:
        """Tell whether what lasts from `starts` to `ends` may share a day with the term; an unknown date may."""
        begins_in_time = self.ends is None or starts is None or starts.first_day <= self.ends.last_day
        ends_in_time = self.starts is None or ends is None or ends.last_day >= self.starts.first_day
        return begins_in_time and ends_in_time

    def includes(self, day: date | PartialDate | None) -> bool:
        """Tell whether a day lies in the term for certain: one that is known in part does with all that it can be."""
        if day is None:
            return False
        first, last = (day, day) if isinstance(day, date) else (day.first_day, day.last_day)
        begun = self.starts is None or self.starts.first_day <= first
        return begun and (self.ends is None or last <= self.ends.last_day)


def period_on(session: FileSession, day: date) -> Term | None:
    """Return the term that runs on `day`, the one that began last when two overlap; None when none is recorded."""
    running = Period.running_on(on(day)).scalar_subquery()
    found = session.execute(_terms().where(Period.id == running)).first()
    return Term(*found) if found else None


def read_term(session: FileSession, period_id: str) -> Term | None:
    """Return the term of a key."""
    found = session.execute(_terms().where(Period.id == period_id)).first()
    return Term(*found) if found else None


def expect_term(session: FileSession, period_id: str) -> Term:
    """Return the term of a key; ProblemError when it is no more."""
    term = read_term(session, period_id)
    if term is None:
        raise ProblemError(Problem(mark("La gestión ya no existe."), WHERE_DELETED))
    return term


def say_secretariat(term: Term | None, words: Words) -> str:
    """Write which Secretaría Ejecutiva heads the network in a term; an empty text when the term is not recorded."""
    if term is None:
        return ""
    if not term.city:
        return words("Secretaría Ejecutiva {period}", period=term.name)
    return words("Secretaría Ejecutiva {period} · {city}", period=term.name, city=term.city)


def say_span(first: date | PartialDate | None, last: date | PartialDate | None, words: Words) -> str:
    """Write from which day to which something lasts, as far as that is known; an empty text when nothing is."""
    starts, ends = words.date(first), words.date(last)
    if starts and ends:
        return words("Del {starts} al {due}", starts=starts, due=ends)
    if starts:
        return words("Desde el {starts}", starts=starts)
    return words("Hasta el {due}", due=ends) if ends else ""


def _terms() -> Select[str, str, str | None, str, PartialDate | None, PartialDate | None]:
    return select(
        Period.id,
        Period.name,
        Period.municipality_id,
        func.coalesce(Municipality.short_name, ""),
        Period.starts,
        Period.ends,
    ).outerjoin(Municipality, Municipality.id == Period.municipality_id)
