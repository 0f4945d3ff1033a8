"""The lists of the calls for projects and of the projects."""

from app.screens.belonging import COMMITMENTS, LATE, ON_THEIR_WAY, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, ListPaper, ReadyView, RoomLayout
from app.words.words import mark
from db.asking import Filter, Operator, Order
from db.cooperation import CallState, ProjectState

OPEN = ReadyView(mark("Abiertos"), (Filter("call_state", Operator.EQUALS, CallState.OPEN.value),))
"""The calls to which one may present today."""

RUNNING = ReadyView(mark("En ejecución"), (Filter("state", Operator.EQUALS, ProjectState.RUNNING.value),))
OVERDUE = ReadyView(mark("Fuera de plazo"), (Filter("is_overdue", Operator.EQUALS, value=True),))
"""The projects that go on, and those that were to end before today."""

PROJECT_COLUMNS = ("name", "municipality_id", "state", "amount", "ends_on")
"""What a list of the projects of another record shows."""

CALLS = RoomLayout(
    FormLayout(
        "call",
        (
            Section("", ("name", "donor_id", "subject", ("opens", "closes"))),
            Section(
                mark("Reglas del llamado"),
                (
                    ("ceiling", "largest_share"),
                    ("months", "extension"),
                    ("coordinate_most", "take_part_most"),
                    "modalities",
                    "asks_endorsement",
                ),
            ),
            Section("", ("web", "notes")),
        ),
    ),
    (
        Linked(mark("Proyectos"), ("project.call_id",), PROJECT_COLUMNS, adds="call_id"),
        *where_any(COMMITMENTS, STEPS, log(), SHOWS, TOLD),
    ),
    (Order("closes", descending=True), Order("name")),
    begin=mark("Llamado nuevo"),
    another=mark("otro llamado"),
    head=("donor_id", "subject", "opens", "closes", "call_state", "ceiling", "largest_share", "project_count"),
    views=(OPEN,),
)

FUNDINGS = RoomLayout(
    FormLayout(
        "funding",
        (Section("", ("project_id", ("kind", "amount"), ("day", "source"), "notes")),),
    ),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("day"), Order("project_id")),
    paper=ListPaper("registers", mark("Registro…"), ("funds",)),
    begin=mark("Monto nuevo"),
    another=mark("otro monto"),
    head=("project_id", "donor", "call", "kind", "amount", "day", "source"),
)

PROJECTS = RoomLayout(
    FormLayout(
        "project",
        (
            Section(
                "",
                (
                    "name",
                    ("call_id", "donor_id"),
                    "agreement_id",
                    ("municipality_id", "state"),
                    "modality",
                    "themes",
                    "summary",
                ),
                rare=("agreement_id",),
            ),
            PartSection(mark("Contrapartes"), "partners", ("municipality_id", "organisation_id"), ("kind", "name")),
            Section(
                mark("Costo y plazo"),
                (("amount", "own_share", "asked"), ("starts", "months", "extension"), "ends_on"),
            ),
            PartSection(mark("Montos"), "fundings", ("kind", "amount"), ("day", "source", "notes")),
            Section(mark("Carta aval"), (("endorsed_on", "endorsed_by"),)),
            Section("", ("web", "notes")),
        ),
    ),
    (
        STEPS,
        COMMITMENTS,
        Linked(
            mark("Propuestas al FOCEM"),
            ("focem_proposal.project_id",),
            ("name", "programme", "next_step"),
            adds="project_id",
        ),
        log(),
        SHOWS,
        *where_any(TOLD),
    ),
    (Order("name"),),
    paper=ListPaper("registers", mark("Registro…"), ("projects",)),
    begin=mark("Proyecto nuevo"),
    another=mark("otro proyecto"),
    head=(
        "state",
        "municipality_id",
        "call_id",
        "donor_id",
        "agreement_id",
        "amount",
        "own_share",
        "asked",
        "starts",
        "ends_on",
        "next_step",
        "waiting_days",
        "endorsed_on",
    ),
    views=(RUNNING, OVERDUE, ON_THEIR_WAY, LATE),
)
