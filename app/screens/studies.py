"""The list of the studies, and of the recommendations that each makes."""

from app.screens.belonging import COMMITMENTS, SHOWS, SOONEST, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import Linked, ReadyView, RoomLayout
from app.words.words import mark
from db.asking import Filter, Operator, Order

UNDELIVERED = ReadyView(mark("Por entregar"), (Filter("delivered_on", Operator.IS_EMPTY),))
OVERDUE = ReadyView(mark("Atrasados"), (Filter("is_overdue", Operator.EQUALS, value=True),))
"""The studies that are not delivered, and those whose day is past."""

STUDIES = RoomLayout(
    FormLayout(
        "study",
        (
            Section(
                "",
                (
                    ("name", "kind"),
                    ("organisation_id", "person_id"),
                    "themes",
                    "terms",
                    ("ordered_on", "due_on", "delivered_on"),
                    "cost",
                    "web",
                    "notes",
                ),
            ),
        ),
    ),
    (
        Linked(
            mark("Recomendaciones"),
            ("recommendation.study_id",),
            ("name", "addressee", "next_step", "waiting_days", "result"),
            adds="study_id",
        ),
        COMMITMENTS,
        log(),
        SHOWS,
        *where_any(STEPS, TOLD),
    ),
    (*SOONEST[:1], Order("delivered_on", descending=True), *SOONEST[1:], Order("name")),
    views=(UNDELIVERED, OVERDUE),
    begin=mark("Estudio nuevo"),
    another=mark("otro estudio"),
    head=("kind", "author", "ordered_on", "due_on", "delivered_on", "cost"),
)
