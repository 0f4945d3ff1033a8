"""Quiet news: said in the bar, with buttons for what comes next, until put away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.look.notice import Notice, NoticeBar, NoticeButton, Tone, saved_notice


@pytest.fixture
def bar(words: Words, qtbot: QtBot) -> NoticeBar:
    made = NoticeBar(words)
    qtbot.addWidget(made)
    return made


def test_a_saved_file_offers_to_open_it_and_to_show_its_folder(bar: NoticeBar, words: Words) -> None:
    bar.tell(saved_notice(words, Path("informes/dossier.pdf")))
    assert bar.text.text() == "Se guardó dossier.pdf."
    assert [button.text() for button in bar.buttons] == ["Abrir", "Mostrar en la carpeta"]
    bar.hide()


def test_a_button_of_a_notice_does_its_work(bar: NoticeBar) -> None:
    pressed: list[str] = []
    bar.tell(Notice("Se importaron 112 ciudades.", Tone.GOOD, (NoticeButton("Ver", lambda: pressed.append("seen")),)))
    bar.buttons[0].click()
    assert pressed == ["seen"]
    bar.hide()


def test_a_notice_goes_when_it_is_put_away(bar: NoticeBar) -> None:
    bar.tell(Notice("Listo."))
    bar.dismiss.click()
    assert bar.isHidden()
    assert not bar.buttons


def test_a_passing_notice_leaves_the_way_back_of_what_stands(bar: NoticeBar) -> None:
    bar.tell(Notice("Se eliminó Azul.", buttons=(NoticeButton("Deshacer", str),)))
    for why in ("Abra antes una ficha.", "Elija antes una fila de la lista."):
        bar.tell(Notice(why, passing=True))
    assert bar.text.text() == "Elija antes una fila de la lista. Se eliminó Azul."
    assert [button.text() for button in bar.buttons] == ["Deshacer"]
    bar.tell(Notice("Listo."))
    bar.tell(Notice("Abra antes una ficha.", passing=True))
    assert bar.text.text() == "Abra antes una ficha."
    bar.hide()


def test_the_buttons_of_a_notice_and_its_cross_follow_each_other_by_tab(words: Words, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, bar, after = QLineEdit(page), NoticeBar(words, page), QLineEdit(page)
    QWidget.setTabOrder(before, bar.dismiss)
    QWidget.setTabOrder(bar.dismiss, after)
    page.show()
    page.activateWindow()
    for _ in range(2):
        bar.tell(Notice("Se eliminó Azul.", buttons=tuple(NoticeButton(text, str) for text in ("Deshacer", "Ver"))))
    before.setFocus()
    stops = []
    for _ in range(4):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        stops.append(page.focusWidget())
    assert stops == [*bar.buttons, bar.dismiss, after]


def test_the_keyboard_comes_to_a_notice_and_goes_back_from_it(words: Words, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line, bar = QLineEdit(page), NoticeBar(words, page)
    page.show()
    page.activateWindow()
    line.setFocus()
    bar.take_focus()
    assert page.focusWidget() is line, "there is no notice"
    bar.tell(Notice("Se eliminó Azul.", buttons=(NoticeButton("Deshacer", str),)))
    bar.take_focus()
    assert page.focusWidget() is bar.buttons[0]
    QTest.keyClick(bar.buttons[0], Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page.focusWidget() is line
