"""The list of the offices that issue papers: one for every term, and those that terms have of their own."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import RoomLayout
from app.words.words import mark
from db.asking import Order

OFFICES = RoomLayout(
    FormLayout(
        "office",
        (
            Section("", ("name", "period_id", "address", ("signer", "role"))),
            Section("", ("notes",)),
        ),
    ),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("name"),),
    begin=mark("Oficina nueva"),
    another=mark("otra oficina"),
    head=("period_id", "signer", "role", "address"),
)
