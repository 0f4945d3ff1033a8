"""What is said of a project: that its state or its letter and the steps of its route contradict each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from sqlalchemy import select

from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.cooperation import ProjectState
from db.entities.project import ENDED, Project
from db.entities.step import Step, StepState
from db.keys import key_of
from db.referring import refers_to
from db.session import FileSession
from db.values import RecordKey


def _stage(number: int) -> str:
    return key_of("starter", "stages", f"project_{number}")


IDEA, DRAFTING, ENDORSING, PRESENTING, APPROVING, RUNNING, CLOSING = (_stage(number) for number in range(1, 8))
"""The stages that the starter gives to the route of a project, by their keys; their names can be changed."""

STATE_AFTER: Mapping[str, ProjectState] = MappingProxyType(
    {
        IDEA: ProjectState.IDEA,
        DRAFTING: ProjectState.DRAFTED,
        ENDORSING: ProjectState.DRAFTED,
        PRESENTING: ProjectState.PRESENTED,
        APPROVING: ProjectState.SELECTED,
        RUNNING: ProjectState.FINISHED,
        CLOSING: ProjectState.CLOSED,
    }
)
"""How far a project has come at the least once a stage is done."""

_NEEDED_BY: Mapping[str, ProjectState] = MappingProxyType(
    {**STATE_AFTER, IDEA: ProjectState.DRAFTED, DRAFTING: ProjectState.PRESENTED, ENDORSING: ProjectState.PRESENTED}
)
"""The state that no project has before a stage is done."""

_FAR: Mapping[str, int] = MappingProxyType(
    {
        ProjectState.IDEA.value: 0,
        ProjectState.DRAFTED.value: 1,
        ProjectState.PRESENTED.value: 2,
        ProjectState.SELECTED.value: 3,
        ProjectState.REFUSED.value: 2,
        ProjectState.RUNNING.value: 3,
        ProjectState.FINISHED.value: 4,
        ProjectState.CLOSED.value: 5,
    }
)
"""How far each state is; one that was dropped may have been so anywhere, and one refused came to be presented."""


def state_after(step: Step, project: Project) -> ProjectState | None:
    """Return the state that follows for a project from a step that is done; None where it has come as far already."""
    found = STATE_AFTER.get(step.stage_id or "")
    far = _FAR.get(project.state)
    return found if found is not None and far is not None and _FAR[found.value] > far else None


def steps_fit_its_state(session: FileSession, row: Entity) -> list[Problem]:
    """Say which step is done that the state of a project lags behind, else which one is open that it presupposes.

    One that has ended waits for none of its steps, as db.routed has it: of those that are open nothing is said.
    """
    if not isinstance(row, Project) or row.state not in _FAR:
        return []
    steps, far = _steps_of(session, row), _FAR[row.state]
    done = [each for each in steps if each.state == StepState.DONE.value and each.stage_id in STATE_AFTER]
    lags = [each for each in done if _FAR[STATE_AFTER[each.stage_id or ""].value] > far]
    if lags:
        return [_said(session, mark("«{step}» figura hecho y el proyecto sigue en «{state}»."), row, lags[-1])]
    if row.state in ENDED:
        return []
    planned = [each for each in steps if each.state == StepState.PLANNED.value and each.stage_id in _NEEDED_BY]
    ahead = [each for each in planned if _FAR[_NEEDED_BY[each.stage_id or ""].value] <= far]
    return (
        [_said(session, mark("El proyecto está en «{state}» y «{step}» figura sin hacer."), row, ahead[0])]
        if ahead
        else []
    )


def letter_is_recorded(session: FileSession, row: Entity) -> list[Problem]:
    """Say that the step of the endorsement is done and its letter is not recorded (domain, 3.4)."""
    if not isinstance(row, Project) or row.endorsed_on or row.endorsed_by:
        return []
    steps = _steps_of(session, row)
    done = [each for each in steps if each.stage_id == ENDORSING and each.state == StepState.DONE.value]
    text = mark("«{step}» figura hecho y la carta aval no está anotada.")
    return [_said(session, text, row, each, "endorsed_on") for each in done[:1]]


def days_done(session: FileSession, projects: Sequence[str], stage: str) -> Mapping[str, date]:
    """Return the day on which a stage of each project was done, by their keys; none where that is not recorded."""
    belongs = refers_to(Step, "record", "project", projects)
    done = select(Step).where(belongs, Step.stage_id == stage, Step.done_on.is_not(None))
    found = session.scalars(done.order_by(Step.position.desc(), Step.id.desc())).all()  # the first of several is kept
    return {each.record.id: each.done_on for each in found if each.done_on is not None}


def _steps_of(session: FileSession, row: Project) -> Sequence[Step]:
    belongs = refers_to(Step, "record", "project", [row.id])
    return session.scalars(select(Step).where(belongs).order_by(Step.position, Step.id)).all()


def _said(session: FileSession, text: str, row: Project, step: Step, field: str = "state") -> Problem:
    name = read_titles(session, "step", [step.id])[step.id]
    values = {"step": name, "state": Label(ProjectState.of(row.state).label)}
    named = Named(RecordKey("step", step.id), Label(Step.facts.one), name)
    return Problem(text, place=Place(field=field), values=values, named=(named,))
