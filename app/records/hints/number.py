"""What is said of a number that another record of its series has too: given before it was refused, or imported."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeVarTuple

from sqlalchemy import Select, and_, select

from app.norms.citation import read_citation, same_numbers
from app.records.namesakes import read_titles
from app.records.rules.meeting import number_of, takes_place
from app.words.folding import fold
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting
from db.entities.norm import Norm
from db.entities.recommendation import Recommendation
from db.session import FileSession
from db.values import RecordKey

MOST_NAMED = 4
"""How many other records are named at the most."""
_FIELDS: Mapping[str, str] = MappingProxyType({"meeting": "code", "norm": "number", "recommendation": "number"})
"""The field that holds the number of each kind."""

Kept = TypeVarTuple("Kept")


def number_is_given_twice(session: FileSession, row: Entity) -> list[Problem]:
    """Say which other records of the series of a meeting, a norm or a recommendation have its number."""
    keys = _others(session, row)[:MOST_NAMED]
    if not keys:
        return []
    titles = read_titles(session, row.__tablename__, keys)
    one = Label(row.facts.one)
    named = tuple(Named(RecordKey(row.__tablename__, key), one, titles[key]) for key in keys)
    text = mark("Ese número figura también en otra ficha de la misma serie: corrija uno de los dos.")
    return [Problem(text, place=Place(field=_FIELDS[row.__tablename__]), named=named)]


def _others(session: FileSession, row: Entity) -> Sequence[str]:
    """Return the keys of those with its number: of what may have it no more is read than what that is compared by."""
    match row:
        case Meeting() if row.code and takes_place(row):
            said = select(Meeting.id, Meeting.body_id, Meeting.series, Meeting.code, Meeting.starts_on, Meeting.state)
            said = said.where(Meeting.body_id == row.body_id, Meeting.code.is_not(None))
            mine = number_of(row)
            meetings = session.execute(_but(row, said))
            return [each.id for each in meetings if takes_place(each) and number_of(each) == mine]
        case Norm() if row.number and row.organisation_id and row.kind:
            norms = select(Norm.id).where(Norm.organisation_id == row.organisation_id, Norm.kind == row.kind)
            return session.scalars(_but(row, norms.where(Norm.number.in_(same_numbers(row.number))))).all()
        case Recommendation() if row.number:
            series = Recommendation.body_id.is_not_distinct_from(row.body_id)
            if row.body_id is None:  # numbers that no body gave are those of a study
                series = and_(series, Recommendation.study_id.is_not_distinct_from(row.study_id))
            numbers = select(Recommendation.id, Recommendation.number).where(series, Recommendation.number.is_not(None))
            mine_plain = _plain(row.number)
            return [each.id for each in session.execute(_but(row, numbers)) if _plain(each.number) == mine_plain]
    return ()


def _but(row: Entity, wanted: Select[*Kept]) -> Select[*Kept]:
    return wanted.where(type(row).id != row.id).order_by(type(row).id)


def _plain(number: str | None) -> str:
    """Return a number without what does not tell it from another: "Rec. 3/08" and "Rec. 03/2008" are one."""
    said = read_citation(number or "")
    return f"{said.kind or ''} {said.number}" if said is not None else fold(number or "")
