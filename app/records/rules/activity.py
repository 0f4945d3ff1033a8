"""The rules of an activity of the agenda."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.activity import Activity
from db.session import FileSession


def days_and_hours_are_in_order(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an end before its start, in days or, within one day, in hours; and an hour without a day."""
    if not isinstance(row, Activity):
        return []
    problems = []
    if row.ends_on is not None and (row.starts_on is None or row.ends_on < row.starts_on):
        text = mark("El último día es anterior al primero, o falta el primero.")
        problems.append(Problem(text, place=Place(field="ends_on")))
    if row.starts_on is None and (row.starts_at or row.ends_at):
        text = mark("Tiene hora y le falta el día.")
        problems.append(Problem(text, place=Place(field="starts_on")))
    if row.ends_at and not row.starts_at:
        text = mark("Tiene hora de término y le falta la de comienzo.")
        problems.append(Problem(text, place=Place(field="starts_at")))
    in_a_day = row.ends_on is None or row.ends_on == row.starts_on
    if in_a_day and row.starts_at and row.ends_at and row.ends_at < row.starts_at:
        hint = mark("Revise las horas; si termina otro día, escríbalo en «Último día».")
        problems.append(Problem(mark("Termina antes de empezar."), hint, Place(field="ends_at")))
    return problems


def enrolment_ends_in_time(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a day until which one may enrol that comes after the activity is over."""
    if not isinstance(row, Activity) or row.deadline is None or row.starts_on is None:
        return []
    if row.deadline <= (row.ends_on or row.starts_on):
        return []
    text = mark("La inscripción cierra cuando la actividad ya terminó.")
    return [Problem(text, place=Place(field="deadline"))]
