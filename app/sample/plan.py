"""The fictitious plan of the sample: actions of its lines, what they are owed, the log, and the way of an admission."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

import resources
from app.network.terms import period_on
from app.records.positions import spread
from app.sample.cities import Cities, organisation_called
from app.sample.people import Holders
from db.entities.body import Body
from db.entities.commitment import Commitment, CommitmentState
from db.entities.evidence import Evidence
from db.entities.experience import Experience
from db.entities.interaction import Interaction
from db.entities.measure import Measure
from db.entities.meeting import TOOK_PLACE, Meeting
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.plan_action import PlanAction
from db.entities.plan_line import PlanLine
from db.entities.stage import Route, Stage
from db.entities.step import Step, StepState
from db.keys import new_key
from db.session import FileSession
from db.values import RecordKey

THOUSAND = 1_000
_OF_LINE = ("number", "position", "name", "name_pt", "name_en", "vacant")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the plan of the sample refers to."""

    session: FileSession
    today: date
    bodies: Mapping[str, Body]
    cities: Cities
    holders: Holders
    since: date | None
    """The day on which the period of the plan begins, where that is known."""

    def day_of_plan(self, days: int) -> date:
        """Return a day counted from today, none before the period."""
        day = self.today + timedelta(days=days)
        return day if self.since is None else max(day, self.since)

    def day(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days=days)

    def responsible(self, fact: Mapping[str, Any]) -> dict[str, str]:
        if "city" in fact:
            return {"municipality_id": self.cities.find(fact["city"]).id}
        return {"body_id": self.bodies[fact["body"]].id}


def add_plan(
    session: FileSession,
    today: date,
    bodies: Mapping[str, Body],
    cities: Cities,
    *,
    holders: Holders,
) -> None:
    """Add the plan of the period that runs, with the lines of the starter, and a few notes of the log."""
    facts = json.loads(resources.path("sample/plan.json").read_text(encoding="utf-8"))
    period = period_on(session, today)
    since = period.starts.first_day if period is not None and period.starts is not None else None
    scene = _Scene(session, today, bodies, cities, holders, since)
    lines = _add_lines(session, period.id if period else None)
    actions = {}
    for position, fact in spread(facts["actions"]):
        action = actions[fact["name"]] = _action(scene, fact, lines[fact["line"]], position)
        session.add_all([action, *_measures(scene, fact, action)])
        session.flush()
        session.add_all(_evidence(scene, fact, action))
    session.add_all(_commitment(scene, fact, actions[fact["action"]]) for fact in facts["commitments"])
    session.add_all(_report(scene, fact, period.id) for fact in facts["reports"] if period is not None)
    session.add_all(_admission(scene, facts["admission"]))
    session.add_all(_note(scene, fact, actions) for fact in facts["notes"])
    session.flush()


def _add_lines(session: FileSession, period_id: str | None) -> Mapping[str, PlanLine]:
    starter = session.scalars(select(PlanLine).order_by(PlanLine.position)).all()
    copies = [
        PlanLine(id=new_key(), period_id=period_id, **{name: getattr(line, name) for name in _OF_LINE})
        for line in starter
    ]
    session.add_all(copies)
    session.flush()
    return {line.number: line for line in copies}


def _action(scene: _Scene, fact: Mapping[str, Any], line: PlanLine, position: int) -> PlanAction:
    return PlanAction(
        id=new_key(),
        line_id=line.id,
        position=position,
        name=fact["name"],
        indicator=fact["indicator"] or None,
        unit=fact["unit"] or None,
        baseline=0,
        target=None if fact["target"] is None else fact["target"] * THOUSAND,
        starts_on=scene.day_of_plan(fact["starts"]),
        due_on=scene.day_of_plan(fact["due"]),
        state=fact["state"],
        notes="Ejemplo: acción ficticia.",
        organisations=[organisation_called(scene.session, name) for name in fact.get("networks", ())],
        **scene.responsible(fact),
    )


def _measures(scene: _Scene, fact: Mapping[str, Any], action: PlanAction) -> Iterator[Measure]:
    for each in fact["measures"]:
        yield Measure(
            id=new_key(),
            action_id=action.id,
            day=scene.day(each["day"]),
            value=each["value"] * THOUSAND,
            source="Ejemplo",
        )


def _evidence(scene: _Scene, fact: Mapping[str, Any], action: PlanAction) -> Iterator[Evidence]:
    if "meeting" in fact:
        held = select(Meeting).where(Meeting.body_id == scene.bodies[fact["meeting"]].id)
        done = held.where(Meeting.state.in_(TOOK_PLACE))
        for meeting in scene.session.scalars(done.order_by(Meeting.starts_on)):
            record = RecordKey("meeting", meeting.id)
            yield Evidence(id=new_key(), action_id=action.id, record=record, note="Se trató en la reunión (ejemplo)")
    for experience in scene.session.scalars(
        select(Experience).order_by(Experience.name).limit(int(fact.get("experiences", 0)))
    ):
        yield Evidence(id=new_key(), action_id=action.id, record=RecordKey("experience", experience.id))


def _commitment(scene: _Scene, fact: Mapping[str, Any], action: PlanAction) -> Commitment:
    return Commitment(
        id=new_key(),
        record=RecordKey("plan_action", action.id),
        text=fact["text"],
        due_on=scene.day(fact["due"]),
        state=fact["state"],
        met_on=scene.day(fact.get("met")),
        **scene.responsible(fact),
    )


def _report(scene: _Scene, fact: Mapping[str, Any], period_id: str) -> Commitment:
    """Return the report that a unit was asked for on the term."""
    return Commitment(
        id=new_key(),
        record=RecordKey("period", period_id),
        body_id=scene.bodies[fact["unit"]].id,
        text="Informe de la unidad",
        due_on=scene.day(fact["due"]),
        state=(CommitmentState.OPEN if fact["met"] is None else CommitmentState.MET).value,
        met_on=scene.day(fact["met"]),
        notes="Ejemplo: compromiso ficticio.",
    )


def _admission(scene: _Scene, fact: Mapping[str, Any]) -> Iterator[Step]:
    """Return the steps of the admission of a city, the first of them done: an example, as its result says."""
    city = scene.cities.find(fact["city"])
    stages = scene.session.scalars(
        select(Stage).where(Stage.route == Route.ADMISSION.value).order_by(Stage.position)
    ).all()
    days = [*fact["done"], *[None] * len(stages)]
    for (position, stage), done in zip(spread(stages), days, strict=False):
        yield Step(
            id=new_key(),
            record=RecordKey("municipality", city.id),
            position=position,
            stage_id=stage.id,
            name=stage.name,
            state=StepState.PLANNED.value if done is None else StepState.DONE.value,
            done_on=scene.day(done),
            result=None if done is None else fact["result"],
        )


def _note(scene: _Scene, fact: Mapping[str, Any], actions: Mapping[str, PlanAction]) -> Interaction:
    cities = [scene.session.get_one(Municipality, scene.cities.find(name).id) for name in fact["cities"]]
    people = [person for city in cities if (person := scene.holders.of(city.id)) is not None]
    subject = RecordKey("plan_action", actions[fact["action"]].id) if "action" in fact else None
    return Interaction(
        id=new_key(),
        day=scene.day(fact["days"]),
        at=fact["at"] or None,
        kind=fact["kind"],
        direction=fact["direction"] or None,
        subject=subject,
        text=fact["text"],
        next_step=fact["next"] or None,
        next_on=scene.day(fact["next_days"]),
        people=people,
        municipalities=cities,
        organisations=list(
            scene.session.scalars(select(Organisation).where(Organisation.name.in_(fact["organisations"])))
        ),
    )
