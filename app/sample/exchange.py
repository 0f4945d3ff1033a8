"""Demands of the sample, which are fictitious and say so, and adoptions with the steps that their sources tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from app.file.starter import Starter, read_rows
from app.records.positions import spread
from app.sample.cells import day_of, partial_day_of, parts
from app.sample.cities import Cities
from db.entities.adoption import Adoption
from db.entities.experience import Experience
from db.entities.match import Match
from db.entities.need import Need
from db.entities.stage import Route, Stage
from db.entities.step import Step, StepState
from db.entities.theme import Theme
from db.keys import new_key
from db.session import FileSession
from db.values import RecordKey

STAGES = ("asked", "contacted", "visited", "adapted", "in_use")
"""The columns that say when a stage of an adoption was passed, in the order of the stages."""
WITHOUT_DATE = "s/f"
"""What stands in a column of a stage that a source tells without its day."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What these records refer to."""

    session: FileSession
    today: date
    starter: Starter
    cities: Cities
    needs: dict[str, Need] = field(default_factory=dict)

    def experience(self, name: str) -> str:
        """Return the key of the experience of that name."""
        return self.session.execute(select(Experience.id).where(Experience.name == name)).scalar_one()


def add_exchange(session: FileSession, today: date, starter: Starter, cities: Cities) -> None:
    """Add what line 7 of the plan speaks of beside the experiences: demands, verdicts and adoptions."""
    scene = _Scene(session, today, starter, cities)
    for row in read_rows("sample/needs.csv"):
        scene.needs[row["name"]] = _need(scene, row)
    session.add_all(scene.needs.values())
    session.add_all(_match(scene, row) for row in read_rows("sample/matches.csv"))
    stages = session.scalars(select(Stage).where(Stage.route == Route.ADOPTION.value).order_by(Stage.position)).all()
    for row in read_rows("sample/adoptions.csv"):
        made = _adoption(scene, row)
        session.add_all([made, *_steps(scene, made, row, dict(zip(STAGES, stages, strict=True)))])
    session.flush()


def _need(scene: _Scene, row: Mapping[str, str]) -> Need:
    return Need(
        id=new_key(),
        name=row["name"],
        municipality_id=scene.cities.find(row["city"]).id,
        text=row["text"],
        asked_on=partial_day_of(row["asked_on"], scene.today),
        until=partial_day_of(row["until"], scene.today),
        state=row["state"],
        set_aside=row["set_aside"] or None,
        notes=row["notes"],
        themes=[scene.session.get_one(Theme, scene.starter.themes[key].id) for key in parts(row["themes"])],
    )


def _match(scene: _Scene, row: Mapping[str, str]) -> Match:
    return Match(
        id=new_key(),
        need_id=scene.needs[row["need"]].id,
        experience_id=scene.experience(row["experience"]),
        verdict=row["verdict"],
        reason=row["reason"] or None,
    )


def _adoption(scene: _Scene, row: Mapping[str, str]) -> Adoption:
    return Adoption(
        id=new_key(),
        experience_id=scene.experience(row["experience"]),
        giver_id=scene.cities.find(row["giver"]).id if row["giver"] else None,
        giver_name=row["giver_name"] or None,
        municipality_id=scene.cities.find(row["city"]).id,
        need_id=scene.needs[row["need"]].id if row["need"] else None,
        changed=row["changed"] or None,
        dropped_on=partial_day_of(row["dropped_on"], scene.today),
        dropped_why=row["dropped_why"] or None,
        source=row["source"] or None,
        notes=row["notes"] or None,
    )


def _steps(scene: _Scene, adoption: Adoption, row: Mapping[str, str], stages: Mapping[str, Stage]) -> Iterator[Step]:
    """Return the stages that are told to have been passed and, where the next is expected, those ahead.

    A source often gives the year alone: the day of such a step stays empty, and its result says what is known.
    """
    told = [name for name in STAGES if row[name]]
    taken = list(STAGES) if row["expected"] else told
    for position, name in spread(taken):
        day = row[name]
        is_whole = day.count("-") > 1 or day.startswith("-")
        is_next = bool(row["expected"]) and name not in told and taken.index(name) == len(told)
        yield Step(
            id=new_key(),
            record=RecordKey("adoption", adoption.id),
            position=position,
            stage_id=stages[name].id,
            name=stages[name].name,
            state=(StepState.DONE if day else StepState.PLANNED).value,
            done_on=day_of(day, scene.today) if is_whole else None,
            due_on=day_of(row["expected"], scene.today) if is_next else None,
            result=None if is_whole or not day else _told(day),
        )


def _told(day: str) -> str:
    return "Según la fuente, sin fecha" if day == WITHOUT_DATE else f"En {day}, según la fuente"
