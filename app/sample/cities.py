"""The cities of the sample, their memberships, the periods that some of them led, and the organisations."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

import resources
from app.file.starter import read_rows
from app.words.folding import fold
from app.words.gazetteer import SOURCE, Gazetteer, Place, PlaceKind
from app.words.place_values import LANGUAGES
from db.entities.membership import Membership, MembershipState
from db.entities.municipality import GovernmentKind, Municipality
from db.entities.organisation import Organisation
from db.entities.period import Period
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate

FOUNDATION = PartialDate(1995, 11, 11)
FOUNDING_ACT = "Acta fundacional, Asunción, 11 de noviembre de 1995"

_KINDS: Mapping[str, str | None] = {
    "city": GovernmentKind.MUNICIPALITY.value,
    "partido": GovernmentKind.PARTIDO.value,
    "department": GovernmentKind.DEPARTMENT.value,
    "commune": GovernmentKind.COMMUNE.value,
    "municipality": GovernmentKind.MUNICIPALITY.value,
    "district": GovernmentKind.DISTRICT.value,
    "state": GovernmentKind.STATE.value,
    "canton": GovernmentKind.CANTON.value,
    "unknown": None,
}
_NAMED = re.compile(r"(?P<name>.+?)(?: \((?P<subdivision>[A-Z]{2}-\w+)\))?")


@dataclass(frozen=True, slots=True)
class Cities:
    """The cities of the sample, found by "Rosario" or, where two share a name, by "Avellaneda (AR-B)"."""

    rows: tuple[Municipality, ...]

    def find(self, name: str) -> Municipality:
        """Return the one city that `name` means; ValueError when it is none or several."""
        parts = _NAMED.fullmatch(name)
        found = [
            row
            for row in self.rows
            if parts and row.short_name == parts["name"] and parts["subdivision"] in (None, row.subdivision)
        ]
        if len(found) != 1:
            raise ValueError(f"{len(found)} cities of the sample are called {name!r}")
        return found[0]


def example_data() -> Mapping[str, Any]:
    """Return what resources/sample/meetings.json holds: fictitious seats and meetings."""
    data: Mapping[str, Any] = json.loads(resources.path("sample/meetings.json").read_text(encoding="utf-8"))
    return data


def add_cities(session: FileSession) -> Cities:
    """Add the members that sources show, located by the gazetteer."""
    gazetteer = Gazetteer.load()
    rows, memberships = [], []
    for row in read_rows("sample/members.csv"):
        city = _member(row, _place(gazetteer, row))
        rows.append(city)
        memberships.append(_membership(city, row))
    session.add_all([*rows, *memberships])
    session.flush()
    return Cities(tuple(rows))


def _place(gazetteer: Gazetteer, row: Mapping[str, str]) -> Place | None:
    if row["geonameid"]:
        return gazetteer.find(int(row["geonameid"]))
    places = gazetteer.homonyms(row["city"], row["country"]) if row["subdivision_iso"] else ()
    return next((place for place in places if place.subdivision == row["subdivision_iso"]), None)


def _member(row: Mapping[str, str], place: Place | None) -> Municipality:
    settled = place is not None and place.kind is PlaceKind.SETTLEMENT
    return Municipality(
        id=new_key(),
        short_name=row["city"],
        government_kind=_KINDS[row["government_level"]],
        country=row["country"],
        subdivision=row["subdivision_iso"] or None,
        official_code=row["admin2_code"] or None,
        geonames_id=place.geonames_id if place and settled else None,
        population=int(row["population"]) if row["population"] else None,
        population_source=SOURCE if row["population"] else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        languages=LANGUAGES.get(row["country"], "es"),
    )


def _membership(city: Municipality, row: Mapping[str, str]) -> Membership:
    years = sorted({row["first_evidence_year"], row["last_evidence_year"]} - {""})
    seen = f"Figura en fuentes públicas ({'-'.join(years)}). " if years else "Figura en fuentes públicas. "
    founder = row["year_joined"] == str(FOUNDATION.year)
    known = PartialDate(int(row["year_joined"])) if row["year_joined"] else None
    return Membership(
        municipality_id=city.id,
        state=MembershipState.MEMBER.value,
        starts=FOUNDATION if founder else known,
        act=FOUNDING_ACT if founder else None,
        evidence=(seen + row["source"]).strip(),
    )


def add_periods(session: FileSession, cities: Cities) -> tuple[Period, ...]:
    """Add the terms of the Secretaría Ejecutiva (since 2015, the Presidencia) that sources show."""
    periods = tuple(
        Period(
            id=new_key(),
            name=row["name"],
            municipality_id=cities.find(row["city"]).id,
            starts=PartialDate.parse(row["starts"]),
            ends=PartialDate.parse(row["ends"]) if row["ends"] else None,
            extended=True if row["extended"] else None,
            notes=f"{row['notes']}\nFuente: {row['source']}".strip(),
        )
        for row in read_rows("sample/periods.csv")
    )
    session.add_all(periods)
    return periods


def add_organisations(session: FileSession) -> Mapping[str, Organisation]:
    """Add the networks, agencies and bodies that work with the network, and give them by folded name."""
    found = {
        fold(row["name"]): Organisation(
            id=new_key(),
            name=row["name"],
            name_pt=row["name_pt"] or None,
            name_en=row["name_en"] or None,
            acronym=row["acronym"] or None,
            kind=row["kind"],
            headquarters=row["headquarters"] or None,
            country=row["country"] or None,
            headquarters_verified=row["headquarters_verified"] == "1" if row["headquarters_verified"] else None,
            founded=PartialDate.parse(row["founded"]) if row["founded"] else None,
            source=row["source"] or None,
            notes=row["notes"] or None,
        )
        for row in read_rows("sample/organisations.csv")
    }
    session.add_all(found.values())
    session.flush()
    return found


def organisation_called(session: FileSession, name: str) -> Organisation:
    """Return the one organisation of a name or an acronym."""
    called = or_(Organisation.name == name, Organisation.acronym == name)
    return session.scalars(select(Organisation).where(called)).one()
