"""What is said of the number of an acta that another meeting of its body and year has too."""

from app.meetings.acta_numbers import same_number
from app.records.hints.number import MOST_NAMED
from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.meeting import Meeting, MeetingState
from db.session import FileSession
from db.values import RecordKey


def acta_number_is_given_twice(session: FileSession, row: Entity) -> list[Problem]:
    """Say which other meetings of the body have the number of an acta in its year, however it came to them."""
    if not isinstance(row, Meeting) or not row.acta_number or not row.body_id:
        return []
    if row.state == MeetingState.CANCELLED.value:
        return []
    keys = same_number(session, row, row.acta_number)[:MOST_NAMED]
    if not keys:
        return []
    titles = read_titles(session, row.__tablename__, keys)
    named = tuple(Named(RecordKey(row.__tablename__, key), Label(row.facts.one), titles[key]) for key in keys)
    text = mark("Otra acta de esa instancia y de ese año tiene el mismo número: corrija uno de los dos.")
    return [Problem(text, place=Place(field="acta_number"), named=named)]
