"""Quiet news: said in the bar, with buttons for what comes next, until put away."""

from pathlib import Path

import pytest
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
