"""Records shown as evidence of the work on a line or an action of the plan, also many at once."""

from collections.abc import Sequence

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_draft
from app.records.namesakes import read_titles
from app.records.rules import check
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.catalog import Catalog
from db.changes import Changes
from db.entities.evidence import Evidence
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey

OF_PLAN = frozenset({"plan_line", "plan_action", "measure", "evidence", "stage"})
"""The kinds that are the plan itself, and show nothing of it."""


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
        shown = _shown_already(session, entity, ids, line_id, action_id)
        for each in (each for each in ids if each not in shown):
            values = {"line_id": line_id, "action_id": action_id, "record": RecordKey(entity, each), "note": note}
            row = write_draft(session, Draft("evidence", None, values))
            problems = check(session, "evidence", row.id)
            if problems:
                raise ProblemError(*problems)
    return session.changes


def _shown_already(
    session: FileSession, entity: str, ids: Sequence[str], line_id: str | None, action_id: str | None
) -> set[str]:
    owner = Evidence.line_id == line_id if line_id is not None else Evidence.action_id == action_id
    found = session.scalars(select(Evidence).where(owner, refers_to(Evidence, "record", entity, ids)))
    return {each.record.id for each in found}
