"""What both forms of an acta are composed of."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from app.document import (
    NOT_RECORDED,
    Block,
    Column,
    DescriptionList,
    Paragraph,
    Section,
    Start,
    Table,
    Tone,
    Value,
)
from app.reports.acta.reading import Acta, Delegate, by_country
from app.reports.board_pack.meeting import say_not_held, say_places
from app.reports.board_pack.minutes import Adopted, adopted_table
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.entities.attendance import AttendanceState
from db.entities.meeting import MeetingState
from db.papers import ActaState

_OPENINGS: Mapping[MeetingState, str] = MappingProxyType(
    {
        MeetingState.PLANNED: mark("Se prevé «{name}» {when}, {where}."),
        MeetingState.CONVENED: mark("Se prevé «{name}» {when}, {where}."),
        MeetingState.HELD: mark("Tuvo lugar «{name}» {when}, {where}."),
        MeetingState.CLOSED: mark("Tuvo lugar «{name}» {when}, {where}."),
        MeetingState.CANCELLED: mark("Se suspendió «{name}» {when}, {where}."),
    }
)


def state_of(acta: Acta, words: Words) -> Paragraph:
    """Say how far an acta has come, what is not approved as a warning."""
    if acta.state is ActaState.APPROVED:
        if acta.approved_on is None:
            return Paragraph(words("Acta aprobada; no está registrado qué día."), Tone.MUTED)
        return Paragraph(words("Acta aprobada el {day}.", day=words.long_date(acta.approved_on)), Tone.MUTED)
    if acta.sent_on is None and not acta.meeting.was_held:
        return Paragraph(words("Borrador. {why}", why=not_held(acta, words)), Tone.WARNING)
    if acta.sent_on is None:
        return Paragraph(words("Borrador: el acta no está aprobada."), Tone.WARNING)
    said = words("En corrección desde el {day}: el acta no está aprobada.", day=words.long_date(acta.sent_on))
    return Paragraph(said, Tone.WARNING)


def not_held(acta: Acta, words: Words) -> str:
    """Say that the meeting was not held, in place of what it did not do; an empty text of one that was."""
    return say_not_held(acta.meeting, acta.today, words)


def opening_of(acta: Acta, words: Words) -> Iterator[Block]:
    """Compose the opening paragraph: what was held, when and where, and what was written of it."""
    meeting = acta.meeting
    where = ", ".join(filter(None, say_places(meeting, words)))
    said = words(
        _OPENINGS[meeting.state],
        name=meeting.name,
        when=_say_when(acta, words),
        where=words("en {place}", place=where) if where else words("en lugar no registrado"),
    )
    yield Paragraph(said)
    if acta.others:
        yield Paragraph(words("Reunión conjunta con: {names}.", names=BETWEEN_NAMES.join(acta.others)))
    if meeting.opening:
        yield Paragraph(meeting.opening)


def _say_when(acta: Acta, words: Words) -> str:
    first, last = acta.meeting.starts_on, acta.meeting.ends_on
    if first is None:
        return words("en fecha no registrada")
    if last is None or last == first:
        return words("el {day}", day=words.long_date(first))
    return words("del {first} al {last}", first=words.long_date(first), last=words.long_date(last))


def delegations_of(acta: Acta, words: Words) -> Block:
    """List who came, city by city and grouped by country (domain, 2.1)."""
    if not acta.is_marked:
        return Paragraph(not_held(acta, words) or words("No está registrado quién asistió."), Tone.MUTED)
    if not acta.came:
        return Paragraph(words("Según lo registrado, nadie asistió."), Tone.MUTED)
    groups = by_country(acta.came, words)
    return DescriptionList(
        tuple(
            (country, "; ".join(dict.fromkeys(_say_delegation(each, words) for each in here)))
            for country, here in groups.items()
        )
    )


def _say_delegation(each: Delegate, words: Words) -> str:
    name = each.name or each.person
    if each.state is not AttendanceState.REPRESENTED:
        return name
    if each.represented_by:
        return words("{name} (representada por {other})", name=name, other=each.represented_by)
    return words("{name} (representada; no está registrado por quién)", name=name)


def next_meeting_of(acta: Acta, words: Words) -> Block:
    """Say when and where the next meeting is."""
    return DescriptionList(((words("Próxima reunión"), acta.meeting.next_meeting),))


def resolution_of(adopted: Adopted, words: Words) -> Paragraph:
    """Return a resolution as one paragraph: its number, its text, who answers for it and by when."""
    who = BETWEEN_NAMES.join(adopted.responsible) or words("no registrado")
    when = words.date(adopted.due_on) if adopted.due_on else words("no registrado")
    said = f"{adopted.number}. {adopted.text}" if adopted.number else adopted.text
    return Paragraph(f"{said}\n" + words("Responsable: {who} · Vence el: {when}", who=who, when=when))


def participants(acta: Acta, number: str, words: Words) -> Section:
    """Compose the annex of those who came: country, city, person, post."""
    columns = (
        Column(words("País"), 1.3),
        Column(words("Ciudad u organismo"), 2),
        Column(words("Persona"), 2.4),
        Column(words("Cargo"), 2.4),
    )
    rows: list[tuple[Value, ...]] = []
    for country, here in by_country(acta.came, words).items():
        rows += [(country, each.name or None, _say_person(each, words), _say_post(each)) for each in here]
    empty = not_held(acta, words) or words("No está registrado quién asistió.")
    table = Table(columns, tuple(rows), empty=empty)
    return _annex(number, words("Participantes"), (table,), words)


def _say_person(each: Delegate, words: Words) -> Value:
    if each.state is AttendanceState.REPRESENTED:
        if each.represented_by:
            return words("Representada por {name}", name=each.represented_by)
        return words("Representada; no está registrado por quién")
    return each.person or NOT_RECORDED


def _say_post(each: Delegate) -> Value:
    """Return a post; of who sends another to represent them none is told, since it is not theirs who came."""
    return None if each.state is AttendanceState.REPRESENTED else each.post or NOT_RECORDED


def agenda(acta: Acta, number: str, words: Words) -> Section:
    """Compose the annex of the agenda: the items with their hours and who presented them."""
    columns = (
        Column(words("N.º"), 0.5, figures=True),
        Column(words("Hora"), 0.8),
        Column(words("Punto"), 5),
        Column(words("Presenta"), 2.4),
    )
    rows = tuple((item.number, item.at, item.name, item.presenter or None) for item in acta.items)
    table = Table(columns, rows, empty=words("El orden del día está vacío."))
    return _annex(number, words("Orden del día"), (table,), words)


def documents(acta: Acta, number: str, words: Words) -> Section | None:
    """Compose the list of the documents of the meeting; None when it has none."""
    if not acta.annexes:
        return None
    columns = (
        Column(words("N.º"), 0.5, figures=True),
        Column(words("Documento"), 4),
        Column(words("Corresponde a"), 3),
    )
    rows = tuple(
        (at, each.title, each.item.title if each.item else words("La reunión"))
        for at, each in enumerate(acta.annexes, start=1)
    )
    return _annex(number, words("Documentos"), (Table(columns, rows),), words)


def summary(acta: Acta, number: str, words: Words) -> Section:
    """Compose the annex that sums up the resolutions (domain, 2.2)."""
    table = adopted_table([each for _, each in acta.adopted], words, with_state=False, none=not_held(acta, words))
    return _annex(number, words("Resumen de resoluciones"), (table,), words)


def _annex(number: str, what: str, blocks: tuple[Block, ...], words: Words) -> Section:
    title = words("Anexo {number}. {what}", number=number, what=what)
    return Section(title, blocks, sheet=what, start=Start.SHARED)
