"""The room of the cities."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, TOLD, log, owed_by, where_any
from app.screens.contacted import SILENT
from app.screens.cooperation import COOPERATION_OF_CITY, NETWORKS
from app.screens.exchange import EXCHANGE_OF_CITY
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, ListPaper, RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

FORM = FormLayout(
    "municipality",
    (
        Section(
            "",
            (
                ("short_name", "name"),
                ("country", "subdivision"),
                ("government_kind", "population"),
                ("population_year", "population_source"),
                ("official_code", "geonames_id"),
                ("latitude", "longitude"),
                ("languages", "web"),
            ),
            rare=("population_year", "population_source", "official_code", "geonames_id", "latitude", "longitude"),
        ),
        PartSection(
            mark("Situación en la red"),
            "memberships",
            ("state", "starts", "ends"),
            ("act",),
            begun={"state": "member"},
        ),
        PartSection(mark("Direcciones y vías de contacto"), "contact_points", ("kind", "value"), ("label",)),
        Section("", ("notes",)),
    ),
)

LINKED = (
    Linked(
        mark("Contactos y mandatos"),
        ("tenure.post_id", "post.municipality_id"),
        ("person_id", "post_id", "starts", "ends", "tenure_state"),
        opens="person_id",
    ),
    Linked(mark("Cargos"), ("post.municipality_id",), ("name", "role", "holder"), adds="municipality_id"),
    Linked(
        mark("Instancias que integra"),
        ("seat.municipality_id",),
        ("body_id", "role", "starts", "ends"),
        opens="body_id",
    ),
    Linked(mark("Experiencias"), ("experience.municipalities",), ("name", "starts", "state"), adds="municipalities"),
    *EXCHANGE_OF_CITY,
    Linked(
        mark("Asistencia a reuniones"),
        ("attendance.municipality_id",),
        ("meeting_id", "state", "represented_by"),
        opens="meeting_id",
        filled="meeting_id",
    ),
    Linked(
        mark("Actividades que recibe u organiza"),
        ("activity.municipality_id",),
        ("name", "starts_on", "state"),
        adds="municipality_id",
        also=("municipalities",),
    ),
    Linked(
        mark("Asistencia a actividades"),
        ("attendance.municipality_id",),
        ("activity_id", "state"),
        opens="activity_id",
        filled="activity_id",
    ),
    Linked(
        mark("Relaciones con otras ciudades"),
        ("city_relation.municipality_id",),
        ("other_municipality_id", "kind", "starts", "ends", "act"),
        adds="municipality_id",
        also=("other_municipality_id",),
        beside=("municipality_id", "other_municipality_id"),
    ),
    Linked(
        mark("Propuestas al FOCEM"),
        ("focem_proposal.municipalities",),
        ("name", "programme", "amount", "next_step", "waiting_days"),
        adds="municipalities",
        also=("municipality_id",),
    ),
    Linked(
        mark("Recomendaciones que recibe"),
        ("recommendation.to_municipality_id",),
        ("name", "day", "next_step", "result"),
    ),
    *COOPERATION_OF_CITY,
    owed_by("municipality_id"),
    STEPS,
    log("municipalities"),
    SHOWS,
    *where_any(COMMITMENTS),
)

LAYOUT = RoomLayout(
    FORM,
    LINKED,
    (Order("short_name"),),
    hidden=("geonames_id",),
    paper=ListPaper("participation", mark("Participación…")),
    begin=mark("Ciudad nueva"),
    another=mark("otra ciudad"),
    views=(SILENT,),
    head=(
        *("country", "subdivision", "membership_state", "member_since"),
        *("post.head_of_government", "post.liaison", "last_contact"),
    ),
)

RELATIONS = RoomLayout(
    FormLayout(
        "city_relation",
        (
            Section(
                "",
                (
                    ("municipality_id", "other_municipality_id"),
                    "kind",
                    ("starts", "ends"),
                    "act",
                    "agreement_id",
                    "about",
                    "notes",
                ),
            ),
        ),
    ),
    (COMMITMENTS, log(), SHOWS, *where_any(STEPS, TOLD)),
    (Order("municipality_id"),),
    begin=mark("Relación nueva"),
    another=mark("otra relación"),
    called=mark("Relaciones"),
    head=("municipality_id", "other_municipality_id", "kind", "starts", "ends"),
)


SCREEN = Screen("ciudades", mark("Ciudades"), "buildings", mark("Red"), (LAYOUT, RELATIONS, NETWORKS))
