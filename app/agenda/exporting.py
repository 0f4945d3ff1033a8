"""The agenda as a file of a calendar: all of it, what somebody chose, or one record; the meetings when asked."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.agenda.records import Wanted, keys_between, meetings_of_term, read_events, say_undated
from app.records.catalog import Query
from app.words.problems import Place, Problem, ProblemError
from app.words.words import Words, mark
from db.query import find_ids
from db.store import Store

ENDING = ".ics"


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """How many events were written, and what a person should know of it."""

    count: int
    notices: tuple[Problem, ...] = ()


def export_calendar(store: Store, wanted: Wanted, path: Path, words: Words) -> CalendarFile:
    """Write what is `wanted` to `path`, in the language of `words`.

    Raises ProblemError for another ending, when nothing of it has a day, or when the place cannot be written; then
    nothing is left behind.
    """
    from app.agenda.ics.writing import write_calendar

    if path.suffix.lower() != ENDING:
        text = mark("No se pueden guardar archivos «{ending}».")
        raise ProblemError(Problem(text, mark("Use .ics."), Place(file=path.name), {"ending": path.suffix}))
    events = read_events(store, wanted, words)
    dated = [event for event in events if event.starts_on is not None]
    notices = say_undated(events)
    if not dated:
        raise ProblemError(Problem(mark("No hay nada con fecha que llevar a un calendario.")), *notices)
    write_calendar(path, dated, words("Agenda de Mercociudades"), datetime.now(UTC))
    return CalendarFile(len(dated), notices)


def with_meetings(store: Store, wanted: Wanted) -> Wanted:
    """Return what is wanted with the meetings of the term that runs today."""
    with store.reading() as session:
        return replace(wanted, meetings=meetings_of_term(session, store.today()))


def wanted_between(store: Store, starts: date | None, ends: date | None, *, meetings: bool) -> Wanted:
    """Return the activities of which a day lies from `starts` to `ends`, and the meetings when asked.

    Without any bound these are the meetings of the term that runs today, and the activities are all of them, those
    without a day too.
    """
    bounded = starts is not None or ends is not None
    with store.reading() as session:
        if not bounded:
            every = find_ids(session, Query("activity"), store.today())
            return Wanted(every, meetings_of_term(session, store.today()) if meetings else ())
        held = keys_between(session, "meeting", starts, ends) if meetings else ()
        return Wanted(keys_between(session, "activity", starts, ends), held)
