"""The room of the meetings."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import Linked, ListPaper, RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

LAYOUT = RoomLayout(
    FormLayout(
        "meeting",
        (
            Section(
                "",
                (
                    "name",
                    ("body_id", "period_id"),
                    "bodies",
                    ("starts_on", "starts_at", "ends_on"),
                    ("place", "municipality_id"),
                    ("state", "convened_on"),
                ),
            ),
            Section(mark("Numeración"), (("series", "code"), "acta_number", "parent_id"), rare=("parent_id",)),
            Section(mark("Notas"), ("notes",)),
        ),
    ),
    (
        Linked(
            mark("Reuniones dentro de esta"),
            ("meeting.parent_id",),
            ("name", "code", "body_id", "starts_on", "state"),
            adds="parent_id",
        ),
        Linked(
            mark("Recomendaciones"),
            ("recommendation.meeting_id",),
            ("name", "addressee", "next_step", "result"),
            adds="meeting_id",
        ),
        Linked(
            mark("Declaraciones"), ("declaration.meeting_id",), ("name", "addressees", "next_step"), adds="meeting_id"
        ),
        COMMITMENTS,
        log(),
        SHOWS,
        *where_any(STEPS, TOLD),
    ),
    (Order("starts_on", descending=True),),
    hidden=("opening", "closing", "acta_sent_on", "acta_approved_on"),
    without_files=True,
    paper=ListPaper("term-agenda", mark("Agenda de la gestión…")),
    begin=mark("Reunión nueva"),
    another=mark("otra reunión"),
    head=(
        "body_id",
        "parent_id",
        "starts_on",
        "starts_at",
        "ends_on",
        "place",
        "municipality_id",
        "state",
        "acta_state",
        "presidency",
        "presiding_country",
    ),
    on_paper=(
        Linked(
            mark("Orden del día"),
            ("agenda_item.meeting_id",),
            ("starts_at", "name", "duration", "person_id", "presenter"),
            order=(Order("order"),),
        ),
        Linked(
            mark("Asistencia"),
            ("attendance.meeting_id",),
            ("municipality_id", "organisation_id", "person_id", "state", "represented_by"),
            order=(Order("order"),),
        ),
        Linked(
            mark("Resoluciones"),
            ("resolution.meeting_id",),
            ("number", "text", "responsible", "due_on", "state"),
            order=(Order("order"),),
        ),
    ),
)


SCREEN = Screen(
    "reuniones",
    mark("Reuniones"),
    "users-three",
    mark("Trabajo"),
    (LAYOUT,),
    holds=("agenda_item", "attendance"),
)
