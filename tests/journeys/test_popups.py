"""What unfolds shows its entries whole, and as wide as their texts: lists of choices, references, answers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import frame_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.dialogs.settings import SettingsDialog
from ui.form.editors.combo import Combo
from ui.form.editors.dates import DateEditor
from ui.form.editors.picking import PickLine
from ui.frame.window import Window
from ui.room.filter_popup import FilterPopup

looks = pytest.mark.parametrize("look", [("es", 100), ("pt", 200)], ids=["es", "pt at 200 %"], indirect=True)
FEW = 8
"""Entries of which none is out of sight at twice the usual size of letters."""


def is_whole(view: QAbstractItemView) -> bool:
    """Tell whether all texts of a list that is unfolded fit in its width, and a few also in its height."""
    count = view.model().rowCount()
    wide = view.sizeHintForColumn(0) <= view.viewport().width()
    return wide and (count > FEW or shows_last(view))


def shows_last(view: QAbstractItemView) -> bool:
    """Tell whether the last entry of a list that is unfolded is seen whole."""
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    return last.bottom() <= view.viewport().rect().bottom()


def has_room(combo: Combo) -> bool:
    """Tell whether the screen is high enough for all entries of a list of choices."""
    needed = combo.count() * combo.view().sizeHintForRow(0) + combo.height()
    return needed <= combo.screen().availableGeometry().height()


def is_on_screen(popup: QWidget) -> bool:
    """Tell whether no edge of what is unfolded is beyond the screen."""
    area = popup.rect().translated(popup.mapToGlobal(QPoint()))
    return popup.screen().availableGeometry().contains(area)


def combos(window: Window, qtbot: QtBot) -> Iterator[Combo]:
    """Find the lists of choices of the form of a person, of its list, of a filter and of the preferences."""
    open_form(window, "contactos", qtbot)
    yield from window.findChildren(Combo)
    room_of(window).list.filters.open_popup()
    popup = room_of(window).list.filters.popup
    assert isinstance(popup, FilterPopup)
    yield from popup.findChildren(Combo)
    popup.close()
    dialog = SettingsDialog(window.words, window.preferences.settings, window)
    dialog.open()
    yield from dialog.findChildren(Combo)
    dialog.done(0)


def open_form(window: Window, room: str, qtbot: QtBot) -> None:
    """Show the first record of a room in its form."""
    window.show_room(room)
    wait_until_idle(window, qtbot)
    shown = room_of(window)
    shown.show_record(shown.facts.entity, shown.list.table.rows.ids[0])
    shown.record.edit()
    wait_until_idle(window, qtbot)


@looks
def test_a_list_of_choices_unfolds_as_wide_as_its_texts(look: Window, qtbot: QtBot) -> None:
    found = []
    for combo in combos(look, qtbot):
        if combo.isVisible() and combo.count():
            combo.showPopup()
            if not is_whole(combo.view()) or not is_on_screen(combo.view().window()):
                found.append(combo.accessibleName())
            combo.hidePopup()
    assert not found


@looks
def test_a_list_of_choices_that_is_clicked_shows_its_last_entry_whole(look: Window, qtbot: QtBot) -> None:
    found, clicked = [], 0
    for combo in combos(look, qtbot):
        room_of(look).record.form.ensureWidgetVisible(combo)
        if combo.isVisible() and combo.count() and not combo.visibleRegion().isEmpty():
            QTest.mouseClick(combo, Qt.MouseButton.LeftButton, pos=combo.rect().center())
            assert combo.view().isVisible()
            clicked += 1
            if has_room(combo) and not shows_last(combo.view()):
                found.append(combo.accessibleName())
            combo.hidePopup()
    assert clicked
    assert not found


@looks
def test_references_are_offered_whole(look: Window, qtbot: QtBot) -> None:
    open_form(look, "contactos", qtbot)
    lines = [each for each in room_of(look).record.form.findChildren(PickLine) if each.isVisible()]
    assert lines
    found = []
    for line in lines:
        room_of(look).record.form.ensureWidgetVisible(line)
        line.setFocus()
        line.clear()
        line.unfold()
        wait_until_idle(look, qtbot)
        if line.popup.isVisible() and not (is_whole(line.popup) and is_on_screen(line.popup)):
            found.append(line.accessibleName())
        line.fold()
    assert not found


@looks
def test_the_answers_of_the_search_are_whole(look: Window, qtbot: QtBot) -> None:
    wait_until_idle(look, qtbot)
    top = frame_of(look).top
    top.take_focus()
    QTest.keyClicks(top.line, "comision directiva reunion")
    wait_until_idle(look, qtbot)
    assert top.results.isVisible()
    assert top.results.count() > 1
    over, place = top.results.parentWidget(), top.results.geometry()
    assert over is not None
    assert is_whole(top.results) or place.right() == over.rect().right()
    assert over.rect().contains(place)


@looks
def test_a_calendar_at_the_foot_of_the_screen_unfolds_on_it(look: Window, qtbot: QtBot) -> None:
    open_form(look, "resoluciones", qtbot)
    dates = [each for each in room_of(look).record.form.findChildren(DateEditor) if each.isVisible()]
    screen = look.screen().availableGeometry()
    look.move(look.x(), screen.bottom() - look.mapFromGlobal(dates[-1].mapToGlobal(QPoint())).y() - 60)
    dates[-1].open_calendar()
    calendar = dates[-1].calendar
    assert isinstance(calendar, QCalendarWidget)
    assert is_on_screen(calendar)
    calendar.hide()


@looks
def test_a_list_in_a_narrow_place_unfolds_as_wide_as_its_texts(look: Window) -> None:
    combo = Combo(look)
    combo.addItems(["Secretaría Técnica Permanente", "Comisión Directiva de la Red de Ciudades", "—"])
    combo.setGeometry(1100, 100, 80, 40)
    combo.show()
    combo.showPopup()
    assert is_whole(combo.view())
    assert is_on_screen(combo.view().window())
    combo.hidePopup()
