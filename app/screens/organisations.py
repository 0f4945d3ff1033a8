"""The room of the organisations, the bodies of the network with their seats, the posts and the periods."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, owed_by, where_any
from app.screens.bodies import BODIES
from app.screens.commitments import STAGES
from app.screens.contacted import SILENT
from app.screens.cooperation import COOPERATION_OF_ORGANISATION
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.offices import OFFICES
from app.screens.periods import PERIODS
from app.screens.screen import Linked, ReadyView, RoomLayout, Screen
from app.words.words import mark
from db.asking import Filter, Operator, Order

ARE_NETWORKS = ReadyView(mark("Redes"), (Filter("is_network", Operator.EQUALS, value=True),))
"""The networks of cities and the associations."""

ORGANISATIONS = RoomLayout(
    FormLayout(
        "organisation",
        (
            Section(
                "",
                (
                    ("name", "acronym"),
                    ("name_pt", "name_en"),
                    ("kind", "web"),
                    ("headquarters", "country"),
                    ("headquarters_verified", "founded", "languages"),
                ),
                rare=("name_pt", "name_en", "headquarters_verified", "founded", "languages"),
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
        Linked(
            mark("Recomendaciones que recibe"),
            ("recommendation.to_organisation_id",),
            ("name", "day", "next_step", "waiting_days", "result"),
            adds="to_organisation_id",
        ),
        Linked(mark("Normas"), ("norm.organisation_id",), ("cited_as", "verified_as", "name"), adds="organisation_id"),
        Linked(mark("Declaraciones que recibe"), ("declaration.organisations",), ("day", "name", "body_id")),
        Linked(mark("Propuestas al FOCEM que ejecuta"), ("focem_proposal.organisation_id",), ("name", "programme")),
        Linked(mark("Estudios"), ("study.organisation_id",), ("name", "kind", "delivered_on"), adds="organisation_id"),
        *COOPERATION_OF_ORGANISATION,
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
        "contact",
        "contact_since",
        "last_contact",
        "silent_months",
        "city_count",
        "contact_points",
        "web",
    ),
    views=(ARE_NETWORKS, SILENT),
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
    (ORGANISATIONS, BODIES, POSTS, PERIODS, OFFICES, STAGES),
    tabs=("organisation", "networks", "body", "post", "period", "office", "stage"),
)
