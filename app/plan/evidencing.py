"""Records shown as evidence of the work on a line or an action of the plan, also many at once."""

from collections.abc import Sequence

from app.records.about_each import Said, say_of_each
from app.records.namesakes import read_titles
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.catalog import Catalog
from db.changes import Changes
from db.store import Store
from db.titles import Name, Title

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
        said = Said("evidence", {"line_id": line_id, "action_id": action_id}, {"note": note})
        say_of_each(session, said, entity, ids)
    return session.changes
