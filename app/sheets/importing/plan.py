"""Plans an import: says of every row of a sheet what would become of it, and writes nothing."""

from typing import Any

from sqlalchemy import func, select

from app.sheets.importing.planners.activity import ActivityPlanner
from app.sheets.importing.planners.belonging import BelongingPlanner, ContactPointPlanner, DocumentPlanner
from app.sheets.importing.planners.experience import ExperiencePlanner
from app.sheets.importing.planners.memory import without_collecting
from app.sheets.importing.planners.municipality import CityPlanner
from app.sheets.importing.planners.organisation import OrganisationPlanner
from app.sheets.importing.planners.pairs import PairPlanner, relates_two
from app.sheets.importing.planners.person import PersonPlanner
from app.sheets.importing.planners.record import AnyPlanner, RecordPlanner
from app.sheets.importing.rows import Plan, Request
from app.sheets.importing.targets import FORMER_KEY_LABELS, KEY, Target, Targets, currency_target, own_target
from app.sheets.writing.exporting import KEY_LABEL
from app.words.problems import Label, Problem, ProblemError
from app.words.words import Words, mark
from db.catalog import Catalog
from db.fields import Field, Kind
from db.journal.tables import operations
from db.progress import Progress, ignore_progress
from db.session import FileSession
from db.store import Store

PLANNERS: tuple[type[RecordPlanner[Any]], ...] = (
    CityPlanner,
    PersonPlanner,
    OrganisationPlanner,
    ExperiencePlanner,
    ActivityPlanner,
    DocumentPlanner,
    ContactPointPlanner,
)
"""What plans the rows of the kinds of record that are recognised by more than their names."""


def planner_of(catalog: Catalog, entity: str) -> type[RecordPlanner[Any]]:
    """Return what plans the rows of `entity`."""
    info = catalog[entity]
    general = BelongingPlanner if info.known_by else PairPlanner if relates_two(info) else AnyPlanner
    return next((planner for planner in PLANNERS if planner.entity == entity), general)


def targets_of(catalog: Catalog, entity: str) -> Targets:
    """Return the targets of an import of `entity`, its own fields first; KeyError when there is no such kind."""
    info = catalog[entity]
    own = [own_target(catalog, each) for each in info.stored]
    own += [currency_target(each) for each in info.stored if each.field.kind is Kind.MONEY]
    key = Target(KEY, Field(KEY_LABEL, aliases=FORMER_KEY_LABELS))
    return Targets(info, (*own, *planner_of(catalog, entity).beside(catalog, info), key))


def make_plan(store: Store, request: Request, words: Words, progress: Progress = ignore_progress) -> Plan:
    """Say what would become of every row of the request; nothing is written.

    `words` is the language that the cells are written in. Raises ProblemError when no column holds the names;
    `progress` cancels by raising.
    """
    refuse_without_names(request)
    with store.speaking("").reading() as session, without_collecting():
        planner = planner_of(session.catalog, request.entity)(session, request, words, store.today())
        return Plan(request, planner.plan(progress), last_operation(session))


def refuse_without_names(request: Request) -> None:
    """Raise ProblemError when no column is taken for the names of the records, as nothing can be imported then."""
    targets = request.matching.targets
    needed = targets.naming[0]
    if request.matching.matched & {*targets.naming, KEY}:
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


__all__ = ["last_operation", "make_plan", "planner_of", "refuse_without_names", "targets_of"]
