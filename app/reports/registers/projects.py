"""The register of projects: by their titles, of which agreement or call, of which cities, for how much and how long."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.document import Cell, Column, Reference, Section, Table, Tone, Value
from app.reports.registers.basis import Basis, Kept, Values, cell, find_kept, read_kept, register, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.cooperation import ProjectState
from db.entities.project import Project
from db.entities.project_partner import ProjectPartner
from db.query import ranking
from db.session import FileSession

TITLE = mark("Registro de proyectos")
RULE = mark("Los que estaban en marcha algún día de la gestión, y los que no llevan fechas.")
_READ = (
    *("name", "agreement_id", "call_id", "municipality_id", "amount", "starts", "months", "extension", "ends_on"),
    *("is_overdue", "state"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """The projects by their titles, and the partners of each, as they are called."""

    kept: Kept
    partners: Mapping[str, Sequence[str]]


def _gather(session: FileSession, basis: Basis) -> Found:
    keys = find_kept(session, basis, ("project", ("name",)), ("starts", "ends_on"), basis.lasts)
    return Found(Kept(read_kept(session, basis, "project", _READ, keys)), _partners(session))


def _partners(session: FileSession) -> Mapping[str, Sequence[str]]:
    """Return what the partners of each project are called, ranked by what they are in it."""
    ordered = select(ProjectPartner.project_id, ProjectPartner.title()).order_by(*ranking(ProjectPartner))
    partners = defaultdict[str, list[str]](list)
    for project, name in session.execute(ordered, session.reader):
        partners[project].append(name)
    return partners


def _compose(basis: Basis, found: Found, words: Words) -> Section:
    states = [values["state"] for _, values in found.kept.rows]
    figures = (
        (len(states), words.plural("proyecto", "proyectos", len(states))),
        *((states.count(each.value), words(each.label)) for each in ProjectState),
    )
    columns = (
        Column(words(Project.facts.one), 3.6),
        Column(words("Convenio o llamado"), 2.8),
        Column(words("Ciudad que coordina"), 1.9),
        Column(words("Contrapartes"), 3),
        Column(words("Costo total"), 1.9, figures=True),
        Column(words("Comienza el"), 1.3),
        Column(words("Meses"), 1, figures=True),
        Column(words("Prórroga (meses)"), 1.2, figures=True),
        Column(words("Termina el"), 1.3),
        Column(words("Situación"), 1.7),
    )
    rows = tuple(_row(basis, found, key, values, words) for key, values in found.kept.rows)
    table = Table(columns, rows, empty=words("Ningún proyecto."))
    return register(words(TITLE), found.kept, say_scope(basis, RULE, words), figures, table, words=words)


def _row(basis: Basis, found: Found, key: str, values: Values, words: Words) -> tuple[Value | Cell, ...]:
    return (
        Reference(values["name"], "project", key),
        "\n".join(filter(None, (values["agreement_id"], values["call_id"]))) or None,
        values["municipality_id"] or None,
        "\n".join(found.partners.get(key, ())) or None,
        values["amount"],
        values["starts"],
        values["months"],
        values["extension"],
        Cell(values["ends_on"], Tone.LATE if values["is_overdue"] else Tone.PLAIN),
        cell(basis, "project", "state", values, words),
    )


PROJECTS = ReportPart("projects", TITLE, _gather, _compose)
