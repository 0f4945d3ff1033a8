"""Pages that are scrolled up and down and never sideways, without a box around it, and how far they are."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

LAYERS = 8
"""How many layouts stand inside each other at most: each hands on to the next that its size is another."""


def scrolled(page: QWidget) -> QScrollArea:
    """Return an area as wide as its place, in which `page` is scrolled up and down; the area owns the page."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def scroll_marks(page: QWidget) -> tuple[int, ...]:
    """Return how far each part of `page` is scrolled down, in the order of its parts."""
    return tuple(each.verticalScrollBar().value() for each in page.findChildren(QScrollArea))


def scroll_to(page: QWidget, marks: Sequence[int]) -> None:
    """Scroll the parts of `page`, which is seen, as far as `marks` say; parts that it has no more are passed over."""
    for area, mark in zip(page.findChildren(QScrollArea), marks, strict=False):
        bar = area.verticalScrollBar()
        for _ in range(LAYERS):
            if bar.maximum() < mark:
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar.setValue(mark)
