"""The rules of a call, said of a project that breaks one: the figure of the rule beside that of the project.

A field that the call leaves empty binds nothing, and what a project does not say breaks nothing (domain, 3.4).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.records.hints.project import PRESENTING, days_done
from app.records.namesakes import read_titles
from app.records.parts_wanted import rows_of
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.cooperation import FundingKind, Modality, ProjectState
from db.entities.call import Call
from db.entities.funding import Funding
from db.entities.project import Project
from db.entities.project_partner import ProjectPartner
from db.money import ALL_OF_IT
from db.session import FileSession
from db.values import Money, PartialDate, Percent, RecordKey

MOST_NAMED = 4
"""How many other projects are named at the most."""

_NOT_COUNTED = (ProjectState.DROPPED.value,)
"""The states of a project that takes nobody's place."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is read once, however many projects are looked at: those of the call, and when each was presented.

    `cities` are what those are called that coordinate or take part, by their keys.
    """

    projects: Sequence[Project]
    presented: Mapping[str, date]
    cities: Mapping[str, str]

    def others(self, row: Project) -> Iterator[Project]:
        """Return the projects that take a place beside one."""
        return (each for each in self.projects if each.id != row.id and each.state not in _NOT_COUNTED)

    def city(self, key: str) -> str:
        """Return what a city is called; nothing of one that is no more."""
        return self.cities.get(key, "")


def rules_of_its_call(session: FileSession, row: Entity) -> list[Problem]:
    """Say which rules of its call a project breaks, each beside the field of the project, or of its partner."""
    call = session.get(Call, row.call_id) if isinstance(row, Project) and row.call_id else None
    if call is None or not isinstance(row, Project):
        return []
    limits = call.coordinate_most, call.take_part_most
    projects = _projects_of(session, call) if any(each is not None for each in limits) else ()
    presented = days_done(session, [row.id], PRESENTING)
    return list(_broken(session, call, row, _Beside(projects, presented, _cities_of(session, [row]))))


def projects_keep_its_rules(session: FileSession, row: Entity) -> list[Problem]:
    """Say of a call which of its projects break which of its rules."""
    if not isinstance(row, Call):
        return []
    projects = _projects_of(session, row)
    presented = days_done(session, [each.id for each in projects], PRESENTING)
    beside = _Beside(projects, presented, _cities_of(session, projects))
    found = ((each, tuple(_broken(session, row, each, beside))) for each in projects)
    return [_of_project(each, broken) for each, broken in found if broken]


def _projects_of(session: FileSession, call: Call) -> Sequence[Project]:
    """Read the projects of a call with their partners and amounts, by their names."""
    parts = selectinload(Project.partners), selectinload(Project.fundings)
    wanted = select(Project).where(Project.call_id == call.id).options(*parts)
    return session.scalars(wanted.order_by(Project.name_key, Project.id)).all()


def _cities_of(session: FileSession, projects: Sequence[Project]) -> Mapping[str, str]:
    """Read what the cities are called that coordinate projects or take part in them."""
    partners = [partner for each in projects for partner in rows_of(session, each, "partners", ProjectPartner)]
    keys = {each.municipality_id for each in projects} | {each.municipality_id for each in partners}
    return read_titles(session, "municipality", sorted(key for key in keys if key))


def _of_project(project: Project, broken: Sequence[Problem]) -> Problem:
    own = Named(RecordKey("project", project.id), Label(Project.facts.one), project.name)
    said = tuple(replace(each, place=Place(), named=()) for each in broken)
    others = dict.fromkeys(named for each in broken for named in each.named)
    values = {"project": project.name, "broken": said}
    return Problem(mark("«{project}» no cumple: {broken}"), values=values, named=(own, *others))


def _broken(session: FileSession, call: Call, row: Project, beside: _Beside) -> Iterator[Problem]:
    yield from _amounts(session, call, row)
    yield from _figures(call, row)
    if call.modalities and row.modality and row.modality not in call.modalities.split(","):
        text = mark("El llamado no admite «{modality}»; admite: {admitted}.")
        admitted = tuple(Label(Modality.of(each).label) for each in call.modalities.split(","))
        values = {"modality": Label(Modality.of(row.modality).label), "admitted": admitted}
        yield Problem(text, place=Place(field="modality"), values=values)
    if call.asks_endorsement and not (row.endorsed_on or row.endorsed_by):
        yield Problem(mark("El llamado pide carta aval y no está anotada."), place=Place(field="endorsed_on"))
    yield from _presented_late(session, call, row, beside.presented.get(row.id))
    if row.state not in _NOT_COUNTED:
        yield from _coordinated(call, row, beside)
        yield from _taken_part_in(session, call, row, beside)


def _amounts(session: FileSession, call: Call, row: Project) -> Iterator[Problem]:
    """Compare with the ceiling what the project asks for: the cost without its own share, and each amount asked."""
    asked = row.asked_of()
    if call.ceiling is None:
        return
    if asked is not None:
        yield from _above(call.ceiling, asked, "amount")
    for each in rows_of(session, row, "fundings", Funding):
        if each.kind == FundingKind.ASKED.value and each.amount is not None and each.amount != asked:
            yield from _above(call.ceiling, each.amount, f"fundings.{each.id}.amount")


def _above(ceiling: Money, asked: Money, field: str) -> Iterator[Problem]:
    values = {"asked": asked, "ceiling": ceiling}
    if asked.currency != ceiling.currency:
        text = mark("Se piden {asked} y el tope del llamado es {ceiling}: monedas distintas no se comparan.")
        yield Problem(text, place=Place(field=field), values=values)
    elif asked.minor > ceiling.minor:
        text = mark("Se piden {asked} y el tope del llamado es {ceiling}.")
        yield Problem(text, place=Place(field=field), values=values)


def _figures(call: Call, row: Project) -> Iterator[Problem]:
    share = ALL_OF_IT - row.own_share if row.own_share is not None else None
    if share is not None and call.largest_share is not None and share > call.largest_share:
        text = mark("Se pide el {share} del costo y el llamado da hasta el {most}.")
        values: dict[str, object] = {"share": Percent(share), "most": Percent(call.largest_share)}
        yield Problem(text, place=Place(field="own_share"), values=values)
    if row.months is not None and call.months is not None and row.months > call.months:
        text = mark("Meses de ejecución: {months}; el llamado admite hasta {most}.")
        yield Problem(text, place=Place(field="months"), values={"months": row.months, "most": call.months})
    if row.extension is not None and call.extension is not None and row.extension > call.extension:
        text = mark("Meses de prórroga: {months}; el llamado admite hasta {most}.")
        yield Problem(text, place=Place(field="extension"), values={"months": row.extension, "most": call.extension})


def _presented_late(session: FileSession, call: Call, row: Project, step: date | None) -> Iterator[Problem]:
    """Compare the day of presenting with the closing: that of its step, else that of the first amount asked."""
    if call.closes is None:
        return
    day = PartialDate.of(step) if step is not None else _asked_on(session, row)
    if day is not None and day.first_day > call.closes.last_day:
        text = mark("Se presentó el {day} y el llamado cerró el {closes}.")
        yield Problem(text, place=Place(field="state"), values={"day": day, "closes": call.closes})


def _asked_on(session: FileSession, row: Project) -> PartialDate | None:
    """Return the first day on which a project that is said to be presented asked for money."""
    if row.state in (ProjectState.IDEA.value, ProjectState.DRAFTED.value):
        return None
    asked = [each for each in rows_of(session, row, "fundings", Funding) if each.kind == FundingKind.ASKED.value]
    return min((each.day for each in asked if each.day is not None), key=lambda day: day.first_day, default=None)


def _coordinated(call: Call, row: Project, beside: _Beside) -> Iterator[Problem]:
    if call.coordinate_most is None or not row.municipality_id:
        return
    others = [each for each in beside.others(row) if each.municipality_id == row.municipality_id]
    if len(others) + 1 > call.coordinate_most:
        text = mark("Proyectos de este llamado que coordina {city}: {count}; puede coordinar hasta {most}.")
        values = {"city": beside.city(row.municipality_id), "count": len(others) + 1, "most": call.coordinate_most}
        yield _with(text, "municipality_id", values, others)


def _taken_part_in(session: FileSession, call: Call, row: Project, beside: _Beside) -> Iterator[Problem]:
    if call.take_part_most is None:
        return
    for partner in rows_of(session, row, "partners", ProjectPartner):
        city = partner.municipality_id
        others = [each for each in beside.others(row) if city and _has_partner(each, city)]
        if city and len(others) + 1 > call.take_part_most:
            text = mark("Proyectos de este llamado en que {city} es socia: {count}; puede serlo en hasta {most}.")
            values = {"city": beside.city(city), "count": len(others) + 1, "most": call.take_part_most}
            yield _with(text, f"partners.{partner.id}.municipality_id", values, others)


def _has_partner(project: Project, city: str) -> bool:
    return any(each.municipality_id == city for each in project.partners)


def _with(text: str, field: str, values: Mapping[str, object], others: Iterable[Project]) -> Problem:
    one = Label(Project.facts.one)
    named = tuple(Named(RecordKey("project", each.id), one, each.name) for each in others)[:MOST_NAMED]
    return Problem(text, place=Place(field=field), values=values, named=named)
