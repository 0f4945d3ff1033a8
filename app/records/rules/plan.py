"""The rules of the plan of work, and of what is owed for it."""

from collections.abc import Sequence

from sqlalchemy import select

from app.records.rules.once import said_again
from app.records.rules.one_alone import refuse_several
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.commitment import Commitment, CommitmentState
from db.entities.evidence import Evidence
from db.entities.period import Period
from db.entities.plan_action import PlanAction
from db.entities.plan_line import PlanLine
from db.entities.step import Step, StepState
from db.owed import Owed
from db.session import FileSession


def has_one_responsible(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse that two answer for the same thing."""
    if not isinstance(row, Owed):
        return []
    hint = mark("Deje uno; para otro responsable, haga otra ficha.")
    return refuse_several(row, row.answered_by, mark("Responde uno solo."), hint)


def is_before_one_instance(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a step before two instances at once."""
    return refuse_several(row, ("municipality_id", "organisation_id", "body_id"), mark("El paso se da ante uno solo."))


def shows_one_thing(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse evidence of nothing, or of a line and of an action at once: an action says which its line is."""
    if not isinstance(row, Evidence) or (row.line_id is None) != (row.action_id is None):
        return []
    hint = mark("Elija la línea o la acción, una de las dos.")
    field = "line_id" if row.line_id is None else "action_id"
    return [Problem(mark("Falta a qué corresponde, o está dicho dos veces."), hint, Place(field=field))]


def line_takes_actions(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse an action of a vacant line: what the document does not say, nobody makes up."""
    line = session.get(PlanLine, row.line_id) if isinstance(row, PlanAction) and row.line_id else None
    if line is None or not line.vacant:
        return []
    hint = mark("Elija otra línea, o quite la marca de vacante si ya se conoce el texto.")
    return [Problem(mark("Esa línea está vacante: no lleva acciones."), hint, Place(field="line_id"))]


def days_of_action_are_in_order(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse an action that ends before it begins, or before the period of its plan does."""
    if not isinstance(row, PlanAction) or row.due_on is None:
        return []
    if row.starts_on is not None and row.due_on < row.starts_on:
        return [Problem(mark("Termina antes de empezar."), mark("Revise las dos fechas."), Place(field="due_on"))]
    line = session.get(PlanLine, row.line_id) if row.line_id else None
    period = session.get(Period, line.period_id) if line is not None and line.period_id else None
    if period is None or period.starts is None or row.due_on >= period.starts.first_day:
        return []
    text = mark("Vence antes de que empiece la gestión «{period}».")
    return [Problem(text, place=Place(field="due_on"), values={"period": period.name})]


def day_says_it_is_met(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse the day on which a commitment was met that stands as open."""
    if isinstance(row, Commitment) and row.met_on is not None and row.state == CommitmentState.OPEN.value:
        hint = mark("Ponga «Cumplido» en la situación, o borre la fecha.")
        return [Problem(mark("Tiene fecha de cumplido y sigue pendiente."), hint, Place(field="state"))]
    return []


def day_says_it_is_done(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse the day on which a step was taken that stands as planned."""
    if isinstance(row, Step) and row.done_on is not None and row.state == StepState.PLANNED.value:
        hint = mark("Ponga «Hecho» en la situación, o borre la fecha.")
        return [Problem(mark("Tiene fecha de hecho y sigue previsto."), hint, Place(field="state"))]
    return []


def number_is_free(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a second line of the same number in the plan of a period."""
    lines = {row.id: row for row in rows if isinstance(row, PlanLine) and row.number}
    numbers = {line.number.strip() for line in lines.values()}
    said = select(PlanLine.id, PlanLine.period_id, PlanLine.number).where(PlanLine.number.in_(numbers))
    found = session.execute(said.order_by(PlanLine.id)) if lines else ()
    stored = [(key, (period, number.strip())) for key, period, number in found]
    again = said_again(stored, {key: (line.period_id, line.number.strip()) for key, line in lines.items()})
    text = mark("Ya hay una línea «{number}» en ese plan.")
    return [
        Problem(text, place=Place(field="number", record=key), values={"number": line.number})
        for key, line in lines.items()
        if key in again
    ]
