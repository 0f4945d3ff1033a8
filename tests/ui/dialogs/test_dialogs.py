"""The dialogs: faults that leave the program up, and passphrases that are typed twice."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.file.passphrases import Strength, strength
from app.words.problems import Place, Problem
from app.words.words import Words
from ui.dialogs.fault import FaultDesk
from ui.dialogs.passphrase import AskPassphrase, ChoosePassphrase, RemovePassphrase
from ui.look.problem import ProblemDialog
from ui.look.unsaved import UnsavedDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def fault() -> ValueError:
    try:
        raise ValueError("the beans were counted twice")
    except ValueError as error:
        return error


def test_a_fault_is_said_in_words_and_its_details_can_be_copied(words: Words, window: QWidget) -> None:
    desk = FaultDesk(words, window)
    desk.show_fault(fault())
    assert desk.dialog is not None
    assert "No es culpa suya" in desk.dialog.text.text()
    desk.dialog.copying.click()
    copied = QGuiApplication.clipboard().text()
    assert "the beans were counted twice" in copied
    assert "Python" in copied
    desk.dialog.closing.click()
    assert desk.dialog is None


def test_a_second_fault_joins_the_first(words: Words, window: QWidget) -> None:
    desk = FaultDesk(words, window)
    desk.show_fault(fault())
    desk.show_fault(KeyError("the other one"))
    assert desk.dialog is not None
    assert "the other one" in desk.dialog.details.toPlainText()
    desk.dialog.accept()


def test_what_a_thread_does_not_catch_reaches_the_desk(words: Words, window: QWidget, qtbot: QtBot) -> None:
    desk = FaultDesk(words, window)
    before = sys.excepthook, threading.excepthook
    remove = desk.install()

    def fail() -> None:
        raise RuntimeError("far away")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: desk.dialog is not None)
    remove()
    assert (sys.excepthook, threading.excepthook) == before
    assert desk.dialog is not None
    assert "far away" in desk.dialog.details.toPlainText()
    desk.dialog.accept()


def test_the_hook_of_the_window_shows_what_a_slot_raises(words: Words, window: QWidget) -> None:
    desk = FaultDesk(words, window)
    remove = desk.install()
    error = fault()
    sys.excepthook(type(error), error, error.__traceback__)
    remove()
    assert desk.dialog is not None
    desk.dialog.accept()


def test_two_different_passphrases_are_not_taken(words: Words, qtbot: QtBot) -> None:
    dialog = ChoosePassphrase(words)
    qtbot.addWidget(dialog)
    dialog.show()
    chosen = "cuatro lluvias verdes lejos"
    QTest.keyClicks(dialog.field, chosen)
    QTest.keyClicks(dialog.repeated, "otra cosa")
    dialog.accepting.click()
    assert dialog.isVisible()
    assert "no son iguales" in dialog.problems.text.text()
    dialog.repeated.setText(chosen)
    dialog.accepting.click()
    assert not dialog.isVisible()
    assert dialog.passphrase == chosen


def test_a_passphrase_can_be_left_out(words: Words, qtbot: QtBot) -> None:
    dialog = ChoosePassphrase(words)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.passphrase is None


def test_what_is_typed_is_hidden_until_asked_for(words: Words, qtbot: QtBot) -> None:
    for dialog in (AskPassphrase(words, "red.enlace"), RemovePassphrase(words, "red.enlace")):
        qtbot.addWidget(dialog)
        assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
        assert dialog.field.accessibleName()


@pytest.mark.parametrize(
    ("typed", "judged"),
    [
        ("", Strength.NONE),
        ("mercociudades", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("lluvia tango sendero", Strength.FAIR),
        ("cuatro lluvias verdes lejos", Strength.STRONG),
    ],
)
def test_strength_asks_for_several_words(typed: str, judged: Strength) -> None:
    assert strength(typed) is judged


def test_a_problem_is_said_with_its_place_and_its_hint(words: Words, qtbot: QtBot) -> None:
    problem = Problem("La hoja está vacía.", "Elija otra.", Place(file="socios.xlsx", sheet="Hoja 1"))
    dialog = ProblemDialog(words, "No se pudo leer", [problem])
    qtbot.addWidget(dialog)
    said = dialog.box.findChildren(QLabel)
    assert any("socios.xlsx, hoja Hoja 1: La hoja está vacía. Elija otra." in each.text() for each in said)


def test_a_dialog_begins_with_its_field_and_comes_to_the_buttons_last(
    words: Words, window: QWidget, qtbot: QtBot
) -> None:
    window.show()
    asking = AskPassphrase(words, "Red.enlace", window)
    asking.open()
    qtbot.waitUntil(asking.field.hasFocus)
    seen = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[0] is asking.field
    assert seen[2:] == [asking.cancelling, asking.accepting]
    asking.reject()


def test_a_dialog_grows_to_hold_what_is_wrong(words: Words, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    asking = AskPassphrase(words, "Red.enlace", window)
    asking.open()
    qtbot.waitExposed(asking)
    asking.show_problems([Problem("Esto no abre el archivo, y hay mucho que decir de por qué no lo abre. " * 4)])
    qtbot.waitUntil(lambda: asking.problems.text.height() > 0)
    text = asking.problems.text
    assert text.height() >= text.heightForWidth(text.width())
    (box,) = asking.findChildren(QCheckBox)
    assert asking.field.geometry().bottom() < box.geometry().top()
    asking.reject()


def test_giving_up_what_was_written_is_not_what_the_keyboard_is_on(words: Words, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    asking = UnsavedDialog(words, "Rosario", window)
    asking.open()
    qtbot.waitUntil(asking.accepting.hasFocus)
    asking.reject()
