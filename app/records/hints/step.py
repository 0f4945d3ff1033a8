"""What is said of steps: that one was done on a day before the one that it follows."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sqlalchemy import select

from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.step import Step, StepState
from db.referring import refers_to
from db.session import FileSession
from db.values import RecordKey

_BEFORE = mark("«{step}» figura hecho el {day}, antes que «{former}» ({since}).")


def follows_the_one_before(session: FileSession, row: Entity) -> list[Problem]:
    """Say that a step has a day before that of the step which it follows, or after that of the next."""
    if not isinstance(row, Step) or row.done_on is None or row.record is None:
        return []
    stored = session.get(Step, row.id)
    done = [each for each in _done(session, row.record) if each.id != row.id]
    position = stored.position if stored is not None else None
    before = [each for each in done if position is None or (each.position, each.id) < (position, row.id)]
    after = [each for each in done if each not in before]
    former = max(before, key=lambda each: each.done_on or date.min, default=None)
    later = min(after, key=lambda each: each.done_on or date.max, default=None)
    if former is not None and former.done_on is not None and row.done_on < former.done_on:
        return [_said(session, row, former)]
    if later is not None and later.done_on is not None and later.done_on < row.done_on:
        return [_said(session, later, row)]
    return []


def steps_are_in_order(session: FileSession, row: Entity) -> list[Problem]:
    """Say of a record on its route which steps have a day before that of the step which they follow."""
    done = _done(session, RecordKey(row.__tablename__, row.id))
    return [
        _said(session, later, former, named=True)
        for former, later in pairwise(done)
        if former.done_on is not None and later.done_on is not None and later.done_on < former.done_on
    ]


def _done(session: FileSession, record: RecordKey) -> Sequence[Step]:
    belongs = refers_to(Step, "record", record.entity, [record.id])
    done = Step.state == StepState.DONE.value, Step.done_on.is_not(None)
    return session.scalars(select(Step).where(belongs, *done).order_by(Step.position, Step.id)).all()


def _said(session: FileSession, step: Step, former: Step, *, named: bool = False) -> Problem:
    """Say it of two steps, each as its reader calls it; one that is being written as it is written."""
    called = {row.id: row.name for row in (step, former)} | read_titles(session, "step", [step.id, former.id])
    values = {"step": called[step.id], "day": step.done_on, "former": called[former.id], "since": former.done_on}
    if not named:
        return Problem(_BEFORE, place=Place(field="done_on"), values=values)
    found = Named(RecordKey("step", step.id), Label(Step.facts.one), called[step.id])
    return Problem(_BEFORE, values=values, named=(found,))
