"""Agreements, calls, projects and the money of the sample, by their sources; what is fictitious says so.

No source gives the amount granted to a project: all amounts of money are fictitious but the ceilings of the calls.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.file.starter import Starter, read_rows
from app.sample.cells import day_of, partial_day_of, parts, with_source
from app.sample.cities import Cities, organisation_called
from app.sample.steps import known_steps
from db.entities.agreement import Agreement
from db.entities.call import Call
from db.entities.commitment import Commitment
from db.entities.funding import Funding
from db.entities.municipality import Municipality
from db.entities.project import Project
from db.entities.project_partner import PartnerKind, ProjectPartner
from db.entities.step import Step
from db.keys import new_key
from db.session import FileSession
from db.values import Money, RecordKey

CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class _Scene:
    """What these records refer to."""

    session: FileSession
    today: date
    starter: Starter
    cities: Cities
    agreements: dict[str, Agreement] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)

    def cities_called(self, names: str) -> list[Municipality]:
        """Return the cities whose names a cell holds."""
        return [self.session.get_one(Municipality, self.cities.find(name).id) for name in parts(names)]


def add_agreements(session: FileSession, today: date, starter: Starter, cities: Cities) -> None:
    """Add what line 5 of the plan speaks of: agreements, calls, projects and their money."""
    scene = _Scene(session, today, starter, cities)
    for row in read_rows("sample/agreements.csv"):
        scene.agreements[row["name"]] = _agreement(scene, row)
    for row in read_rows("sample/calls.csv"):
        scene.calls[row["name"]] = _call(scene, row)
    session.add_all([*scene.agreements.values(), *scene.calls.values()])
    for row in read_rows("sample/projects.csv"):
        made = scene.projects[row["name"]] = _project(scene, row)
        session.add_all([made, *_partners(scene, made, row), *_steps(scene, made, row)])
    session.add_all(_funding(scene, row) for row in read_rows("sample/fundings.csv"))
    session.add(_report_owed(scene))
    session.flush()


def _organisation(scene: _Scene, name: str) -> str | None:
    return organisation_called(scene.session, name).id if name else None


def _agreement(scene: _Scene, row: Mapping[str, str]) -> Agreement:
    return Agreement(
        id=new_key(),
        name=row["name"],
        kind=row["kind"] or None,
        purpose=row["purpose"] or None,
        signed_on=partial_day_of(row["signed_on"], scene.today),
        starts=partial_day_of(row["starts"], scene.today),
        ends=partial_day_of(row["ends"], scene.today),
        renews_by=_number(row["renews_by"]),
        web=row["source"] or None,
        notes=row["notes"] or None,
        organisations=[organisation_called(scene.session, name) for name in parts(row["organisations"])],
        municipalities=scene.cities_called(row["cities"]),
    )


def _call(scene: _Scene, row: Mapping[str, str]) -> Call:
    return Call(
        id=new_key(),
        name=row["name"],
        donor_id=_organisation(scene, row["donor"]),
        subject=row["subject"] or None,
        opens=partial_day_of(row["opens"], scene.today),
        closes=partial_day_of(row["closes"], scene.today),
        ceiling=_dollars(row["ceiling"]),
        largest_share=_number(row["largest_share"]),
        months=_number(row["months"]),
        extension=_number(row["extension"]),
        coordinate_most=_number(row["coordinate_most"]),
        take_part_most=_number(row["take_part_most"]),
        modalities=row["modalities"] or None,
        asks_endorsement=True if row["asks_endorsement"] else None,
        web=row["source"] or None,
        notes=row["notes"] or None,
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def _dollars(text: str) -> Money | None:
    return Money(int(text), CURRENCY) if text else None


def _project(scene: _Scene, row: Mapping[str, str]) -> Project:
    return Project(
        id=new_key(),
        name=row["name"],
        call_id=scene.calls[row["call"]].id if row["call"] else None,
        donor_id=_organisation(scene, row["donor"]),
        agreement_id=scene.agreements[row["agreement"]].id if row["agreement"] else None,
        modality=row["modality"] or None,
        municipality_id=scene.cities.find(row["city"]).id,
        state=row["state"],
        amount=_dollars(row["amount"]),
        own_share=_number(row["own_share"]),
        starts=partial_day_of(row["starts"], scene.today),
        months=_number(row["months"]),
        extension=_number(row["extension"]),
        endorsed_on=partial_day_of(row["endorsed_on"], scene.today),
        endorsed_by=row["endorsed_by"] or None,
        notes=with_source(row),
        themes=[scene.starter.themes[key] for key in parts(row["themes"])],
    )


def _partners(scene: _Scene, project: Project, row: Mapping[str, str]) -> Iterator[ProjectPartner]:
    """Return the cities that take part, and others: by their record where there is one, else by their name."""
    for city in scene.cities_called(row["partners"]):
        yield ProjectPartner(
            id=new_key(), project_id=project.id, municipality_id=city.id, kind=PartnerKind.PARTNER.value
        )
    for name in parts(row["others"]):
        academic = name.startswith("Universidad") or name == "AUGM"
        known = name.isupper()
        yield ProjectPartner(
            id=new_key(),
            project_id=project.id,
            organisation_id=_organisation(scene, name) if known else None,
            name=None if known else name,
            kind=(PartnerKind.ACADEMIC if academic else PartnerKind.ALLY).value,
        )


def _steps(scene: _Scene, project: Project, row: Mapping[str, str]) -> Iterator[Step]:
    """Return the stages of a project that is an example: as many done as it says, the next one expected."""
    if not row["stage"]:
        return
    done = int(row["stage"])
    known = [(str(-30 * (done - number)), "") for number in range(done)]
    yield from known_steps(scene.session, RecordKey("project", project.id), known, today=scene.today, expected="15")


def _funding(scene: _Scene, row: Mapping[str, str]) -> Funding:
    return Funding(
        id=new_key(),
        project_id=scene.projects[row["project"]].id,
        kind=row["kind"],
        amount=Money(int(row["amount"]), row["currency"]),
        day=partial_day_of(row["day"], scene.today),
        source=row["source"] or None,
        notes=row["notes"] or None,
    )


def _report_owed(scene: _Scene) -> Commitment:
    agreement = scene.agreements["Pasantías en turismo (ejemplo)"]
    return Commitment(
        id=new_key(),
        record=RecordKey("agreement", agreement.id),
        text="Enviar el informe anual de las pasantías",
        organisation_id=_organisation(scene, "ITM"),
        due_on=day_of("-3", scene.today),
        notes="Ejemplo: compromiso ficticio.",
    )
