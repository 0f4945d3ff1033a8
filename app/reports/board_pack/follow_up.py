"""The follow-up of resolutions in the dossier."""

from collections.abc import Sequence

from app.document import NOT_RECORDED, Block, Cell, Column, KeyFigures, Paragraph, Section, Table, Tone, Value
from app.meetings import FollowUp, follow_up
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.session import FileSession


def _gather(session: FileSession, basis: Basis) -> tuple[FollowUp, ...]:
    return follow_up(session, basis.meeting.id, basis.today)


def _compose(basis: Basis, found: Sequence[FollowUp], words: Words) -> Section:
    """Compose how many there are, then each, the overdue ones first and marked by word and tone."""
    day = basis.meeting.starts_on or basis.today
    title = words("Seguimiento de resoluciones")
    sheet = words("Seguimiento")
    if not found:
        return Section(title, (Paragraph(words("No hay resoluciones pendientes.")),), sheet=sheet)
    unfinished = [each for each in found if not each.finished]
    overdue = sum(each.overdue for each in unfinished)
    waiting = len(unfinished) - overdue
    finished = len(found) - len(unfinished)
    blocks: tuple[Block, ...] = (
        KeyFigures(
            (
                (overdue, words.plural("atrasada al {day}", "atrasadas al {day}", overdue, day=words.date(day))),
                (
                    waiting,
                    words.plural("pendiente o en curso, en plazo", "pendientes o en curso, en plazo", waiting),
                ),
                (
                    finished,
                    words.plural(
                        "terminada desde la reunión anterior", "terminadas desde la reunión anterior", finished
                    ),
                ),
            ),
        ),
        _table(found, words),
    )
    return Section(title, blocks, sheet=sheet, landscape=True)


def _table(found: Sequence[FollowUp], words: Words) -> Table:
    columns = (
        Column(words("Número"), 1.1),
        Column(words("Resolución"), 5.4),
        Column(words("Adoptada en"), 2),
        Column(words("Responsable"), 2.2),
        Column(words("Vence el"), 1.4),
        Column(words("Situación"), 1.8),
        Column(words("Avance"), 3.4),
    )
    return Table(columns, tuple(_row(each, words) for each in found))


def _row(each: FollowUp, words: Words) -> tuple[Value | Cell, ...]:
    tone = Tone.LATE if each.overdue else Tone.MUTED if each.finished else Tone.PLAIN
    unsaid = None if each.finished else NOT_RECORDED
    return (
        each.number or NOT_RECORDED,
        each.text,
        _say_meeting(each, words),
        BETWEEN_NAMES.join(each.responsible) or NOT_RECORDED,
        Cell(each.due_on, Tone.LATE if each.overdue else Tone.PLAIN) if each.due_on else unsaid,
        Cell(_say_state(each, words), tone),
        each.progress or unsaid,
    )


def _say_meeting(each: FollowUp, words: Words) -> str:
    """Write the code of a meeting, as resolutions are cited, and its day; its name when it has no code."""
    known = each.code or each.meeting
    return words("{meeting} ({day})", meeting=known, day=words.date(each.meeting_on)) if each.meeting_on else known


def _say_state(each: FollowUp, words: Words) -> str:
    state = words(each.state.label)
    if each.overdue:
        return words("{state}, atrasada", state=state)
    if each.finished and each.closed_on:
        return words("{state} el {day}", state=state, day=words.date(each.closed_on))
    return state


FOLLOW_UP = as_it_stands(ReportPart("follow_up", mark("Seguimiento de resoluciones"), _gather, _compose))
