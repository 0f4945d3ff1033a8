"""The thematic units of the sample, who coordinated them by the sources, and the example seats of the organs."""

from collections.abc import Mapping
from datetime import date

from app.file.starter import read_rows
from app.sample.cities import Cities, example_data
from app.sample.days import months_before
from db.entities.body import Body
from db.entities.seat import Seat
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate

SEATED_MONTHS = 11
"""How long ago the fictitious seats began."""


def add_units(session: FileSession, bodies: Mapping[str, Body], cities: Cities) -> Mapping[str, Body]:
    """Add the units and their coordinations, each in the year of its source; give all bodies by their keys."""
    rows = list(read_rows("sample/units.csv"))
    units = {
        row["key"]: Body(
            id=new_key(),
            name=row["name"],
            name_pt=row["name_pt"],
            name_en=row["name_en"],
            kind=row["kind"],
            notes=row["notes"].strip() or None,
        )
        for row in rows
    }
    for row in rows:
        units[row["key"]].units = [units[key.strip()] for key in row["joins"].split(";") if key.strip()]
    seats = [
        Seat(
            body_id=units[row["body"]].id,
            municipality_id=cities.find(row["city"]).id,
            role=row["role"],
            starts=PartialDate.parse(row["starts"]),
            ends=PartialDate.parse(row["ends"]),
            act=row["source"],
        )
        for row in read_rows("sample/seats.csv")
    ]
    session.add_all([*units.values(), *seats])
    session.flush()
    return {**bodies, **units}


def add_example_seats(session: FileSession, today: date, bodies: Mapping[str, Body], cities: Cities) -> None:
    """Seat cities on the organs whose members no source gives; each seat says that it is an example."""
    starts = PartialDate.of(months_before(today, SEATED_MONTHS))
    session.add_all(
        Seat(
            id=new_key(),
            body_id=bodies[group["body"]].id,
            municipality_id=cities.find(member["city"]).id,
            role=member["role"],
            starts=starts,
            act=group["act"],
        )
        for group in example_data()["seats"]
        for member in group["members"]
    )
    session.flush()
