"""What can be done to the records of one kind alone: a term is reported, an office has a logo to take away."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.offices import choose_logo
from tests.app.offices.pictures import png
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


def test_a_logo_is_taken_away_only_where_there_is_one(opened: Window, qtbot: QtBot, tmp_path: Path) -> None:
    workspace, logo = workspace_of(opened), tmp_path / "escudo.png"
    logo.write_bytes(png())
    office = add(workspace.store, "office", name="Oficina")
    workspace.record_wanted.emit("office", office)
    wait_until_idle(opened, qtbot)
    command = opened.commands["remove_logo"]
    assert not command.isEnabled()
    assert "La oficina no tiene logo." in command.toolTip()
    workspace.do(lambda: choose_logo(workspace.store, office, logo))
    wait_until_idle(opened, qtbot)
    press(opened, "remove_logo", qtbot)
    assert not command.isEnabled()
