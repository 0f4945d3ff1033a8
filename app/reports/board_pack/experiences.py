"""The experiences of a term in the dossier, a short sheet each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from app.document import Block, Column, DescriptionList, Heading, Paragraph, Section, Table, Tone, Value
from app.network import Term
from app.reports.board_pack.meeting import Basis
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.experience import (
    Experience,
    ExperienceState,
    PublicationPermission,
    experience_municipality,
    experience_organisation,
    experience_theme,
)
from db.entities.experience_result import ExperienceResult
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.theme import Theme
from db.session import FileSession
from db.values import Money, PartialDate

NOT_ALLOWED = mark("La ciudad no autorizó que se publique esta experiencia.")
"""What stands in place of what is told of one that its city does not let publish."""


@dataclass(frozen=True, slots=True)
class Result:
    """A result with its indicator, value and source; empty texts for what is not recorded."""

    name: str
    indicator: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class ExperienceSheet:
    """What the short sheet of an experience prints."""

    name: str
    modality: str
    cities: tuple[str, ...]
    organisations: tuple[str, ...]
    themes: tuple[str, ...]
    summary: str
    problem: str
    action: str
    partners: str
    cost: Money | None
    funding: str
    starts: PartialDate | None
    ends: PartialDate | None
    running: bool | None
    replication: str
    lessons: str
    contact: str
    permission: PublicationPermission
    state: ExperienceState
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class ExperienceSheets:
    """The experiences of `term`, and how many have no date to tell whether they are; of all terms without one."""

    term: Term | None
    sheets: tuple[ExperienceSheet, ...]
    undated: int


def _gather(session: FileSession, basis: Basis) -> ExperienceSheets:
    """Read the experiences that were under way during the term of the meeting, by title."""
    term = basis.meeting.term
    rows = session.scalars(select(Experience).order_by(Experience.name_key, Experience.id)).all()
    dated = [row for row in rows if row.starts is not None or row.ends is not None]
    inside = [row for row in dated if _is_of_term(row, term)]
    return ExperienceSheets(term, _sheets(session, inside), len(rows) - len(dated))


def read_experiences_of(session: FileSession, municipality_id: str) -> tuple[ExperienceSheet, ...]:
    """Read all the experiences of a city, by title."""
    links = experience_municipality.columns
    mine = select(links.experience_id).where(links.municipality_id == municipality_id)
    rows = session.scalars(select(Experience).where(Experience.id.in_(mine)).order_by(Experience.name_key))
    return _sheets(session, rows.all())


def _is_of_term(row: Experience, term: Term | None) -> bool:
    """Tell whether an experience was under way in the term; one without end lasts if it is said to run still."""
    if term is None:
        return True
    ends = row.ends if row.ends is not None or row.running else row.starts
    return term.overlaps(row.starts, ends)


def _sheets(session: FileSession, rows: Sequence[Experience]) -> tuple[ExperienceSheet, ...]:
    ids = [row.id for row in rows]
    cities, organisations, themes = _cities(session, ids), _organisations(session, ids), _themes(session, ids)
    results = read_results(session, ids)
    people = select(Person.id, Person.name).where(Person.id.in_([row.person_id for row in rows if row.person_id]))
    contacts = {row.id: row.name for row in session.execute(people)}
    return tuple(
        _sheet(
            row,
            cities=tuple(cities.get(row.id, ())),
            organisations=tuple(organisations.get(row.id, ())),
            themes=tuple(themes.get(row.id, ())),
            results=tuple(results.get(row.id, ())),
            contact=contacts.get(row.person_id or "", ""),
        )
        for row in rows
    )


def _sheet(
    row: Experience,
    *,
    cities: tuple[str, ...],
    organisations: tuple[str, ...],
    themes: tuple[str, ...],
    results: tuple[Result, ...],
    contact: str,
) -> ExperienceSheet:
    return ExperienceSheet(
        name=row.name,
        modality=row.modality or "",
        cities=cities,
        organisations=organisations,
        themes=themes,
        summary=row.summary or "",
        problem=row.problem or "",
        action=row.action or "",
        partners=row.partners or "",
        cost=row.cost,
        funding=row.funding or "",
        starts=row.starts,
        ends=row.ends,
        running=row.running,
        replication=row.replication or "",
        lessons=row.lessons or "",
        contact=contact,
        permission=PublicationPermission.of(row.permission),
        state=ExperienceState.of(row.state),
        results=results,
    )


def _cities(session: FileSession, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    links = experience_municipality.columns
    return _grouped(
        session,
        select(links.experience_id, Municipality.short_name)
        .join(Municipality, Municipality.id == links.municipality_id)
        .where(links.experience_id.in_(ids))
        .order_by(Municipality.short_name_key),
    )


def _organisations(session: FileSession, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    links = experience_organisation.columns
    return _grouped(
        session,
        select(links.experience_id, Organisation.title())
        .join(Organisation, Organisation.id == links.organisation_id)
        .where(links.experience_id.in_(ids))
        .order_by(Organisation.title_key()),
    )


def _themes(session: FileSession, ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    links = experience_theme.columns
    return _grouped(
        session,
        select(links.experience_id, Theme.title())
        .join(Theme, Theme.id == links.theme_id)
        .where(links.experience_id.in_(ids))
        .order_by(Theme.position, Theme.id),
    )


def _grouped(session: FileSession, statement: Select[*tuple[Any, ...]]) -> Mapping[str, Sequence[str]]:
    linked: dict[str, list[str]] = {}
    for key, name in session.execute(statement, session.reader):
        linked.setdefault(key, []).append(name)
    return linked


def read_results(session: FileSession, ids: Sequence[str]) -> Mapping[str, Sequence[Result]]:
    """Return the results of each of these experiences, in their order."""
    rows = session.scalars(
        select(ExperienceResult)
        .where(ExperienceResult.experience_id.in_(ids))
        .order_by(ExperienceResult.position, ExperienceResult.id),
    )
    results: dict[str, list[Result]] = {}
    for row in rows:
        result = Result(row.name, row.indicator or "", row.value or "", row.source or "")
        results.setdefault(row.experience_id, []).append(result)
    return results


def _compose(_: Basis, found: ExperienceSheets, words: Words) -> Section:
    title, sheet = words("Experiencias de la gestión"), words("Experiencias")
    blocks: list[Block] = []
    if found.term is not None:
        title = words("Experiencias de la gestión {period}", period=found.term.name)
    else:
        said = words("La gestión no está registrada: se incluyen todas las experiencias con fecha.")
        blocks.append(Paragraph(said, Tone.MUTED))
    if not found.sheets:
        blocks.append(Paragraph(words("No hay experiencias registradas en este período.")))
    for each in found.sheets:
        blocks += sheet_blocks(each, words)
    if found.undated:
        said = words.plural(
            "{count} experiencia sin fecha registrada no figura aquí.",
            "{count} experiencias sin fecha registrada no figuran aquí.",
            found.undated,
        )
        blocks.append(Paragraph(said, Tone.MUTED))
    return Section(title, tuple(blocks), sheet=sheet)


def sheet_blocks(each: ExperienceSheet, words: Words) -> list[Block]:
    """Compose the short sheet of one experience; of one that its city does not let publish, the title alone."""
    blocks: list[Block] = [Heading(each.name)]
    cities = ", ".join(each.cities)
    if each.permission is PublicationPermission.REFUSED:
        said = words(NOT_ALLOWED)
        return [*blocks, DescriptionList(((words("Ciudades"), cities),)), Paragraph(said, Tone.MUTED)]
    if each.summary:
        blocks.append(Paragraph(each.summary, with_next=True))
    pairs, texts = _pairs(each, words), _texts(each, words)
    blocks.append(DescriptionList(tuple(pair for pair in pairs if pair[1]), with_next=True))
    for label, text in texts:
        if text:
            blocks += [Heading(label, 3), Paragraph(text)]
    if each.results:
        blocks += [Heading(words("Resultados"), 3), _results_table(each, words)]
    unsaid = [label for label, said in (*pairs, *texts, (words("Resultados"), each.results)) if not said]
    if unsaid:
        blocks.append(Paragraph(words("Sin registrar: {what}.", what=", ".join(unsaid)), Tone.MUTED))
    return blocks


def _texts(each: ExperienceSheet, words: Words) -> tuple[tuple[str, str], ...]:
    return (
        (words("Problema"), each.problem),
        (words("Qué se hizo"), each.action),
        (words("Condiciones para replicarla"), each.replication),
        (words("Obstáculos y lecciones"), each.lessons),
    )


def _pairs(each: ExperienceSheet, words: Words) -> tuple[tuple[str, Value], ...]:
    partners = "; ".join(part for part in (", ".join(each.organisations), each.partners) if part)
    still = words("sigue en marcha") if each.running else None
    optional: tuple[tuple[str, Value], ...] = (
        (words("Modalidad"), each.modality),
        (words("Contrapartes"), partners),
    )
    return (
        (words("Ciudades"), ", ".join(each.cities)),
        (words("Temas"), "; ".join(each.themes)),
        *(pair for pair in optional if pair[1]),
        (words("Comienzo"), each.starts),
        (words("Fin"), each.ends or still),
        (words("Costo"), each.cost),
        (words("Origen de los fondos"), each.funding),
        (words("Contacto"), each.contact),
        (words("Permiso de publicación"), words(each.permission.label)),
        (words("Situación"), words(each.state.label)),
    )


def _results_table(each: ExperienceSheet, words: Words) -> Table:
    columns = (
        Column(words("Resultado"), 4),
        Column(words("Indicador"), 2.5),
        Column(words("Valor"), 1.2),
        Column(words("Fuente"), 2.3),
    )
    rows = tuple(
        (result.name, result.indicator or None, result.value or None, result.source or None) for result in each.results
    )
    return Table(columns, rows)


EXPERIENCES = ReportPart("experiences", mark("Experiencias de la gestión"), _gather, _compose)
