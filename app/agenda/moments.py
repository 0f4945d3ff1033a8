"""Whether two ways of saying when something is are of the same moments."""

from collections.abc import Mapping
from datetime import date

from app.agenda.event import CalendarEvent


def same_moments(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Tell whether the fields of two activities say the same hours, each with a zone of its own: 15:00 and 18:00 UTC.

    What says no zone is only the same as what says none.
    """
    from app.agenda.ics.writing import moments_of

    events = _event(one), _event(other)
    if not all(event.starts_at for event in events) or bool(events[0].zone) is not bool(events[1].zone):
        return False
    mine, its = map(moments_of, events)
    return mine == its


def _event(values: Mapping[str, object]) -> CalendarEvent:
    starts, ends = values.get("starts_on"), values.get("ends_on")
    return CalendarEvent(
        uid="",
        name="",
        starts_on=starts if isinstance(starts, date) else None,
        ends_on=ends if isinstance(ends, date) else None,
        starts_at=str(values.get("starts_at") or ""),
        ends_at=str(values.get("ends_at") or ""),
        zone=str(values.get("time_zone") or ""),
    )
