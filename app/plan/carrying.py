"""A new plan from a copy of another: its lines, and the actions that are not finished with what they aim at."""

from datetime import date

from sqlalchemy import func, select

from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.period import Period
from db.entities.plan_action import UNFINISHED_ACTIONS, PlanAction
from db.entities.plan_line import PlanLine
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title

_OF_LINE = ("number", "position", "name", "name_pt", "name_en", "official_text", "vacant")
_OF_ACTION = (
    "position",
    "name",
    "body_id",
    "municipality_id",
    "person_id",
    "indicator",
    "unit",
    "baseline",
    "target",
    "starts_on",
    "due_on",
    "state",
    "notes",
)


def carry_over(store: Store, source: str | None, period_id: str) -> Changes:
    """Begin the plan of a period with a copy of that of the period `source`, None for the plan of no period.

    Copied are the lines and the actions that are neither done nor dropped, each saying from which one it comes;
    measures, evidence, steps and commitments stay with the old ones. A day that lies before the new period is left
    open. Raises ProblemError when the period has lines already, and when there is nothing to copy.
    """
    with store.reading() as session:
        period = session.get_one(Period, period_id)
        name, starts = period.name, period.starts.first_day if period.starts is not None else None
    with store.operation(Title("Plan de trabajo de «{name}»", values={"name": Name(name)})) as session:
        if session.scalar(select(func.count()).select_from(PlanLine).where(PlanLine.period_id == period_id)):
            hint = mark("Agregue lo que falte a mano.")
            raise ProblemError(Problem(mark("Esa gestión ya tiene un plan de trabajo."), hint))
        lines = session.scalars(
            select(PlanLine).where(PlanLine.period_id.is_not_distinct_from(source)).order_by(PlanLine.position)
        ).all()
        if not lines:
            raise ProblemError(Problem(mark("No hay un plan anterior que copiar.")))
        for line in lines:
            _copy_line(session, line, period_id, starts)
    return session.changes


def _copy_line(session: FileSession, line: PlanLine, period_id: str, starts: date | None) -> None:
    copy = PlanLine(period_id=period_id, **{name: getattr(line, name) for name in _OF_LINE})
    session.add(copy)
    session.flush()
    actions = select(PlanAction).where(PlanAction.line_id == line.id, PlanAction.state.in_(UNFINISHED_ACTIONS))
    for action in session.scalars(actions.order_by(PlanAction.position)):
        values = {name: getattr(action, name) for name in _OF_ACTION}
        days = {name: _within(values[name], starts) for name in ("starts_on", "due_on")}
        session.add(PlanAction(line_id=copy.id, carried_from_id=action.id, **(values | days)))


def _within(day: date | None, starts: date | None) -> date | None:
    return None if day is not None and starts is not None and day < starts else day
