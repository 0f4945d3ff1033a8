"""The page of the other networks: numbers lead to lists, cities are added to the network the keyboard is on."""

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.records.reading import list_rows
from tests.app.other_networks.made import Networks, make_networks
from tests.ui.seeing import frame_of, list_of, pane_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.other_networks.add_dialog import AddCitiesDialog
from ui.other_networks.page import NetworksPage
from ui.paper.report_dialog import ReportDialog
from ui.room.tabs import TabbedRoom


def shown(window: Window, qtbot: QtBot) -> NetworksPage:
    """Show the page behind its tab."""
    frame_of(window).show_face("organismos", "networks")
    wait_until_idle(window, qtbot)
    room = frame_of(window).page
    assert isinstance(room, TabbedRoom)
    page = room.room
    assert isinstance(page, NetworksPage)
    return page


@pytest.fixture
def made(opened: Window) -> Networks:
    """Return some networks in the open file."""
    return make_networks(workspace_of(opened).store)


def test_a_number_and_the_silent_ones_lead_to_their_lists(opened: Window, made: Networks, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.summary is not None
    assert page.networks is not None
    workspace_of(opened).follow(page.networks.grid.cells[1][2].ways[0])
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "ciudades"
    assert len(list_of(opened).table.rows.ids) == 2
    page = shown(opened, qtbot)
    assert page.summary is not None
    (link,) = page.summary.links
    link.click()
    wait_until_idle(opened, qtbot)
    assert set(list_of(opened).table.rows.ids) >= {made["silent"], made["unknown"], made["university"]}


def test_cities_are_added_to_the_network_that_the_keyboard_is_on(opened: Window, made: Networks, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.networks is not None
    page.networks.go_to((made["uclg"], page.networks.grid.columns[0].key))
    page.adding.click()
    dialog = cast("AddCitiesDialog", QApplication.activeModalWidget())
    assert isinstance(dialog, AddCitiesDialog)
    assert dialog.windowTitle() == "Agregar ciudades a «Ciudades y Gobiernos Locales Unidos»"
    dialog.looking.setText("tand")
    assert [check.said for check in dialog.checks.values() if not check.isHidden()] == ["Tandil"]
    dialog.checks[made["tandil"]].setChecked(True)
    assert dialog.told.text() == "Se agregará 1 ciudad a «Ciudades y Gobiernos Locales Unidos»."
    dialog.accept()
    wait_until_idle(opened, qtbot)
    page = shown(opened, qtbot)
    assert page.networks is not None
    at = [head.key for head in page.networks.grid.rows].index(made["uclg"])
    assert page.networks.grid.cells[at][2].said == "1"


def test_the_network_is_chosen_where_cities_are_added(opened: Window, made: Networks, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    assert page.networks is not None
    page.networks.go_to((made["unknown"], page.networks.grid.columns[0].key))
    page.adding.click()
    dialog = cast("AddCitiesDialog", QApplication.activeModalWidget())
    assert dialog.networks.currentData() == made["unknown"]
    names = [dialog.networks.itemText(at) for at in range(dialog.networks.count())]
    assert names == sorted(head.text for head in page.networks.grid.rows)
    dialog.checks[made["tandil"]].setChecked(True)
    dialog.networks.setCurrentIndex(dialog.networks.findData(made["uclg"]))
    assert dialog.heading.text() == dialog.windowTitle() == "Agregar ciudades a «Ciudades y Gobiernos Locales Unidos»"
    assert dialog.told.text() == "Se agregará 1 ciudad a «Ciudades y Gobiernos Locales Unidos»."
    assert made["azul"] in dialog.checks
    dialog.accept()
    wait_until_idle(opened, qtbot)
    assert list_rows(workspace_of(opened).store, "organisation", ("city_count",), [made["uclg"]]) == [(1,)]


def test_it_is_printed_by_its_report_and_an_empty_file_begins(opened: Window, qtbot: QtBot) -> None:
    page = shown(opened, qtbot)
    page.printing.click()
    wait_until_idle(opened, qtbot)
    dialog = opened.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.report.name == "networks"
    dialog.close()
    begin = {each.text(): each for each in page.findChildren(PushButton)}.get("Red nueva")
    assert begin is not None
    begin.click()
    wait_until_idle(opened, qtbot)
    assert pane_of(opened).form.value("kind") == "network"
