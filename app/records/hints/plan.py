"""What is said of what is owed for the plan of work: that it is due before the term of the plan begins."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.commitment import Commitment
from db.entities.period import Period
from db.entities.plan_action import PlanAction
from db.entities.plan_line import PlanLine
from db.entities.step import Step
from db.session import FileSession


def is_due_in_its_term(session: FileSession, row: Entity) -> list[Problem]:
    """Say of a commitment or a step of a line, or of an action, that it is due before the term of its plan begins.

    Of the action itself it is refused (`app/records/rules/plan.py`).
    """
    if not isinstance(row, Commitment | Step) or row.due_on is None or row.record is None:
        return []
    line_id = row.record.id if row.record.entity == PlanLine.__tablename__ else ""
    if row.record.entity == PlanAction.__tablename__:
        action = session.get(PlanAction, row.record.id)
        line_id = action.line_id if action is not None else ""
    line = session.get(PlanLine, line_id)
    period = session.get(Period, line.period_id) if line is not None and line.period_id else None
    if period is None or period.starts is None or row.due_on >= period.starts.first_day:
        return []
    text = mark("Vence antes de que empiece la gestión «{period}».")
    return [Problem(text, place=Place(field="due_on"), values={"period": period.name})]
