"""The commands: one name, one shortcut, switched on only when they make sense."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.look.actions import COMMANDS, Actions
from ui.look.conditions import NOT_OF_KIND, WHY, Condition
from ui.look.icons import icon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(words: Words, window: QWidget) -> Actions:
    return Actions(window, words)


def test_no_two_commands_share_a_name_or_a_shortcut() -> None:
    names = Counter(command.name for command in COMMANDS)
    keys = Counter(key for command in COMMANDS for key in command.shortcuts)
    assert max(names.values()) == 1
    assert max(keys.values()) == 1


def test_every_icon_exists() -> None:
    for command in COMMANDS:
        assert not command.icon or not icon(command.icon).isNull()


def test_saving_needs_a_file_and_a_change(actions: Actions) -> None:
    assert not actions["save_record"].isEnabled()
    actions.allow({Condition.FILE})
    assert not actions["save_record"].isEnabled()
    actions.allow({Condition.FILE, Condition.CHANGES})
    assert actions["save_record"].isEnabled()
    assert not actions["undo"].isEnabled()


def test_undo_names_what_it_takes_back(actions: Actions) -> None:
    actions.rename("undo", "Deshacer «Importar socios.csv»")
    assert actions["undo"].text() == "Deshacer «Importar socios.csv»"
    assert "Ctrl+Z" in actions["undo"].toolTip()


def test_an_ampersand_in_a_name_is_shown(actions: Actions) -> None:
    actions.rename("undo", "Deshacer: cambio en contacto «Ruiz & Hijos»")
    assert actions["undo"].text() == "Deshacer: cambio en contacto «Ruiz && Hijos»"
    assert actions["undo"].toolTip().startswith("Deshacer: cambio en contacto «Ruiz & Hijos» (")


def test_a_command_does_what_it_was_connected_to(actions: Actions) -> None:
    done: list[str] = []
    actions.connect_all({"open_file": lambda: done.append("opened")})
    actions["open_file"].trigger()
    assert done == ["opened"]


def test_undo_held_down_undoes_once(actions: Actions) -> None:
    assert {name for name in ("undo", "redo", "filter") if actions[name].autoRepeat()} == {"filter"}


def test_what_is_grey_says_why_and_tells_it_when_its_keys_are_pressed(
    actions: Actions, window: QWidget, qtbot: QtBot
) -> None:
    told: list[str] = []
    actions.refused.connect(told.append)
    window.show()
    actions.allow({Condition.FILE, Condition.LIST})
    assert actions["fulfil"].toolTip().endswith("(Ctrl+Shift+M)\nElija antes una fila de la lista.")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_M, keys)
    assert told == ["Elija antes una fila de la lista."]
    met = {Condition.FILE, Condition.LIST, Condition.SELECTION, Condition.OWED}
    actions.allow(met, lacking={"fulfil"})
    QTest.keyClick(window, Qt.Key.Key_M, keys)
    assert told[1].startswith("Esta clase de ficha no se marca como cumplida.")
    actions.allow(met - {Condition.OWED})
    assert actions["fulfil"].toolTip().endswith("no queda nada por marcar.")
    actions.allow(met, busy=True)
    assert actions["fulfil"].toolTip().endswith("Espere a que termine lo que se está escribiendo.")
    actions.allow(met)
    assert actions["fulfil"].toolTip() == "Marcar como cumplido (Ctrl+Shift+M)"
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert len(told) == 2, "whoever saves twice, or goes on at the end, sees why: what was told before stays"


def test_each_condition_that_a_command_needs_has_its_words() -> None:
    assert set(WHY) == set(Condition)
    assert set(NOT_OF_KIND) <= {command.name for command in COMMANDS}
