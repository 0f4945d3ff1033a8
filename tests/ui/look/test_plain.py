"""What is shown as plain text: tips, titles, and the & of names."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.look.fitting_dialog import FittingDialog
from ui.look.plain import CheckBox, Menu, PushButton, RadioButton, TabBar, ToolButton, plain_tip, set_title


def hold(widget: QWidget, key: Qt.Key) -> None:
    """Press a key and hold it down for a moment."""
    kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    for repeated in (False, True, True):
        for kind in kinds if repeated else kinds[:1]:
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeated))
    QApplication.sendEvent(widget, QKeyEvent(kinds[1], key, Qt.KeyboardModifier.NoModifier))


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


@pytest.mark.parametrize("kind", [PushButton, ToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_that_is_held_presses_a_button_once(
    kind: type[PushButton | ToolButton], key: Qt.Key, qtbot: QtBot
) -> None:
    dialog, pressed = FittingDialog(), list[str]()
    qtbot.addWidget(dialog)
    main, button = PushButton("Aceptar"), kind()
    for each, name in ((main, "main"), (button, "button")):
        dialog.buttons.addWidget(each)
        each.clicked.connect(lambda _checked=False, name=name: pressed.append(name))
    main.setDefault(True)
    dialog.show()
    hold(button, key)
    assert pressed == ["button"]


def test_enter_that_is_held_in_a_line_presses_the_main_button_once(qtbot: QtBot) -> None:
    dialog, pressed = FittingDialog(), list[str]()
    qtbot.addWidget(dialog)
    line, main = QLineEdit(), PushButton("Copiar el grupo 1 de 6")
    dialog.content.addWidget(line)
    dialog.buttons.addWidget(main)
    main.setDefault(True)
    main.clicked.connect(lambda: pressed.append("main"))
    dialog.show()
    hold(line, Qt.Key.Key_Return)
    assert pressed == ["main"]


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
