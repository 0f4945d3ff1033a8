"""The commitments in the dossier: those overdue, and those due until the next meeting, with who owes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from app.document import NOT_RECORDED, Cell, Column, KeyFigures, Reference, Section, Table, Tone
from app.records.catalog import Filter, Operator, Order, Query
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.commitment import CommitmentState
from db.entities.meeting import Meeting, MeetingState
from db.query import find_ids
from db.session import FileSession

TITLE = mark("Compromisos por vencer")
DAYS_AHEAD = timedelta(days=60)
"""How far it looks where the next meeting of the body has no day yet."""
_READ = ("text", "record", "responsible", "due_on", "overdue")


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed until a day, by its days, and how much of all that is overdue."""

    until: date
    listed: Listed
    overdue: int


def _gather(session: FileSession, basis: Basis) -> Owed:
    until = _next_day(session, basis)
    soon = Filter("due_on", Operator.AT_MOST, until)
    late = Filter("due_on", Operator.AT_MOST, basis.today - timedelta(days=1))
    keys = _open(session, basis, soon)
    return Owed(
        until,
        read_listed(session, basis.store, "commitment", _READ, keys),
        len(_open(session, basis, late)),
    )


def _open(session: FileSession, basis: Basis, due: Filter) -> Sequence[str]:
    is_open = Filter("state", Operator.EQUALS, CommitmentState.OPEN.value)
    return find_ids(session, Query("commitment", filters=(is_open, due), order=(Order("due_on"),)), basis.today)


def _next_day(session: FileSession, basis: Basis) -> date:
    """Return the day of the next meeting of the body that has one, but no later day than is looked ahead."""
    furthest = max(basis.day, basis.today) + DAYS_AHEAD
    later = (
        Meeting.body_id == basis.meeting.body_id,
        Meeting.state != MeetingState.CANCELLED.value,
        Meeting.starts_on > max(basis.day, basis.today),
    )
    found = session.scalar(select(func.min(Meeting.starts_on)).where(*later))
    return found if found is not None else furthest


def _compose(_: Basis, owed: Owed, words: Words) -> Section:
    title = words(TITLE)
    listed, day = owed.listed, words.date(owed.until)
    if not listed.rows:
        return only_says(title, words("No hay compromisos que venzan hasta el {day}.", day=day))
    coming = len(listed.rows) + listed.more - owed.overdue
    figures = KeyFigures(
        (
            (owed.overdue, words.plural("compromiso atrasado", "compromisos atrasados", owed.overdue)),
            (coming, words.plural("que vence hasta el {day}", "que vencen hasta el {day}", coming, day=day)),
        )
    )
    columns = (
        Column(words("Vence el"), 1.3),
        Column(words("Compromiso"), 5),
        Column(words("Responsable"), 2.6),
        Column(words("De qué ficha"), 4),
        Column(words("Situación"), 1.5),
    )
    table = Table(columns, tuple(_row(*each, words) for each in listed.rows))
    return listing(title, table, listed.more, words, above=(figures,))


def _row(key: str, row: tuple[Any, ...], words: Words) -> Row:
    text, record, responsible, due_on, overdue = row
    state = Cell(words("atrasado"), Tone.LATE) if overdue else words("en plazo")
    return (
        Cell(due_on, Tone.LATE if overdue else Tone.PLAIN),
        Reference(text, "commitment", key),
        responsible or NOT_RECORDED,
        Reference(record.title, record.key.entity, record.key.id),
        state,
    )


COMMITMENTS = as_it_stands(ReportPart("commitments", TITLE, _gather, _compose))
