"""What pages of cities and organisations show of lines 4 and 5: other networks, agreements, calls and projects."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import Linked, RoomLayout
from app.words.words import mark
from db.asking import Order

COOPERATION_OF_CITY = (
    Linked(
        mark("Proyectos que coordina"),
        ("project.municipality_id",),
        ("name", "call_id", "state", "ends_on"),
        adds="municipality_id",
    ),
    Linked(
        mark("Proyectos en que participa"),
        ("project_partner.municipality_id",),
        ("project_id", "kind"),
        opens="project_id",
    ),
    Linked(mark("Convenios"), ("agreement.municipalities",), ("name", "counterparts", "ends"), adds="municipalities"),
    Linked(
        mark("Otras redes"),
        ("network_membership.municipality_id",),
        ("organisation_id", "role", "starts", "ends"),
        opens="organisation_id",
        adds="municipality_id",
    ),
)

COOPERATION_OF_ORGANISATION = (
    Linked(
        mark("Convenios"),
        ("agreement.organisations",),
        ("name", "signed_on", "ends", "agreement_state"),
        adds="organisations",
    ),
    Linked(mark("Llamados"), ("call.donor_id",), ("name", "closes", "call_state", "ceiling"), adds="donor_id"),
    Linked(
        mark("Proyectos que financia"),
        ("project.donor_id",),
        ("name", "municipality_id", "state", "amount"),
        adds="donor_id",
    ),
    Linked(
        mark("Proyectos en que participa"),
        ("project_partner.organisation_id",),
        ("project_id", "kind"),
        opens="project_id",
    ),
    Linked(
        mark("Ciudades que la integran"),
        ("network_membership.organisation_id",),
        ("municipality_id", "role", "starts", "ends"),
        opens="municipality_id",
        adds="organisation_id",
    ),
    Linked(
        mark("Acciones del plan"),
        ("plan_action.organisations",),
        ("name", "responsible", "due_on", "state"),
        adds="organisations",
    ),
)

NETWORKS = RoomLayout(
    FormLayout(
        "network_membership",
        (Section("", (("municipality_id", "organisation_id"), "role", ("starts", "ends"), "notes")),),
    ),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("municipality_id"),),
    begin=mark("Participación nueva"),
    another=mark("otra participación"),
    called=mark("Otras redes"),
    head=("municipality_id", "organisation_id", "role", "starts", "ends"),
)
