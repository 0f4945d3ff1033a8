"""Beside a demand what may serve it, in an order that is said, by reasons that can be set aside."""

from functools import partial

from pytestqt.qtbot import QtBot

from app.matching import Reason, Verdict
from app.matching.saying import say_verdict
from tests.journeys.test_tab_order import steps_back, way_from
from tests.make import add, add_city
from tests.ui.matching.seeing import shown
from tests.ui.seeing import frame_of, list_of, workspace_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.matching.tab import LOW, PracticesTab


def test_a_reason_is_set_aside_and_said_so(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    page = shown(opened, "need", made[0], qtbot)
    assert isinstance(page, PracticesTab)
    page.checks[Reason.THEME].click()
    wait_until_idle(opened, qtbot)
    assert page.aside.text() == "No cuentan: Tema en común"
    assert "comparten un tema" not in page.order.text()
    for reason in (each for each in Reason if each is not Reason.THEME):
        page.checks[reason].click()
        wait_until_idle(opened, qtbot)
    assert page.cards == []
    assert "tiene una razón" in page.aside.text()


def test_more_are_shown_when_they_are_asked_for(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    store, other = workspace_of(opened).store, add_city(workspace_of(opened).store, "Bragado")
    for at in range(17):
        add(store, "experience", name=f"Práctica {at:02}", running=True, municipalities=(other,))
    page = shown(opened, "need", made[0], qtbot)
    assert len(page.cards) == 15
    assert page.more.text() == "Mostrar 3 más"
    page.more.click()
    assert len(page.cards) == 18
    assert page.cards[15].serving.hasFocus()
    assert not page.more.isVisible()
    assert frame_of(opened).current == "experiencias"


def test_tab_goes_down_the_page(opened: Window, made: tuple[str, str], qtbot: QtBot) -> None:
    store = workspace_of(opened).store
    add(store, "experience", name="Otra", running=True, municipalities=(add_city(store, "Bragado"),))
    page = shown(opened, "need", made[0], qtbot)
    page.cards[1].serving.click()
    wait_until_idle(opened, qtbot)
    assert isinstance(page, PracticesTab)
    assert page.cards[0].name.said == "Otra", "what serves stands first"
    way = way_from(next(iter(page.checks.values())), page, qtbot)
    assert steps_back(way, page) == []
    assert way[-1] is page.cards[1].adopting


def test_what_goes_from_the_tab_leaves_the_keyboard_where_one_works(
    opened: Window, made: tuple[str, str], qtbot: QtBot
) -> None:
    store = workspace_of(opened).store
    add(store, "experience", name="Otra", running=True, municipalities=(add_city(store, "Bragado"),))
    page = shown(opened, "need", made[0], qtbot)
    page.cards[0].serving.setFocus()
    list_of(opened).setFocus()
    workspace_of(opened).do(partial(say_verdict, store, *made, Verdict.SERVES_NOT))
    wait_until_idle(opened, qtbot)
    assert len(page.cards) == 1
    assert opened.focusWidget() is list_of(opened)


def test_where_there_is_little_height_the_reasons_are_put_away_until_they_are_asked_for(
    opened: Window, made: tuple[str, str], qtbot: QtBot
) -> None:
    page = shown(opened, "need", made[0], qtbot)
    assert isinstance(page, PracticesTab)
    line, parts = page.fontMetrics().lineSpacing(), (page.unfolding, page.order, page.heading, page.offered)
    for height, hidden in ((LOW + 1, [True, False, False, False]), (LOW - 1, [False, True, True, True])):
        page.setFixedHeight(height * line)
        wait_until_idle(opened, qtbot)
        assert [each.isHidden() for each in parts] == hidden
    page.unfolding.click()
    assert [each.isHidden() for each in parts] == [False] * 4
