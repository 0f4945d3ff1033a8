"""The short tables of the window: what is written in a cell can be read whole."""

import re

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHeaderView, QStyle, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from ui.table.calm import calm
from ui.table.cells import CELL_MARGIN

TEXT = "Secretaría de Relaciones Internacionales y Cooperación de la Intendencia de Canelones"


@pytest.fixture
def table(qtbot: QtBot) -> QTableWidget:
    texts = [TEXT[: end.start()] for end in re.finditer(" |$", TEXT)]
    found = QTableWidget(len(texts), 1)
    qtbot.addWidget(found)
    calm(found, "Campo por campo")
    found.setColumnWidth(0, 120)
    for row, text in enumerate(texts):
        found.setItem(row, 0, QTableWidgetItem(text))
    return found


def test_a_text_that_wraps_has_room_for_all_its_lines(table: QTableWidget) -> None:
    table.setWordWrap(True)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    margin = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, table) + 1
    inner = QRect(0, 0, 120 - 2 * CELL_MARGIN - 2 * margin, 10_000)
    for row in range(table.rowCount()):
        text = str(table.model().index(row, 0).data())
        needed = table.fontMetrics().boundingRect(inner, Qt.TextFlag.TextWordWrap, text).height()
        assert table.rowHeight(row) >= needed, text


def test_a_column_as_wide_as_its_texts_cuts_none_of_them(table: QTableWidget) -> None:
    table.resizeColumnToContents(0)
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance(TEXT) + 2 * CELL_MARGIN
