"""A dialog stays until somebody answers it, and its buttons come last with the keyboard."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.make import SPANISH
from tests.ui.seeing import room_of, workspace_of
from ui.frame.window import Window
from ui.look.dialog import DialogFrame
from ui.paper.export_list import ask_export
from ui.room.edit_many import ask_edit_many


def ask_plainly(window: Window) -> None:
    dialog = DialogFrame(SPANISH, "Preguntar", "Seguir", window)
    dialog.ask("Nombre", QLineEdit())
    dialog.open()


def ask_many(window: Window) -> None:
    ids = room_of(window).list.table.rows.ids[:2]
    ask_edit_many(workspace_of(window), "municipality", list(ids), window)


def ask_list(window: Window) -> None:
    ask_export(workspace_of(window), room_of(window).list.seen(), window)


@pytest.mark.parametrize("ask", [ask_plainly, ask_many, ask_list])
def test_a_dialog_stays_whatever_python_collects(opened: Window, ask: Callable[[Window], None]) -> None:
    ask(opened)
    gc.collect()
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, DialogFrame) and each.isVisible())
    dialog.reject()


def test_the_buttons_come_after_the_fields(opened: Window, qtbot: QtBot) -> None:
    dialog = DialogFrame(SPANISH, "Preguntar", "Seguir", opened)
    first, second = QLineEdit(), QLineEdit()
    dialog.ask("Nombre", first)
    dialog.ask("Lugar", second)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.focusWidget() is first)
    order: list[QWidget | None] = []
    for _ in range(4):
        order.append(dialog.focusWidget())
        dialog.focusNextChild()
    assert order == [first, second, dialog.cancelling, dialog.accepting]
    dialog.reject()
