"""The agenda of the sample: activities and what was published of them by their sources, and fictitious ones.

Each real row keeps the address of its source; what is fictitious says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.file.starter import read_rows
from app.network.terms import period_on
from app.records.positions import spread
from app.sample.cells import day_of, partial_day_of, parts, with_source
from app.sample.cities import Cities
from app.sample.people import Holders
from db.entities.activity import Activity
from db.entities.attendance import Attendance, AttendanceState
from db.entities.axis import Axis
from db.entities.body import Body
from db.entities.dissemination import Dissemination
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.period import Period
from db.entities.plan_line import PlanLine
from db.keys import new_key
from db.session import FileSession
from db.values import RecordKey

_PLAIN = ("kind", "starts_at", "ends_at", "time_zone", "place", "web", "who_may_come", "host_pays")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the agenda of the sample refers to."""

    session: FileSession
    today: date
    bodies: Mapping[str, Body]
    cities: Cities
    holders: Holders
    lines: Mapping[str, str]
    """The lines of the plan that runs, by their numbers."""


def add_axes(session: FileSession, bodies: Mapping[str, Body]) -> None:
    """Add the axes that sources name, with the units that they group where that is known."""
    periods = {period.name: period.id for period in session.scalars(select(Period))}
    session.add_all(
        Axis(
            id=new_key(),
            name=row["name"],
            name_pt=row["name_pt"],
            name_en=row["name_en"],
            period_id=periods[row["period"]],
            units=[bodies[key] for key in parts(row["units"])],
            notes=with_source(row),
        )
        for row in read_rows("sample/axes.csv")
    )
    session.flush()


def add_agenda(
    session: FileSession, today: date, bodies: Mapping[str, Body], cities: Cities, *, holders: Holders
) -> None:
    """Add the activities with who came to them, and the log of dissemination."""
    period = period_on(session, today)
    lines = session.execute(
        select(PlanLine.number, PlanLine.id).where(PlanLine.period_id == (period.id if period else None))
    )
    scene = _Scene(session, today, bodies, cities, holders, {str(number): str(key) for number, key in lines})
    activities = {}
    for row in read_rows("sample/activities.csv"):
        activity = activities[row["name"]] = _activity(scene, row)
        session.add_all([activity, *_attendances(scene, row, activity)])
    session.flush()
    session.add_all(_dissemination(scene, row, activities) for row in read_rows("sample/dissemination.csv"))
    session.flush()


def _activity(scene: _Scene, row: Mapping[str, str]) -> Activity:
    host = scene.cities.find(row["city"]) if row["city"] else None
    person = scene.holders.of(host.id) if host is not None and row["starts"].startswith("-") else None
    return Activity(
        id=new_key(),
        name=row["name"],
        state=row["state"],
        starts_on=day_of(row["starts"], scene.today),
        ends_on=day_of(row["ends"], scene.today),
        deadline=day_of(row["deadline"], scene.today),
        municipality_id=host.id if host else None,
        person_id=person.id if person else None,
        line_id=scene.lines.get(row["line"]),
        notes=with_source(row),
        units=[scene.bodies[key] for key in parts(row["units"])],
        municipalities=[
            scene.session.get_one(Municipality, scene.cities.find(name).id) for name in parts(row["cities"])
        ],
        organisations=list(
            scene.session.scalars(select(Organisation).where(Organisation.name.in_(parts(row["organisations"]))))
        ),
        **{name: row[name] or None for name in _PLAIN},
    )


def _attendances(scene: _Scene, row: Mapping[str, str], activity: Activity) -> Iterator[Attendance]:
    came = [(name, AttendanceState.PRESENT) for name in parts(row["came"])]
    excused = [(name, AttendanceState.EXCUSED) for name in parts(row["excused"])]
    for position, (name, state) in spread([*came, *excused]):
        city = scene.cities.find(name)
        person = scene.holders.of(city.id)
        yield Attendance(
            id=new_key(),
            activity_id=activity.id,
            position=position,
            municipality_id=city.id,
            person_id=person.id if person else None,
            state=state.value,
        )


def _dissemination(scene: _Scene, row: Mapping[str, str], activities: Mapping[str, Activity]) -> Dissemination:
    about = activities[row["about"]].id if row["about"] else None
    return Dissemination(
        id=new_key(),
        day=partial_day_of(row["day"], scene.today),
        medium=row["medium"],
        name=row["name"],
        languages=row["languages"] or None,
        web=row["web"] or None,
        record=RecordKey("activity", about) if about else None,
        notes=row["notes"] or None,
    )
