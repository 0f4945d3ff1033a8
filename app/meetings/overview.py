"""All that a window shows of a meeting beside its record."""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import select

from app.meetings.agenda import agenda_times
from app.meetings.country_seats import nameless_countries
from app.meetings.follow_up import FollowUp, follow_up
from app.meetings.missing import Missing, what_is_missing
from app.meetings.quorum import Quorum, quorum
from app.words.words import Words
from db.entities.agenda_item import AgendaItem
from db.entities.meeting import Meeting
from db.reach import EVERYTHING, Reach, watched
from db.store import Store


@dataclass(frozen=True, slots=True)
class Overview:
    """The quorum, the follow-up, what is missing, and when each item of the agenda begins, by its key.

    `awaited` tells whether its day is still to come, or to be set; `nameless` are the countries that sit on its body
    without a person to convene. `reach` is what it was read from: another operation
    changes nothing of it.
    """

    quorum: Quorum
    follow_up: tuple[FollowUp, ...]
    missing: tuple[Missing, ...]
    times: dict[str, time | None]
    awaited: bool
    nameless: tuple[str, ...] = ()
    reach: Reach = EVERYTHING


def overview(store: Store, meeting_id: str, words: Words) -> Overview | None:
    """Return the overview of a meeting; None when it is no more."""
    with store.reading() as session, watched(session.connection()) as seen:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            return None
        items = session.scalars(
            select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
        ).all()
        times = agenda_times(items, meeting.starts_at)
        return Overview(
            quorum(session, meeting_id),
            follow_up(session, meeting_id, store.today()),
            what_is_missing(session, meeting_id, words),
            {item.id: at for item, at in zip(items, times, strict=True)},
            meeting.starts_on is None or meeting.starts_on > store.today(),
            nameless_countries(session, meeting, words),
            seen.reach,
        )
