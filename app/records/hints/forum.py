"""What is said of recommendations and of proposals to the FOCEM."""

from sqlalchemy import func, select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.focem_proposal import FocemProposal
from db.entities.recommendation import Recommendation
from db.entities.step import Step, StepState
from db.referring import refers_to
from db.session import FileSession


def route_ends_with_an_answer(session: FileSession, row: Entity) -> list[Problem]:
    """Ask what was answered where every step of a recommendation is done and its result is not said."""
    if not isinstance(row, Recommendation) or row.result:
        return []
    belongs = refers_to(Step, "record", "recommendation", [row.id])
    found = session.execute(select(Step.state, func.count()).where(belongs).group_by(Step.state)).all()
    states = {state for state, _ in found}
    if StepState.DONE.value not in states or StepState.PLANNED.value in states:
        return []
    text = mark("No queda ningún paso por dar: anote qué se respondió, o el paso que sigue.")
    return [Problem(text, place=Place(field="result"))]


def amount_says_where_it_is_from(_: FileSession, row: Entity) -> list[Problem]:
    """Ask for the day and the source of an amount: sources give several for one project."""
    if not isinstance(row, FocemProposal) or row.amount is None:
        return []
    missing = next((name for name in ("amount_on", "source") if not getattr(row, name)), None)
    text = mark("Anote de qué fecha y de qué fuente es el monto: las fuentes dan varios de un mismo proyecto.")
    return [Problem(text, place=Place(field=missing))] if missing is not None else []
