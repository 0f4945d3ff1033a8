"""What is shown as plain text: tips, titles, and the & of names."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ui.look.plain import CheckBox, Menu, PushButton, RadioButton, TabBar, ToolButton, plain_tip, set_title


@pytest.mark.parametrize("text", ["<b>x</b>  & y", "one\ntwo <i>", '<img src="a"> &amp;'])
def test_a_tip_that_looks_like_a_page_shows_its_signs(text: str) -> None:
    page = QTextDocument()
    page.setHtml(plain_tip(text))
    assert page.toPlainText() == text


def test_a_tip_that_looks_like_none_is_left_alone() -> None:
    assert plain_tip("Pérez & Hijos") == "Pérez & Hijos"


@pytest.mark.parametrize("kind", [PushButton, ToolButton, RadioButton, CheckBox])
def test_a_button_takes_no_key_from_a_name(kind: type[QAbstractButton], qtbot: QtBot) -> None:
    button = kind()
    qtbot.addWidget(button)
    button.setText("Pérez &Hijos")
    assert button.text() == "Pérez &Hijos"
    assert button.shortcut().isEmpty()
    assert QAbstractButton.text(button) == "Pérez &&Hijos"


@pytest.mark.parametrize("kind", [PushButton, ToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_each_key_that_presses(
    kind: type[PushButton | ToolButton], key: Qt.Key, qtbot: QtBot
) -> None:
    button = kind()
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    button.show()
    QTest.keyClick(button, key)
    assert pressed == ["once"]


def test_a_button_with_a_menu_opens_it_with_enter(qtbot: QtBot) -> None:
    button, menu = ToolButton(), Menu()
    qtbot.addWidget(button)
    menu.offer("Guardar")
    button.setMenu(menu)
    button.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
    button.show()
    seen: list[bool] = []

    def look() -> None:
        seen.append(menu.isVisible())
        menu.close()

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, look))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert seen == [True]


def test_tabs_and_lines_of_menus_take_no_key_from_a_name(qtbot: QtBot) -> None:
    tabs, menu = TabBar(), Menu("Pérez &Hijos")
    for each in (tabs, menu):
        qtbot.addWidget(each)
    tabs.add("Pérez &Hijos")
    assert tabs.tabText(0) == "Pérez &Hijos"
    assert menu.title() == "Pérez &&Hijos"
    assert menu.offer("Pérez &Hijos").text() == "Pérez &&Hijos"


def test_a_title_keeps_what_qt_takes_for_the_mark_of_what_is_unsaved(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    set_title(window, "Acta [*] 3")
    window.show()
    window.setWindowModified(False)
    assert window.windowTitle() == "Acta [*][*] 3"
    window.close()
