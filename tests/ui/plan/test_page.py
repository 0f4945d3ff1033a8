"""The board of a plan: its lines with how far they are, and how the plan of a new period begins."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.records.editing import Draft, delete_records, save_record
from tests.ui.plan.planned import Planned
from tests.ui.seeing import frame_of, news_of, pane_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.plan.board import BoardPage


def said(board: BoardPage) -> list[tuple[str, str]]:
    return [(card.accessibleName(), card.accessibleDescription()) for card in board.cards.values()]


def test_each_line_says_how_far_it_is_and_how_that_comes_about(planned: Planned) -> None:
    assert said(planned.board) == [
        ("1 · Integración", "Sin acciones todavía"),
        ("4 · Redes", "0 de 2 acciones cumplidas; avance 50% de 1 medida. 1 acción atrasada"),
        ("8 · Vacante", "Vacante: el documento no trae este punto."),
    ]


def test_what_is_late_takes_no_room_from_the_title_of_its_line(planned: Planned, qtbot: QtBot) -> None:
    planned.window.resize(1024, 600)
    wait_until_idle(planned.window, qtbot)
    widths = {
        card.accessibleName(): max(each.width() for each in card.findChildren(QLabel) if each.text())
        for card in planned.board.cards.values()
    }
    card = planned.board.cards[planned.keys["Redes"]]
    assert widths["4 · Redes"] > card.width() / 2


def test_a_line_opens_with_its_actions_and_the_way_back_leads_to_the_board(planned: Planned, qtbot: QtBot) -> None:
    planned.board.cards[planned.keys["Redes"]].click()
    wait_until_idle(planned.window, qtbot)
    assert pane_of(planned.window).id == planned.keys["Redes"]
    assert "Encuentros" in pane_of(planned.window).page.text()
    press(planned.window, "back", qtbot)
    wait_until_idle(planned.window, qtbot)
    assert planned.tabs.face() == "board"


def test_the_board_says_what_was_changed_meanwhile(planned: Planned, qtbot: QtBot) -> None:
    workspace = workspace_of(planned.window)
    draft = Draft("plan_action", planned.keys["Nota"], {"state": "done"})
    workspace.write(lambda: save_record(workspace.store, draft).changes)
    wait_until_idle(planned.window, qtbot)
    assert said(planned.board)[1][1].startswith("1 de 2 acciones cumplidas; avance medio 75% de 2 medidas")


def test_a_period_without_a_plan_begins_with_a_copy_of_another(planned: Planned, qtbot: QtBot) -> None:
    board = planned.board
    board.chooser.box.setCurrentIndex(0)
    board.chooser.box.activated.emit(0)
    wait_until_idle(planned.window, qtbot)
    assert board.chooser.term is not None
    assert board.chooser.term.name == "2027-2028"
    assert board.content is not None
    [begin] = board.content.findChildren(QPushButton)
    assert begin.text() == "Empezar con una copia del plan de 2026-2027"
    begin.click()
    wait_until_idle(planned.window, qtbot)
    assert [name for name, _ in said(board)] == ["1 · Integración", "4 · Redes", "8 · Vacante"]
    assert news_of(planned.window) == "Se empezó el plan de trabajo de «2027-2028»."


def test_a_period_that_is_recorded_meanwhile_is_offered_at_once(planned: Planned, qtbot: QtBot) -> None:
    store = workspace_of(planned.window).store
    draft = Draft("period", None, {"name": "2028-2029"})
    workspace_of(planned.window).write(lambda: save_record(store, draft).changes)
    wait_until_idle(planned.window, qtbot)
    box = planned.board.chooser.box
    assert "2028-2029" in [box.itemText(at) for at in range(box.count())]


def test_the_keyboard_stays_in_the_room_when_the_plan_that_was_seen_is_gone(planned: Planned, qtbot: QtBot) -> None:
    planned.calendar(qtbot)
    planned.tabs.tabs.setCurrentIndex(0)
    workspace = workspace_of(planned.window)
    gone = (("plan_action", ("Encuentros", "Nota")), ("plan_line", ("Integración", "Redes", "Vacante")))
    for kind, names in gone:
        workspace.write(partial(delete_records, workspace.store, kind, [planned.keys[name] for name in names]))
    wait_until_idle(planned.window, qtbot)
    assert planned.board.chooser.box.hasFocus()
    page = planned.calendar(qtbot)
    assert page.chooser.box.hasFocus()


def test_the_calendar_says_in_words_what_it_draws_and_opens_an_action(planned: Planned, qtbot: QtBot) -> None:
    view = planned.calendar(qtbot).view
    assert view is not None
    line = view.rows.item(1)
    across = line.child(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert across.startswith("En curso · del 01/09/2026 al 01/11/2026; atrasada")
    assert "compromiso del 31/12/2026: Enviar la lista" in across
    assert across in line.child(0, 1).toolTip()
    assert "Encuentros" in line.child(0, 0).toolTip()
    view.setCurrentIndex(line.child(0, 0).index())
    QTest.keyClick(view, Qt.Key.Key_Return)
    wait_until_idle(planned.window, qtbot)
    assert pane_of(planned.window).id == planned.keys["Encuentros"]
    assert frame_of(planned.window).current == "plan"
