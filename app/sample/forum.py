"""The FCCR of the sample: its meetings by their sources, recommendations and proposals with the steps that are known.

The seats of the countries, and what is called "(ejemplo)", are fictitious.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

import resources
from app.file.starter import Starter
from app.sample.cells import day_of, joined, partial_day_of
from app.sample.cities import Cities, organisation_called
from app.sample.days import months_before
from app.sample.steps import known_steps
from db.entities.body import Body
from db.entities.commitment import Commitment
from db.entities.focem_proposal import FocemProposal
from db.entities.meeting import Meeting, MeetingState
from db.entities.municipality import Municipality
from db.entities.norm import Norm
from db.entities.person import Person
from db.entities.recommendation import Recommendation
from db.entities.seat import Seat, SeatRole
from db.entities.step import Step
from db.entities.study import Study
from db.keys import new_key
from db.session import FileSession
from db.values import Money, PartialDate, RecordKey

SEATED_MONTHS = 14
"""How long ago the fictitious seats of the countries began."""
CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the forum of the sample refers to."""

    session: FileSession
    today: date
    starter: Starter
    bodies: Mapping[str, Body]
    cities: Cities
    meetings: dict[str, Meeting] = field(default_factory=dict)


def add_forum(session: FileSession, today: date, starter: Starter, bodies: Mapping[str, Body], cities: Cities) -> None:
    """Add the forum: who sits there, where it met, what it recommends, and what is asked of the FOCEM."""
    facts = json.loads(resources.path("sample/fccr.json").read_text(encoding="utf-8"))
    scene = _Scene(session, today, starter, {**bodies, "web_group": _web_group(bodies)}, cities)
    session.add(scene.bodies["web_group"])
    for fact in facts["seats"]:
        session.add_all(_seats(scene, fact))
    for fact in facts["meetings"]:
        scene.meetings[fact["key"]] = _meeting(scene, fact)
    session.add_all(scene.meetings.values())
    for fact in facts["recommendations"]:
        made = _recommendation(scene, fact)
        session.add_all([made, *_steps(scene, fact, RecordKey("recommendation", made.id))])
    for fact in facts["proposals"]:
        proposal = _proposal(scene, fact)
        session.add_all([proposal, *_steps(scene, fact, RecordKey("focem_proposal", proposal.id))])
    session.add(_commitment(scene, facts["norm_commitment"]))
    session.flush()


def _web_group(bodies: Mapping[str, Body]) -> Body:
    return Body(
        id=new_key(),
        name="Grupo de Información y Portal Web",
        name_pt="Grupo de Informação e Portal Web",
        name_en="Information and Web Portal Group",
        kind="committee",
        parent_id=bodies["fccr"].id,
    )


def _seats(scene: _Scene, fact: Mapping[str, Any]) -> Iterator[Person | Seat]:
    """Return the seat of a country, its national coordinator and the alternate."""
    common = {
        "body_id": scene.bodies["fccr"].id,
        "country": fact["country"],
        "starts": PartialDate.of(months_before(scene.today, SEATED_MONTHS)),
        "act": "Ejemplo: coordinación nacional ficticia",
    }
    language = "pt" if fact["country"] == "BR" else "es"
    people = [
        Person(
            id=new_key(),
            name=fact[name],
            treatment=fact[treatment],
            language=language,
            notes="Persona ficticia del ejemplo.",
        )
        for name, treatment in (("person", "treatment"), ("alternate", "alternate_treatment"))
    ]
    titular = Seat(id=new_key(), person_id=people[0].id, role=SeatRole.MEMBER.value, **common)
    alternate = Seat(
        id=new_key(),
        person_id=people[1].id,
        role=SeatRole.ALTERNATE.value,
        alternate_of_id=titular.id,
        **common,
    )
    yield from people
    yield from (titular, alternate)


def _meeting(scene: _Scene, fact: Mapping[str, str]) -> Meeting:
    return Meeting(
        id=new_key(),
        body_id=scene.bodies[fact["body"]].id,
        name=fact["name"],
        series=fact["series"],
        code=fact["code"] or None,
        parent_id=scene.meetings[fact["parent"]].id if fact["parent"] else None,
        starts_on=day_of(fact["starts"], scene.today),
        ends_on=day_of(fact["ends"], scene.today),
        place=fact["place"],
        municipality_id=scene.cities.find(fact["city"]).id if fact["city"] else None,
        state=(MeetingState.HELD if fact["source"] else MeetingState.PLANNED).value,
        notes=joined((fact["notes"], f"Fuente: {fact['source']}" if fact["source"] else "")),
    )


def _recommendation(scene: _Scene, fact: Mapping[str, Any]) -> Recommendation:
    day = partial_day_of(fact["day"], scene.today)
    study = fact.get("study")
    return Recommendation(
        id=new_key(),
        name=fact["name"],
        name_pt=fact["name_pt"],
        number=fact["number"].format(year=scene.today.year) or None,
        day=day,
        body_id=scene.bodies[fact["body"]].id if fact["body"] else None,
        meeting_id=scene.meetings[fact["meeting"]].id if fact["meeting"] else None,
        study_id=scene.session.scalars(select(Study.id).where(Study.name == study)).one() if study else None,
        text=fact["text"] or None,
        text_pt=fact["text_pt"] or None,
        answer=fact["answer"] or None,
        answered_on=day_of(fact["answered"], scene.today),
        result=fact["result"] or None,
        themes=[scene.starter.themes[key] for key in fact["themes"]],
        notes=joined((fact["notes"], f"Fuente: {fact['source']}" if fact["source"] else "")),
        **_addressee(scene, fact["to"]),
    )


def _addressee(scene: _Scene, to: str) -> dict[str, str]:
    if not to:
        return {}
    body = to.removeprefix("body:")
    if body != to:
        return {"to_body_id": scene.bodies[body].id}
    return {"to_organisation_id": organisation_called(scene.session, to).id}


def _proposal(scene: _Scene, fact: Mapping[str, Any]) -> FocemProposal:
    return FocemProposal(
        id=new_key(),
        name=fact["name"],
        programme=fact["programme"] or None,
        municipality_id=scene.cities.find(fact["city"]).id if fact["city"] else None,
        amount=Money(fact["amount"], CURRENCY) if fact["amount"] else None,
        share=fact["share"],
        amount_on=partial_day_of(fact["amount_on"], scene.today),
        source=fact["source"] or None,
        summary=fact["summary"] or None,
        notes=fact["notes"] or None,
        municipalities=[scene.session.get_one(Municipality, scene.cities.find(name).id) for name in fact["cities"]],
    )


def _steps(scene: _Scene, fact: Mapping[str, Any], record: RecordKey) -> Iterator[Step]:
    """Return the stages of the route as steps; of a route that goes on, those ahead too."""
    return known_steps(scene.session, record, fact["steps"], today=scene.today, expected=fact.get("expected"))


def _commitment(scene: _Scene, fact: Mapping[str, Any]) -> Commitment:
    norm = scene.session.scalars(select(Norm).where(Norm.cited_as == fact["norm"])).one()
    return Commitment(
        id=new_key(),
        record=RecordKey("norm", norm.id),
        text=fact["text"],
        body_id=scene.bodies[fact["body"]].id,
        due_on=day_of(str(fact["due"]), scene.today),
        notes="Ejemplo: compromiso ficticio.",
    )
