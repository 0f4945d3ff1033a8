"""The adoptions in the dossier: those under way, with the stage of each and since when the next is waited for."""

from typing import Any

from sqlalchemy import and_, or_, select

from app.document import NOT_RECORDED, Cell, Column, Reference, Section, Table, Tone
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.adoption import Adoption
from db.exchange import AdoptionState
from db.session import FileSession
from db.spans import may_be_between, parameters

TITLE = mark("Adopciones")
_READ = (
    *("experience_id", "giver", "municipality_id", "adoption_state", "reached"),
    *("next_step", "last_step_on", "waiting_days", "is_late"),
)


def _gather(session: FileSession, basis: Basis) -> Listed:
    """Read those that have not ended, and those that did between the meetings; the ones that wait longest first."""
    after, until = basis.since.after, basis.since.until
    ended = or_(
        and_(Adoption.last_step_on > after, Adoption.last_step_on <= until),
        may_be_between(Adoption.dropped_on, after, until),
    )
    wanted = select(Adoption.id).where(or_(~Adoption.ended(), ended))
    order = Adoption.ended(), Adoption.waiting_days.desc().nulls_last(), Adoption.title_key(), Adoption.id
    keys = list(session.scalars(wanted.order_by(*order), parameters(basis.today, basis.store.language)))
    return read_listed(session, basis.store, "adoption", _READ, keys)


def _compose(_: Basis, found: Listed, words: Words) -> Section:
    title = words(TITLE)
    if not found.rows:
        return only_says(title, words("Ninguna adopción está en curso."))
    columns = (
        Column(words("Experiencia"), 4),
        Column(words("Quién la da"), 2.2),
        Column(words("Ciudad que la adopta"), 2.2),
        Column(words("Situación"), 1.5),
        Column(words("Hasta dónde llegó"), 2),
        Column(words("Próximo paso"), 2),
        Column(words("Espera desde el"), 1.9),
    )
    return listing(title, Table(columns, tuple(_row(*each, words) for each in found.rows)), found.more, words)


def _row(key: str, row: tuple[Any, ...], words: Words) -> Row:
    experience, giver, taker, state, reached, next_step, last_step_on, days, late = row
    return (
        Reference(experience, "adoption", key),
        giver or NOT_RECORDED,
        taker,
        words(AdoptionState.of(state).label),
        reached or None,
        Cell(next_step or None, Tone.LATE if late else Tone.PLAIN),
        last_step_on if days is not None else None,
    )


ADOPTIONS = as_it_stands(ReportPart("adoptions", TITLE, _gather, _compose, is_usual=False))
