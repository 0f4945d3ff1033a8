"""The room of the FCCR and of the FOCEM: recommendations, norms, proposals and pro tempore presidencies."""

from app.screens.belonging import COMMITMENTS, LATE, ON_THEIR_WAY, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, Section
from app.screens.screen import ListPaper, ReadyView, RoomLayout, Screen
from app.words.words import mark
from db.asking import Filter, Operator, Order

UNANSWERED = ReadyView(mark("Sin respuesta"), (Filter("result", Operator.IS_EMPTY),))
"""The recommendations that nobody has answered."""

UNVERIFIED = ReadyView(mark("Sin comprobar"), (Filter("verified_on", Operator.IS_EMPTY),))
"""The norms whose citation nobody has compared with the official text."""

RECOMMENDATIONS = RoomLayout(
    FormLayout(
        "recommendation",
        (
            Section(
                "",
                (
                    ("name", "name_pt"),
                    ("number", "day"),
                    ("body_id", "meeting_id"),
                    "study_id",
                    ("to_organisation_id", "to_body_id", "to_municipality_id"),
                    "themes",
                    ("text", "text_pt"),
                ),
                rare=("to_municipality_id",),
            ),
            Section(mark("Respuesta"), (("result", "answered_on"), "answer")),
            Section("", ("notes",)),
        ),
    ),
    (STEPS, COMMITMENTS, log(), SHOWS, *where_any(TOLD)),
    (Order("day", descending=True),),
    paper=ListPaper("registers", mark("Registro…"), ("recommendations",)),
    begin=mark("Recomendación nueva"),
    another=mark("otra recomendación"),
    head=(
        "number",
        "day",
        "to_organisation_id",
        "to_body_id",
        "to_municipality_id",
        "route.next",
        "last_step_on",
        "result",
        "presidency",
        "presiding_country",
    ),
    views=(ON_THEIR_WAY, LATE, UNANSWERED),
)

NORMS = RoomLayout(
    FormLayout(
        "norm",
        (
            Section(
                "",
                (
                    "cited_as",
                    "name",
                    ("organisation_id", "kind"),
                    ("number", "year"),
                    ("starts", "ends"),
                ),
            ),
            Section(mark("Cita comprobada"), ("verified_as", ("verified_by", "verified_on"))),
            Section(mark("A qué obliga"), ("obliges_to", "compliance")),
            Section("", ("web", "notes")),
        ),
    ),
    (COMMITMENTS, log(), SHOWS, *where_any(STEPS, TOLD)),
    (Order("year"), Order("cited_as")),
    begin=mark("Norma nueva"),
    another=mark("otra norma"),
    head=("cited_as", "verified_as", "verified_by", "verified_on", "organisation_id", "compliance"),
    views=(UNVERIFIED,),
)

PROPOSALS = RoomLayout(
    FormLayout(
        "focem_proposal",
        (
            Section(
                "",
                (
                    "name",
                    "programme",
                    "municipalities",
                    ("municipality_id", "organisation_id"),
                    "project_id",
                    "summary",
                ),
            ),
            Section(mark("Monto"), (("amount", "share", "asked"), ("amount_on", "source"))),
            Section("", ("notes",)),
        ),
    ),
    (STEPS, log(), SHOWS, *where_any(COMMITMENTS, TOLD)),
    (Order("name"),),
    begin=mark("Propuesta nueva"),
    another=mark("otra propuesta"),
    views=(ON_THEIR_WAY, LATE),
    head=(
        "programme",
        "municipalities",
        "municipality_id",
        "organisation_id",
        "amount",
        "share",
        "asked",
        "route.next",
        "last_step_on",
    ),
)

PRESIDENCIES = RoomLayout(
    FormLayout("pro_tempore", (Section("", (("name", "country"), ("starts", "ends"), "notes")),)),
    where_any(COMMITMENTS, STEPS, log(), SHOWS),
    (Order("starts", descending=True),),
    begin=mark("Presidencia nueva"),
    another=mark("otra presidencia"),
    called=mark("Presidencias"),
    head=("country", "starts", "ends"),
)

SCREEN = Screen(
    "fccr",
    mark("FCCR y FOCEM"),
    "bank",
    mark("Vínculos"),
    (RECOMMENDATIONS, NORMS, PROPOSALS, PRESIDENCIES),
)
