"""The way of the keyboard to what is made later than what stands beside it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Return what of a widget the keyboard comes to by Tab, in the order in which it was made."""
    return (each for each in widget.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)


def lead_on(start: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab go from `start` through `stops`, and from the last of them to what came after `start` until now."""
    for first, second in pairwise((start, *stops)):
        QWidget.setTabOrder(first, second)


def lead_to(stops: Iterable[QWidget], end: QWidget) -> None:
    """Let Tab come to `end` through `stops`, and to the first of them from what came before `end` until now.

    Qt takes the second of two widgets out of its place and puts it behind the first, so that `end` would go to where
    the stops were made, the end of the window: they are put behind it first, and it goes past them.
    """
    found = list(stops)
    lead_on(end, found)
    if found:
        QWidget.setTabOrder(found[-1], end)
