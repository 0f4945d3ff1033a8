"""The state of the network on a day: members, movements, contacts to verify, the term that runs."""

from app.network.homonyms import homonyms
from app.network.members import (
    Member,
    count_by_country,
    country_count,
    members_by_country,
    members_on,
    members_without_date,
)
from app.network.movements import Movement, MovementKind, movements
from app.network.terms import Term, period_on
from app.network.verification import ToVerify, contacts_to_verify

__all__ = [
    "Member",
    "Movement",
    "MovementKind",
    "Term",
    "ToVerify",
    "contacts_to_verify",
    "count_by_country",
    "country_count",
    "homonyms",
    "members_by_country",
    "members_on",
    "members_without_date",
    "movements",
    "period_on",
]
