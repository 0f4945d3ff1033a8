"""What a new file brings: the bodies of the network and the themes of the plan, from resources/starter/."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

import resources
from app.records.positions import spread
from db.entities.body import Body
from db.entities.theme import Theme
from db.keys import key_of
from db.session import FileSession
from db.values import PartialDate

Known = TypeVar("Known", Body, Theme)


@dataclass(frozen=True, slots=True)
class Starter:
    """The bodies and themes that were added, by the keys of the files."""

    bodies: Mapping[str, Body]
    themes: Mapping[str, Theme]


def read_rows(name: str) -> Iterator[Mapping[str, str]]:
    """Return the rows of a shipped CSV file."""
    with resources.path(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def starter_of(session: FileSession) -> Starter:
    """Return the bodies and themes that `fill_starter` added to this file, adding them when it has not yet."""
    found = Starter(_known(session, Body, "bodies"), _known(session, Theme, "themes"))
    return found if found.bodies or found.themes else fill_starter(session)


def _known(session: FileSession, entity: type[Known], name: str) -> Mapping[str, Known]:
    rows = {row.name: row for row in session.scalars(select(entity))}
    return {row["key"]: rows[row["name"]] for row in read_rows(f"starter/{name}.csv") if row["name"] in rows}


def fill_starter(session: FileSession, language: str = "es") -> Starter:
    """Add the bodies and themes of a new file; no body gets a quorum, since no source confirms one.

    What is noted of a body is in `language`, that of the office; its names are there in all. Their keys derive from
    those of the shipped files: two files begun apart hold each of them once when they meet.
    """
    bodies: dict[str, Body] = {}
    for row in read_rows("starter/bodies.csv"):
        bodies[row["key"]] = Body(
            id=key_of("starter", "bodies", row["key"]),
            name=row["name"],
            name_pt=row["name_pt"],
            name_en=row["name_en"],
            acronym=row["acronym"] or None,
            kind=row["kind"],
            parent_id=bodies[row["parent"]].id if row["parent"] else None,
            starts=PartialDate.parse(row["starts"]) if row["starts"] else None,
            notes=row.get(f"notes_{language}") or row["notes"],
        )
    themes: dict[str, Theme] = {}
    for position, row in spread(read_rows("starter/themes.csv")):
        themes[row["key"]] = Theme(
            id=key_of("starter", "themes", row["key"]),
            name=row["name"],
            name_pt=row["name_pt"],
            name_en=row["name_en"],
            parent_id=themes[row["parent"]].id if row["parent"] else None,
            position=position,
            plan_line=int(row["plan_line"]),
            odm=int(row["odm"]) if row["odm"] else None,
        )
    session.add_all([*bodies.values(), *themes.values()])
    session.flush()
    return Starter(bodies, themes)
