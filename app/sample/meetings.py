"""The fictitious meetings of the sample: agenda, attendance, minutes, resolutions and annexes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

import resources
from app.records.attachments import attach_content
from app.records.positions import spread
from app.sample.cities import Cities, example_data
from app.sample.days import working_day
from app.sample.people import Holders
from db.entities.agenda_item import AgendaItem
from db.entities.attendance import Attendance, AttendanceState
from db.entities.body import Body
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState
from db.entities.municipality import Municipality
from db.entities.period import Period
from db.entities.resolution import Resolution
from db.entities.seat import Seat
from db.keys import new_key
from db.session import FileSession
from db.spans import holds

APPROVING = 21
"""So many days after a meeting of the sample its acta was approved."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every meeting of the sample refers to."""

    today: date
    bodies: Mapping[str, Body]
    cities: Cities
    holders: Holders
    periods: Sequence[Period]


def add_meetings(
    session: FileSession,
    today: date,
    bodies: Mapping[str, Body],
    cities: Cities,
    *,
    holders: Holders,
    periods: Sequence[Period],
) -> None:
    """Add the meetings with all their parts; actas are numbered by body and year ("02/2026")."""
    scene = _Scene(today, bodies, cities, holders, periods)
    numbers: Counter[tuple[str, int]] = Counter()
    for fact in sorted(example_data()["meetings"], key=lambda fact: int(fact["days"])):
        day = working_day(today, fact["days"])
        numbers[fact["body"], day.year] += 1
        meeting = _meeting(fact, day, numbers[fact["body"], day.year], scene)
        items = list(_agenda(fact, meeting, scene))
        seats = session.scalars(
            select(Seat).where(Seat.body_id == meeting.body_id, Seat.ends.is_(None)).order_by(Seat.id)
        )
        session.add_all([meeting, *items, *_attendances(fact, meeting, list(seats), scene)])
        session.add_all(_resolutions(fact, meeting, items, scene))
        session.flush()
        for document in fact["documents"]:
            path = resources.path(f"sample/{document['file']}")
            attach_content(
                session, "meeting", meeting.id, path.name, path.read_bytes(), description=document["description"]
            )


def _meeting(fact: Mapping[str, Any], day: date, number: int, scene: _Scene) -> Meeting:
    acta = f"{number:02}/{day.year}" if fact["opening"] else None
    approved = fact["state"] == MeetingState.CLOSED.value
    # A month that two terms share is still of the one that leaves: the first that holds.
    period = [one for one in scene.periods if holds(one.starts, one.ends, day)]
    return Meeting(
        id=new_key(),
        body_id=scene.bodies[fact["body"]].id,
        name=fact["name"],
        series=fact["series"],
        code=fact["code"] or None,
        period_id=period[0].id if period else None,
        starts_on=day,
        starts_at=fact["starts_at"],
        place=fact["place"],
        municipality_id=scene.cities.find(fact["city"]).id,
        state=fact["state"],
        bodies=[scene.bodies[key] for key in fact.get("with", ())],
        convened_on=day - timedelta(days=fact["convened"]) if fact["convened"] else None,
        acta_number=acta,
        acta_approved_on=day + timedelta(days=APPROVING) if approved else None,
        opening=fact["opening"] or None,
        closing=fact["closing"] or None,
        next_meeting=fact["next_meeting"] or None,
        notes=fact["notes"],
    )


def _agenda(fact: Mapping[str, Any], meeting: Meeting, scene: _Scene) -> Iterator[AgendaItem]:
    for position, item in spread(fact["agenda"]):
        kind, _, who = item["presenter"].partition(":")
        place = _key_of(kind, who, scene)
        person = scene.holders.of(place) if place else None
        yield AgendaItem(
            id=new_key(),
            meeting_id=meeting.id,
            position=position,
            name=item["name"],
            starts_at=item["at"],
            duration=item["minutes"],
            person_id=person.id if person else None,
            presenter=None if person else who,
            description=item["background"] or None,
            minutes=item["record"] or None,
        )


def _key_of(kind: str, who: str, scene: _Scene) -> str | None:
    match kind:
        case "city":
            return scene.cities.find(who).id
        case "body":
            return scene.bodies[who].id
    return None


def _attendances(
    fact: Mapping[str, Any], meeting: Meeting, seats: Sequence[Seat], scene: _Scene
) -> Iterator[Attendance]:
    names = {city.id: city for city in scene.cities.rows}
    is_past = fact["state"] in TOOK_PLACE
    for position, seat in spread(seats):
        city = names[str(seat.municipality_id)]
        person = scene.holders.of(city.id)
        yield Attendance(
            meeting_id=meeting.id,
            seat_id=seat.id,
            position=position,
            municipality_id=city.id,
            person_id=person.id if person else None,
            state=_state(fact, city, is_past=is_past),
            represented_by=fact["represented"].get(city.short_name),
        )


def _state(fact: Mapping[str, Any], city: Municipality, *, is_past: bool) -> str:
    if not is_past:
        return AttendanceState.CONVENED.value
    if city.short_name in fact["represented"]:
        return AttendanceState.REPRESENTED.value
    if city.short_name in fact["excused"]:
        return AttendanceState.EXCUSED.value
    return AttendanceState.ABSENT.value if city.short_name in fact["absent"] else AttendanceState.PRESENT.value


def _resolutions(
    fact: Mapping[str, Any], meeting: Meeting, items: Sequence[AgendaItem], scene: _Scene
) -> Iterator[Resolution]:
    for position, said in spread(fact["resolutions"]):
        kind, _, who = said["responsible"].partition(":")
        key = _key_of(kind, who, scene)
        yield Resolution(
            meeting_id=meeting.id,
            agenda_item_id=items[said["item"] - 1].id,
            position=position,
            number=said["number"],
            text=said["text"],
            municipality_id=key if kind == "city" else None,
            body_id=key if kind == "body" else None,
            due_on=_day(scene.today, said["due_days"]),
            state=said["state"],
            closed_on=_day(scene.today, said["closed_days"]),
            progress=said["progress"] or None,
        )


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)
