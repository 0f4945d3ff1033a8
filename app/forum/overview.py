"""The forums as a page: sections of lines, each with the words that lead to its record or to its list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.document import Tone
from app.forum import questions
from app.forum.facts import Facts, ForumBody, Held, Presidency, Proposed, Recommended, Route
from app.line import Line, Row
from app.meetings.country_seats import say_role
from app.meetings.sitting import Sitting
from app.records.catalog import Query
from app.words.names import BETWEEN_NAMES
from app.words.places import join_place
from app.words.words import Words
from db.entities.seat import SeatRole
from db.values import PartialDate, RecordKey

MOST_MEETINGS = 20
"""Meetings that stand in no other and are written one by one; the list shows all."""
MOST_GOING = 30
"""Recommendations and proposals on their way that are written one by one; the list shows all."""


@dataclass(frozen=True, slots=True)
class Begin:
    """What makes a record where there is none: what it says, the kind, and what is known of the new one."""

    text: str
    entity: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading, its lines, and what makes the first record of it where there is none."""

    name: str
    title: str
    rows: Sequence[Row]
    begin: Begin | None = None


def compose_overview(facts: Facts, words: Words) -> tuple[Part, ...]:
    """Compose the sections in the language of `words`; each says in words what it has nothing of."""
    return (
        _presidency(facts.presidency, words),
        _bodies(facts, words),
        _meetings(facts, words),
        _recommendations(facts, words),
        _proposals(facts, words),
        _norms(facts, words),
    )


def say_presidency(presidency: Presidency | None, words: Words) -> str:
    """Write who presides: the country and its half-year, or that it is disputed, vacant or not recorded."""
    if presidency is None:
        return words("No está registrado quién preside hoy.")
    span = _say_span(presidency.starts, presidency.ends, words)
    if presidency.country is None:
        who = words("{half_year}: en disputa o vacante", half_year=presidency.name)
    else:
        who = BETWEEN_NAMES.join((words.country(presidency.country), presidency.name))
    return BETWEEN_NAMES.join(filter(None, (who, span)))


def say_waiting(route: Route, words: Words) -> str:
    """Write for how many days the next step is waited for; nothing where nothing was done yet."""
    days = route.waiting_days
    if days is None:
        return ""
    return words.plural("{count} día de espera", "{count} días de espera", days)


def say_day(meeting: Held, words: Words) -> str:
    """Write the days of a meeting, of one without any that it has none."""
    if meeting.first is None:
        return words("sin fecha")
    if meeting.last is None or meeting.last == meeting.first:
        return words.date(meeting.first)
    return words("{starts} al {due}", starts=words.date(meeting.first), due=words.date(meeting.last))


def say_place(meeting: Held) -> str:
    """Write where a meeting is held: the place, and the city where that does not say it."""
    return join_place(meeting.place, meeting.city)


def sitters(body: ForumBody) -> Iterator[tuple[Sitting, Sequence[Sitting]]]:
    """Yield who sits on a body, by country and then by role, each with the alternates that it has."""
    titulars = {each.seat_id for each in body.sittings if each.alternate_of_id is None}
    alternates: dict[str, list[Sitting]] = {}
    for each in body.sittings:
        if each.alternate_of_id in titulars:
            alternates.setdefault(str(each.alternate_of_id), []).append(each)
    own = [each for each in body.sittings if each.alternate_of_id not in titulars]
    for each in sorted(own, key=lambda each: (not each.place_id, "" if each.place_id else each.name)):
        yield each, alternates.get(each.seat_id, ())


def _presidency(presidency: Presidency | None, words: Words) -> Part:
    record = RecordKey("pro_tempore", presidency.id) if presidency is not None else None
    tone = Tone.PLAIN if presidency is not None and presidency.country else Tone.WARNING
    row = Row((Line(say_presidency(presidency, words), record=record, tone=tone),))
    begin = Begin(words("Presidencia nueva"), "pro_tempore") if presidency is None else None
    return Part("presidency", words("Presidencia pro tempore"), (row,), begin)


def _bodies(facts: Facts, words: Words) -> Part:
    rows = [row for body in facts.bodies for row in _body(body, words)]
    title = words("Instancias e integrantes")
    if rows:
        return Part("bodies", title, rows)
    said = words("El archivo no tiene ningún foro. Agregue el FCCR como instancia de tipo «Foro».")
    return Part("bodies", title, (_quiet(said),), Begin(words("Foro nuevo"), "body", {"kind": "forum"}))


def _body(body: ForumBody, words: Words) -> Iterator[Row]:
    acronym = f"({body.acronym})" if body.acronym and body.acronym != body.name else ""
    yield Row((Line(body.name, record=RecordKey("body", body.id)), *_muted(acronym)), body.level, is_head=True)
    for sitting, alternates in sitters(body):
        yield Row(tuple(_sitter(body, sitting, alternates, words)), body.level + 1)
    if not body.sittings:
        yield _quiet(words("Sin integrantes hoy."), body.level + 1)
    met = [(words("Última reunión:"), body.last), (words("Próxima reunión:"), body.next)]
    pieces = [piece for said, meeting in met if meeting is not None for piece in _beside(said, meeting, words)]
    if pieces:
        yield Row(pieces, body.level + 1)


def _beside(said: str, meeting: Held, words: Words) -> tuple[Line, ...]:
    own = Line(meeting.name, record=RecordKey("meeting", meeting.id))
    return (*_muted(said), own, *_muted(f"({say_day(meeting, words)})"))


def _sitter(body: ForumBody, sitting: Sitting, alternates: Sequence[Sitting], words: Words) -> Iterator[Line]:
    yield from _muted(f"{sitting.name}:")
    yield _person(body, sitting, words)
    if sitting.role is not SeatRole.MEMBER:
        yield from _muted(f"({words(sitting.role.label)})")
    for each in alternates:
        yield from _muted(f"{BETWEEN_NAMES.strip()} {say_role(each.role, '', words)}:")
        yield _person(body, each, words)


def _person(body: ForumBody, sitting: Sitting, words: Words) -> Line:
    if sitting.person_id is None:
        return Line(words("sin persona"), record=RecordKey("body", body.id), tone=Tone.WARNING)
    return Line(sitting.person, record=RecordKey("person", sitting.person_id))


def _meetings(facts: Facts, words: Words) -> Part:
    title, outermost = words("Reuniones"), facts.outermost
    if not outermost:
        begin = Begin(words("Reunión nueva"), "meeting", {"body_id": facts.bodies[0].id}) if facts.bodies else None
        return Part("meetings", title, (_quiet(words("Todavía no hay reuniones.")),), begin)
    rows = [row for each in outermost[:MOST_MEETINGS] for row in _with_inner(facts, each, 0, words)]
    if len(outermost) > MOST_MEETINGS:
        asked = questions.meetings_of([body.id for body in facts.bodies])
        rows.append(Row((Line(words("Ver todas"), asked),)))
    return Part("meetings", title, rows)


def _with_inner(facts: Facts, meeting: Held, level: int, words: Words) -> Iterator[Row]:
    yield _meeting(meeting, level, words)
    for each in facts.within(meeting):
        yield from _with_inner(facts, each, level + 1, words)


def _meeting(meeting: Held, level: int, words: Words) -> Row:
    presided = words("preside {country}", country=words.country(meeting.country)) if meeting.country else ""
    off = words("suspendida") if meeting.is_off else ""
    series = " ".join(filter(None, (meeting.series, meeting.code)))
    said = (say_day(meeting, words), series, say_place(meeting), presided, off)
    record = RecordKey("meeting", meeting.id)
    return Row((Line(meeting.name, record=record), *_muted(BETWEEN_NAMES.join(filter(None, said)))), level)


def _recommendations(facts: Facts, words: Words) -> Part:
    going = [each for each in facts.recommendations if each.is_on_its_way]
    standing = sum(not each.result and each.route.next is None for each in facts.recommendations)
    rows = [_recommendation(each, words) for each in going[:MOST_GOING]]
    rows += _all_of(going, questions.GOING_RECOMMENDATIONS, words)
    if not rows:
        rows = [_quiet(words("Ninguna recomendación está en camino."))]
    if standing:
        said = words.plural(
            "{count} sin respuesta y sin próximo paso", "{count} sin respuesta y sin próximo paso", standing
        )
        rows.append(Row((Line(said, questions.STANDING_RECOMMENDATIONS),)))
    begin = Begin(words("Recomendación nueva"), "recommendation") if not facts.recommendations else None
    return Part("recommendations", words("Recomendaciones en camino"), rows, begin)


def _recommendation(each: Recommended, words: Words) -> Row:
    to = words("a {name}", name=each.addressee) if each.addressee else words("sin destinatario")
    record = RecordKey("recommendation", each.id)
    return Row((Line(each.name, record=record), *_coming(to, each.route, words)))


def _coming(said: str, route: Route, words: Words) -> Iterator[Line]:
    """Yield after what is `said` what comes next on a route, for how long it is waited for, and that it is late."""
    coming = words("próximo paso: {name}", name=route.next.name) if route.next is not None else ""
    yield from _muted(BETWEEN_NAMES.join(filter(None, (said, coming, say_waiting(route, words)))))
    if route.is_late and route.next is not None:
        yield Line(words("atrasada: se esperaba para el {day}", day=words.date(route.next.due_on)), tone=Tone.LATE)


def _proposals(facts: Facts, words: Words) -> Part:
    going = [each for each in facts.proposals if each.route.next is not None]
    rows = [_proposal(each, words) for each in going[:MOST_GOING]]
    rows += _all_of(going, questions.GOING_PROPOSALS, words)
    if not rows:
        rows = [_quiet(words("Ninguna propuesta está en camino."))]
    standing = len(facts.proposals) - len(going)
    if standing:
        said = words.plural("{count} sin próximo paso", "{count} sin próximo paso", standing)
        rows.append(Row((Line(said, questions.STANDING_PROPOSALS),)))
    begin = Begin(words("Propuesta nueva"), "focem_proposal") if not facts.proposals else None
    return Part("proposals", words("Propuestas al FOCEM en camino"), rows, begin)


def _all_of(going: Sequence[object], asked: Query, words: Words) -> Sequence[Row]:
    return [Row((Line(words("Ver todas"), asked),))] if len(going) > MOST_GOING else []


def _proposal(each: Proposed, words: Words) -> Row:
    record = RecordKey("focem_proposal", each.id)
    return Row((Line(each.name, record=record), *_coming(each.cities, each.route, words)))


def _norms(facts: Facts, words: Words) -> Part:
    count, total = len(facts.unverified), len(facts.norms)
    title = words("Normas")
    if not total:
        begin = Begin(words("Norma nueva"), "norm")
        return Part("norms", title, (_quiet(words("Todavía no hay normas.")),), begin)
    if not count:
        return Part("norms", title, (_quiet(words("Todas las citas están comprobadas.")),))
    said = words.plural("{count} norma con la cita sin comprobar", "{count} normas con la cita sin comprobar", count)
    of_all = words("de {count} en total", count=words.number(total))
    return Part("norms", title, (Row((Line(said, questions.UNVERIFIED), *_muted(of_all))),))


def _say_span(starts: PartialDate | None, ends: PartialDate | None, words: Words) -> str:
    if starts is not None and ends is not None:
        return words("{starts} al {due}", starts=words.date(starts), due=words.date(ends))
    if starts is not None:
        return words("Desde el {starts}", starts=words.date(starts))
    return words("Hasta el {due}", due=words.date(ends)) if ends is not None else ""


def _quiet(text: str, level: int = 0) -> Row:
    return Row(_muted(text), level)


def _muted(text: str) -> tuple[Line, ...]:
    """Return a piece that leads nowhere; none for an empty text."""
    return (Line(text, tone=Tone.MUTED),) if text else ()
