"""The steps of the sample: the stages of a route, done on the days that are known."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select

from app.records.positions import spread
from app.sample.cells import day_of
from app.steps import find_instance
from db.entities.stage import Route, Stage
from db.entities.step import Step, StepState
from db.keys import new_key
from db.session import FileSession
from db.values import RecordKey

SKIPPED = "omitido"
"""What stands for the result of a stage that a route left out."""


def known_steps(
    session: FileSession,
    record: RecordKey,
    known: Sequence[Sequence[str | None]],
    *,
    today: date,
    expected: str | None,
) -> Iterator[Step]:
    """Return the stages of the route of a record as steps, done on their day or skipped.

    `known` are day and result of the first of them. With `expected`, the day for which the next is waited for, the
    stages ahead are steps too; without it what became of the record no source tells, and nothing is waited for.
    """
    if not known:
        return
    route = Route.of(record.entity)
    stages = session.scalars(select(Stage).where(Stage.route == route.value).order_by(Stage.position)).all()
    taken = stages if expected is not None else stages[: len(known)]
    for position, (number, stage) in spread(enumerate(taken)):
        day, result = known[number] if number < len(known) else (None, "")
        done_on = day_of(day or "", today)
        skipped = result == SKIPPED
        state = StepState.DONE if done_on else StepState.SKIPPED if skipped else StepState.PLANNED
        yield Step(
            id=new_key(),
            record=record,
            position=position,
            stage_id=stage.id,
            name=stage.name,
            state=state.value,
            done_on=done_on,
            due_on=day_of(expected or "", today) if number == len(known) else None,
            result=None if skipped else result or None,
            **find_instance(session, stage),
        )
