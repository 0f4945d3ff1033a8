"""What unfolds shows its entries whole, and as wide as their texts: lists of choices, references, answers."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.asked import Asked
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


def faults_of_choices(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Unfold each list of choices by itself, and by a click on it once it is scrolled to."""
    clicked = 0
    for combo in combos(window, qtbot):
        if not combo.isVisible() or not combo.count():
            continue
        combo.showPopup()
        if not is_whole(combo.view()):
            yield f"the choices of {combo.accessibleName()!r} are not whole"
        if not is_on_screen(combo.view().window()):
            yield f"the choices of {combo.accessibleName()!r} are beyond the screen"
        combo.hidePopup()
        room_of(window).record.form.ensureWidgetVisible(combo)
        if not combo.visibleRegion().isEmpty():
            QTest.mouseClick(combo, Qt.MouseButton.LeftButton, pos=combo.rect().center())
            clicked += 1
            if not combo.view().isVisible():
                yield f"{combo.accessibleName()!r} does not unfold by a click"
            elif has_room(combo) and not shows_last(combo.view()):
                yield f"the last choice of {combo.accessibleName()!r} is not whole"
            combo.hidePopup()
    if not clicked:
        yield "no list of choices is clicked"


def faults_of_references(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Unfold the records that each field of the form of a person may refer to."""
    record = room_of(window).record
    assert record.editing
    lines = [each for each in record.form.findChildren(PickLine) if each.isVisible()]
    if not lines:
        yield "no field refers to records"
    for line in lines:
        record.form.ensureWidgetVisible(line)
        line.setFocus()
        line.clear()
        line.unfold()
        wait_until_idle(window, qtbot)
        if line.popup.isVisible() and not (is_whole(line.popup) and is_on_screen(line.popup)):
            yield f"the records for {line.accessibleName()!r} are not whole"
        line.fold()
    record.discard()


def faults_of_search(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Type in the one search."""
    wait_until_idle(window, qtbot)
    top = frame_of(window).top
    top.take_focus()
    QTest.keyClicks(top.line, "comision directiva reunion")
    wait_until_idle(window, qtbot)
    if not top.results.isVisible() or top.results.count() < 2:
        yield "there are no answers to choose from"
    over, place = top.results.parentWidget(), top.results.geometry()
    assert over is not None
    if not is_whole(top.results) and place.right() != over.rect().right():
        yield "the answers are not whole"
    if not over.rect().contains(place):
        yield "the answers are beyond the window"
    top.results.hide()


def faults_of_calendar(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Open the calendar of a date at the foot of the screen."""
    open_form(window, "resoluciones", qtbot)
    dates = [each for each in room_of(window).record.form.findChildren(DateEditor) if each.isVisible()]
    screen, place = window.screen().availableGeometry(), window.pos()
    window.move(window.x(), screen.bottom() - window.mapFromGlobal(dates[-1].mapToGlobal(QPoint())).y() - 60)
    dates[-1].open_calendar()
    calendar = dates[-1].calendar
    assert isinstance(calendar, QCalendarWidget)
    if not is_on_screen(calendar):
        yield "the calendar is beyond the screen"
    calendar.hide()
    window.move(place)


def faults_in_narrow_place(window: Window, _: QtBot) -> Iterator[str]:
    """Unfold a list of choices that has less width than its texts."""
    combo = Combo(window)
    combo.addItems(["Secretaría Técnica Permanente", "Comisión Directiva de la Red de Ciudades", "—"])
    combo.setGeometry(1100, 100, 80, 40)
    combo.show()
    combo.showPopup()
    if not is_whole(combo.view()):
        yield "the choices are no wider than their place"
    if not is_on_screen(combo.view().window()):
        yield "the choices are beyond the screen"
    combo.hidePopup()


PLACES: Mapping[str, Callable[[Window, QtBot], Iterator[str]]] = MappingProxyType(
    {
        "lists of choices": faults_of_choices,
        "references of a person": faults_of_references,  # in the form that the lists of choices were unfolded in
        "search": faults_of_search,
        "date of a resolution": faults_of_calendar,
        "narrow place": faults_in_narrow_place,
    }
)
"""Where something unfolds, and what is wrong with it there."""


@looks
def test_what_unfolds_is_whole_and_on_the_screen(look: Window, qtbot: QtBot) -> None:
    asked = Asked()
    for place, faults in PLACES.items():
        asked.note(place, faults(look, qtbot))
    asked.check()
