"""The state of the network in the dossier: members by country, movements, map."""

from collections import Counter
from dataclasses import dataclass

from app.document import (
    NOT_RECORDED,
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
from app.figures import APPLICANTS, COUNTRIES, MEMBERS, Figure
from app.network import Member, Movement, count_by_country, members_on, movements
from app.network.members import as_points
from app.network.movements import MovementKind
from app.reports.board_pack.meeting import Basis, Since
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The network on the day until which `since` lasts: its members, its figures, and what changed."""

    since: Since
    members: tuple[Member, ...]
    told: tuple[tuple[Figure, int], ...]
    movements: tuple[Movement, ...]


def _gather(session: FileSession, basis: Basis) -> NetworkState:
    """Read the network on the day of the meeting, or today when that is still to come, and what changed until then."""
    since = basis.since
    day = since.until
    told = tuple((figure, figure.count(session, day)) for figure in (MEMBERS, COUNTRIES, APPLICANTS))
    return NetworkState(since, members_on(session, day), told, movements(session, since.after, day))


def _compose(_: Basis, state: NetworkState, words: Words) -> Section:
    """Compose the figures, the members by country as table and chart, the movements and the map."""
    title, sheet = words("Estado de la red"), words("Red")
    if not state.members:
        said = words("No hay ciudades miembro registradas al {day}.", day=words.date(state.since.until))
        return Section(title, (Paragraph(said), *_movements(state, words)), sheet=sheet)
    countries = tuple((words.country(code), count) for code, count in count_by_country(state.members))
    blocks: tuple[Block, ...] = (
        _figures(state, words),
        Heading(words("Ciudades miembro por país")),
        _countries_table(state, words),
        BarChart(words("Ciudades miembro por país, al {day}", day=words.date(state.since.until)), countries),
        *_movements(state, words),
        PageBreak(),
        *_map(state, words),
    )
    return Section(title, blocks, sheet=sheet)


def _figures(state: NetworkState, words: Words) -> KeyFigures:
    (members, count), *others = state.told
    admitted = sum(each.kind is MovementKind.ADMISSION for each in state.movements)
    since = words.date(state.since.after)
    said = words("{what} al {day}", what=members.say(count, words), day=words.date(state.since.until))
    countries, applicants = ((number, figure.say(number, words)) for figure, number in others)
    admissions = (
        admitted,
        words.plural("ingreso desde el {day}", "ingresos desde el {day}", admitted, day=since),
    )
    return KeyFigures(((count, said), countries, admissions, applicants))


def _countries_table(state: NetworkState, words: Words) -> Table:
    admitted = Counter(each.country for each in state.movements if each.kind is MovementKind.ADMISSION)
    undated = Counter(member.country for member in state.members if member.since is None)
    columns = (
        Column(words("País"), 3),
        Column(words("Ciudades miembro"), 1.6),
        Column(words("Ingresos desde el {day}", day=words.date(state.since.after)), 1.6),
        Column(words("Sin fecha de ingreso"), 1.6),
    )
    rows: list[tuple[Value | Cell, ...]] = [
        (words.country(code), count, admitted[code], undated[code]) for code, count in count_by_country(state.members)
    ]
    totals = (len(state.members), admitted.total(), undated.total())
    rows.append((Cell(words("Total"), Tone.STRONG), *(Cell(total, Tone.STRONG) for total in totals)))
    return Table(columns, tuple(rows))


def _movements(state: NetworkState, words: Words) -> tuple[Block, ...]:
    if state.since.of_meeting:
        heading = words("Movimientos desde la reunión anterior ({day})", day=words.date(state.since.after))
    else:
        heading = words("Movimientos desde el {day}", day=words.date(state.since.after))
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
            each.act or NOT_RECORDED,
        )
        for each in state.movements
    )
    return Heading(heading), Table(columns, rows, empty=words("No hay movimientos registrados."))


def _map(state: NetworkState, words: Words) -> tuple[Block, ...]:
    points = as_points(state.members)
    title = words("Las ciudades miembro, al {day}", day=words.date(state.since.until))
    blocks: list[Block] = [Heading(words("Mapa de las ciudades miembro"))]
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


NETWORK = ReportPart("network", mark("Estado de la red"), _gather, _compose)
