"""The name of the kind that the deadlines are, and where one of them stands."""

from db.fields import Choice
from db.words import mark

DEADLINES = "due"
"""The name of the kind."""


class DeadlineState(Choice):
    """Where a deadline stands today."""

    OVERDUE = "overdue", mark("Plazo vencido")
    OPEN = "open", mark("En plazo")
    DONE = "done", mark("Cumplido")
    PAST = "past", mark("Ya pasó")
