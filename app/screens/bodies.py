"""The list of the bodies of the network and of its field, with their seats."""

from app.screens.belonging import COMMITMENTS, SHOWS, SOONEST, STEPS, log, owed_by, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, RoomLayout
from app.words.words import mark
from db.asking import Order

BODIES = RoomLayout(
    FormLayout(
        "body",
        (
            Section(
                "",
                (
                    ("name", "acronym"),
                    ("name_pt", "name_en"),
                    ("kind", "parent_id"),
                    ("starts", "ends"),
                    "units",
                    ("quorum_rule", "quorum_number"),
                ),
                rare=("name_pt", "name_en", "starts", "ends", "units"),
            ),
            PartSection(
                mark("Integrantes"),
                "seats",
                ("municipality_id", "organisation_id"),
                ("country", "person_id", "role", "alternate_of_id", "starts", "ends"),
            ),
            Section("", ("notes",)),
        ),
    ),
    (
        Linked(mark("Reuniones"), ("meeting.body_id",), ("name", "starts_on", "place", "state"), adds="body_id"),
        Linked(mark("Reuniones junto con otras"), ("meeting.bodies",), ("name", "body_id", "starts_on", "state")),
        Linked(mark("Actividades"), ("activity.units",), ("name", "starts_on", "municipality_id"), adds="units"),
        Linked(
            mark("Acciones del plan"),
            ("plan_action.body_id",),
            ("name", "line_id", "due_on", "state", "progress"),
            adds="body_id",
            order=SOONEST,
        ),
        Linked(mark("Ejes"), ("axis.units",), ("name", "period_id"), adds="units"),
        Linked(mark("Grupos conjuntos"), ("body.units",), ("name", "kind"), adds="units"),
        Linked(mark("Depende de esta instancia"), ("body.parent_id",), ("name", "acronym", "kind"), adds="parent_id"),
        Linked(mark("Cargos"), ("post.body_id",), ("name", "role", "holder"), adds="body_id"),
        Linked(
            mark("Recomendaciones"),
            ("recommendation.body_id",),
            ("day", "name", "addressee", "next_step", "waiting_days", "result"),
            adds="body_id",
        ),
        Linked(
            mark("Recomendaciones que recibe"), ("recommendation.to_body_id",), ("day", "name", "next_step", "result")
        ),
        Linked(mark("Declaraciones"), ("declaration.body_id",), ("day", "name", "addressees"), adds="body_id"),
        Linked(mark("Declaraciones que recibe"), ("declaration.bodies",), ("day", "name", "body_id")),
        Linked(
            mark("Resoluciones a su cargo"),
            ("resolution.body_id",),
            ("number", "text", "due_on", "state"),
            order=SOONEST,
        ),
        owed_by("body_id"),
        COMMITMENTS,
        log(),
        SHOWS,
        *where_any(STEPS),
    ),
    (Order("name"),),
    begin=mark("Instancia nueva"),
    another=mark("otra instancia"),
    head=(
        "acronym",
        "kind",
        "parent_id",
        "seats.chair",
        "seats.coordination",
        "seats.secretary",
        "last_met_on",
        "next_meets_on",
    ),
)
