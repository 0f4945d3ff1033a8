"""The calendar of the plan on paper: a bar for each action across the months, what is overdue and owed marked."""

from collections.abc import Mapping

from app.document import Section, Timeline, TimelineKey, TimelineMark, TimelineRow, Tone
from app.plan import Bar, BoardLine, Calendar, Milestone, read_calendar, say_bar
from app.reports.plan.basis import Basis, say_line
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.plan_action import ActionState
from db.session import FileSession
from db.values import PartialDate

_TONES: Mapping[ActionState, Tone] = {ActionState.IN_PROGRESS: Tone.STRONG, ActionState.DONE: Tone.MUTED}


def _gather(_session: FileSession, basis: Basis) -> Calendar:
    return read_calendar(basis.store, basis.board.period_id)


def _compose(basis: Basis, calendar: Calendar, words: Words) -> Section:
    """Compose the rows of each line under its title."""
    first, last = (words.date(PartialDate(each.year, each.month)) for each in (calendar.months[0], calendar.months[-1]))
    rows = (row for line, bars in calendar.lines for row in (_lead(line, words), *(_row(bar, words) for bar in bars)))
    timeline = Timeline(
        words("De {first} a {last}", first=first, last=last),
        words("Acción"),
        tuple(calendar.months),
        tuple(rows),
        basis.today,
        _key(basis, words),
    )
    return Section(words("Calendario"), (timeline,), sheet=words("Calendario"), landscape=True)


def _lead(line: BoardLine, words: Words) -> TimelineRow:
    said = words("Vacante") if line.vacant else "" if line.actions else words("Sin acciones todavía")
    return TimelineRow(say_line(line, words), said=said, leads=True)


def _row(bar: Bar, words: Words) -> TimelineRow:
    state = ActionState.of(bar.state)
    tone = Tone.LATE if bar.overdue else _TONES.get(state, Tone.PLAIN)
    marks = tuple(map(_mark, bar.milestones))
    return TimelineRow(bar.name, bar.starts_on, bar.due_on, marks, tone, say_bar(bar, words))


def _mark(each: Milestone) -> TimelineMark:
    return TimelineMark(each.day, Tone.MUTED if each.met else Tone.LATE if each.overdue else Tone.PLAIN)


def _key(basis: Basis, words: Words) -> TimelineKey:
    return TimelineKey(
        bars=(
            (Tone.PLAIN, words(ActionState.PLANNED.label)),
            (Tone.STRONG, words(ActionState.IN_PROGRESS.label)),
            (Tone.MUTED, words(ActionState.DONE.label)),
            (Tone.LATE, words("Atrasada")),
        ),
        marks=(
            (Tone.PLAIN, words("Compromiso")),
            (Tone.MUTED, words("Compromiso cumplido")),
            (Tone.LATE, words("Compromiso atrasado")),
        ),
        today=words("Hoy, {day}", day=words.date(basis.today)),
    )


CALENDAR = ReportPart("calendar", mark("Calendario"), _gather, _compose)
