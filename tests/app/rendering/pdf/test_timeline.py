"""Bars across months as drawings: where they lie, and that grey tells their tones."""

from datetime import date

import pytest
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color

from app.document import Timeline, TimelineRow, Tone
from app.months import months_between
from app.rendering.pdf.style import MM
from app.rendering.pdf.timeline import LABELS, TimelineChart, bar_shapes, draw_key, mark_shape
from tests.app.rendering.timelines import KEY, long, small
from tests.make import SPANISH

WIDTH = 261 * MM


def drawn(block: Timeline) -> Drawing:
    chart = TimelineChart(block, WIDTH, SPANISH)
    return chart.draw(chart.rows)


def said(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def test_a_bar_reaches_from_the_first_day_through_the_last_across_the_months() -> None:
    months = months_between(date(2009, 1, 1), date(2009, 4, 1))
    row = TimelineRow("Boletín", date(2009, 2, 1), date(2009, 3, 31))
    drawing = drawn(Timeline("Calendario", "Acción", months, (row,)))
    (bar,) = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    left, room = WIDTH * LABELS, WIDTH * (1 - LABELS)
    assert bar.x == pytest.approx(left + room * 31 / 120)
    assert bar.x + bar.width == pytest.approx(left + room * 90 / 120)


def test_rows_have_their_names_and_words_and_the_months_their_names_and_years() -> None:
    texts = said(drawn(small()))
    assert {"Acción", "2009", "Enero", "Abril", "1. Redes", "En marcha", "con compromisos", "▲\u00a0Tarde"} <= set(
        texts
    )
    assert "Vacante" in texts


def test_many_months_are_all_called_by_the_same_part_of_their_names() -> None:
    texts = said(drawn(long()))
    assert {"Jun", "Set", "Feb"} <= set(texts)
    assert "Febrero" not in texts


def test_months_too_narrow_for_a_letter_are_told_by_their_years_alone() -> None:
    months = months_between(date(1900, 1, 1), date(2080, 1, 1))
    texts = said(drawn(Timeline("Calendario", "Acción", months, (TimelineRow("Boletín", date(2009, 3, 1)),))))
    assert "E" not in texts
    assert "Boletín" in texts


def test_today_is_a_dashed_line_within_the_months_and_none_outside_of_them() -> None:
    def dashed(block: Timeline) -> list[Line]:
        return [line for line in drawn(block).contents if isinstance(line, Line) and line.strokeDashArray]

    (head, *rows) = dashed(small())
    assert rows
    assert head.x1 == pytest.approx(WIDTH * LABELS + WIDTH * (1 - LABELS) * 60 / 120)
    before = months_between(date(2008, 1, 1), date(2008, 2, 1))
    assert dashed(Timeline("Calendario", "Acción", before, (TimelineRow("Boletín"),), date(2009, 3, 2))) == []


def test_the_tones_of_bars_and_of_marks_differ_without_their_colour() -> None:
    box = (0.0, 0.0, 40.0, 9.0)
    shapes = {tone: list(bar_shapes(box, tone)) for tone in (Tone.PLAIN, Tone.STRONG, Tone.MUTED, Tone.LATE)}
    assert [len(found) > 1 for found in shapes.values()] == [False, False, False, True]
    solid = (shapes[tone][0] for tone in (Tone.PLAIN, Tone.STRONG, Tone.MUTED))
    greys = [_grey(shape.fillColor) for shape in solid if isinstance(shape, Rect)]
    assert len(greys) == 3
    assert all(abs(one - other) > 0.1 for at, one in enumerate(greys) for other in greys[at + 1 :])
    marks = {tone: mark_shape(0, 0, tone) for tone in (Tone.PLAIN, Tone.MUTED, Tone.LATE)}
    assert [len(mark.points) for mark in marks.values()] == [8, 8, 6]
    assert _grey(marks[Tone.MUTED].fillColor) - _grey(marks[Tone.PLAIN].fillColor) > 0.5


def _grey(colour: Color | None) -> float:
    assert colour is not None
    return float(0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue)


def test_the_stripes_of_an_overdue_bar_stay_within_it() -> None:
    left, foot, width, height = box = (10.0, 5.0, 31.0, 9.0)
    stripes = [shape for shape in bar_shapes(box, Tone.LATE) if isinstance(shape, Line)]
    assert len(stripes) > 5
    for line in stripes:
        assert left - 0.01 <= line.x1 < line.x2 <= left + width + 0.01
        assert foot - 0.01 <= line.y1 < line.y2 <= foot + height + 0.01


@pytest.mark.parametrize("width", [WIDTH, 60 * MM])
def test_the_key_says_what_each_tone_means_within_the_width(width: float) -> None:
    drawing = draw_key(KEY, width)
    assert said(drawing) == [*(text for _, text in (*KEY.bars, *KEY.marks)), KEY.today]
    left, bottom, right, top = drawing.getBounds()
    assert (left >= -0.5, bottom >= -0.5) == (True, True)
    assert right <= width + 0.5
    assert top <= drawing.height + 0.5


def test_everything_stays_inside_the_drawing() -> None:
    drawing = drawn(long())
    left, bottom, right, top = drawing.getBounds()
    assert left >= -0.5
    assert bottom >= -0.5
    assert right <= WIDTH + 6
    assert top <= drawing.height + 0.5
