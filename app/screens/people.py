"""The room of the contacts."""

from app.screens.belonging import COMMITMENTS, SHOWS, SOONEST, STEPS, log, owed_by, where_any
from app.screens.contacted import SILENT
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

FORM = FormLayout(
    "person",
    (
        Section("", (("treatment", "name"), "language")),
        PartSection(mark("Teléfonos, correos y direcciones"), "contact_points", ("kind", "value"), ("label",)),
        PartSection(mark("Cargos"), "tenures", ("post_id",), ("starts", "ends", "verified_on")),
        Section("", ("notes",)),
    ),
)

LINKED = (
    Linked(
        mark("Experiencias"), ("experience.person_id",), ("name", "municipalities", "starts", "state"), adds="person_id"
    ),
    Linked(mark("Demandas"), ("need.person_id",), ("name", "municipality_id", "until", "state"), adds="person_id"),
    Linked(
        mark("Asistencia a reuniones"),
        ("attendance.person_id",),
        ("meeting_id", "state"),
        opens="meeting_id",
        filled="meeting_id",
    ),
    Linked(
        mark("Asistencia a actividades"),
        ("attendance.person_id",),
        ("activity_id", "state"),
        opens="activity_id",
        filled="activity_id",
    ),
    Linked(mark("Actividades"), ("activity.person_id",), ("name", "starts_on", "state"), adds="person_id"),
    Linked(
        mark("Instancias que integra"),
        ("seat.person_id",),
        ("body_id", "country", "role", "starts", "ends"),
        opens="body_id",
    ),
    Linked(mark("Estudios"), ("study.person_id",), ("name", "kind", "delivered_on"), adds="person_id"),
    Linked(
        mark("Resoluciones a su cargo"), ("resolution.person_id",), ("number", "text", "due_on", "state"), order=SOONEST
    ),
    owed_by("person_id"),
    log("people"),
    SHOWS,
    *where_any(COMMITMENTS, STEPS),
)

LAYOUT = RoomLayout(
    FORM,
    LINKED,
    (Order("name"),),
    begin=mark("Contacto nuevo"),
    another=mark("otro contacto"),
    views=(SILENT,),
    head=("tenures", "contact_points", "language", "last_contact"),
)


LOG = RoomLayout(
    FormLayout(
        "interaction",
        (
            Section(
                "",
                (
                    "text",
                    ("day", "at", "kind", "direction"),
                    ("people", "municipalities", "organisations"),
                    "subject",
                ),
            ),
            Section(mark("Qué sigue"), ("next_step", ("next_on", "next_done_on"))),
        ),
    ),
    (COMMITMENTS, *where_any(STEPS, log(), SHOWS)),
    (Order("day", descending=True),),
    begin=mark("Anotación nueva"),
    another=mark("otra anotación"),
    called=mark("Bitácora"),
    head=("day", "with_whom", "subject", "next_step", "next_on"),
)


SCREEN = Screen("contactos", mark("Contactos"), "address-book", mark("Red"), (LAYOUT, LOG))
