"""Pages that are scrolled up and down and never sideways, without a box around it, and how far they are."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

LAYERS = 8
"""How many layouts stand inside each other at most: each hands on to the next that its size is another."""


class UpAndDown(QScrollArea):
    """As wide as its place, and no narrower than its page needs, for what is cut at its side is out of reach.

    The keyboard stops at what stands in it, from where Qt scrolls, and not at the area itself, which would say nothing.
    """

    def __init__(self) -> None:
        """Begin without a page."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        take_menu_of_bar(self)

    @property
    def bar_width(self) -> int:
        """The pixels that the bar takes beside the page once there is more of it."""
        return self.verticalScrollBar().sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """Ask for the least width of the page, with the bar beside it."""
        page = self.widget()
        least = super().minimumSizeHint()
        return least if page is None else least.expandedTo(QSize(page.minimumSizeHint().width() + self.bar_width, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the page needs one."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


def take_menu_of_bar(area: QAbstractScrollArea) -> None:
    """Take away the menu that Qt gives a scroll bar: it has no name for who hears it, and says what the keys do."""
    area.verticalScrollBar().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


def scrolled(page: QWidget) -> UpAndDown:
    """Return an area in which `page` is scrolled up and down; the area owns the page."""
    area = UpAndDown()
    area.setWidget(page)
    return area


def scroll_marks(page: QWidget) -> tuple[int, ...]:
    """Return how far each part of `page` is scrolled down, in the order of its parts."""
    return tuple(each.verticalScrollBar().value() for each in page.findChildren(QScrollArea))


def scroll_to(page: QWidget, marks: Sequence[int]) -> None:
    """Scroll the parts of `page`, which is seen, as far as `marks` say; parts that it has no more are passed over."""
    for area, mark in zip(page.findChildren(QScrollArea), marks, strict=False):
        bar = area.verticalScrollBar()
        if bar.maximum() < mark:
            settle_layouts()
        bar.setValue(mark)


def bring_into_view(area: QScrollArea, seen: QWidget, margin: int = 48) -> None:
    """Scroll `area` to `seen`, with `margin` pixels around it, once that and all else has its place."""
    QTimer.singleShot(0, seen, partial(show_whole, area, seen, margin))


def show_whole(area: QScrollArea, seen: QWidget, margin: int, place: QRect | None = None) -> None:
    """Scroll up or down to `seen`, or a `place` in it, in the page of `area`, whole, with `margin` pixels around it.

    Of what is higher than the area its beginning is shown, where one begins to write; nothing goes sideways.
    """
    settle_layouts()
    page, bar, room = area.widget(), area.verticalScrollBar(), area.viewport().height()
    wanted = place if place is not None else seen.rect()
    if page is not None:
        top = seen.mapTo(page, wanted.topLeft()).y()
        spare = max(0, min(margin, (room - wanted.height()) // 2))
        bar.setValue(min(top - spare, max(bar.value(), top + wanted.height() + spare - room)))


def show_place(part: QWidget, place: QRect) -> None:
    """Scroll what `part` stands in so that its `place` is seen whole, where it stands in something that scrolls."""
    around = scrolled_around(part)
    if around is not None:
        show_whole(around, part, 0, place)


def scrolled_around(part: QWidget) -> UpAndDown | None:
    """Return what scrolls the page that `part` stands on; None for one that does not."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, UpAndDown):
        around = around.parentWidget()
    return around


def settle_layouts() -> None:
    """Let all that is shown take its place now, through all the layouts that it stands in."""
    for _ in range(LAYERS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
