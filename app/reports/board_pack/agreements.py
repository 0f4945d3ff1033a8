"""The agreements that expire, in the dossier: those within their notice, and those that end soon after the meeting."""

from typing import Any

from sqlalchemy import and_, or_, select

from app.agreements.notices import say_days_left
from app.document import Cell, Column, Reference, Section, Table, Tone
from app.months import months_on
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.cooperation import AgreementState
from db.entities.agreement import Agreement, AgreementKind
from db.session import FileSession
from db.spans import ended_before, last_day, on, parameters

TITLE = mark("Convenios por vencer")
MONTHS_AHEAD = 6
_READ = ("name", "counterparts", "kind", "ends", "days_left", "notice", "renews_by", "agreement_state")


def _gather(session: FileSession, basis: Basis) -> Listed:
    """Read them by their ends: the meeting still speaks of one that ended between its day and today."""
    first, last = min(basis.day, basis.today), months_on(basis.day, MONTHS_AHEAD)
    soon = and_(~ended_before(Agreement.ends, on(first)), last_day(Agreement.ends) <= last.isoformat())
    wanted = select(Agreement.id).where(Agreement.ends.is_not(None), or_(soon, Agreement.notice_is_reached()))
    wanted = wanted.order_by(last_day(Agreement.ends), Agreement.name_key, Agreement.id)
    keys = list(session.scalars(wanted, parameters(basis.today, basis.store.language)))
    return read_listed(session, basis.store, "agreement", _READ, keys)


def _compose(_: Basis, found: Listed, words: Words) -> Section:
    title = words(TITLE)
    if not found.rows:
        return only_says(title, words("Ningún convenio vence en los seis meses que siguen a la reunión."))
    columns = (
        Column(words("Convenio"), 4.5),
        Column(words("Con quién"), 3.5),
        Column(words("Tipo"), 2),
        Column(words(mark("Vence el", "agreement")), 1.5),
        Column(words("Aviso"), 3),
        Column(words("Renovación"), 2),
    )
    return listing(title, Table(columns, tuple(_row(*each, words) for each in found.rows)), found.more, words)


def _row(key: str, row: tuple[Any, ...], words: Words) -> Row:
    name, counterparts, kind, ends, days_left, notice, renews_by, state = row
    said = say_days_left({"days_left": days_left, "notice": notice}, words) or words(AgreementState.of(state).label)
    renewal = words.plural("por {count} mes", "por {count} meses", renews_by) if renews_by else None
    is_told = notice is not None or days_left is None
    return (
        Reference(name, "agreement", key),
        counterparts or None,
        words(AgreementKind.of(kind).label) if kind else None,
        ends,
        Cell(said, Tone.WARNING if is_told else Tone.PLAIN),
        renewal,
    )


AGREEMENTS = as_it_stands(ReportPart("agreements", TITLE, _gather, _compose, is_usual=False))
