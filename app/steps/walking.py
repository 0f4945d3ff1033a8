"""A record goes its route: the stages of the template become its steps, and the next one is ticked on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import Select, or_, select

from app.records.drafts import Draft
from app.records.editing import write_checked, write_draft
from app.records.hints.project import state_after
from app.records.namesakes import read_titles
from app.records.positions import spread
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.adoption import Adoption, is_of_last_stage
from db.entities.body import Body
from db.entities.need import Need
from db.entities.organisation import Organisation
from db.entities.project import Project
from db.entities.stage import Route, Stage
from db.entities.step import Step, StepState
from db.exchange import NeedState
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey

NOTHING_SAID: Mapping[str, object] = MappingProxyType({})
"""What is written of a step beside the day on which it was done."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step of a record that comes next: its key and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from a step: of which kind the record is whose state that is, and the state."""

    entity: str
    state: str


def route_of(entity: str) -> Route | None:
    """Return the route that records of a kind go; None for a kind that has none of its own.

    A city goes that of its admission; other kinds the one that is called as they are.
    """
    if entity == "municipality":
        return Route.ADMISSION
    return next((each for each in Route if each.value == entity), None)


def next_step(session: FileSession, record: RecordKey) -> NextStep | None:
    """Return the first step of a record that is planned; None when nothing is left to do, or nothing was begun."""
    found = session.scalars(_steps_of(record).where(Step.state == StepState.PLANNED.value)).first()
    return NextStep(found.id, read_titles(session, "step", [found.id])[found.id]) if found is not None else None


def begin_route(store: Store, record: RecordKey) -> Changes:
    """Give a record the stages of its route as steps, in the language of the store, none of them done.

    Raises ProblemError when it has steps already, and when its route has no stages.
    """
    with store.reading() as session:
        name = read_titles(session, record.entity, [record.id]).get(record.id, "")
        stages = stages_of(session, record.entity)
    with store.operation(Title("Pasos de «{name}»", values={"name": Name(name)})) as session:
        if session.scalars(_steps_of(record)).first() is not None:
            raise ProblemError(Problem(mark("Ya tiene pasos."), mark("Agregue los que falten a mano.")))
        if not begin_steps(session, record, stages, store.today()):
            raise ProblemError(Problem(mark("No hay etapas de ese camino."), mark("Agréguelas en «Etapas».")))
    return session.changes


def stages_of(session: FileSession, entity: str) -> Mapping[str, str]:
    """Return the stages of the route that records of a kind go: their keys, and what each is called for the reader."""
    route = route_of(entity)
    keys = session.scalars(select(Stage.id).where(Stage.route == (route.value if route else "")))
    return read_titles(session, "stage", list(keys))


def begin_steps(session: FileSession, record: RecordKey, called: Mapping[str, str], since: date) -> bool:
    """Give a record a step for each stage that there still is, called as said, within an operation; False without any.

    The first of them is expected as its stage usually takes from `since`.
    """
    stages = session.scalars(select(Stage).where(Stage.id.in_(called)).order_by(Stage.position, Stage.id)).all()
    for position, stage in spread(stages):
        values = {"record": record, "stage_id": stage.id, "name": called[stage.id], **find_instance(session, stage)}
        write_draft(session, Draft("step", None, values), position)
    _expect_next(session, record, since)
    return bool(stages)


def find_instance(session: FileSession, stage: Stage) -> dict[str, str]:
    """Return the body or the organisation that a stage names, as a field of its step; else its words, as notes.

    One is meant by its acronym or its name, as "GMC" is, where no other bears it.
    """
    if not stage.instance:
        return {}
    found = [
        {name: key}
        for kind, name in ((Body, "body_id"), (Organisation, "organisation_id"))
        for key in session.scalars(
            select(kind.id).where(or_(kind.acronym == stage.instance, kind.name == stage.instance)).limit(2)
        )
    ]
    return found[0] if len(found) == 1 else {"notes": stage.instance}


def take_step(
    store: Store,
    key: str,
    day: date | None = None,
    *,
    said: Mapping[str, object] = NOTHING_SAID,
    of_record: Mapping[str, object] = NOTHING_SAID,
) -> Changes:
    """Tick a step as done on a day, today unless said otherwise; the next is expected as its stage usually takes.

    `said` is what else is written of it, such as its `result`, and `of_record` what is written in the same operation of
    the record whose state follows, such as its `state`. Raises ProblemError for what a rule refuses.
    """
    done_on = day or store.today()
    with store.reading() as session:
        name = session.get_one(Step, key).name
    with store.operation(Title("Paso «{name}» hecho", values={"name": Name(name)})) as session:
        write_taken(session, key, done_on, said=said, of_record=of_record)
    return session.changes


def write_taken(
    session: FileSession,
    key: str,
    done_on: date,
    *,
    said: Mapping[str, object] = NOTHING_SAID,
    of_record: Mapping[str, object] = NOTHING_SAID,
) -> None:
    """Write that a step was done on a day, and what follows for its record, within an operation.

    Raises ProblemError for what a rule refuses.
    """
    write_checked(session, Draft("step", key, {**said, "state": StepState.DONE.value, "done_on": done_on}))
    record = session.get_one(Step, key).record
    _expect_next(session, record, done_on)
    if of_record:
        followed = _followed_by(session, record)
        write_checked(session, Draft(followed.entity, followed.id, of_record))


def state_that_follows(store: Store, key: str) -> Following | None:
    """Return what follows when a step is done; None for other records, and when nothing does.

    A project goes to the state that its stage says, and the demand of which an adoption comes is met once the practice
    is in use, while it waits for an answer.
    """
    with store.reading() as session:
        step = session.get_one(Step, key)
        project = session.get(Project, step.record.id) if step.record.entity == "project" else None
        found = state_after(step, project) if project is not None else None
        if found is not None:
            return Following("project", found.value)
        followed = _followed_by(session, step.record)
        need = session.get(Need, followed.id) if step.record.entity == "adoption" else None
        waits = need is not None and need.state == NeedState.OPEN.value
        is_met = waits and session.scalar(select(is_of_last_stage(Step)).where(Step.id == key))
        return Following("need", NeedState.MET.value) if is_met else None


def _followed_by(session: FileSession, record: RecordKey) -> RecordKey:
    """Return the record whose state follows from the steps of another: of an adoption that of its demand, if any."""
    adoption = session.get(Adoption, record.id) if record.entity == "adoption" else None
    return RecordKey("need", adoption.need_id) if adoption is not None and adoption.need_id else record


def _expect_next(session: FileSession, record: RecordKey, since: date) -> None:
    """Write by which day the next step is expected, where nobody said it and its stage knows how long it takes."""
    coming = next_step(session, record)
    step = session.get_one(Step, coming.id) if coming is not None else None
    stage = session.get(Stage, step.stage_id) if step is not None and step.stage_id else None
    if step is not None and stage is not None and stage.usual_days and step.due_on is None:
        write_draft(session, Draft("step", step.id, {"due_on": since + timedelta(days=stage.usual_days)}))


def _steps_of(record: RecordKey) -> Select[Step]:
    belongs = refers_to(Step, "record", record.entity, [record.id])
    return select(Step).where(belongs).order_by(Step.position, Step.id)
