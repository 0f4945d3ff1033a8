"""Studies that were delivered today, one or many at once."""

from collections.abc import Sequence

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.study import Study
from db.store import Store
from db.titles import Name, Title
from db.values import PartialDate

DELIVERED = frozenset({"study"})
"""The kinds that are delivered by somebody on a day."""


def deliver(store: Store, ids: Sequence[str]) -> Changes:
    """Write today as the day on which studies were delivered, of those that were not, in one operation.

    Raises ProblemError when all of them were, and for what a rule refuses.
    """
    with store.reading() as session:
        due = list(session.scalars(select(Study.id).where(Study.id.in_(ids), Study.delivered_on.is_(None))))
        names = read_titles(session, "study", due[:1])
    if not due:
        raise ProblemError(Problem(mark("Ya está anotada la entrega."), mark("Para cambiar la fecha, edite la ficha.")))
    one = Title("Entrega de «{name}»", values={"name": Name(names[due[0]])})
    several = Title("Entrega de {count} estudio", "Entrega de {count} estudios", len(due))
    with store.operation(one if len(due) == 1 else several) as session:
        for key in due:
            write_checked(session, Draft("study", key, {"delivered_on": PartialDate.of(store.today())}))
    return session.changes
