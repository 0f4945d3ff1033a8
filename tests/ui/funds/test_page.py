"""The page of the money: a table for each currency, whose figures lead to the list of just their amounts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.funds import By
from app.records.editing import Draft, save_record
from db.values import Money
from tests.app.funds.made import Funded, make_funds
from tests.ui.seeing import frame_of, list_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.funds.page import FundsPage
from ui.paper.report_dialog import ReportDialog
from ui.room.tabs import TabbedRoom
from ui.units.headings import EDGE


def shown(window: Window, qtbot: QtBot) -> FundsPage:
    """Show the page behind its tab."""
    frame_of(window).show_face("convenios", "funds")
    wait_until_idle(window, qtbot)
    room = frame_of(window).page
    assert isinstance(room, TabbedRoom)
    page = room.room
    assert isinstance(page, FundsPage)
    return page


@pytest.fixture
def funded(opened: Window) -> Funded:
    """Return two projects with money in the open file."""
    return make_funds(workspace_of(opened).store)


def test_a_figure_leads_to_its_amounts_and_back(opened: Window, funded: Funded, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert [grid.grid.name for grid in page.grids] == ["Montos en USD", "Montos en UYU"]
    assert [head.text for head in page.grids[0].grid.rows] == ["Huertas", "Oficinas", "Total"]
    page.choices[By.DONOR].click()
    assert [head.text for head in page.grids[0].grid.rows] == ["Agencia Modelo", "Sin donante", "Total"]
    page.grids[0].go_to((funded.donor, "Recibido"))
    QTest.keyClick(page.grids[0], Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert len(list_of(opened).table.rows.ids) == 2
    said = [chip.text.text() for chip in list_of(opened).filters.chips]
    assert said == ["Moneda: USD", "Donante: Agencia Modelo", "Qué es: Recibido"]
    press(opened, "back", qtbot)
    wait_until_idle(opened, qtbot)
    page = shown(opened, qtbot)
    assert [link.said for link in page.missing] == ["1 monto sin fecha", "2 montos sin fuente"]
    page.missing[0].click()
    wait_until_idle(opened, qtbot)
    assert len(list_of(opened).table.rows.ids) == 1


def test_figures_end_at_the_right_and_the_tables_stand_in_the_same_columns(
    opened: Window, funded: Funded, qtbot: QtBot
) -> None:
    most = {"project_id": funded.gardens, "kind": "asked", "amount": Money(987_654_321_012_345_00, "UYU")}
    save_record(workspace_of(opened).store, Draft("funding", None, most))
    page = shown(opened, qtbot)
    dollars, pesos = page.grids
    columns = range(len(dollars.grid.columns))
    assert [dollars.columnWidth(at) for at in columns] == [pesos.columnWidth(at) for at in columns]
    index = dollars.grid_model.index(0, 0)
    rect = dollars.visualRect(index)
    corners = (rect.left() + EDGE + 1, rect.right() - EDGE - 3)
    found = [dollars.lines.line_at(index, rect, QPoint(across, rect.top() + EDGE + 4)) for across in corners]
    assert [line is not None for line in found] == [False, True]


def test_it_is_read_again_when_an_amount_changes(opened: Window, funded: Funded, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    saved = save_record(workspace_of(opened).store, Draft("project", funded.gardens, {"name": "Huertas nuevas"}))
    workspace_of(opened).apply(saved.changes)
    wait_until_idle(opened, qtbot)
    assert page.grids[0].grid.rows[0].text == "Huertas nuevas"


def test_a_file_without_money_says_where_it_is_noted_and_prints(opened: Window, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.grids == []
    assert page.entry is not None
    page.printing.click()
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.report.name == "funds"
    dialog.reject()
    wait_until_idle(opened, qtbot)
