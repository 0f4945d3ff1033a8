"""The page of the units: what each did, and its report asked for and ticked without leaving it."""

from datetime import date
from typing import cast

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.records.reading import read_record
from tests.app.units.made import CULTURE, SPORT, TOURISM
from tests.make import TODAY
from tests.ui.seeing import frame_of, list_of, news_of, pane_of, workspace_of
from tests.ui.units.shown import Units, cell, grid_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.look.plain import Label
from ui.paper.report_dialog import ReportDialog
from ui.units.ask_dialog import AskReportsDialog
from ui.units.overview import OverviewPage


def test_the_page_shows_the_term_that_runs_with_its_reports_counted(units: Units) -> None:
    page = units.overview
    assert page.chooser.box.currentText() == "2026-2027"
    assert page.summary is not None
    assert page.summary.said.text() == "Informes de la gestión (2 unidades sin pedir):"
    assert [link.said for link in page.summary.links] == ["1 recibido", "1 falta", "1 atrasado"]
    assert page.absent is not None
    assert page.absent.said == "7 ciudades miembro no vinieron a ninguna reunión de esta gestión"


def test_a_count_opens_its_list_and_the_way_back_leads_to_the_page(units: Units, qtbot: QtBot) -> None:
    assert units.overview.absent is not None
    units.overview.absent.click()
    wait_until_idle(units.window, qtbot)
    assert frame_of(units.window).current == "ciudades"
    assert [chip.text.text() for chip in list_of(units.window).filters.chips] == [
        "Situación: Miembro",
        "Gestiones en que vino: no 2026-2027",
    ]
    assert len(list_of(units.window).table.rows.ids) == 7
    press(units.window, "back", qtbot)
    wait_until_idle(units.window, qtbot)
    assert units.room.face() == "units"


def test_a_report_that_came_is_ticked_where_the_keyboard_is_and_undone(units: Units, qtbot: QtBot) -> None:
    page = units.overview
    grid = grid_of(page)
    grid.setCurrentIndex(cell(grid, CULTURE, "Informe"))
    assert not page.receiving.isEnabled()
    grid.setCurrentIndex(cell(grid, SPORT, "Informe"))
    at = grid.at
    page.receiving.click()
    wait_until_idle(units.window, qtbot)
    assert news_of(units.window) == f"Se marcó como recibido el informe de «{SPORT}»."
    record = read_record(workspace_of(units.window).store, "commitment", units.made["late"])
    assert record is not None
    assert (record.values["state"], record.values["met_on"]) == ("met", TODAY)
    again = grid_of(page)
    assert again.at == at
    assert again.grid_model.cell(again.currentIndex()).said == "Recibido el 22/11/2026"
    workspace_of(units.window).undo()
    wait_until_idle(units.window, qtbot)
    assert page.receiving.isEnabled()


def test_reports_are_asked_of_all_that_lack_one_by_one_day(units: Units, qtbot: QtBot) -> None:
    page = units.overview
    page.asking.click()
    dialog = cast("AskReportsDialog", QApplication.activeModalWidget())
    assert isinstance(dialog, AskReportsDialog)
    dialog.accept()
    assert dialog.isVisible()  # the day is missing, which is said beside its field
    assert not dialog.form.boxes["due_on"].fault.isHidden()
    dialog.form.boxes["due_on"].editor.set_value(date(2026, 12, 15))
    dialog.accept()
    wait_until_idle(units.window, qtbot)
    assert news_of(units.window) == "Se pidió el informe de «2026-2027» a 2 unidades."
    grid = grid_of(page)
    assert grid.grid_model.cell(cell(grid, TOURISM, "Informe")).said == "Falta; vence el 15/12/2026"
    assert not page.asking.isEnabled()


def test_a_unit_can_be_left_out_and_not_all(units: Units, qtbot: QtBot) -> None:
    page = units.overview
    page.asking.click()
    dialog = cast("AskReportsDialog", QApplication.activeModalWidget())
    assert [check.said for check in dialog.checks.values()] == ["Grupo conjunto", TOURISM]
    dialog.form.boxes["due_on"].editor.set_value(date(2026, 12, 15))
    for check in dialog.checks.values():
        check.click()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problems.isVisible()
    next(iter(dialog.checks.values())).click()
    assert dialog.told.text() == "Se pedirá el informe de 2026-2027 a 1 unidad."
    dialog.accept()
    wait_until_idle(units.window, qtbot)
    assert news_of(units.window) == "Se pidió el informe de «2026-2027» a 1 unidad."
    grid = grid_of(page)
    assert grid.grid_model.cell(cell(grid, TOURISM, "Informe")).said == "Sin pedir"
    assert page.asking.isEnabled()


def test_another_term_is_seen_with_its_own(units: Units, qtbot: QtBot) -> None:
    page = units.overview
    page.chooser.box.setCurrentIndex(1)
    page.chooser.box.activated.emit(1)
    wait_until_idle(units.window, qtbot)
    grid = grid_of(page)
    assert grid.grid_model.cell(cell(grid, CULTURE, "Reuniones")).said == "1 realizada"
    assert page.absent is None
    assert "De esta gestión no está registrado quién vino a las reuniones." in [
        each.text() for each in page.findChildren(Label) if each.isVisible()
    ]


def test_before_there_is_a_term_the_page_begins_one(opened: Window, qtbot: QtBot) -> None:
    frame_of(opened).show_room("unidades")
    wait_until_idle(opened, qtbot)
    page = Units(opened, None).overview  # type: ignore[arg-type]  # nothing was made
    assert page.content is not None
    said = [label.text() for label in page.content.findChildren(Label)]
    assert said == ["Todavía no hay ninguna gestión.", OverviewPage.why]
    (begin,) = page.content.findChildren(QPushButton)
    begin.click()
    wait_until_idle(opened, qtbot)
    assert frame_of(opened).current == "organismos"


def test_a_new_axis_begins_in_the_term_that_runs(units: Units, qtbot: QtBot) -> None:
    units.room.tabs.setCurrentIndex(2)
    wait_until_idle(units.window, qtbot)
    press(units.window, "new_record", qtbot)
    wait_until_idle(units.window, qtbot)
    form = pane_of(units.window).form
    assert form.boxes["period_id"].editor.value() == units.made["term"]


def test_who_came_in_the_term_that_is_seen_is_printed(units: Units, qtbot: QtBot) -> None:
    page = units.overview
    page.chooser.box.setCurrentIndex(1)
    page.chooser.box.activated.emit(1)
    wait_until_idle(units.window, qtbot)
    page.participation.click()
    dialog = next(each for each in units.window.findChildren(ReportDialog) if each.isVisible())
    assert dialog.report.name == "participation"
    assert page.facts is not None
    assert dialog.options.boxes["record_id"].editor.value() == page.facts.term.id
    dialog.reject()
    wait_until_idle(units.window, qtbot)
