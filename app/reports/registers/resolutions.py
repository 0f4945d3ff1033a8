"""The register of resolutions: by the body that adopted them, meeting by meeting, whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Integer, case, cast, func, select

from app.document import NOT_RECORDED, Block, Cell, Column, Heading, Reference, Section, Table, Tone, Value
from app.records.namesakes import titles_apart
from app.reports.registers.basis import Basis, Kept, Values, cell, read_kept, register, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.body import Body
from db.entities.commitment import Commitment, CommitmentState
from db.entities.meeting import Meeting
from db.entities.period import Period
from db.entities.resolution import Resolution, ResolutionState
from db.session import FileSession

TITLE = mark("Registro de resoluciones")
RULE = mark("Las que adoptaron las reuniones de la gestión.")
_READ = ("meeting_id", "number", "text", "responsible", "due_on", "overdue", "state")


@dataclass(frozen=True, slots=True)
class Adopted:
    """Where a resolution was adopted: the body, what that is called, and the day of the meeting."""

    body: str
    body_name: str
    day: Any


@dataclass(frozen=True, slots=True)
class Found:
    """The resolutions in the order of their bodies, meetings and numbers, and of each its commitments: met, of all."""

    kept: Kept
    adopted: Mapping[str, Adopted]
    met: Mapping[str, tuple[int, int]]


def _gather(session: FileSession, basis: Basis) -> Found:
    wanted = (
        select(Resolution.id, Meeting.body_id, Meeting.starts_on)
        .join(Meeting, Meeting.id == Resolution.meeting_id)
        .join(Body, Body.id == Meeting.body_id)
        .order_by(Body.title_key(), Body.id, Meeting.starts_on.nulls_last(), Meeting.id, Resolution.position)
    )
    if basis.term is not None:
        wanted = wanted.join(Period, Period.id == basis.term.id).where(Meeting.in_period(Period))
    found = session.execute(wanted, session.reader).all()
    names = titles_apart(session, basis.store, "body", {row[1] for row in found})
    rows = read_kept(session, basis, "resolution", _READ, [row[0] for row in found])
    adopted = {key: Adopted(body, names[body], day) for key, body, day in found}
    return Found(Kept(rows), adopted, _met(session))


def _met(session: FileSession) -> Mapping[str, tuple[int, int]]:
    """Return how many commitments each resolution has, but for those without effect, and how many of them are met."""
    met = func.sum(case((Commitment.state == CommitmentState.MET.value, 1), else_=0))
    owed = Commitment.__table__.columns
    rows = session.execute(
        select(owed.record_id, cast(met, Integer), func.count())
        .where(owed.record_entity == "resolution", Commitment.state != CommitmentState.DROPPED.value)
        .group_by(owed.record_id)
    )
    return {str(key): (done, count) for key, done, count in rows}


def _compose(basis: Basis, found: Found, words: Words) -> Section:
    rows = found.kept.rows
    states = [values["state"] for _, values in rows]
    late = sum(bool(values["overdue"]) for _, values in rows)
    figures = (
        (len(rows), words.plural("resolución", "resoluciones", len(rows))),
        *((states.count(each.value), words(each.label)) for each in ResolutionState),
        (late, words.plural("atrasada", "atrasadas", late)),
    )
    blocks: list[Block] = []
    for (_, name), own in groupby(rows, key=lambda row: (found.adopted[row[0]].body, found.adopted[row[0]].body_name)):
        blocks += [Heading(name), _table(basis, found, list(own), words)]
    whole = _whole(basis, found, words)
    return register(words(TITLE), found.kept, say_scope(basis, RULE, words), figures, whole, *blocks, words=words)


def _whole(basis: Basis, found: Found, words: Words) -> Table:
    """Compose one table of all, with the body that adopted each."""
    rows = tuple(
        (Reference(found.adopted[key].body_name, "body", found.adopted[key].body), *_row(basis, found, key, own, words))
        for key, own in found.kept.rows
    )
    return Table((Column(words("Instancia"), 2.4), *_columns(words)), rows, empty=words("Ninguna resolución."))


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Reunión"), 2.8),
        Column(words("Fecha"), 1.3),
        Column(words("Número"), 1.3),
        Column(words("Texto"), 6),
        Column(words("Responsable"), 2.2),
        Column(words("Vence el"), 1.3),
        Column(words("Situación"), 1.4),
        Column(words("Compromisos"), 1.4, figures=True),
        Column(words("De ellos, cumplidos"), 1.4, figures=True),
    )


def _table(basis: Basis, found: Found, rows: list[tuple[str, Values]], words: Words) -> Table:
    return Table(_columns(words), tuple(_row(basis, found, key, values, words) for key, values in rows))


def _row(basis: Basis, found: Found, key: str, values: Values, words: Words) -> tuple[Value | Cell, ...]:
    met = found.met.get(key)
    tone = Tone.LATE if values["overdue"] else Tone.PLAIN
    return (
        values["meeting_id"],
        found.adopted[key].day or NOT_RECORDED,
        values["number"] or None,
        Reference(values["text"], "resolution", key),
        values["responsible"] or None,
        Cell(values["due_on"], tone),
        Cell(cell(basis, "resolution", "state", values, words), tone),
        met[1] if met else None,
        met[0] if met else None,
    )


RESOLUTIONS = ReportPart("resolutions", TITLE, _gather, _compose)
