"""What follows for a project from its call, from its agreement and from the day of its endorsement letter."""

from collections.abc import Mapping, Sequence

from sqlalchemy import or_, select

from db.base import Entity
from db.cooperation import FundingKind
from db.entities.agreement import Agreement, agreement_organisation
from db.entities.call import Call
from db.entities.person import Person
from db.entities.post import Post, PostRole
from db.entities.project import Project
from db.entities.tenure import Tenure
from db.money import ALL_OF_IT
from db.session import FileSession
from db.spans import holds_on, on
from db.store import Store
from db.values import Money


def as_the_call(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return the donor and the months of the call, the least own share, and the modality where it admits but one."""
    call = session.get(Call, str(getattr(row, "call_id", "")))
    if call is None:
        return {}
    admitted = (call.modalities or "").split(",")
    return {
        "donor_id": call.donor_id,
        "months": call.months,
        "own_share": ALL_OF_IT - call.largest_share if call.largest_share is not None else None,
        "modality": admitted[0] if len(admitted) == 1 else None,
    }


def as_the_agreement(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return as donor the organisation with which an agreement is, where it is with one alone."""
    links = agreement_organisation.c
    found = session.scalars(
        select(links.organisation_id)
        .join(Agreement, Agreement.id == links.agreement_id)
        .where(Agreement.id == str(getattr(row, "agreement_id", "")))
        .limit(2)
    ).all()
    return {"donor_id": found[0]} if len(found) == 1 else {}


def who_endorses(session: FileSession, _: Store, row: Entity) -> Mapping[str, object]:
    """Return who was the head of government of the coordinating city on the day of the letter, where that is one."""
    if not isinstance(row, Project) or row.endorsed_on is None or not row.municipality_id:
        return {}
    days = (row.endorsed_on.first_day, row.endorsed_on.last_day)
    held = or_(*(holds_on(Tenure.starts, Tenure.ends, on(day)) for day in days))
    found = session.execute(
        select(Person.name, Post.name)
        .join(Tenure, Tenure.person_id == Person.id)
        .join(Post, Post.id == Tenure.post_id)
        .where(Post.municipality_id == row.municipality_id, Post.role == PostRole.HEAD_OF_GOVERNMENT.value, held)
        .distinct()
        .limit(2)
    ).all()
    return {"endorsed_by": f"{found[0][0]}, {found[0][1]}"} if len(found) == 1 else {}


def begin_funding(
    values: Mapping[str, object], rows: Sequence[Mapping[str, object]], _language: str
) -> Mapping[str, object]:
    """Return what a new amount of a project begins with: what is asked for, unless an amount of that kind stands there.

    `values` are those of the project as they are written, `rows` those of its other amounts.
    """
    asked = values.get("asked")
    if not isinstance(asked, Money) or FundingKind.ASKED.value in [row["kind"] for row in rows]:
        return {}
    return {"kind": FundingKind.ASKED.value, "amount": asked}
