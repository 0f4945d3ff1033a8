"""The meetings of the bodies: convoked, attended, followed up."""

from app.meetings.agenda import Timed, agenda_times
from app.meetings.attendance import mark_attendance
from app.meetings.beginning import Beginning, begin_from_last, begin_within
from app.meetings.convocation import convoke
from app.meetings.country_seats import CountrySeat, read_country_seats, say_nameless
from app.meetings.emails import emails_of_meeting
from app.meetings.follow_up import FollowUp, follow_up, previous_meeting
from app.meetings.missing import Missing, what_is_missing
from app.meetings.overview import Overview, overview
from app.meetings.quorum import Quorum, quorum
from app.meetings.responsible import read_responsible
from app.meetings.upcoming import latest_held, latest_meeting, next_meeting
from db.entities.attendance import CAME, AttendanceState

__all__ = [
    "CAME",
    "AttendanceState",
    "Beginning",
    "CountrySeat",
    "FollowUp",
    "Missing",
    "Overview",
    "Quorum",
    "Timed",
    "agenda_times",
    "begin_from_last",
    "begin_within",
    "convoke",
    "emails_of_meeting",
    "follow_up",
    "latest_held",
    "latest_meeting",
    "mark_attendance",
    "next_meeting",
    "overview",
    "previous_meeting",
    "quorum",
    "read_country_seats",
    "read_responsible",
    "say_nameless",
    "what_is_missing",
]
