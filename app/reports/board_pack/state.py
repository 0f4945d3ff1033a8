"""The state of the network in the dossier: members by country, movements, map; and the contacts to verify."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from app.document import (
    BarChart,
    Block,
    Cell,
    Column,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Table,
    Tone,
    Value,
)
from app.network import Member, Movement, ToVerify, count_by_country, members_on, movements
from app.network.members import as_points
from app.network.movements import MovementKind
from app.reports.board_pack.agenda import unrecorded
from app.reports.board_pack.meeting import MeetingData
from app.words.folding import fold
from app.words.words import Words
from db.entities.membership import MembershipState, membership_on
from db.entities.municipality import Municipality
from db.entities.tenure import TenureState
from db.session import FileSession
from db.spans import on

MOST_CONTACTS = 150
"""The most contacts to verify that a dossier lists; the rest is counted, for the list of contacts has them all."""

_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The network on `day`: its members, those who ask to enter, and what changed after `since`."""

    day: date
    since: date
    since_meeting: bool
    members: tuple[Member, ...]
    applicants: int
    movements: tuple[Movement, ...]


def read_network(session: FileSession, meeting: MeetingData, today: date) -> NetworkState:
    """Read the network on the day of the meeting, or today when that is still to come.

    Movements are those since the meeting before it; without one, since the term began; without that, of a year.
    """
    day = min(meeting.starts_on or today, today)
    since, since_meeting = day - _YEAR, False
    if meeting.previous_on is not None and meeting.previous_on < day:
        since, since_meeting = meeting.previous_on, True
    elif meeting.term is not None and meeting.term.starts is not None and meeting.term.starts.first_day < day:
        since = meeting.term.starts.first_day - timedelta(days=1)
    state = membership_on(Municipality.id, on(day))
    applicants = session.scalar(
        select(func.count()).select_from(Municipality).where(state == MembershipState.APPLICANT.value)
    )
    return NetworkState(
        day, since, since_meeting, members_on(session, day), applicants or 0, movements(session, since, day)
    )


def network_section(state: NetworkState, words: Words) -> Section:
    """Compose the figures, the members by country as table and chart, the movements and the map."""
    title, sheet = words("Estado de la Red"), words("Red")
    if not state.members:
        said = words("No hay ciudades miembro registradas al {day}.", day=words.date(state.day))
        return Section(title, (Paragraph(said), *_movements(state, words)), sheet=sheet)
    countries = tuple((words.country(code), count) for code, count in count_by_country(state.members))
    blocks: tuple[Block, ...] = (
        _figures(state, len(countries), words),
        Heading(words("Miembros por país")),
        _countries_table(state, words),
        BarChart(words("Ciudades miembro por país, al {day}", day=words.date(state.day)), countries),
        *_movements(state, words),
        PageBreak(),
        *_map(state, words),
    )
    return Section(title, blocks, sheet=sheet)


def _figures(state: NetworkState, countries: int, words: Words) -> KeyFigures:
    admitted = sum(each.kind is MovementKind.ADMISSION for each in state.movements)
    count, day, since = len(state.members), words.date(state.day), words.date(state.since)
    asking = state.applicants
    return KeyFigures(
        (
            (count, words.plural("ciudad miembro al {day}", "ciudades miembro al {day}", count, day=day)),
            (countries, words.plural("país", "países", countries)),
            (admitted, words.plural("ingreso desde el {day}", "ingresos desde el {day}", admitted, day=since)),
            (
                asking,
                words.plural("solicitud de ingreso en trámite", "solicitudes de ingreso en trámite", asking),
            ),
        ),
    )


def _countries_table(state: NetworkState, words: Words) -> Table:
    admitted = Counter(each.country for each in state.movements if each.kind is MovementKind.ADMISSION)
    undated = Counter(member.country for member in state.members if member.since is None)
    columns = (
        Column(words("País"), 3),
        Column(words("Ciudades miembro"), 1.6),
        Column(words("Ingresos desde el {day}", day=words.date(state.since)), 1.6),
        Column(words("Sin fecha de ingreso"), 1.6),
    )
    rows: list[tuple[Value | Cell, ...]] = [
        (words.country(code), count, admitted[code], undated[code]) for code, count in count_by_country(state.members)
    ]
    totals = (len(state.members), admitted.total(), undated.total())
    rows.append((Cell(words("Total"), Tone.STRONG), *(Cell(total, Tone.STRONG) for total in totals)))
    return Table(columns, tuple(rows))


def _movements(state: NetworkState, words: Words) -> tuple[Block, ...]:
    if state.since_meeting:
        heading = words("Movimientos desde la reunión anterior ({day})", day=words.date(state.since))
    else:
        heading = words("Movimientos desde el {day}", day=words.date(state.since))
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Ciudad"), 2.2),
        Column(words("País"), 1.4),
        Column(words("Movimiento"), 1.8),
        Column(words("Acta que lo aprobó"), 3),
    )
    rows = tuple(
        (
            each.dated,
            each.name,
            words.country(each.country),
            words(each.kind.label),
            each.act or unrecorded(words),
        )
        for each in state.movements
    )
    return Heading(heading), Table(columns, rows, empty=words("No hay movimientos registrados."))


def _map(state: NetworkState, words: Words) -> tuple[Block, ...]:
    points = as_points(state.members)
    title = words("Las ciudades miembro, al {day}", day=words.date(state.day))
    blocks: list[Block] = [Heading(words("Mapa de los miembros"))]
    if points:
        blocks.append(PointMap(title, points))
    left = len(state.members) - len(points)
    if left:
        said = words.plural(
            "{count} ciudad no tiene coordenadas registradas y no está en el mapa.",
            "{count} ciudades no tienen coordenadas registradas y no están en el mapa.",
            left,
        )
        blocks.append(Paragraph(said, Tone.MUTED))
    return tuple(blocks)


def contacts_section(found: Sequence[ToVerify], words: Words) -> Section:
    """Compose the contacts to verify, mandates that ended first."""
    title, sheet = words("Contactos a verificar"), words("Contactos")
    if not found:
        return Section(title, (Paragraph(words("No hay contactos a verificar.")),), sheet=sheet)
    ended = sum(each.state is TenureState.ENDED for each in found)
    figures = KeyFigures(
        (
            (
                ended,
                words.plural(
                    "mandato vencido, sin sucesor registrado", "mandatos vencidos, sin sucesor registrado", ended
                ),
            ),
            (len(found) - ended, words("sin confirmar en los últimos doce meses")),
        ),
    )
    ordered = sorted(found, key=lambda each: _contact_order(each, words))
    blocks: list[Block] = [figures, _contacts_table(ordered[:MOST_CONTACTS], words)]
    left = len(found) - MOST_CONTACTS
    if left > 0:
        said = words.plural(
            "Falta aquí {count} contacto, que está en la lista de contactos.",
            "Faltan aquí {count} contactos, que están en la lista de contactos.",
            left,
        )
        blocks.append(Paragraph(said, Tone.MUTED))
    return Section(title, tuple(blocks), sheet=sheet, landscape=True)


def _contact_order(each: ToVerify, words: Words) -> tuple[bool, bool, str]:
    """Order by state and by the name of the country, within which they come by place and name already."""
    country = fold(words.country(each.country)) if each.country else ""
    return each.state is not TenureState.ENDED, not country, country


def _contacts_table(found: Sequence[ToVerify], words: Words) -> Table:
    columns = (
        Column(words("País"), 1.3),
        Column(words("Ciudad u organismo"), 2.2),
        Column(words("Persona"), 2.4),
        Column(words("Cargo"), 2.6),
        Column(words("Situación"), 2.1),
        Column(words("Hasta"), 1.2),
        Column(words("Verificado el"), 1.3),
        Column(words("Correo"), 3),
    )
    rows = tuple(
        (
            words.country(each.country) if each.country else None,
            each.place.said(words) or None,
            each.person,
            each.post,
            Cell(words(each.state.label), Tone.WARNING if each.state is TenureState.ENDED else Tone.PLAIN),
            each.ends,
            each.verified_on or Cell(words("nunca"), Tone.MUTED),
            each.email or unrecorded(words),
        )
        for each in found
    )
    return Table(columns, rows)
