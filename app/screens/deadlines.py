"""The room of what is due: the deadlines of all kinds of record, and the commitments and steps of any."""

from app.records.deadlines import BY_DAY, UNFINISHED
from app.screens.commitments import COMMITMENTS, STEPS
from app.screens.layout import FormLayout, Section
from app.screens.screen import RoomLayout, Screen
from app.words.words import mark
from db.deadline_state import DEADLINES

LAYOUT = RoomLayout(
    FormLayout(DEADLINES, (Section("", ("text", ("kind", "who"), ("day", "state"))),)),
    order=BY_DAY,
    filters=UNFINISHED,
)


SCREEN = Screen("vencimientos", mark("Vencimientos"), "alarm", "", (LAYOUT, COMMITMENTS, STEPS))
