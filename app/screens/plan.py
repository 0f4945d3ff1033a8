"""The room of the work plan: its lines and actions, and the evidence of what was done."""

from app.screens.belonging import COMMITMENTS, STEPS, log, where_any
from app.screens.layout import FormLayout, PartSection, Section
from app.screens.screen import Linked, RoomLayout, Screen
from app.words.words import mark
from db.asking import Order

_EVIDENCE_COLUMNS = ("record", "dated", "note")

LINES = RoomLayout(
    FormLayout(
        "plan_line",
        (
            Section(
                "",
                (
                    ("number", "name"),
                    ("name_pt", "name_en"),
                    ("period_id", "vacant"),
                    "official_text",
                ),
                rare=("name_pt", "name_en"),
            ),
        ),
    ),
    (
        Linked(
            mark("Acciones"),
            ("plan_action.line_id",),
            ("name", "responsible", "due_on", "state", "progress"),
            adds="line_id",
            order=(Order("order"),),
        ),
        Linked(mark("Evidencias"), ("evidence.line_id",), _EVIDENCE_COLUMNS, opens="record", adds="line_id"),
        Linked(
            mark("Evidencias de sus acciones"),
            ("evidence.action_id", "plan_action.line_id"),
            ("record", "dated", "action_id", "note"),
            opens="record",
        ),
        Linked(mark("Actividades"), ("activity.line_id",), ("name", "starts_on", "state"), adds="line_id"),
        *where_any(COMMITMENTS, STEPS, log()),
    ),
    (Order("period_id"), Order("order")),
    begin=mark("Línea de acción nueva"),
    another=mark("otra línea de acción"),
    head=("period_id", "vacant", "progress", "action_count", "done_count", "measured_count", "overdue_count"),
)

ACTIONS = RoomLayout(
    FormLayout(
        "plan_action",
        (
            Section(
                "",
                (
                    "line_id",
                    "name",
                    ("body_id", "municipality_id", "person_id"),
                    "organisations",
                    ("starts_on", "due_on", "state"),
                ),
            ),
            Section(mark("Indicador y meta"), (("indicator", "unit"), ("baseline", "target"))),
            PartSection(mark("Mediciones"), "measures", ("day", "value"), ("source",)),
            Section("", ("carried_from_id", "notes"), rare=("carried_from_id",)),
        ),
    ),
    (
        Linked(mark("Evidencias"), ("evidence.action_id",), _EVIDENCE_COLUMNS, opens="record", adds="action_id"),
        COMMITMENTS,
        STEPS,
        log(),
        Linked(mark("Sigue en"), ("plan_action.carried_from_id",), ("name", "line_id", "state", "progress")),
    ),
    (Order("line_id"), Order("order")),
    begin=mark("Acción nueva"),
    another=mark("otra acción"),
    called=mark("Acciones"),
    head=("line_id", "responsible", "state", "due_on", "progress", "value", "target", "indicator"),
)

EVIDENCE = RoomLayout(
    FormLayout("evidence", (Section("", ("record", ("line_id", "action_id"), "note")),)),
    (),
    (Order("dated", descending=True),),
    without_files=True,
    begin=mark("Evidencia nueva"),
    another=mark("otra evidencia"),
    head=("record", "dated", "line_id", "action_id", "note"),
)


SCREEN = Screen(
    "plan",
    mark("Plan de trabajo"),
    "target",
    mark("Trabajo"),
    (ACTIONS, LINES, EVIDENCE),
    tabs=("board", "plan_action", "calendar"),
)
