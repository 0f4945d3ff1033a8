"""The room of the agreements, beside the calls, the projects with their money, and the studies."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.projects import CALLS, FUNDINGS, PROJECT_COLUMNS, PROJECTS
from app.screens.screen import Linked, ListPaper, ReadyView, RoomLayout, Screen
from app.screens.studies import STUDIES
from app.words.words import mark
from db.asking import Filter, Operator, Order
from db.cooperation import AgreementState

EXPIRING = ReadyView(mark("Por vencer"), (Filter("agreement_state", Operator.EQUALS, AgreementState.EXPIRING.value),))
SOUGHT = ReadyView(mark("En gestión"), (Filter("agreement_state", Operator.EQUALS, AgreementState.SOUGHT.value),))
ENDED = ReadyView(mark("Vencidos"), (Filter("agreement_state", Operator.EQUALS, AgreementState.ENDED.value),))
"""The agreements of which a notice is reached, those that are not signed, and those that are over."""

AGREEMENTS = RoomLayout(
    FormLayout(
        "agreement",
        (
            Section(
                "",
                (
                    ("name", "kind"),
                    "organisations",
                    "municipalities",
                    "purpose",
                ),
            ),
            Section(
                mark("Vigencia"),
                (
                    ("signed_on", "starts", "ends"),
                    "renews_by",
                    ("first_notice", "second_notice", "last_notice"),
                ),
            ),
            Section("", ("web", "notes")),
        ),
    ),
    (
        COMMITMENTS,
        Linked(mark("Proyectos"), ("project.agreement_id",), PROJECT_COLUMNS, adds="agreement_id"),
        Linked(
            mark("Relaciones entre ciudades"),
            ("city_relation.agreement_id",),
            ("municipality_id", "other_municipality_id", "kind", "starts"),
            adds="agreement_id",
        ),
        log(),
        SHOWS,
        *where_any(STEPS, TOLD),
    ),
    (Order("is_past"), Order("ends"), Order("name")),
    paper=ListPaper("registers", mark("Registro…"), ("agreements",)),
    begin=mark("Convenio nuevo"),
    another=mark("otro convenio"),
    head=(
        "kind",
        "organisations",
        "municipalities",
        "signed_on",
        "starts",
        "ends",
        "agreement_state",
        "days_left",
        "renewed_until",
    ),
    views=(EXPIRING, SOUGHT, ENDED),
)

SCREEN = Screen(
    "convenios",
    mark("Convenios"),
    "handshake",
    mark("Vínculos"),
    (AGREEMENTS, CALLS, PROJECTS, FUNDINGS, STUDIES),
    tabs=("agreement", "call", "project", "funds", "study"),
)
