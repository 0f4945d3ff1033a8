"""What may belong to a record of any kind: its log, commitments, steps, what it shows of the plan and what was told."""

from dataclasses import replace

from app.screens.screen import Linked, ReadyView, RoomLayout
from app.words.words import mark
from db.asking import Filter, Operator, Order

_LOG_COLUMNS = ("day", "text", "with_whom", "next_step", "next_on")
_LATEST = (Order("day", descending=True),)


def log(named_by: str = "") -> Linked:
    """Return the notes about a record, and those that name it among who spoke, in their field `named_by`."""
    if not named_by:
        return Linked(mark("Bitácora"), ("interaction.subject",), _LOG_COLUMNS, adds="subject", order=_LATEST)
    path, also = (f"interaction.{named_by}",), ("subject",)
    return Linked(mark("Bitácora"), path, _LOG_COLUMNS, adds=named_by, order=_LATEST, also=also)


SOONEST = (Order("is_finished"), Order("due_on"))
"""The order of what is due: what is left to do by its day, then what has none, then what is done."""

COMMITMENTS = Linked(
    mark("Compromisos"),
    ("commitment.record",),
    ("text", "responsible", "due_on", "state"),
    adds="record",
    order=SOONEST,
)

STEPS = Linked(
    mark("Pasos"),
    ("step.record",),
    ("name", "state", "done_on", "due_on", "waiting_days", "result"),
    adds="record",
    order=(Order("order"),),
)

ON_THEIR_WAY = ReadyView(mark("En camino"), (Filter("next_step", Operator.IS_FILLED),))
LATE = ReadyView(mark("Atrasadas"), (Filter("is_late", Operator.EQUALS, value=True),))
"""The records of a route that have a step to take, and those for whose next step the day is past."""

SHOWS = Linked(
    mark("Evidencia del plan de trabajo"),
    ("evidence.record",),
    ("line_id", "action_id", "note"),
    opens="action_id",
    adds="record",
)

TOLD = Linked(
    mark("Difusión"), ("dissemination.record",), ("day", "medium", "name", "web"), adds="record", order=(Order("day"),)
)
"""What was published of a record."""


def can_be_told(layout: RoomLayout) -> bool:
    """Tell whether the pages of a kind of record show what was published of it."""
    return any(each.path == TOLD.path for each in layout.linked)


def where_any(*linked: Linked) -> tuple[Linked, ...]:
    """Return lists that a page shows where they have something, and does not begin: they are rare for its kind."""
    return tuple(replace(each, adds="") for each in linked)


def owed_by(name: str) -> Linked:
    """Return the commitments that a record has taken on: the field `name` of these says who owes."""
    return Linked(
        mark("Compromisos a su cargo"),
        (f"commitment.{name}",),
        ("text", "record", "due_on", "state"),
        adds=name,
        order=SOONEST,
    )
