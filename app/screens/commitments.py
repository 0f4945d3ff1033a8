"""The lists of what is owed and of the steps of records, and of the stages by which steps are begun."""

from app.screens.belonging import COMMITMENTS as OF_RECORD
from app.screens.belonging import SHOWS, SOONEST, log, where_any
from app.screens.belonging import STEPS as OF_ROUTE
from app.screens.layout import FormLayout, Section
from app.screens.screen import ListPaper, RoomLayout
from app.words.words import mark
from db.asking import Order

COMMITMENTS = RoomLayout(
    FormLayout(
        "commitment",
        (
            Section(
                "",
                (
                    "record",
                    "text",
                    ("municipality_id", "organisation_id"),
                    ("body_id", "person_id"),
                    ("due_on", "state", "met_on"),
                    "notes",
                ),
            ),
        ),
    ),
    (log(), *where_any(OF_RECORD, OF_ROUTE, SHOWS)),
    SOONEST,
    paper=ListPaper("registers", mark("Registro…"), ("commitments",)),
    begin=mark("Compromiso nuevo"),
    another=mark("otro compromiso"),
    head=("record", "responsible", "due_on", "state", "met_on"),
)

STEPS = RoomLayout(
    FormLayout(
        "step",
        (
            Section(
                "",
                (
                    "record",
                    ("name", "stage_id"),
                    ("municipality_id", "organisation_id", "body_id"),
                    "person_id",
                    ("due_on", "state", "done_on"),
                    "result",
                    "notes",
                ),
            ),
        ),
    ),
    where_any(OF_RECORD, OF_ROUTE, log(), SHOWS),
    SOONEST,
    begin=mark("Paso nuevo"),
    another=mark("otro paso"),
    head=("record", "responsible", "state", "due_on", "done_on", "result"),
)

STAGES = RoomLayout(
    FormLayout(
        "stage",
        (
            Section(
                "",
                (
                    ("route", "usual_days"),
                    "name",
                    ("name_pt", "name_en"),
                    "instance",
                ),
                rare=("name_pt", "name_en"),
            ),
        ),
    ),
    (),
    (Order("route"), Order("order")),
    without_files=True,
    begin=mark("Etapa nueva"),
    another=mark("otra etapa"),
    head=("route", "instance", "usual_days"),
)
