"""A day on which something happened, said to whoever writes one that is still to come."""

from datetime import date

from app.words.problems import Label, Problem
from app.words.words import mark
from db.fields import Field, Happened
from db.values import PartialDate

_HINT = mark("Anote el día en que pasó: lo que está por venir no cuenta como hecho.")


def still_to_come(field: Field, value: object, today: date) -> Problem | None:
    """Return what is wrong with a stored `value` of `field` that says that something happened after `today`.

    None for a day that can be, for one that is known in part and may lie before, and for a field of what is planned.
    """
    first = value.first_day if isinstance(value, PartialDate) else value
    if field.bounds.happened is None or not isinstance(first, date) or first <= today:
        return None
    hint = _HINT if field.bounds.happened is Happened.COUNTED else ""
    values = {"label": Label(field.label), "day": value}
    return Problem(mark("«{label}»: {day} todavía no llegó."), hint, values=values)
