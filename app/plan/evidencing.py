"""Records shown as evidence of the work on a line or an action of the plan, also many at once."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sqlalchemy import select

from app.plan.plans import plan_of_today
from app.records.about_each import Said, say_of_each
from app.records.namesakes import read_titles
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.catalog import Catalog
from db.changes import Changes
from db.entities.plan_line import PlanLine
from db.store import Store
from db.titles import Name, Title

OF_PLAN = frozenset({"plan_line", "plan_action", "measure", "evidence", "stage"})
"""The kinds that are the plan itself, and show nothing of it."""

LINE_OF: Mapping[str, str] = MappingProxyType(
    {
        "declaration": "1",
        **dict.fromkeys(("norm", "pro_tempore", "seat"), "2"),
        **dict.fromkeys(("city_relation", "focem_proposal"), "3"),
        "network_membership": "4",
        **dict.fromkeys(("agreement", "call", "project"), "5"),
        "study": "6",
        **dict.fromkeys(("experience", "need", "adoption"), "7"),
        "axis": "9",
        **dict.fromkeys(("activity", "dissemination"), "10"),
    }
)
"""The number of the line of the plan 2008-2009 whose work each kind of record is; other kinds serve several lines."""


def line_for(store: Store, entity: str) -> str | None:
    """Return the line of the plan of today that records of a kind are proposed to show; None where none stands out."""
    number = LINE_OF.get(entity)
    if number is None:
        return None
    period = plan_of_today(store).period_id
    wanted = select(PlanLine.id).where(PlanLine.number == number, PlanLine.vacant.is_not(True))
    of = PlanLine.period_id.is_(None) if period is None else PlanLine.period_id == period
    with store.reading() as session:
        return session.scalars(wanted.where(of).order_by(PlanLine.id).limit(1)).first()


def can_show(catalog: Catalog, entity: str) -> bool:
    """Tell whether records of a kind can be evidence of the plan."""
    return entity not in OF_PLAN and entity in catalog and not catalog[entity].read_only


def show_evidence(
    store: Store,
    entity: str,
    ids: Sequence[str],
    *,
    line_id: str | None,
    action_id: str | None,
    note: str | None = None,
) -> Changes:
    """Show records of `entity` as evidence of a line or of an action, one of the two, in one operation.

    Those that show it already are left as they are. Raises ProblemError when neither or both are said.
    """
    if (line_id is None) == (action_id is None):
        hint = mark("Elija la línea o la acción, una de las dos.")
        place = Place(field="line_id" if line_id is None else "action_id")
        raise ProblemError(Problem(mark("Falta a qué corresponde, o está dicho dos veces."), hint, place))
    with store.reading() as session:
        kind, key = ("plan_line", line_id) if line_id is not None else ("plan_action", action_id)
        name = read_titles(session, kind, [str(key)]).get(str(key), "")
    with store.operation(Title("Evidencia de «{name}»", values={"name": Name(name)})) as session:
        said = Said("evidence", {"line_id": line_id, "action_id": action_id}, {"note": note})
        say_of_each(session, said, entity, ids)
    return session.changes
