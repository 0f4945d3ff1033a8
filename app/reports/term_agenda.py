"""The agenda of a term on paper: all its activities and meetings by month, and what was published of each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import groupby

from sqlalchemy import select

from app.agenda.entries import Entry, EntryKind, read_entries_of, say_hours
from app.agenda.month import month_of
from app.agenda.records import keys_between, meetings_of
from app.document import (
    Block,
    Cell,
    Column,
    Document,
    FileTitle,
    KeyFigures,
    Paragraph,
    Reference,
    Section,
    Several,
    Sheet,
    Start,
    Table,
    Tone,
    Value,
)
from app.months import months_between, say_month
from app.network.term_choices import expect_term_of_today
from app.network.terms import Term, expect_term, say_secretariat
from app.offices.terms import term_itself
from app.records.namesakes import titles_apart
from app.records.reading import batched
from app.reports.of_parts import NETWORK
from app.reports.report import Report
from app.words.words import Words, mark
from db.entities.activity import Activity, ActivityState
from db.entities.dissemination import Dissemination, Medium
from db.entities.meeting import Meeting, MeetingState
from db.entities.period import Period
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.values import PartialDate


@dataclass(frozen=True, slots=True)
class Options:
    """The term."""

    record_id: str


@dataclass(frozen=True, slots=True)
class Published:
    """What was published of an activity or a meeting: its key, title, medium and day as far as it is known."""

    id: str
    name: str
    medium: Medium
    day: PartialDate | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """What stands in the term by day, the state of each by its key, what was published of it, and what has no day."""

    term: Term
    today: date
    entries: Sequence[Entry]
    states: Mapping[str, str]
    published: Mapping[str, Sequence[Published]]
    undated: Sequence[tuple[str, str]]


def default_options(store: Store) -> Options:
    """Return the term that runs, else the latest; ProblemError when none is recorded."""
    return Options(expect_term_of_today(store))


def gather(store: Store, options: Options) -> Agenda:
    """Read what stands in the term; ProblemError when that is no more."""
    with store.reading() as session:
        term = expect_term(session, options.record_id)
        starts = term.starts.first_day if term.starts is not None else None
        ends = term.ends.last_day if term.ends is not None else None
        activities = keys_between(session, "activity", starts, ends)
        meetings, undated = meetings_of(session, term.id), _undated(session, term)
        states = _states(session, activities, [*meetings, *undated])
        published = _published(session, {"activity": activities, "meeting": [*meetings, *undated]})
        names = titles_apart(session, store, "meeting", undated)
        entries = read_entries_of(store, activities, meetings, Words(store.language or "es"))
    return Agenda(term, store.today(), entries, states, published, [(key, names[key]) for key in undated])


def _undated(session: FileSession, term: Term) -> Sequence[str]:
    """Return the meetings that say that they are of the term, and no day."""
    found = select(Meeting.id).join(Period, Meeting.in_period(Period)).where(Period.id == term.id)
    return list(session.scalars(found.where(Meeting.starts_on.is_(None)).order_by(Meeting.title_key(), Meeting.id)))


def _states(session: FileSession, activities: Sequence[str], meetings: Sequence[str]) -> Mapping[str, str]:
    """Return the words, in Spanish source, for how each stands."""
    found: dict[str, str] = {}
    for some in batched(activities):
        rows = session.execute(select(Activity.id, Activity.state).where(Activity.id.in_(some)))
        found |= {key: ActivityState.of(state).label for key, state in rows}
    for some in batched(meetings):
        rows = session.execute(select(Meeting.id, Meeting.state).where(Meeting.id.in_(some)))
        found |= {key: MeetingState.of(state).label for key, state in rows}
    return found


def _published(session: FileSession, keys: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[Published]]:
    found = defaultdict[str, list[Published]](list)
    columns = Dissemination.__table__.columns
    for kind, every in keys.items():
        for some in batched(every):
            asked = select(
                columns.record_id, Dissemination.id, Dissemination.name, Dissemination.medium, Dissemination.day
            )
            asked = asked.where(refers_to(Dissemination, "record", kind, list(some)))
            for of, key, name, medium, day in session.execute(asked.order_by(Dissemination.day, Dissemination.id)):
                found[of].append(Published(key, name, Medium.of(medium), day))
    return found


def compose(agenda: Agenda, words: Words) -> Document:
    """Compose the counts by month, then all of it by month in one table; an empty term says that there is nothing."""
    title = words("Agenda de la gestión {period}", period=agenda.term.name)
    secretariat = say_secretariat(agenda.term, words)
    sections = (_months(agenda, title, words), _entries(agenda, words)) if agenda.entries or agenda.undated else ()
    none = Section(title, (Paragraph(words("No hay nada en la agenda de esta gestión."), Tone.MUTED),))
    day = words("Al {day}", day=words.date(agenda.today))
    return Document(
        title=title,
        language=words.language,
        sections=sections or (none,),
        footer=" · ".join(filter(None, (secretariat, day))),
        author=secretariat or words(NETWORK),
        created=agenda.today,
        file_title=FileTitle(title, agenda.today),
    )


def _months(agenda: Agenda, title: str, words: Words) -> Section:
    entries = agenda.entries
    meetings = sum(each.kind is EntryKind.MEETING for each in entries) + len(agenda.undated)
    activities = sum(each.kind is EntryKind.ACTIVITY for each in entries)
    off = sum(each.is_off for each in entries)
    published = sum(len(each) for each in agenda.published.values())
    figures: list[tuple[Value, str]] = [
        (activities, words.plural("actividad", "actividades", activities)),
        (meetings, words.plural("reunión", "reuniones", meetings)),
        (published, words.plural("difusión", "difusiones", published)),
    ]
    if off:
        figures.append((off, words.plural("suspendida", "suspendidas", off)))
    columns = (
        Column(words("Mes"), 3),
        Column(words("Actividades"), 1.2, figures=True),
        Column(words("Reuniones"), 1.2, figures=True),
        Column(words("De ellas, suspendidas"), 1.4, figures=True),
        Column(words("Difusiones"), 1.2, figures=True),
    )
    months = _all_months(agenda)
    table = Table(columns, tuple(_month(agenda, month, words) for month in months))
    blocks: tuple[Block, ...] = (KeyFigures(tuple(figures)), *((table,) if months else ()))
    sheet = words("Por mes")
    dated = tuple((month, *row[1:]) for month, row in zip(months, table.rows, strict=True))
    rows = (Sheet(sheet, replace(table, rows=dated), _say_term(agenda, words)),)
    return Section(title, blocks, sheet=sheet, landscape=True, rows=rows)


def _all_months(agenda: Agenda) -> Sequence[date]:
    """Return the months from the first in which something stands to the last, those between without anything too."""
    months = [_month_in(agenda.term, each) for each in agenda.entries]
    return months_between(min(months), max(months)) if months else ()


def _month_in(term: Term, entry: Entry) -> date:
    """Return the month under which an entry stands: an activity that began before the term stands under its first."""
    starts = term.starts.first_day if term.starts is not None else entry.first
    return month_of(max(entry.first, starts) if entry.kind is EntryKind.ACTIVITY else entry.first)


def _month(agenda: Agenda, month: date, words: Words) -> tuple[Value | Cell, ...]:
    own = [each for each in agenda.entries if _month_in(agenda.term, each) == month]
    kinds = Counter(each.kind for each in own)
    return (
        say_month(month, words),
        kinds[EntryKind.ACTIVITY] or None,
        kinds[EntryKind.MEETING] or None,
        sum(each.is_off for each in own) or None,
        sum(len(agenda.published.get(each.id, ())) for each in own) or None,
    )


def _entries(agenda: Agenda, words: Words) -> Section:
    rows: list[tuple[Value | Cell, ...]] = []
    for month, own in groupby(agenda.entries, key=lambda each: _month_in(agenda.term, each)):
        rows += _under(say_month(month, words), [_row(agenda, each, words) for each in own])
    rows += _under(words("Sin fecha"), [_undated_row(agenda, key, name, words) for key, name in agenda.undated])
    # One table: with one for each month its head would stand above each row of the many months that have a single one.
    table = Table((Column(words("Mes"), 1.7), *_columns(words)), tuple(rows))
    title = words("Actividades y reuniones")
    whole = (Sheet(title, _whole(agenda, words), _say_term(agenda, words)),)
    return Section(title, (table,), sheet=title, start=Start.BELOW, landscape=True, rows=whole)


def _under(month: str, rows: Sequence[tuple[Value | Cell, ...]]) -> Iterator[tuple[Value | Cell, ...]]:
    """Yield rows with their month before the first of them."""
    for at, row in enumerate(rows):
        yield Cell(month, Tone.STRONG) if at == 0 else None, *row


def _say_term(agenda: Agenda, words: Words) -> str:
    return words("Gestión {period}.", period=agenda.term.name)


def _whole(agenda: Agenda, words: Words) -> Table:
    """Compose one table of all for a workbook: with what each is, its hours as hours, what has no day at the end."""
    first, last, _, called, *others = _columns(words)
    hours = (Column(words("Desde")), Column(words("Hasta")), Column(words("Hora de")))
    rows = [
        (
            each.first,
            each.last if each.lasts else None,
            *(time.fromisoformat(at) if at else None for at in (each.starts_at, each.ends_at)),
            each.zone,
            words(each.kind.value),
            *_row(agenda, each, words)[3:],
        )
        for each in agenda.entries
    ]
    meeting = words(EntryKind.MEETING.value)
    rows += [(*(None,) * 5, meeting, *_undated_row(agenda, key, name, words)[3:]) for key, name in agenda.undated]
    return Table((first, last, *hours, Column(words("Clase")), called, *others), tuple(rows))


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Fecha"), 1.3),
        Column(words("Último día"), 1.3),
        Column(words("Hora"), 1.3),
        Column(words("Actividad o reunión"), 4),
        Column(words("Lugar y sede"), 2.6),
        Column(words("Quién organiza"), 2.8),
        Column(words("Situación"), 1.5),
        Column(words("Difusión"), 3.4),
    )


def _row(agenda: Agenda, entry: Entry, words: Words) -> tuple[Value | Cell, ...]:
    return (
        entry.first,
        entry.last if entry.lasts else None,
        say_hours(entry, words) or None,
        Cell(Reference(entry.name, entry.entity, entry.id), Tone.MUTED if entry.is_off else Tone.PLAIN),
        entry.where or None,
        entry.organisers or None,
        Cell(words(agenda.states[entry.id]), Tone.MUTED if entry.is_off else Tone.PLAIN),
        _say_published(agenda, entry.id, words),
    )


def _undated_row(agenda: Agenda, key: str, name: str, words: Words) -> tuple[Value | Cell, ...]:
    meeting, state = Reference(name, "meeting", key), words(agenda.states[key])
    return None, None, None, meeting, None, None, state, _say_published(agenda, key, words)


def _say_published(agenda: Agenda, key: str, words: Words) -> Value:
    """Return what was published of something, each on its line: its day, its medium, its title."""
    found = agenda.published.get(key, ())
    said = (" · ".join(filter(None, (words.date(each.day), words(each.medium.label), each.name))) for each in found)
    told = tuple(Reference(text, "dissemination", each.id) for text, each in zip(said, found, strict=True))
    return Several(told) if told else None


REPORT = Report(
    "term-agenda",
    mark("Agenda de la gestión"),
    mark("Todas las actividades y reuniones de una gestión por mes y día, con su situación y lo que se difundió."),
    icon="calendar-check",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    about="period",
    term_of=term_itself,
)
