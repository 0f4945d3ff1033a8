"""The dissemination in the dossier: what was published since the meeting before, by which medium, of what."""

from typing import Any

from sqlalchemy import select

from app.document import Address, Column, Paragraph, Reference, Section, Table, Tone, Way
from app.reports.board_pack.meeting import Basis, say_since
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.dissemination import Dissemination, Medium
from db.session import FileSession
from db.spans import may_be_between

TITLE = mark("Difusión")
_READ = ("day", "medium", "name", "record", "web")


def _gather(session: FileSession, basis: Basis) -> Listed:
    """Read what was published since, the latest first; a day known in part counts when it may have been since."""
    since, day = basis.since, Dissemination.day
    wanted = select(Dissemination.id).where(may_be_between(day, since.after, since.until))
    keys = list(session.scalars(wanted.order_by(day.desc(), Dissemination.id.desc())))
    return read_listed(session, basis.store, "dissemination", _READ, keys)


def _compose(basis: Basis, found: Listed, words: Words) -> Section:
    title, since = words(TITLE), say_since(basis.since, words)
    if not found.rows:
        return only_says(title, words("{since}: ninguna difusión.", since=since))
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Medio"), 1.8),
        Column(words("Título"), 5),
        Column(words("Sobre qué"), 3.5),
        Column(words("Enlace"), 4),
    )
    table = Table(columns, tuple(_row(*each, words) for each in found.rows))
    return listing(title, table, found.more, words, above=(Paragraph(since, Tone.MUTED, with_next=True),))


def _row(key: str, row: tuple[Any, ...], words: Words) -> Row:
    day, medium, name, record, web = row
    return (
        day,
        words(Medium.of(medium).label),
        Reference(name, "dissemination", key),
        Reference(record.title, record.key.entity, record.key.id) if record is not None else None,
        Address(web, Way.WEB, web) if web else None,
    )


DISSEMINATION = ReportPart("dissemination", TITLE, _gather, _compose, is_usual=False)
