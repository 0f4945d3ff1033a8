"""Whoever goes by Tab comes through all that is seen from the top to the bottom, whatever was made last."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.problems import Place, Problem
from tests.ui.seeing import edit_record, open_record, pane_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.plain import ToolButton

MOST = 80
"""Stops after which a way has no end."""


def way_from(start: QWidget, inside: QWidget, qtbot: QtBot) -> list[QWidget]:
    """Press Tab from `start` until the keyboard leaves `inside`, and return where it stopped."""
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(start.hasFocus)
    found = [start]
    for _ in range(MOST):
        QTest.keyClick(start.window().focusWidget(), Qt.Key.Key_Tab)
        reached = start.window().focusWidget()
        if not inside.isAncestorOf(reached):
            return found
        found.append(reached)
    raise AssertionError([each.accessibleName() or str(each) for each in found])


def steps_back(way: Sequence[QWidget], inside: QWidget) -> list[tuple[str, str]]:
    """Return the pairs of stops of which the second stands wholly above the first.

    The buttons of a row stand beside its first line and come after all its fields.
    """
    tops = [(each, each.mapTo(inside, QPoint()).y()) for each in way if not isinstance(each, ToolButton)]
    return [
        (first.accessibleName() or str(first), second.accessibleName() or str(second))
        for (first, top), (second, below) in pairwise(tops)
        if below + second.height() <= top
    ]


def test_a_row_that_was_added_stands_where_it_is_seen(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    edit_record(opened, "Bruno Ficticio", qtbot)
    form = pane_of(opened).form
    points, posts = form.parts["contact_points"], form.parts["tenures"]
    points.adding.click()
    points.adding.click()
    wait_until_idle(opened, qtbot)
    way = way_from(form.boxes["name"].editor.input(), form, qtbot)
    assert not steps_back(way, form)
    added = points.rows[-1].editors["value"].input()
    order = [added, points.adding, posts.adding, form.boxes["notes"].editor.input()]
    assert [each for each in way if each in order] == order


def test_the_links_to_what_is_wrong_come_before_the_form_and_leave_it_as_it_is(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    edit_record(opened, "Bruno Ficticio", qtbot)
    form = pane_of(opened).form
    first, name = form.first_input(), form.boxes["name"].editor.input()
    assert first is not None
    form.show_problems([Problem("No es un nombre.", place=Place(field="name"))])
    wait_until_idle(opened, qtbot)
    way = way_from(form.faults.links[0], pane_of(opened), qtbot)
    assert way[1] is first
    assert name in way
    assert form.boxes["notes"].editor.input() in way


def test_the_links_of_a_page_follow_it_in_their_order(opened: Window, qtbot: QtBot) -> None:
    opened.show_room("contactos")
    open_record(opened, "Bruno Ficticio", qtbot)
    wait_until_idle(opened, qtbot)
    page = pane_of(opened).page
    qtbot.waitUntil(lambda: page.beside is not None)
    wait_until_idle(opened, qtbot)
    way = way_from(page, page, qtbot)
    stops = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(way) > 3
    assert {*way[1:]} >= {each for each in stops if each.isVisible()}
    assert not steps_back(way[1:], page)
