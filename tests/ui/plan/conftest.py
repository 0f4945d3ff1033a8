"""A window on a plan with a period that runs."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, Rows, save_record
from db.values import PartialDate, RecordKey
from tests.make import add
from tests.ui.plan.planned import Planned
from tests.ui.seeing import frame_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window


@pytest.fixture
def planned(opened: Window, qtbot: QtBot) -> Planned:
    """Show the room of the plan: three lines, one of them vacant, and two actions, one of them late."""
    store = workspace_of(opened).store
    period = add(store, "period", name="2026-2027", starts=PartialDate(2026, 7), ends=PartialDate(2027, 6))
    later = add(store, "period", name="2027-2028", starts=PartialDate(2027, 7), ends=PartialDate(2028, 6))
    keys = {"2026-2027": period, "2027-2028": later}
    for number, name, vacant in (("1", "Integración", None), ("4", "Redes", None), ("8", "Vacante", True)):
        keys[name] = add(store, "plan_line", number=number, name=name, vacant=vacant, period_id=period)
    measure = Draft("measure", None, {"day": date(2026, 10, 1), "value": 5_000})
    values = {
        "line_id": keys["Redes"],
        "name": "Encuentros",
        "target": 10_000,
        "starts_on": date(2026, 9, 1),
        "due_on": date(2026, 11, 1),
        "state": "in_progress",
    }
    keys["Encuentros"] = save_record(store, Draft("plan_action", None, values, {"measures": Rows((measure,))})).id
    keys["Nota"] = add(store, "plan_action", line_id=keys["Redes"], name="Nota conjunta")
    of = RecordKey("plan_action", keys["Encuentros"])
    add(store, "commitment", record=of, text="Enviar la lista", due_on=date(2026, 12, 31))
    frame_of(opened).show_room("plan")
    wait_until_idle(opened, qtbot)
    return Planned(opened, keys)
