"""The e-mails of those who are convened to a meeting."""

from sqlalchemy import select

from app.document import Way
from app.records.emails import Emails, each_once
from app.records.reached import preferred
from db.entities.attendance import Attendance
from db.store import Store

_WHO = (("person", "person_id"), ("municipality", "municipality_id"), ("organisation", "organisation_id"))
"""Whose e-mail is that of a delegation, the first who has one: the person who comes, then the place it comes from."""


def emails_of_meeting(store: Store, meeting_id: str) -> Emails:
    """Return one e-mail of each delegation and guest: that of who attends, else that of its city or organisation."""
    with store.reading() as session:
        rows = session.scalars(
            select(Attendance).where(Attendance.meeting_id == meeting_id).order_by(Attendance.position, Attendance.id)
        ).all()
        found: dict[str, str] = {}
        for entity, field in _WHO:
            keys = {row.id: str(getattr(row, field)) for row in rows if getattr(row, field) and row.id not in found}
            known = preferred(session, entity, list(dict.fromkeys(keys.values())), Way.EMAIL)
            found |= {row: known[key] for row, key in keys.items() if key in known}
    return each_once([found.get(row.id, "") for row in rows])
