"""The room of the organisations, the bodies of the network with their seats, the posts and the periods."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, owed_by, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.periods import PERIODS
from app.screens.screen import Linked, RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

ORGANISATIONS = RoomLayout(
    FormLayout(
        "organisation",
        (
            Section(
                "",
                (
                    ("name", "acronym"),
                    ("kind", "web"),
                    ("headquarters", "country"),
                    ("headquarters_verified", "founded", "languages"),
                ),
                rare=("headquarters_verified", "founded", "languages"),
            ),
            PartSection(mark("Direcciones y vías de contacto"), "contact_points", ("kind", "value"), ("label",)),
            Section("", ("source", "notes")),
        ),
    ),
    (
        Linked(mark("Cargos"), ("post.organisation_id",), ("name", "role", "holder"), adds="organisation_id"),
        Linked(
            mark("Contactos y mandatos"),
            ("tenure.post_id", "post.organisation_id"),
            ("person_id", "post_id", "starts", "ends", "tenure_state"),
            opens="person_id",
        ),
        Linked(
            mark("Instancias que integra"),
            ("seat.organisation_id",),
            ("body_id", "role", "starts", "ends"),
            opens="body_id",
        ),
        Linked(mark("Actividades"), ("activity.organisations",), ("name", "starts_on"), adds="organisations"),
        Linked(mark("Experiencias"), ("experience.organisations",), ("name", "starts", "state"), adds="organisations"),
        owed_by("organisation_id"),
        log("organisations"),
        SHOWS,
        *where_any(COMMITMENTS, STEPS),
    ),
    (Order("name"),),
    begin=mark("Organismo nuevo"),
    another=mark("otro organismo"),
    head=(
        "acronym",
        "kind",
        "headquarters",
        "country",
        "post.head_of_government",
        "post.liaison",
        "contact_points",
        "web",
    ),
)

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
                mark("Integrantes"), "seats", ("municipality_id", "role"), ("organisation_id", "starts", "ends")
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
        ),
        Linked(mark("Ejes"), ("axis.units",), ("name", "period_id"), adds="units"),
        Linked(mark("Grupos conjuntos"), ("body.units",), ("name", "kind"), adds="units"),
        Linked(mark("Depende de esta instancia"), ("body.parent_id",), ("name", "acronym", "kind"), adds="parent_id"),
        Linked(mark("Cargos"), ("post.body_id",), ("name", "role", "holder"), adds="body_id"),
        Linked(mark("Resoluciones a su cargo"), ("resolution.body_id",), ("number", "text", "due_on", "state")),
        owed_by("body_id"),
        COMMITMENTS,
        log(),
        SHOWS,
        *where_any(STEPS),
    ),
    (Order("name"),),
    begin=mark("Instancia nueva"),
    another=mark("otra instancia"),
    head=("acronym", "kind", "parent_id", "seats.chair", "seats.coordination", "seats.secretary"),
)

POSTS = RoomLayout(
    FormLayout(
        "post",
        (
            Section(
                "",
                (
                    ("name", "role"),
                    ("municipality_id", "organisation_id"),
                    "body_id",
                    ("phone", "email"),
                ),
            ),
            PartSection(mark("Quién lo ocupa"), "tenures", ("person_id",), ("starts", "ends", "verified_on", "notes")),
            Section("", ("notes",)),
        ),
        also_asked=("role",),
    ),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("name"),),
    begin=mark("Cargo nuevo"),
    another=mark("otro cargo"),
    head=("municipality_id", "organisation_id", "body_id", "role", "tenures", "phone", "email"),
)

SCREEN = Screen(
    "organismos",
    mark("Organismos"),
    "tree-structure",
    mark("Red"),
    (ORGANISATIONS, BODIES, POSTS, PERIODS),
)
