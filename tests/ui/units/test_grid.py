"""A grid: moved through by the arrows, led from by Enter or a click, heard cell by cell."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.app.units.made import CULTURE, JOINT, SPORT
from tests.ui.seeing import frame_of, list_of, pane_of
from tests.ui.units.shown import Units, cell, grid_of
from tests.ui.waiting import wait_until_idle
from ui.look.scroll import scrolled_around, settle_layouts
from ui.units.grid import GridView


def listed(units: Units) -> list[str]:
    return [chip.text.text() for chip in list_of(units.window).filters.chips]


def test_enter_opens_the_list_of_a_cell_and_of_an_empty_one_its_unit(units: Units, qtbot: QtBot) -> None:
    grid = grid_of(units.overview)
    grid.setFocus()
    grid.setCurrentIndex(cell(grid, SPORT, "Actividades"))
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex() == cell(grid, SPORT, "Reuniones")
    QTest.keyClick(grid, Qt.Key.Key_Return)
    wait_until_idle(units.window, qtbot)
    assert frame_of(units.window).current == "reuniones"
    assert listed(units)[:2] == ["Gestión en que cae: 2026-2027", f"Instancias que se reúnen: {SPORT}"]
    assert list(list_of(units.window).table.rows.ids) == [units.made["joint"]]
    frame_of(units.window).show_room("unidades")
    grid.setCurrentIndex(cell(grid, JOINT, "Reuniones"))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    wait_until_idle(units.window, qtbot)
    assert pane_of(units.window).id == units.made[JOINT]


def test_a_page_that_is_lower_than_its_grid_is_scrolled_to_the_cell_with_the_keyboard(
    units: Units, qtbot: QtBot
) -> None:
    units.window.setMinimumSize(1, 1)
    units.window.resize(900, 400)
    grid = grid_of(units.overview)
    grid.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(grid, key)
        wait_until_idle(units.window, qtbot)
        place = grid.visualRect(grid.currentIndex())
        assert grid.viewport().visibleRegion().boundingRect().contains(place.center())


def test_the_headings_of_the_columns_stay_in_sight_of_a_page_that_is_scrolled(units: Units) -> None:
    units.window.setMinimumSize(1, 1)
    units.window.resize(900, 440)
    grid = grid_of(units.overview)
    settle_layouts()
    around = scrolled_around(grid)
    assert around is not None
    bar = around.verticalScrollBar()
    bar.setValue(grid.mapTo(around.viewport(), QPoint()).y() + grid.across.height())
    assert grid.mapTo(around.viewport(), QPoint()).y() < 0
    for part in (grid.across, grid.corner):
        assert part.mapTo(around.viewport(), QPoint()).y() >= 0
        assert part.visibleRegion().boundingRect().height() == part.height()
    bar.setValue(0)
    assert grid.across.y() == grid.frameWidth()


def test_no_row_of_the_matrix_is_beyond_a_low_window(units: Units, qtbot: QtBot) -> None:
    units.window.setMinimumSize(1, 1)
    units.window.resize(900, 440)
    grid = grid_of(units.matrix(qtbot))
    settle_layouts()
    grid.setFocus()
    grid.setCurrentIndex(grid.grid_model.index(grid.grid_model.rowCount() - 1, 0))
    qtbot.waitUntil(
        lambda: grid.viewport().visibleRegion().boundingRect().contains(grid.visualRect(grid.currentIndex()).center())
    )


def test_the_count_of_members_opens_the_page_of_the_unit_at_its_seats(units: Units, qtbot: QtBot) -> None:
    grid = grid_of(units.overview)
    grid.setCurrentIndex(cell(grid, CULTURE, "Integrantes"))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    wait_until_idle(units.window, qtbot)
    assert pane_of(units.window).id == units.made[CULTURE]
    page = pane_of(units.window).page
    focused = QApplication.focusWidget()
    assert focused is not None
    assert [each.name for each in page.sections if each.isAncestorOf(focused)] == ["seats"]


def test_a_cell_that_leads_to_two_lists_asks_which(units: Units, qtbot: QtBot) -> None:
    grid = grid_of(units.matrix(qtbot))
    grid.setCurrentIndex(cell(grid, CULTURE, "1. Línea 1"))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offers = {action.text(): action for action in menu.actions()}
    assert list(offers) == [
        "Ver: 2 acciones",
        "Ver: 1 actividad",
        f"Abrir «{CULTURE}»",
        "Abrir «1. Línea 1»",
    ]
    offers["Ver: 2 acciones"].trigger()
    menu.close()
    wait_until_idle(units.window, qtbot)
    assert (frame_of(units.window).current, list_of(units.window).entity.name) == ("plan", "plan_action")
    assert len(list_of(units.window).table.rows.ids) == 2


def test_a_click_on_a_line_goes_where_it_leads_and_beside_it_nowhere(units: Units, qtbot: QtBot) -> None:
    page = units.matrix(qtbot)
    page.by_axis.click()
    wait_until_idle(units.window, qtbot)
    grid = grid_of(page)
    index = cell(grid, CULTURE, "Cuidados")
    grid.scrollTo(index)
    places = grid.lines.places(index, grid.visualRect(index), grid.font())
    belongs, together = (QPoint(place.left() + 4, place.center().y()) for place, _ in places[:2])
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=belongs)
    assert frame_of(units.window).current == "unidades"  # the mark that it belongs there leads nowhere
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=together)
    wait_until_idle(units.window, qtbot)
    assert frame_of(units.window).current == "agenda"
    assert len(list_of(units.window).table.rows.ids) == 1


def test_a_heading_opens_what_it_stands_for(units: Units, qtbot: QtBot) -> None:
    grid = grid_of(units.overview)
    grid.down.sectionClicked.emit(cell(grid, CULTURE, "Informe").row())
    wait_until_idle(units.window, qtbot)
    assert pane_of(units.window).id == units.made[CULTURE]


def test_each_cell_is_heard_with_its_row_and_its_column(units: Units, qtbot: QtBot) -> None:
    heard = Qt.ItemDataRole.AccessibleTextRole
    grid = grid_of(units.overview)
    assert cell(grid, CULTURE, "Integrantes").data(heard) == f"{CULTURE}, Integrantes: 2"
    assert "Rosario · Subcoordinación" in cell(grid, CULTURE, "Integrantes").data(Qt.ItemDataRole.ToolTipRole)
    lines = grid_of(units.matrix(qtbot))
    assert cell(lines, JOINT, "8. Línea 8").data(heard) == f"{JOINT}, 8. Línea 8: nada"


def test_a_narrow_grid_cuts_no_word_and_keeps_the_names_in_sight(units: Units, qtbot: QtBot) -> None:
    grid = grid_of(units.overview)
    grid.resize(400, 400)
    grid.lay_out()
    assert _words_fit(grid)
    bar = grid.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert grid.down.isVisible()
    assert grid.down.geometry().left() <= grid.frameWidth()


def _words_fit(grid: GridView) -> bool:
    metrics = grid.fontMetrics()
    texts = ((at, line.text) for row in grid.grid.cells for at, each in enumerate(row) for line in each.lines)
    return all(metrics.horizontalAdvance(word) <= grid.columnWidth(at) for at, text in texts for word in text.split())
