"""The calendar of a plan: where its bars lie across the months."""

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from app.plan import Bar
from tests.ui.plan.planned import Planned
from ui.plan.calendar import BAR


def test_bars_lie_across_the_months_and_what_has_no_days_has_none(planned: Planned, qtbot: QtBot) -> None:
    view = planned.calendar(qtbot).view
    assert view is not None
    room = QRect(0, 0, 1220, 20)
    edges = view.month_edges(room)
    assert [(month.year, month.month) for month, _, _ in edges] == [(2026, 9), (2026, 10), (2026, 11), (2026, 12)]
    drawn, without = (view.rows.item(1).child(at, 1).data(BAR) for at in range(2))
    assert isinstance(drawn, Bar)
    assert isinstance(without, Bar)
    begin, end = view.span_of(drawn, room)
    assert begin == 0
    assert end is not None
    assert abs(end - edges[2][1]) < 1
    assert view.span_of(without, room) == (None, None)


def test_a_picture_of_the_calendar_is_drawn_without_a_fault(planned: Planned, qtbot: QtBot) -> None:
    view = planned.calendar(qtbot).view
    assert view is not None
    image = view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 3
