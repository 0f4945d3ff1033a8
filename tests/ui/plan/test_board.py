"""The board of a plan leads to the lists that have no tab of their own."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.plan.planned import Planned
from tests.ui.seeing import names_of
from tests.ui.waiting import press, wait_until_idle


def test_the_lines_of_the_plan_and_the_evidence_are_listed_from_the_board(planned: Planned, qtbot: QtBot) -> None:
    buttons = {each.text(): each for each in planned.board.chooser.findChildren(QPushButton)}
    buttons["Líneas de acción"].click()
    wait_until_idle(planned.window, qtbot)
    assert planned.tabs.face() == "plan_line"
    assert len(names_of(planned.window)) == 3
    press(planned.window, "back", qtbot)
    buttons["Evidencias"].click()
    wait_until_idle(planned.window, qtbot)
    assert planned.tabs.face() == "evidence"
