"""Declarations, norms, presidencies, relations of cities and studies of the sample; what is fictitious says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.file.starter import Starter, read_rows
from app.sample.cells import partial_day_of, parts, with_source
from app.sample.cities import Cities, organisation_called
from db.entities.body import Body
from db.entities.city_relation import CityRelation
from db.entities.declaration import Declaration
from db.entities.norm import Norm
from db.entities.pro_tempore import ProTempore
from db.entities.study import Study
from db.keys import new_key
from db.session import FileSession

VERIFIED_BY = "Ejemplo: oficina de la Secretaría Ejecutiva"


@dataclass(frozen=True, slots=True)
class _Scene:
    """What these records refer to."""

    session: FileSession
    today: date
    starter: Starter
    bodies: Mapping[str, Body]
    cities: Cities


def add_lines(session: FileSession, today: date, starter: Starter, bodies: Mapping[str, Body], cities: Cities) -> None:
    """Add what lines 1, 2, 3 and 6 of the plan speak of beside the meetings of the forum."""
    scene = _Scene(session, today, starter, bodies, cities)
    session.add_all(_presidency(scene, row) for row in read_rows("sample/presidencies.csv"))
    session.add_all(_norm(scene, row) for row in read_rows("sample/norms.csv"))
    session.add_all(_declaration(scene, row) for row in read_rows("sample/declarations.csv"))
    session.add_all(_relation(scene, row) for row in read_rows("sample/city_relations.csv"))
    session.add_all(_study(scene, row) for row in read_rows("sample/studies.csv"))
    session.flush()


def _presidency(scene: _Scene, row: Mapping[str, str]) -> ProTempore:
    return ProTempore(
        id=new_key(),
        name=row["name"],
        country=row["country"] or None,
        starts=partial_day_of(row["starts"], scene.today),
        ends=partial_day_of(row["ends"], scene.today),
        notes=with_source(row),
    )


def _norm(scene: _Scene, row: Mapping[str, str]) -> Norm:
    verified = row["verified_as"] or None
    return Norm(
        id=new_key(),
        cited_as=row["cited_as"],
        name=row["name"] or None,
        organisation_id=organisation_called(scene.session, row["organ"]).id if row["organ"] else None,
        kind=row["kind"] or None,
        number=row["number"] or None,
        year=int(row["year"]) if row["year"] else None,
        verified_as=verified,
        verified_by=VERIFIED_BY if verified else None,
        verified_on=scene.today if verified else None,
        obliges_to=row["obliges_to"] or None,
        compliance=row["compliance"] or None,
        starts=partial_day_of(row["starts"], scene.today),
        ends=partial_day_of(row["ends"], scene.today),
        web=row["source"] or None,
        notes=row["notes"] or None,
    )


def _declaration(scene: _Scene, row: Mapping[str, str]) -> Declaration:
    return Declaration(
        id=new_key(),
        name=row["name"],
        kind=row["kind"] or None,
        day=partial_day_of(row["day"], scene.today),
        body_id=scene.bodies[row["body"]].id if row["body"] else None,
        languages=row["languages"] or None,
        outcome=row["outcome"] or None,
        web=row["source"] or None,
        notes=row["notes"] or None,
        themes=[scene.starter.themes[key] for key in parts(row["themes"])],
        organisations=[organisation_called(scene.session, name) for name in parts(row["organisations"])],
        bodies=[scene.session.get_one(Body, scene.bodies[key].id) for key in parts(row["bodies"])],
    )


def _relation(scene: _Scene, row: Mapping[str, str]) -> CityRelation:
    return CityRelation(
        id=new_key(),
        municipality_id=scene.cities.find(row["city"]).id,
        other_municipality_id=scene.cities.find(row["other"]).id,
        kind=row["kind"],
        starts=partial_day_of(row["starts"], scene.today),
        ends=partial_day_of(row["ends"], scene.today),
        act=row["act"] or None,
        about=row["about"] or None,
        notes=with_source(row),
    )


def _study(scene: _Scene, row: Mapping[str, str]) -> Study:
    return Study(
        id=new_key(),
        name=row["name"],
        kind=row["kind"] or None,
        organisation_id=organisation_called(scene.session, row["author"]).id if row["author"] else None,
        terms=row["terms"] or None,
        ordered_on=partial_day_of(row["ordered_on"], scene.today),
        due_on=partial_day_of(row["due_on"], scene.today),
        delivered_on=partial_day_of(row["delivered_on"], scene.today),
        web=row["source"] or None,
        notes=row["notes"] or None,
        themes=[scene.starter.themes[key] for key in parts(row["themes"])],
    )
