"""What is gone to on a page that scrolls is seen whole, or from where it begins."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.scroll import show_whole


@pytest.fixture
def page(qtbot: QtBot) -> QScrollArea:
    """Return a page of ten parts of 100 pixels, broader than the 250 by 250 pixels in which it is seen."""
    area = QScrollArea()
    qtbot.addWidget(area)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for _ in range(10):
        part = QWidget()
        part.setFixedSize(400, 100)
        column.addWidget(part)
    area.setWidget(made)
    area.setFixedSize(250, 250)
    area.show()
    return area


def part_of(page: QScrollArea, at: int) -> QWidget:
    """Return a part of the page."""
    made = page.widget()
    layout = made.layout() if made is not None else None
    item = layout.itemAt(at) if layout is not None else None
    found = item.widget() if item is not None else None
    assert found is not None
    return found


def top_of(page: QScrollArea, at: int) -> int:
    """Return where a part begins in what is seen."""
    return part_of(page, at).mapTo(page.viewport(), QPoint()).y()


@pytest.mark.parametrize("order", [(5, 2, 9, 0), (1, 8)])
def test_a_part_comes_whole_into_sight_from_above_and_from_below(page: QScrollArea, order: tuple[int, ...]) -> None:
    for at in order:
        show_whole(page, part_of(page, at), 24)
        assert 0 <= top_of(page, at) <= page.viewport().height() - 100
        assert page.horizontalScrollBar().value() == 0


def test_of_a_part_that_is_higher_than_the_page_the_beginning_is_seen(page: QScrollArea) -> None:
    part_of(page, 5).setFixedHeight(600)
    made = page.widget()
    assert made is not None
    made.adjustSize()
    for at in (0, 9):
        show_whole(page, part_of(page, at), 24)
        show_whole(page, part_of(page, 5), 24)
        assert top_of(page, 5) == 0


def test_what_is_in_sight_stays_where_it_is(page: QScrollArea) -> None:
    show_whole(page, part_of(page, 5), 24)
    before = page.verticalScrollBar().value()
    show_whole(page, part_of(page, 5), 24)
    assert page.verticalScrollBar().value() == before
