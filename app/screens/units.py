"""The room of the thematic units: what each did in a term, and the axes that group them."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

AXES = RoomLayout(
    FormLayout(
        "axis",
        (
            Section(
                "",
                (("name", "period_id"), ("name_pt", "name_en"), "units", "notes"),
                rare=("name_pt", "name_en"),
            ),
        ),
    ),
    (SHOWS, *where_any(COMMITMENTS, STEPS, log())),
    (Order("period_id", descending=True), Order("name")),
    begin=mark("Eje nuevo"),
    another=mark("otro eje"),
    in_term="period_id",
    head=("period_id", "units"),
)

SCREEN = Screen("unidades", mark("Unidades"), "circles-three-plus", mark("Red"), (AXES,))
