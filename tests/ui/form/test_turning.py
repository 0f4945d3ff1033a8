"""Ctrl+Tab goes from section to section of a form, whatever the keyboard is in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import edit_shown, open_record, pane_of
from tests.ui.waiting import wait_until_idle
from ui.form.form import Form
from ui.frame.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def form_of(window: Window, qtbot: QtBot) -> Form:
    """Show the form of a city."""
    open_record(window, "Montevideo", qtbot)
    wait_until_idle(window, qtbot)
    window.activateWindow()
    edit_shown(window)
    wait_until_idle(window, qtbot)
    return pane_of(window).form


def place_of(form: Form, window: Window) -> str:
    """Return which field or part of the form the keyboard is in."""
    focus = window.focusWidget()
    named: dict[str, QWidget] = {**form.boxes, **form.parts}
    return next((name for name, each in named.items() if each.isAncestorOf(focus)), "")


def test_ctrl_tab_goes_through_the_sections_of_a_form_and_back(opened: Window, qtbot: QtBot) -> None:
    form = form_of(opened, qtbot)
    layout = pane_of(opened).facts.form
    firsts = []
    for _ in layout.sections:
        firsts.append(place_of(form, opened))
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab, CONTROL)
    assert len(set(firsts)) == len(layout.sections)
    assert place_of(form, opened) == firsts[0], "round and round"
    QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert place_of(form, opened) == firsts[-1]
    wait_until_idle(opened, qtbot)
    shown = opened.focusWidget().visibleRegion().boundingRect()
    assert shown == opened.focusWidget().rect(), "in sight"


def test_each_field_of_a_form_is_left_by_ctrl_tab(opened: Window, qtbot: QtBot) -> None:
    form = form_of(opened, qtbot)
    form.parts["memberships"].add()
    rows = form.parts["memberships"].rows
    editors = [*(box.editor for box in form.boxes.values()), *rows[-1].editors.values()]
    inputs = [each.input() for each in editors if each.input().isEnabled()]
    kept = []
    for each in [*inputs, *rows[-1].buttons]:
        form.go_to(each)
        before = place_of(form, opened)
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_Tab, CONTROL)
        kept += [before] if place_of(form, opened) == before else []
    assert kept == []
