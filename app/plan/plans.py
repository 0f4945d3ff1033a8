"""The plans of a file: that of each period, and the one that a file begins with, which is of no period yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.network.term_choices import TermChoice, terms_of
from app.network.terms import period_on
from app.records.catalog import Filter, Operator
from db.entities.plan_line import PlanLine
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class PlanChoice(TermChoice):
    """A plan that can be looked at: its period and what that is called, none for the starter, and how many lines."""

    line_count: int


def list_plans(store: Store) -> Sequence[PlanChoice]:
    """Return the plan of each period, the latest first and those without lines too, and last that of no period."""
    with store.reading() as session:
        return _plans(session)


def plan_of_today(store: Store) -> PlanChoice:
    """Return the plan to begin with: that of the period that runs, else the latest that has lines, else the starter."""
    with store.reading() as session:
        return plan_on(session, store.today())


def plan_on(session: FileSession, day: date) -> PlanChoice:
    """Do the work of `plan_of_today` in a session that is open already, as of a day."""
    plans, running = _plans(session), period_on(session, day)
    runs = next((each for each in plans if running is not None and each.period_id == running.id), None)
    return runs or next((each for each in plans if each.line_count), PlanChoice(None, "", 0))


def lines_of(period_id: str | None) -> Filter:
    """Return what asks for the lines of the plan of a period, or of no period."""
    if period_id is None:
        return Filter("period_id", Operator.IS_EMPTY)
    return Filter("period_id", Operator.EQUALS, period_id)


def _plans(session: FileSession) -> list[PlanChoice]:
    counts = dict(session.execute(select(PlanLine.period_id, func.count()).group_by(PlanLine.period_id)).all())
    plans = [PlanChoice(each.period_id, each.name, counts.get(each.period_id, 0)) for each in terms_of(session)]
    return [*plans, PlanChoice(None, "", counts[None])] if None in counts else plans
