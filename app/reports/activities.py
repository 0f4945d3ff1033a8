"""The agenda of a span of days on paper: by month, the activities and the meetings with all that one has to know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.agenda.entries import Entry, EntryKind, read_entries, say_hours
from app.agenda.month import month_of
from app.document import Block, Cell, Column, Document, FileTitle, Heading, Paragraph, Section, Table, Tone, Value
from app.months import say_month
from app.network.terms import say_span
from app.records.catalog import FieldInfo
from app.reports.report import Report
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.fields import Field, Kind
from db.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """From which day to which, either of which may be open, and whether the meetings stand there too."""

    starts: date | None = None
    ends: date | None = None
    meetings: bool = True


@dataclass(frozen=True, slots=True)
class Agenda:
    """What stands in the span, by day."""

    options: Options
    entries: tuple[Entry, ...]
    today: date


def default_options(store: Store) -> Options:
    """Return the agenda from the month of today on."""
    return Options(starts=month_of(store.today()))


def gather(store: Store, options: Options) -> Agenda:
    """Read what stands in the span; ProblemError when it ends before it begins."""
    if options.starts and options.ends and options.ends < options.starts:
        raise ProblemError(Problem(mark("El último día es anterior al primero.")))
    found = read_entries(store, options.starts, options.ends, Words(store.language or "es"))
    wanted = tuple(each for each in found if options.meetings or each.kind is not EntryKind.MEETING)
    return Agenda(options, wanted, store.today())


def compose(agenda: Agenda, words: Words) -> Document:
    """Compose a table for each month, under what span it is; an empty span says that there is nothing."""
    title = words("Agenda de actividades")
    blocks: list[Block] = [Paragraph(_say_span(agenda, words), Tone.MUTED)]
    if not agenda.entries:
        blocks.append(Paragraph(words("No hay nada en la agenda en esas fechas.")))
    for month, entries in groupby(agenda.entries, key=lambda entry: _month_in(agenda.options, entry)):
        blocks += [Heading(say_month(month, words)), entries_table(list(entries), words)]
    return Document(
        title=title,
        language=words.language,
        sections=(Section(title, tuple(blocks), sheet=words("Agenda"), landscape=True),),
        footer=words("Al {day}", day=words.date(agenda.today)),
        author=words("Red de Mercociudades"),
        created=agenda.today,
        file_title=FileTitle(title, agenda.options.starts or agenda.today),
    )


def _month_in(options: Options, entry: Entry) -> date:
    """Return the month under which an entry stands: what began before the span stands under its first one."""
    return month_of(max(entry.first, options.starts) if options.starts else entry.first)


def _say_span(agenda: Agenda, words: Words) -> str:
    return say_span(agenda.options.starts, agenda.options.ends, words) or words("Todas las fechas")


def entries_table(entries: Sequence[Entry], words: Words) -> Table:
    """Compose a row for each activity and meeting."""
    columns = (
        Column(words("Fecha"), 1.4),
        Column(words("Último día"), 1.4),
        Column(words("Hora"), 1.5),
        Column(words("Actividad o reunión"), 4),
        Column(words("Lugar y sede"), 2.8),
        Column(words("Quién organiza"), 3),
        Column(words("Inscripción hasta"), 1.5),
    )
    return Table(columns, tuple(_row(each, words) for each in entries))


def _row(entry: Entry, words: Words) -> tuple[Value | Cell, ...]:
    state = words("suspendida") if entry.is_off else words("por confirmar") if entry.is_open else ""
    name = words("{name} ({state})", name=entry.name, state=state) if state else entry.name
    tone = Tone.MUTED if entry.is_off else Tone.STRONG
    return (
        entry.first,
        entry.last if entry.lasts else None,
        say_hours(entry, words) or None,
        Cell("\n".join(filter(None, (name, entry.web))), tone),
        entry.where or None,
        entry.organisers or None,
        entry.deadline,
    )


REPORT = Report(
    "activities",
    mark("Agenda de actividades"),
    mark("Las actividades y reuniones de unas fechas, por mes, con horas, lugar, sede y quién organiza."),
    icon="calendar-blank",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    asks=(
        FieldInfo("starts", Field(mark("Desde"), Kind.DATE, help=mark("Vacío: desde la primera."))),
        FieldInfo("ends", Field(mark("Hasta"), Kind.DATE, help=mark("Vacío: hasta la última."))),
        FieldInfo("meetings", Field(mark("También las reuniones"), Kind.BOOLEAN)),
    ),
)
