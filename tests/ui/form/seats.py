"""The seats of a body in its form, and some of them as a spreadsheet has them."""

from pytestqt.qtbot import QtBot

from tests.ui.seeing import edit_shown, frame_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.reference import ReferenceEditor
from ui.form.parts import PartsGrid
from ui.frame.window import Window

SEATS = """Ciudad\tFunción\tDesde
Rosario\tPresidencia\t2025
Montevideu\tSuplente\t2025
Canelones\tPresidente honorario\t2026
"""


def seats_of(window: Window, name: str, qtbot: QtBot) -> PartsGrid:
    """Show the form of a body with its seats."""
    workspace = workspace_of(window)
    key = next(hit.id for hit in workspace.references.choose("body", name))
    frame_of(window).show_record("body", key)
    wait_until_idle(window, qtbot)
    edit_shown(window)
    return pane_of(window).form.parts["seats"]


def shown(grid: PartsGrid) -> list[tuple[bool, object, str]]:
    """Return what stands in the seats: whether the city is known, the role, and how the city is written."""
    rows = []
    for row in grid.rows:
        city = row.editors["municipality_id"]
        assert isinstance(city, ReferenceEditor)
        rows.append((city.value() is not None, row.editors["role"].value(), city.line.text()))
    return rows
