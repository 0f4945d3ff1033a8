"""The log in the dossier: what was spoken since the meeting before, with whom, and what comes next."""

from textwrap import shorten
from typing import Any

from sqlalchemy import func, select

from app.document import Cell, Column, Paragraph, Reference, Section, Table, Tone
from app.reports.board_pack.meeting import Basis, say_since
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.interaction import Interaction, InteractionKind
from db.session import FileSession

TITLE = mark("Bitácora")
MOST_LETTERS = 400
"""Letters of what was spoken that are printed; the note has the rest."""
_READ = ("day", "kind", "with_whom", "subject", "text", "next_step", "next_on", "next_done_on")


def _gather(session: FileSession, basis: Basis) -> Listed:
    """Read the notes since, the latest first."""
    since = basis.since
    wanted = select(Interaction.id).where(Interaction.day > since.after, Interaction.day <= since.until)
    order = Interaction.day.desc(), func.coalesce(Interaction.at, "").desc(), Interaction.id.desc()
    return read_listed(session, basis.store, "interaction", _READ, list(session.scalars(wanted.order_by(*order))))


def _compose(basis: Basis, found: Listed, words: Words) -> Section:
    title, since = words(TITLE), say_since(basis.since, words)
    if not found.rows:
        return only_says(title, words("{since}: ninguna anotación.", since=since))
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Medio"), 1.5),
        Column(words("Con quién"), 3),
        Column(words("Qué se habló"), 5.5),
        Column(words("Sobre qué"), 2.8),
        Column(words("Qué sigue"), 3),
    )
    table = Table(columns, tuple(_row(*each, basis, words) for each in found.rows))
    return listing(title, table, found.more, words, above=(Paragraph(since, Tone.MUTED, with_next=True),))


def _row(key: str, row: tuple[Any, ...], basis: Basis, words: Words) -> Row:
    day, kind, with_whom, subject, text, next_step, next_on, next_done_on = row
    due = words("para el {day}", day=words.date(next_on)) if next_on is not None else ""
    done = words("hecho el {day}", day=words.date(next_done_on)) if next_done_on is not None else ""
    late = next_on is not None and next_done_on is None and next_on < basis.today
    return (
        day,
        words(InteractionKind.of(kind).label) if kind else None,
        with_whom or None,
        Reference(shorten(text, MOST_LETTERS, placeholder=" …"), "interaction", key),
        Reference(subject.title, subject.key.entity, subject.key.id) if subject is not None else None,
        Cell("\n".join(filter(None, (next_step, done or due))) or None, Tone.LATE if late else Tone.PLAIN),
    )


LOG = as_it_stands(ReportPart("log", TITLE, _gather, _compose, is_usual=False))
