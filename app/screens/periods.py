"""The list of the periods of the Secretaría Ejecutiva, each with its plan and its meetings."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, RoomLayout
from app.words.words import mark
from db.asking import Order

PERIODS = RoomLayout(
    FormLayout(
        "period",
        (
            Section("", (("name", "municipality_id"), ("starts", "ends", "extended"))),
            PartSection(mark("Informe de gestión"), "chapters", ("chapter", "language"), ("text",)),
            Section("", ("notes",)),
        ),
    ),
    (
        Linked(
            mark("Plan de trabajo"),
            ("plan_line.period_id",),
            ("number", "name", "action_count", "progress"),
            adds="period_id",
            order=(Order("order"),),
        ),
        Linked(mark("Reuniones"), ("meeting.period_id",), ("name", "body_id", "starts_on", "state")),
        Linked(mark("Ejes"), ("axis.period_id",), ("name", "units"), adds="period_id"),
        Linked(
            mark("Oficinas", "who issues papers"), ("office.period_id",), ("name", "signer", "role"), adds="period_id"
        ),
        *where_any(COMMITMENTS, STEPS, log(), SHOWS),
    ),
    (Order("starts", descending=True),),
    begin=mark("Gestión nueva"),
    another=mark("otra gestión"),
    head=("municipality_id", "starts", "ends"),
)
