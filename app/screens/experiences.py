"""The room of the experiences, of what cities ask for, of what they take over, and of the themes that order them."""

from app.screens.belonging import COMMITMENTS, SHOWS, STEPS, TOLD, log, where_any
from app.screens.exchange import ADOPTIONS, EXCHANGE_OF_EXPERIENCE, NEEDS
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, ListPaper, ReadyView, RoomLayout, Screen
from app.words.words import mark
from db.asking import Filter, Operator, Order

LACKING = ReadyView(mark("Con datos que faltan"), (Filter("missing_count", Operator.AT_LEAST, 1),))
"""The experiences of which the forms of the observatories ask something that is not there."""

EXPERIENCES = RoomLayout(
    FormLayout(
        "experience",
        (
            Section(
                "",
                (
                    "name",
                    "municipalities",
                    "organisations",
                    "themes",
                    ("modality", "person_id"),
                    ("starts", "ends", "running"),
                    ("state", "permission"),
                ),
            ),
            Section(
                mark("La experiencia"),
                ("summary", "problem", "action", "steps", "partners"),
                rare=("steps", "partners"),
            ),
            Section(mark("Recursos"), (("cost", "funding"),)),
            PartSection(mark("Resultados"), "results", ("name",), ("indicator", "value", "source")),
            Section(mark("Para quien quiera replicarla"), ("innovation", "replication", "lessons")),
            Section("", ("source", "notes")),
        ),
    ),
    (
        *EXCHANGE_OF_EXPERIENCE,
        log(),
        SHOWS,
        TOLD,
        *where_any(COMMITMENTS, STEPS),
    ),
    order=(Order("name"),),
    paper=ListPaper(
        "catalogue",
        mark("Catálogo…"),
        ticks=(("state", "published", "published"), ("permission", "granted", "granted")),
    ),
    begin=mark("Experiencia nueva"),
    another=mark("otra experiencia"),
    head=("municipalities", "organisations", "themes", "starts", "state", "person_id"),
    views=(LACKING,),
)

THEMES = RoomLayout(
    FormLayout(
        "theme",
        (
            Section(
                "",
                ("name", ("name_pt", "name_en"), "parent_id", ("plan_line", "odm")),
                rare=("name_pt", "name_en"),
            ),
            Section("", ("notes",)),
        ),
    ),
    (
        Linked(
            mark("Experiencias"), ("experience.themes",), ("name", "municipalities", "starts", "state"), adds="themes"
        ),
        Linked(mark("Demandas"), ("need.themes",), ("name", "municipality_id", "until", "state"), adds="themes"),
        Linked(
            mark("Recomendaciones"), ("recommendation.themes",), ("name", "day", "next_step", "result"), adds="themes"
        ),
        Linked(mark("Declaraciones"), ("declaration.themes",), ("name", "day", "body_id"), adds="themes"),
        Linked(mark("Proyectos"), ("project.themes",), ("name", "municipality_id", "state"), adds="themes"),
        Linked(mark("Estudios"), ("study.themes",), ("name", "kind", "delivered_on"), adds="themes"),
        Linked(mark("Dentro de este tema"), ("theme.parent_id",), ("name", "plan_line", "odm"), adds="parent_id"),
        *where_any(COMMITMENTS, STEPS, log(), SHOWS),
    ),
    (Order("plan_line"), Order("order")),
    begin=mark("Tema nuevo"),
    another=mark("otro tema"),
    head=("parent_id", "plan_line"),
)


SCREEN = Screen(
    "experiencias",
    mark("Experiencias"),
    "lightbulb",
    mark("Vínculos"),
    (EXPERIENCES, NEEDS, ADOPTIONS, THEMES),
    tabs=("experience", "by_theme", "need", "adoption", "theme"),
)
