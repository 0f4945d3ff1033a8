"""The lists of what cities ask for and of what they take over, and what other pages show of them."""

from app.screens.belonging import COMMITMENTS, LATE, ON_THEIR_WAY, SHOWS, STEPS, TOLD, log, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, ReadyView, RoomLayout
from app.words.words import mark
from db.asking import Filter, Operator, Order
from db.exchange import AdoptionState, NeedState

OPEN = ReadyView(mark("Abiertas"), (Filter("state", Operator.EQUALS, NeedState.OPEN.value),))
"""The demands that wait for an answer."""

OVERDUE = ReadyView(mark("Fuera de plazo"), (Filter("is_overdue", Operator.EQUALS, value=True),))
"""The demands that nobody answered in time."""

IN_USE = ReadyView(mark("En uso"), (Filter("adoption_state", Operator.EQUALS, AdoptionState.IN_USE.value),))
"""The practices that a city took over and uses."""

ADOPTIONS_OF_EXPERIENCE = ("municipality_id", "giver", "adoption_state", "reached")
"""What a list of the adoptions of one experience shows."""

EXCHANGE_OF_EXPERIENCE = (
    Linked(mark("Adopciones"), ("adoption.experience_id",), ADOPTIONS_OF_EXPERIENCE, adds="experience_id"),
    Linked(mark("Valorada para"), ("match.experience_id",), ("need_id", "verdict", "reason"), opens="need_id"),
)

EXCHANGE_OF_CITY = (
    Linked(mark("Demandas"), ("need.municipality_id",), ("name", "themes", "until", "state"), adds="municipality_id"),
    Linked(
        mark("Lo que adopta"),
        ("adoption.municipality_id",),
        ("experience_id", "giver", "adoption_state", "reached"),
        adds="municipality_id",
    ),
    Linked(
        mark("Lo que da"),
        ("adoption.giver_id",),
        ("experience_id", "municipality_id", "adoption_state", "reached"),
    ),
)

NEEDS = RoomLayout(
    FormLayout(
        "need",
        (
            Section(
                "",
                ("name", ("municipality_id", "person_id"), "themes", "text", ("asked_on", "until", "state")),
            ),
            PartSection(mark("Qué se dijo de cada experiencia"), "matches", ("experience_id", "verdict"), ("reason",)),
            Section("", ("set_aside", "source", "notes"), rare=("set_aside",)),
        ),
    ),
    (
        Linked(mark("Adopciones"), ("adoption.need_id",), ("experience_id", *ADOPTIONS_OF_EXPERIENCE), adds="need_id"),
        COMMITMENTS,
        log(),
        SHOWS,
        *where_any(STEPS, TOLD),
    ),
    order=(Order("is_closed"), Order("until"), Order("name")),
    begin=mark("Demanda nueva"),
    another=mark("otra demanda"),
    head=("municipality_id", "themes", "asked_on", "until", "state", "person_id", "serving_count"),
    views=(OPEN, OVERDUE),
)

ADOPTIONS = RoomLayout(
    FormLayout(
        "adoption",
        (
            Section(
                "",
                ("experience_id", ("giver_id", "giver_name"), "municipality_id", "need_id", "changed"),
                rare=("giver_name",),
            ),
            Section("", (("dropped_on", "dropped_why"), "source", "notes"), rare=("dropped_on", "dropped_why")),
        ),
    ),
    (STEPS, COMMITMENTS, log(), SHOWS, *where_any(TOLD)),
    order=(Order("experience_id"), Order("municipality_id")),
    begin=mark("Adopción nueva"),
    another=mark("otra adopción"),
    head=(
        "experience_id",
        "giver",
        "municipality_id",
        "need_id",
        "adoption_state",
        "reached",
        "next_step",
        "waiting_days",
        "dropped_on",
        "dropped_why",
    ),
    views=(IN_USE, ON_THEIR_WAY, LATE),
)
