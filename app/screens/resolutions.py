"""The room of the resolutions and declarations, and of what became of them."""

from app.screens.belonging import COMMITMENTS, LATE, ON_THEIR_WAY, SHOWS, SOONEST, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import ListPaper, ReadyView, RoomLayout, Screen
from app.words.words import mark
from db.asking import Filter, Operator, Order

WITHOUT_OUTCOME = ReadyView(mark("Sin respuesta"), (Filter("outcome", Operator.IS_EMPTY),))
"""The declarations of which nobody wrote what came of them."""

LAYOUT = RoomLayout(
    FormLayout(
        "resolution",
        (
            Section("", ("meeting_id", ("number", "state"), "agenda_item_id", "text")),
            Section(
                mark("Seguimiento"),
                (
                    ("municipality_id", "body_id"),
                    "person_id",
                    ("due_on", "closed_on"),
                    "progress",
                ),
            ),
        ),
    ),
    (COMMITMENTS, log(), SHOWS, *where_any(STEPS, TOLD)),
    order=SOONEST,
    hidden=("order",),
    paper=ListPaper("registers", mark("Registro…"), ("resolutions",)),
    begin=mark("Resolución nueva"),
    another=mark("otra resolución"),
    head=("meeting_id", "state", "due_on", "municipality_id", "body_id", "person_id"),
)


DECLARATIONS = RoomLayout(
    FormLayout(
        "declaration",
        (
            Section(
                "",
                (
                    "name",
                    ("kind", "day"),
                    ("body_id", "meeting_id"),
                    ("organisations", "bodies"),
                    "themes",
                    "languages",
                    "text",
                    "web",
                ),
            ),
            Section(mark("Qué resultó"), ("outcome",)),
            Section("", ("notes",)),
        ),
    ),
    (STEPS, TOLD, log(), SHOWS, *where_any(COMMITMENTS)),
    order=(Order("day", descending=True),),
    views=(ON_THEIR_WAY, LATE, WITHOUT_OUTCOME),
    begin=mark("Declaración nueva"),
    another=mark("otra declaración"),
    head=("kind", "day", "body_id", "meeting_id", "addressees", "route.next", "last_step_on"),
)

SCREEN = Screen("resoluciones", mark("Resoluciones"), "check-square-offset", mark("Trabajo"), (LAYOUT, DECLARATIONS))
