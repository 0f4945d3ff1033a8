"""What unfolds from the window can be heard: it is found from there, it has its name, and so have its lines."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.journeys.asked import Asked
from tests.ui.hearing import deaf, is_in_tree
from tests.ui.seeing import frame_of, list_of, pane_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.form.editors.combo import ComboEditor
from ui.form.editors.dates import DateEditor
from ui.form.editors.picking import PickLine
from ui.frame.window import Window
from ui.look.spoken import LOSES_POPUPS
from ui.room.room import Room

NAME = QAccessible.Text.Name

pytestmark = pytest.mark.parametrize("look", [("es", 100)], ids=["es"], indirect=True)


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Let a screen reader be there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def name_of(widget: QWidget) -> str:
    """Return how a widget is called by whoever hears it."""
    return QAccessible.queryAccessibleInterface(widget).text(NAME)


def current_of(view: QAbstractItemView) -> str:
    """Return the line of a list that a screen reader is told to be at, which Qt says of lists with the keyboard."""
    assert view.hasFocus(), "Qt tells nobody where the arrows are"
    line = QAccessible.queryAccessibleInterface(view).focusChild()
    assert line is not None
    return line.text(NAME)


def show(look: Window, room: str, qtbot: QtBot) -> None:
    """Show a room."""
    look.show_room(room)
    wait_until_idle(look, qtbot)


def begin(look: Window, entity: str, qtbot: QtBot) -> None:
    """Begin a record in its form."""
    frame_of(look).begin_record(entity, {})
    wait_until_idle(look, qtbot)


def lines_of(menu: QMenu) -> list[tuple[QAccessible.Role, str]]:
    """Return what is heard of the lines of a menu."""
    told = QAccessible.queryAccessibleInterface(menu)
    lines = [told.child(at) for at in range(told.childCount())]
    return [(line.role(), line.text(NAME)) for line in lines]


def press_down(view: QAbstractItemView) -> None:
    """Press the arrow where the system would: in what is unfolded, else where the keyboard is."""
    at = view if QApplication.activePopupWidget() else QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Down)


def put_away(shown: QWidget) -> None:
    """Fold what is unfolded."""
    (shown if shown.isWindow() else shown.window()).hide() if QApplication.activePopupWidget() else shown.hide()


def filter_popup(look: Window, qtbot: QtBot) -> QWidget:
    """Ask for a filter, and try one that lacks what it compares with."""
    show(look, "ciudades", qtbot)
    bar = list_of(look).filters
    bar.adding.click()
    assert bar.popup is not None
    bar.popup.choose()
    return bar.popup


def calendar(look: Window, qtbot: QtBot) -> QWidget:
    """Open the calendar of a date."""
    begin(look, "resolution", qtbot)
    date = next(each for each in pane_of(look).form.findChildren(DateEditor) if each.isVisible())
    date.open_calendar()
    assert date.calendar is not None
    return date.calendar


def records(look: Window, qtbot: QtBot) -> QWidget:
    """Unfold the records that a field may refer to."""
    begin(look, "resolution", qtbot)
    line = pane_of(look).form.boxes["municipality_id"].editor.input()
    assert isinstance(line, PickLine)
    line.setFocus()
    line.unfold()
    wait_until_idle(look, qtbot)
    return line.popup


def choices(look: Window, qtbot: QtBot) -> QWidget:
    """Unfold the choices of a field."""
    begin(look, "meeting", qtbot)
    combo = next(each for each in pane_of(look).form.findChildren(ComboEditor) if each.isVisible()).box
    combo.showPopup()
    return combo.view()


def order(look: Window, qtbot: QtBot) -> QWidget:
    """Unfold by what a list beside a record is ordered."""
    show(look, "ciudades", qtbot)
    room_of(look).show_record("municipality", room_of(look).list.table.rows.ids[0])
    wait_until_idle(look, qtbot)
    fields = list_of(look).order_line.fields
    fields.showPopup()
    return fields.view()


def answers(look: Window, qtbot: QtBot) -> QWidget:
    """Type in the one search."""
    top = frame_of(look).top
    top.take_focus()
    QTest.keyClicks(top.line, "comision directiva")
    wait_until_idle(look, qtbot)
    return top.results


UNFOLDED: Mapping[str, Callable[[Window, QtBot], QWidget]] = MappingProxyType(
    {
        "Agregar filtro": filter_popup,
        "Elegir en el calendario": calendar,
        "Ciudad responsable": records,
        "Situación": choices,
        "Orden": order,
        "Resultados de la búsqueda": answers,
    }
)


ARROWS = ("Ciudad responsable", "Resultados de la búsqueda", "Situación", "Orden")
"""What of it the arrows go through."""


def faults_of(shown: QWidget, name: str, window: Window) -> Iterator[str]:
    """Tell what is wrong with something that is unfolded and should be called `name`."""
    if not shown.isVisible():
        yield "is not shown"
    if not is_in_tree(shown, window) and LOSES_POPUPS:
        yield "is not found from the window"
    if name_of(shown) != name:
        yield f"is called {name_of(shown)!r}"
    yield from map(str, deaf(shown, "Obligatorio."))


def faults_of_arrows(view: QAbstractItemView) -> Iterator[str]:
    """Go down three lines, and tell which are not heard as they are."""
    heard: list[str] = []
    for _ in range(3):
        press_down(view)
        heard.append(current_of(view))
        said = str(view.currentIndex().data()).strip()[:8]
        if not heard[-1].splitlines()[0].startswith(said):
            yield f"the arrows are at {said!r}, and {heard[-1]!r} is heard"
    if len(set(heard)) != 3:
        yield f"three arrows come to {heard}"


def faults_of_lack(window: Window) -> Iterator[str]:
    """Tell whether a filter that lacks what it compares with says so at its field."""
    popup = list_of(window).filters.popup
    assert popup is not None
    assert popup.editor is not None
    said = QAccessible.queryAccessibleInterface(popup.editor.input()).text(QAccessible.Text.Description)
    if said != "Falta indicar con qué se compara.":
        yield f"a filter that lacks something is described as {said!r}"


def faults_of_creating(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Tell whether the line that creates what is lacking is heard as the last one."""
    begin(window, "resolution", qtbot)
    line = pane_of(window).form.boxes["municipality_id"].editor.input()
    assert isinstance(line, PickLine)
    line.setFocus()
    QTest.keyClicks(line, "Rosar")
    line.unfold()
    wait_until_idle(window, qtbot)
    for _ in (*line.options, "Crear"):
        press_down(line.popup)
    if current_of(line.popup) != "Crear «Rosar»":
        yield f"{current_of(line.popup)!r} is heard as the last line"
    line.fold()


def test_what_unfolds_is_found_from_the_window_and_all_of_it_is_heard(look: Window, qtbot: QtBot) -> None:
    asked = Asked()
    for name, unfold in UNFOLDED.items():
        shown = unfold(look, qtbot)
        asked.note(name, faults_of(shown, name, look))
        if name in ARROWS:
            assert isinstance(shown, QAbstractItemView)
            asked.note(name, faults_of_arrows(shown))
        if name == "Agregar filtro":
            asked.note(name, faults_of_lack(look))
        put_away(shown)
        look.activateWindow()  # the system gives the keyboard back to it
    asked.note("Crear", faults_of_creating(look, qtbot))
    asked.check()


def menus_of(window: QWidget) -> Iterator[tuple[QWidget, QMenu]]:
    """Ask for the menu of each thing that is seen, and open those of buttons; each is closed when the next is asked."""
    for each in window.findChildren(QWidget):
        if not each.isVisible() or not each.isEnabled() or each.window() is not window:
            continue
        at = each.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(each, QContextMenuEvent(reason, at, each.mapToGlobal(at)))
        own = each.menu() if isinstance(each, (QToolButton, QPushButton)) else None
        if own is not None and QApplication.activePopupWidget() is None:
            own.popup(each.mapToGlobal(at))
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            yield each, menu
            menu.close()


def faults_of_menus(window: Window) -> Iterator[str]:
    """Tell what is wrong with each menu of what is seen, and whether those of Qt are among them."""
    owners = []
    for owner, menu in menus_of(window):
        owners.append(owner)
        wrong = list(map(str, deaf(menu, "Obligatorio.")))
        if wrong or name_of(menu) == window.windowTitle():
            yield f"menu {name_of(menu)!r} of {type(owner).__name__}: {wrong}"
    if not any(isinstance(owner, QLineEdit) for owner in owners):
        yield "the menus of Qt are not among them"


def faults_of_buttons(window: Window) -> Iterator[str]:
    """Tell whether the menus of the buttons of a list have their names and their lines."""
    pane = list_of(window)
    pane.views.fill()
    menu, columns = pane.views.menu(), pane.table.columns_menu()
    lines = [text for role, text in lines_of(menu) if role is not QAccessible.Role.Separator]
    if (name_of(menu), *lines) != ("Vistas guardadas", "Todavía no hay vistas guardadas", "Guardar esta vista…"):
        yield f"menu {name_of(menu)!r} with {lines}"
    named = [text for _, text in lines_of(columns)]
    if (name_of(columns), *named) != ("Columnas", *(pane.words(each.field.label) for each in pane.table.rows.columns)):
        yield f"menu {name_of(columns)!r} with {named}"


def test_each_menu_has_a_name_and_so_have_its_lines(look: Window, qtbot: QtBot) -> None:
    asked = Asked()
    for room in ("inicio", "ciudades", "reuniones"):
        show(look, room, qtbot)
        page = frame_of(look).page
        if isinstance(page, Room):
            asked.note(room, faults_of_buttons(look) if room == "ciudades" else ())
            page.show_record(page.facts.entity, page.list.table.rows.ids[0])
            wait_until_idle(look, qtbot)
        asked.note(f"{room} as it is read", faults_of_menus(look))
        if isinstance(page, Room):
            page.record.edit()
            wait_until_idle(look, qtbot)
            asked.note(f"{room} in its form", faults_of_menus(look))
            page.record.close_record()
    asked.check()
