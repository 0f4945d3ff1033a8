"""Plans an import: says of every row of a sheet what would become of it, and writes nothing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import func, select

from app.sheets.importing.planners.experience import ExperiencePlanner
from app.sheets.importing.planners.memory import without_collecting
from app.sheets.importing.planners.municipality import CityPlanner
from app.sheets.importing.planners.organisation import OrganisationPlanner
from app.sheets.importing.planners.person import PersonPlanner
from app.sheets.importing.planners.planner import EntityPlanner
from app.sheets.importing.rows import Plan, Request
from app.sheets.importing.targets import KEY
from app.words.problems import Label, Problem, ProblemError
from app.words.words import Words, mark
from db.journal.tables import operations
from db.progress import Progress, ignore_progress
from db.session import FileSession
from db.store import Store

PLANNERS: Mapping[str, type[EntityPlanner[Any]]] = MappingProxyType(
    {
        "municipality": CityPlanner,
        "person": PersonPlanner,
        "organisation": OrganisationPlanner,
        "experience": ExperiencePlanner,
    }
)
"""What plans the rows of each entity that can be imported."""


def make_plan(store: Store, request: Request, words: Words, progress: Progress = ignore_progress) -> Plan:
    """Say what would become of every row of the request; nothing is written.

    `words` is the language that the cells are written in. Raises ProblemError when no column holds the names;
    `progress` cancels by raising.
    """
    refuse_without_names(request)
    with store.reading() as session, without_collecting():
        planner = PLANNERS[request.entity](session, request, words, store.today())
        return Plan(request, planner.plan(progress), last_operation(session))


def refuse_without_names(request: Request) -> None:
    """Raise ProblemError when no column is taken for the names of the records, as nothing can be imported then."""
    targets = request.matching.targets
    needed = targets.naming
    if request.matching.matched & {needed, KEY}:
        return
    label = Label(targets[needed].field.label)
    problem = Problem(
        mark("Ninguna columna se reconoce como «{label}», así que no se puede importar nada."),
        mark("Ponga ese título en la primera fila de la tabla, o elija la columna en la ventana."),
        request.sheet.place(request.file, request.header.row or request.sheet.first_row),
        {"label": label},
    )
    raise ProblemError(problem)


def last_operation(session: FileSession) -> int:
    """Return the number of the last operation of the store; a plan made before another one is out of date."""
    return session.scalar(select(func.max(operations.c.number))) or 0


__all__ = ["PLANNERS", "last_operation", "make_plan", "refuse_without_names"]
