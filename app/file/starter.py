"""What a new file brings, from resources/starter/: bodies, organs, themes, lines of the plan and stages of routes."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

import resources
from app.records.positions import spread
from db.entities.body import Body
from db.entities.organisation import Organisation
from db.entities.plan_line import PlanLine
from db.entities.stage import Stage
from db.entities.theme import Theme
from db.keys import key_of
from db.session import FileSession
from db.values import PartialDate

Known = TypeVar("Known", Body, Organisation, Theme, PlanLine)


@dataclass(frozen=True, slots=True)
class Starter:
    """What was added, by the keys of the files: bodies, organs of MERCOSUR, themes and lines of the plan."""

    bodies: Mapping[str, Body]
    organisations: Mapping[str, Organisation]
    themes: Mapping[str, Theme]
    lines: Mapping[str, PlanLine]


def read_rows(name: str) -> Iterator[Mapping[str, str]]:
    """Return the rows of a shipped CSV file."""
    with resources.path(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def starter_of(session: FileSession) -> Starter:
    """Return the bodies and themes that `fill_starter` added to this file, adding them when it has not yet."""
    found = Starter(
        _known(session, Body, "bodies"),
        _known(session, Organisation, "organisations"),
        _known(session, Theme, "themes"),
        _known(session, PlanLine, "plan_lines"),
    )
    return found if found.bodies or found.themes else fill_starter(session)


def _known(session: FileSession, entity: type[Known], name: str) -> Mapping[str, Known]:
    rows = {row.name: row for row in session.scalars(select(entity))}
    return {row["key"]: rows[row["name"]] for row in read_rows(f"starter/{name}.csv") if row["name"] in rows}


def fill_starter(session: FileSession, language: str = "es") -> Starter:
    """Add what a new file begins with; no body gets a quorum and no line its official text: that is for the office.

    What is noted of a body is in `language`, that of the office; its names are there in all. Their keys derive from
    those of the shipped files: two files begun apart hold each of them once when they meet.
    """
    made = Starter(_make_bodies(language), _make_organisations(language), _make_themes(), _make_lines())
    session.add_all([*made.bodies.values(), *made.organisations.values()])
    session.add_all([*made.themes.values(), *made.lines.values(), *_make_stages()])
    session.flush()
    return made


def _names(row: Mapping[str, str]) -> dict[str, str]:
    return {name: row[name] for name in ("name", "name_pt", "name_en")}


def _make_bodies(language: str) -> Mapping[str, Body]:
    bodies: dict[str, Body] = {}
    for row in read_rows("starter/bodies.csv"):
        bodies[row["key"]] = Body(
            id=key_of("starter", "bodies", row["key"]),
            **_names(row),
            acronym=row["acronym"] or None,
            kind=row["kind"],
            parent_id=bodies[row["parent"]].id if row["parent"] else None,
            starts=PartialDate.parse(row["starts"]) if row["starts"] else None,
            notes=_noted(row, language),
        )
    return bodies


def _make_organisations(language: str) -> Mapping[str, Organisation]:
    return {
        row["key"]: Organisation(
            id=key_of("starter", "organisations", row["key"]),
            **_names(row),
            acronym=row["acronym"],
            kind=row["kind"],
            headquarters=row["headquarters"] or None,
            country=row["country"] or None,
            notes=_noted(row, language),
        )
        for row in read_rows("starter/organisations.csv")
    }


def _noted(row: Mapping[str, str], language: str) -> str:
    return row.get(f"notes_{language}") or row["notes"]


def _make_themes() -> Mapping[str, Theme]:
    themes: dict[str, Theme] = {}
    for position, row in spread(read_rows("starter/themes.csv")):
        themes[row["key"]] = Theme(
            id=key_of("starter", "themes", row["key"]),
            **_names(row),
            parent_id=themes[row["parent"]].id if row["parent"] else None,
            position=position,
            plan_line=row["plan_line"],
            odm=int(row["odm"]) if row["odm"] else None,
        )
    return themes


def _make_lines() -> Mapping[str, PlanLine]:
    """Make the lines of the plan 2008-2009, of no period yet: the first one of a file begins with them."""
    return {
        row["key"]: PlanLine(
            id=key_of("starter", "plan_lines", row["key"]),
            **_names(row),
            number=row["number"],
            position=position,
            vacant=bool(row["vacant"]) or None,
        )
        for position, row in spread(read_rows("starter/plan_lines.csv"))
    }


def _make_stages() -> Iterator[Stage]:
    for position, row in spread(read_rows("starter/stages.csv")):
        yield Stage(
            id=key_of("starter", "stages", row["key"]),
            **_names(row),
            route=row["route"],
            position=position,
            instance=row["instance"] or None,
        )
