"""A link takes a click on its words only, and as many lines as they need."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.look.link import Link
from ui.look.theme import Theme


def test_a_click_beside_the_words_leads_nowhere(theme: Theme, qtbot: QtBot) -> None:
    link = Link("Rosario")
    qtbot.addWidget(link)
    link.resize(400, link.heightForWidth(400))
    pressed: list[bool] = []
    link.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=QPoint(380, 8))
    assert not pressed
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert pressed == [True]


def test_a_long_link_takes_several_lines_and_a_long_address_is_broken(theme: Theme, qtbot: QtBot) -> None:
    for text in ("Asociación de Universidades Grupo Montevideo", "https://ejemplo.example.org/" + "x" * 60):
        link = Link(text)
        qtbot.addWidget(link)
        assert link.heightForWidth(120) >= 2 * link.fontMetrics().height()
        assert link.minimumSizeHint().width() < 260


def test_a_link_that_gets_the_width_it_asks_for_stands_on_one_line(theme: Theme, qtbot: QtBot) -> None:
    for text in ("Santa Fe", "Desarrollo local", "São José dos Campos", "Ciudad Autónoma", "Alta Gracia", "La Paz"):
        link = Link(text)
        qtbot.addWidget(link)
        asked = link.sizeHint()
        assert asked.height() < 2 * link.fontMetrics().height(), text
        assert link.heightForWidth(asked.width()) == asked.height()
