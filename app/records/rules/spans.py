"""Records that last from a date to another."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession
from db.values import PartialDate


def ends_after_start(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an end that has wholly passed when the start comes."""
    starts, ends = getattr(row, "starts", None), getattr(row, "ends", None)
    if isinstance(starts, PartialDate) and isinstance(ends, PartialDate) and ends.last_day < starts.first_day:
        return [Problem(mark("Termina antes de empezar."), mark("Revise las dos fechas."), Place(field="ends"))]
    return []
