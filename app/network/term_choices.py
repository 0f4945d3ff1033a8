"""The terms (gestiones) that a person chooses among, and the one to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.network.terms import period_on
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.entities.period import Period
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class TermChoice:
    """A term that can be looked at and what it is called; of what is of no term the key is None."""

    period_id: str | None
    name: str


def list_terms(store: Store) -> Sequence[TermChoice]:
    """Return every term, the latest first."""
    with store.reading() as session:
        return terms_of(session)


def term_of_today(store: Store) -> TermChoice | None:
    """Return the term that runs today, else the latest; None when none is recorded."""
    running, terms = running_term(store), list_terms(store)
    return next((each for each in terms if each.period_id == running), next(iter(terms), None))


def expect_term_of_today(store: Store) -> str:
    """Return the key of that term; ProblemError when none is recorded."""
    term = term_of_today(store)
    if term is None or term.period_id is None:
        raise ProblemError(Problem(mark("El archivo no tiene gestiones."), mark("Agregue una en Organismos.")))
    return term.period_id


def running_term(store: Store) -> str | None:
    """Return the key of the term that runs today; None when none does."""
    return term_on(store, store.today())


def term_on(store: Store, day: date) -> str | None:
    """Return the key of the term that runs on a day; None when none does."""
    with store.reading() as session:
        running = period_on(session, day)
    return running.id if running is not None else None


def terms_of(session: FileSession) -> list[TermChoice]:
    """Return every term, the latest first and last those of which no beginning is known."""
    order = (Period.starts.desc().nulls_last(), Period.name)
    return [TermChoice(key, name) for key, name in session.execute(select(Period.id, Period.name).order_by(*order))]
