"""Marking who came to a meeting."""

from collections.abc import Sequence

from sqlalchemy import select

from app.records.namesakes import read_titles
from db.changes import Changes
from db.entities.attendance import Attendance, AttendanceState
from db.store import Store
from db.titles import Name, Title
from db.words import Label


def mark_attendance(
    store: Store,
    attendance_ids: Sequence[str],
    state: AttendanceState,
    *,
    represented_by: str = "",
) -> Changes:
    """Set the state of attendances in one operation; who represents them is kept for REPRESENTED alone."""
    with store.operation(_title(store, attendance_ids, state)) as session:
        for row in session.scalars(select(Attendance).where(Attendance.id.in_(attendance_ids))):
            row.state = state.value
            row.represented_by = represented_by.strip() or None if state is AttendanceState.REPRESENTED else None
    return session.changes


def _title(store: Store, ids: Sequence[str], state: AttendanceState) -> Title:
    said = Label(state.label)
    if len(ids) == 1:
        with store.reading() as session:
            name = read_titles(session, "attendance", ids).get(ids[0], "")
        return Title("Asistencia de {name} ({state})", values={"name": Name(name), "state": said})
    return Title("{count} asistencia ({state})", "{count} asistencias ({state})", len(ids), {"state": said})
