"""The room of the agenda: activities, and what was published of the work of the network."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import ListPaper, ReadyView, RoomLayout, Screen
from app.words.words import mark
from db.asking import Filter, Operator, Order

UNTOLD = ReadyView(
    mark("Sin difusión"),
    (
        Filter("dissemination_count", Operator.EQUALS, 0),
        Filter("state", Operator.NOT_EQUALS, "cancelled"),
    ),
)
"""The activities of which nothing was published; what is suspended needs none."""

ACTIVITIES = RoomLayout(
    FormLayout(
        "activity",
        (
            Section(
                "",
                (
                    "name",
                    ("kind", "state"),
                    ("starts_on", "ends_on"),
                    ("starts_at", "ends_at", "time_zone"),
                    ("municipality_id", "place"),
                    "web",
                ),
            ),
            Section(mark("Quién organiza"), ("units", ("municipalities", "organisations"), ("person_id", "line_id"))),
            Section(mark("Quiénes pueden ir"), (("who_may_come", "deadline"), "host_pays")),
            PartSection(
                mark("Asistencia"),
                "attendances",
                ("municipality_id", "state"),
                ("organisation_id", "person_id", "represented_by", "notes"),
            ),
            Section("", ("notes", "uid"), rare=("uid",)),
        ),
    ),
    (TOLD, COMMITMENTS, log(), SHOWS, *where_any(STEPS)),
    (Order("starts_on", descending=True),),
    paper=ListPaper("term-agenda", mark("Agenda de la gestión…")),
    begin=mark("Actividad nueva"),
    another=mark("otra actividad"),
    head=(
        "starts_on",
        "ends_on",
        "starts_at",
        "ends_at",
        "time_zone",
        "place",
        "municipality_id",
        "state",
        "deadline",
        "person_id",
    ),
    views=(UNTOLD,),
)

DISSEMINATION = RoomLayout(
    FormLayout(
        "dissemination",
        (Section("", ("name", ("day", "medium", "languages"), "web", "record", "notes")),),
    ),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("day", descending=True),),
    begin=mark("Difusión nueva"),
    another=mark("otra difusión"),
    called=mark("Difusión"),
    head=("day", "medium", "record", "languages", "web"),
)

SCREEN = Screen("agenda", mark("Agenda"), "calendar-blank", mark("Trabajo"), (ACTIVITIES, DISSEMINATION))
