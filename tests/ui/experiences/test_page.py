"""The page of experiences by theme: a number leads to its list, what lacks something too, and it is printed."""

from pytestqt.qtbot import QtBot

from app.experiences.overview import DEEPER
from tests.app.experiences.made import make_exchange
from tests.ui.seeing import frame_of, list_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.experiences.page import ThemesPage
from ui.frame.window import Window
from ui.room.tabs import TabbedRoom
from ui.units.grid import NAMES


def _shown(window: Window, qtbot: QtBot) -> ThemesPage:
    frame_of(window).show_face("experiencias", "by_theme")
    wait_until_idle(window, qtbot)
    room = frame_of(window).page
    assert isinstance(room, TabbedRoom)
    assert isinstance(room.room, ThemesPage)
    return room.room


def test_without_any_the_page_leads_to_where_the_first_one_begins(opened: Window, qtbot: QtBot) -> None:
    page = _shown(opened, qtbot)
    assert page.summary is not None
    (link,) = page.summary.links
    link.click()
    wait_until_idle(opened, qtbot)
    assert list_of(opened).new_button.text() == "Experiencia nueva"


def test_numbers_and_what_is_missing_lead_to_their_lists(opened: Window, qtbot: QtBot) -> None:
    made = make_exchange(workspace_of(opened).store)
    page = _shown(opened, qtbot)
    assert page.view is not None
    rows = {head.key: row for head, row in zip(page.view.grid.rows, page.view.grid.cells, strict=True)}
    workspace_of(opened).follow(rows[made["cohesion"]][0].ways[0])
    wait_until_idle(opened, qtbot)
    assert set(list_of(opened).table.rows.ids) == {made["gardens"], made["fairs"]}
    page = _shown(opened, qtbot)
    assert page.summary is not None
    page.summary.links[0].click()
    wait_until_idle(opened, qtbot)
    assert len(list_of(opened).table.rows.ids) == 3


def test_names_give_way_before_a_column_goes_out_of_sight_and_stay_set_in(opened: Window, qtbot: QtBot) -> None:
    make_exchange(workspace_of(opened).store)
    page = _shown(opened, qtbot)
    view = page.view
    assert view is not None
    letter = view.fontMetrics().averageCharWidth()
    needed = sum(view.least(at, letter) for at in range(len(view.grid.columns)))
    names = NAMES[0] * letter
    view.resize(needed + names + view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth(), 400)
    view.lay_out()
    assert view.down.width() == names
    assert sum(map(view.columnWidth, range(len(view.grid.columns)))) == needed
    at = next(at for at, head in enumerate(view.grid.rows) if head.text.startswith(DEEPER))
    inset = view.down.fontMetrics().horizontalAdvance(DEEPER)
    (place, text, *_), *_ = view.down.written(at, 80)
    assert place.left() >= inset
    assert place.left() + place.width() <= 80
    assert text == view.grid.rows[at].text.strip("\u00a0")
