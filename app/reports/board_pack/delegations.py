"""Who convenes a meeting and who attends it, with the quorum, and the sheet that they sign."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from app.document import (
    NOT_RECORDED,
    Block,
    Cell,
    Column,
    DescriptionList,
    Heading,
    KeyFigures,
    Paragraph,
    Section,
    Start,
    Table,
    Tone,
    Value,
)
from app.meetings import Quorum, quorum
from app.meetings.country_seats import say_role
from app.meetings.sitting import Sitting, role_rank, sittings_of, sittings_on
from app.network import homonyms
from app.network.terms import say_secretariat
from app.reports.board_pack.meeting import Basis, MeetingData, meeting_pairs
from app.reports.report import ReportPart
from app.words.folding import fold
from app.words.words import Words, mark
from db.entities.attendance import CAME, Attendance, AttendanceState
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.seat import Seat, SeatRole
from db.session import FileSession

SPARE_LINES = 6
"""Empty lines of the sheet to sign, for who comes without being convened."""

LINE_HEIGHT = 11.0
"""Height in millimetres of a line to sign on."""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A city, organisation or person at a meeting; `role` is None for a guest, `state` while it is not convened.

    Whoever sits for a country `is_of_country`: all of one country are one delegation. `titular` is whose alternate it
    is, where that is known.
    """

    country: str
    name: str
    role: SeatRole | None
    person: str
    state: AttendanceState | None
    represented_by: str = ""
    notes: str = ""
    is_of_country: bool = False
    titular: str = ""


@dataclass(frozen=True, slots=True)
class Delegations:
    """The delegations of a meeting, its quorum, and whether they were convened or only sit on its body."""

    quorum: Quorum
    rows: tuple[Delegation, ...]
    convened: bool


def _gather(session: FileSession, basis: Basis) -> Delegations:
    """Read who was convened; for a meeting that was not convened yet, who sits on its body on that date."""
    meeting = basis.meeting
    convened = _convened(session, meeting.id)
    counted = quorum(session, meeting.id)
    if meeting.starts_on is None:
        return Delegations(counted, convened, convened=bool(convened))
    sitting = sittings_on(session, meeting.body_id, meeting.starts_on)
    if convened:  # a country for which nobody sits could not be convened, and stands there all the same
        sitting = tuple(each for each in sitting if each.is_nameless)
    return Delegations(counted, (*convened, *_sitting(session, sitting)), convened=bool(convened))


def _sitting(session: FileSession, sittings: Iterable[Sitting]) -> Iterator[Delegation]:
    """Return the seats that nobody has convened."""
    names, known = homonyms(session), list(sittings)
    titulars = _titulars(session, {each.alternate_of_id for each in known})
    for each in known:
        name = names.get(each.place_id, each.name) if each.place_id else ""
        titular = titulars.get(each.alternate_of_id or "", "")
        is_of_country = not each.place_id
        yield Delegation(each.country, name, each.role, each.person, None, is_of_country=is_of_country, titular=titular)


def _titulars(session: FileSession, seat_ids: Iterable[str | None]) -> Mapping[str, str]:
    return {each.seat_id: each.person for each in sittings_of(session, filter(None, seat_ids))}


_OF_SEAT = case((Attendance.municipality_id.is_(None) & Attendance.organisation_id.is_(None), Seat.country))
"""The country for which somebody comes, of an attendance that is of no city and no organisation."""


def _convened(session: FileSession, meeting_id: str) -> tuple[Delegation, ...]:
    found = session.execute(
        select(
            Attendance.municipality_id,
            func.coalesce(Municipality.country, Organisation.country, _OF_SEAT, ""),
            func.coalesce(Municipality.short_name, Organisation.title(), ""),
            Seat.role,
            func.coalesce(Person.name, ""),
            Attendance.state,
            func.coalesce(Attendance.represented_by, ""),
            func.coalesce(Attendance.notes, ""),
            _OF_SEAT.is_not(None),
            Seat.alternate_of_id,
        )
        .outerjoin(Municipality, Municipality.id == Attendance.municipality_id)
        .outerjoin(Organisation, Organisation.id == Attendance.organisation_id)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .outerjoin(Seat, Seat.id == Attendance.seat_id)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.position, Attendance.id),
        session.reader,
    ).all()
    names, titulars = homonyms(session), _titulars(session, {row[-1] for row in found})
    return tuple(
        Delegation(
            country,
            names.get(key or "", name),
            SeatRole.of(role) if role else None,
            person,
            AttendanceState.of(state),
            represented_by,
            notes,
            is_of_country,
            titulars.get(titular or "", ""),
        )
        for key, country, name, role, person, state, represented_by, notes, is_of_country, titular in found
    )


def _compose(basis: Basis, delegations: Delegations, words: Words) -> Section:
    """Compose who convenes, who attends by country, and the quorum."""
    blocks: list[Block] = []
    if not delegations.convened:
        blocks.append(Paragraph(words("La reunión todavía no fue convocada."), Tone.WARNING))
    blocks.append(DescriptionList(_facts(basis.meeting, delegations.quorum, words)))
    rows = _by_country(delegations.rows, words)
    if rows:
        blocks.append(_figures(rows, words))
    if _is_marked(rows):
        blocks += [Heading(words("Por país")), _countries_table(rows, words)]
    heading = words("Delegaciones") if delegations.convened else words("Integrantes a la fecha de la reunión")
    blocks += [Heading(heading), _delegations_table(rows, words)]
    return Section(words("Convocatoria y asistencia"), tuple(blocks), sheet=words("Asistencia"))


def _facts(meeting: MeetingData, counted: Quorum, words: Words) -> tuple[tuple[str, Value], ...]:
    rule = words(counted.rule.label) if counted.rule else None
    pairs: list[tuple[str, Value]] = [
        (words("Convoca"), say_secretariat(meeting.term, words)),
        (words("Convocada el"), meeting.convened_on),
        (words("Regla de quórum"), rule),
        (words("Integrantes a la fecha"), counted.seats),
    ]
    if counted.rule is not None:
        pairs.append((words("Presentes necesarios"), counted.needed))
    if meeting.was_held or counted.present:
        pairs.append((words("Integrantes presentes o representados"), counted.present))
    if counted.reached is not None:
        pairs.append((words("Quórum"), _say_reached(meeting, counted, words)))
    return tuple(pairs)


def _say_reached(meeting: MeetingData, counted: Quorum, words: Words) -> str:
    if counted.reached:
        return words("alcanzado")
    return words("no alcanzado") if meeting.was_held or counted.present else words("todavía no se marcó la asistencia")


def _by_country(rows: Iterable[Delegation], words: Words) -> Sequence[Delegation]:
    return sorted(rows, key=lambda row: _order(row, words))


def _order(row: Delegation, words: Words) -> tuple[bool, str, bool, int, str]:
    """Order by country, then by role, guests last; who has no country stands at the end."""
    country = fold(words.country(row.country)) if row.country else ""
    guest = row.role is None
    return not row.country, country, guest, 0 if row.role is None else role_rank(row.role), fold(row.name)


def _figures(rows: Sequence[Delegation], words: Words) -> KeyFigures:
    states = _states(rows)
    countries = len({row.country for row in _asked(rows) if row.country})
    figures: list[tuple[Value, str]] = [
        (len(states), words.plural("delegación", "delegaciones", len(states))),
        (countries, words.plural("país con delegación", "países con delegación", countries)),
    ]
    if _is_marked(rows):
        present = sum(state in _COUNTED_STATES["present"] for state in states)
        figures.append((present, words.plural("presente o representada", "presentes o representadas", present)))
    return KeyFigures(tuple(figures))


def _is_marked(rows: Iterable[Delegation]) -> bool:
    return any(row.state not in (None, AttendanceState.CONVENED) for row in rows)


def _asked(rows: Sequence[Delegation]) -> Sequence[Delegation]:
    """Return those that were convened, once any was: who could not be is no delegation."""
    return [row for row in rows if row.state is not None] or rows


def _states(rows: Sequence[Delegation]) -> Sequence[AttendanceState | None]:
    """Return how each delegation stands: that of a country came when any came that sits for it."""
    ranked = {state: rank for rank, state in enumerate((*_BEST, None))}
    best: dict[object, Delegation] = {}
    for at, row in enumerate(_asked(rows)):
        key = row.country if row.is_of_country else at
        if key not in best or ranked[row.state] < ranked[best[key].state]:
            best[key] = row
    return [row.state for row in best.values()]


_BEST = (
    AttendanceState.PRESENT,
    AttendanceState.REPRESENTED,
    AttendanceState.EXCUSED,
    AttendanceState.ABSENT,
    AttendanceState.CONVENED,
)
"""The states of one country by what they say of all who sit for it, the best before the others."""


_COUNTED_STATES: Mapping[str, tuple[AttendanceState, ...]] = {
    "present": tuple(AttendanceState.of(state) for state in CAME),
    "excused": (AttendanceState.EXCUSED,),
    "absent": (AttendanceState.ABSENT,),
}


def _countries_table(rows: Sequence[Delegation], words: Words) -> Table:
    columns = (
        Column(words("País"), 2),
        Column(words("Delegaciones")),
        Column(words("Presentes o representadas"), 1.6),
        Column(words("Justificadas")),
        Column(words("Ausentes")),
    )
    lines: list[tuple[Value, ...]] = []
    for country in dict.fromkeys(row.country for row in _asked(rows)):
        inside = _states([row for row in _asked(rows) if row.country == country])
        counts = [sum(state in states for state in inside) for states in _COUNTED_STATES.values()]
        name = words.country(country) if country else words("Sin país")
        lines.append((name, len(inside), *counts))
    return Table(columns, tuple(lines))


def _delegations_table(rows: Sequence[Delegation], words: Words) -> Table:
    noted = any(row.notes for row in rows)
    columns = (
        Column(words("País"), 1.3),
        Column(words("Ciudad u organismo"), 2.2),
        Column(words("Función"), 1.6),
        Column(words("Persona"), 2.4),
        Column(words("Asistencia"), 1.9),
        *((Column(words("Notas"), 1.8),) if noted else ()),
    )
    lines = tuple(
        (
            words.country(row.country) if row.country else None,
            row.name or None,
            say_role(row.role, row.titular, words) if row.role else words("Invitación"),
            row.person or NOT_RECORDED,
            _say_attendance(row, words),
            *((row.notes or None,) if noted else ()),
        )
        for row in rows
    )
    return Table(columns, lines, empty=words("Nadie integra la instancia en la fecha de la reunión."))


def _say_attendance(row: Delegation, words: Words) -> Cell:
    if row.state is None:
        return Cell(words("sin convocar"), Tone.MUTED)
    if row.state is AttendanceState.REPRESENTED and row.represented_by:
        return Cell(words("Representada por {name}", name=row.represented_by))
    quiet = row.state in (AttendanceState.ABSENT, AttendanceState.EXCUSED)
    return Cell(words(row.state.label), Tone.MUTED if quiet else Tone.PLAIN)


def _compose_signatures(basis: Basis, delegations: Delegations, words: Words) -> Section:
    """Compose the sheet that those who come sign, with empty lines for who was not convened."""
    columns = (
        Column(words("N.º"), 0.5),
        Column(words("Ciudad u organismo"), 2.2),
        Column(words("País"), 1.4),
        Column(words("Nombre y apellido"), 2.6),
        Column(words("Firma"), 3.2),
    )
    rows: list[tuple[Value | Cell, ...]] = [
        (number, row.name or None, words.country(row.country) if row.country else None, row.person or None, None)
        for number, row in enumerate(_by_country(delegations.rows, words), start=1)
    ]
    rows += [(None, None, None, None, None)] * SPARE_LINES
    shown = {words("Instancia"), words("Situación")}
    facts = DescriptionList(tuple(pair for pair in meeting_pairs(basis.meeting, words) if pair[0] not in shown))
    table = Table(columns, tuple(rows), row_height=LINE_HEIGHT)
    title = words("Lista para firmar")
    return Section(title, (facts, table), sheet=title, start=Start.NEW_PAGE)  # to be taken out


ATTENDANCE = ReportPart("attendance", mark("Convocatoria y asistencia"), _gather, _compose)
SIGNATURES = ReportPart("signatures", mark("Lista para firmar"), _gather, _compose_signatures)
