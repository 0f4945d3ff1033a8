"""What can be done to the records of one kind alone: a term is reported from its own page."""

from pytestqt.qtbot import QtBot

from tests.make import add
from tests.ui.seeing import workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.report_dialog import ReportDialog


def test_the_informe_of_a_term_opens_from_its_page(opened: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(opened)
    add(workspace.store, "period", name="2025-2026")
    term = add(workspace.store, "period", name="2008-2009")
    workspace.record_wanted.emit("period", term)
    wait_until_idle(opened, qtbot)
    press(opened, "management_report", qtbot)
    wait_until_idle(opened, qtbot)
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.made is not None
    assert dialog.made.document.title == "Informe de gestión 2008-2009"
    dialog.close()
    wait_until_idle(opened, qtbot)
