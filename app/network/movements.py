"""What changed in the network between two days: admissions, applications, suspensions, withdrawals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.network.homonyms import homonyms
from app.words.words import mark
from db.entities.membership import Membership, MembershipState
from db.entities.municipality import Municipality
from db.fields import Choice
from db.session import FileSession
from db.values import PartialDate


class MovementKind(Choice):
    """The kinds of movement."""

    ADMISSION = "admission", mark("Ingreso")
    APPLICATION = "application", mark("Solicitud de ingreso")
    SUSPENSION = "suspension", mark("Suspensión")
    WITHDRAWAL = "withdrawal", mark("Retiro")
    END = "end", mark("Fin de la membresía")


_KINDS: Mapping[str, MovementKind] = {
    MembershipState.MEMBER.value: MovementKind.ADMISSION,
    MembershipState.APPLICANT.value: MovementKind.APPLICATION,
    MembershipState.SUSPENDED.value: MovementKind.SUSPENSION,
    MembershipState.WITHDRAWN.value: MovementKind.WITHDRAWAL,
}


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement of a city: its date as it is known, and the act that approved it (may be empty)."""

    municipality_id: str
    name: str
    country: str
    kind: MovementKind
    dated: PartialDate
    act: str


def movements(session: FileSession, since: date, until: date) -> tuple[Movement, ...]:
    """Return the movements after `since` and not after `until`, by date and then by name.

    A date known by its year or month alone counts when any day that it can mean lies in that time. A membership that
    ended is a movement of its own when no other state of the city follows it.
    """
    rows = session.execute(
        select(Membership, Municipality.short_name, Municipality.country, Municipality.short_name_key)
        .join(Municipality, Municipality.id == Membership.municipality_id)
        .order_by(Membership.municipality_id, Membership.id)
    ).all()
    names = homonyms(session)
    by_city: dict[str, list[Membership]] = {}
    for row, *_ in rows:
        by_city.setdefault(row.municipality_id, []).append(row)
    found: list[tuple[Movement, str]] = []
    for row, name, country, key in rows:
        dated: list[tuple[MovementKind, PartialDate]] = []
        if row.starts is not None:
            dated.append((_KINDS[row.state], row.starts))
        if row.ends is not None and _is_end(row, by_city[row.municipality_id]):
            dated.append((MovementKind.END, row.ends))
        found += [
            (
                Movement(row.municipality_id, names.get(row.municipality_id, name), country, kind, day, row.act or ""),
                key,
            )
            for kind, day in dated
            if day.last_day > since and day.first_day <= until
        ]
    return tuple(movement for movement, _ in sorted(found, key=lambda each: (each[0].dated, each[1])))


def _is_end(row: Membership, of_city: Sequence[Membership]) -> bool:
    """Tell whether a city was a member until the end of `row` and nothing is recorded of it afterwards."""
    if row.state != MembershipState.MEMBER.value or row.ends is None:
        return False
    first_day = row.ends.first_day
    others = (other for other in of_city if other.id != row.id)
    return not any(
        (other.starts is not None and other.starts.last_day >= first_day)
        or (other.ends is None and other.state != MembershipState.APPLICANT.value)
        for other in others
    )
