"""The rules of an experience."""

from datetime import UTC, datetime

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession
from db.values import PartialDate


def running_has_no_end(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an experience that is said to run still though its end has passed."""
    ends = getattr(row, "ends", None)
    today = datetime.now(UTC).date()
    if getattr(row, "running", None) and isinstance(ends, PartialDate) and ends.last_day < today:
        text = mark("Figura como en marcha, pero tiene una fecha de fin que ya pasó.")
        return [Problem(text, mark("Cambie una de las dos cosas."), Place(field="running"))]
    return []
