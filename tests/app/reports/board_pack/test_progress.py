"""The progress of the plan in a dossier: measured, not measured and vacant lines are told apart."""

from app.document import BarChart
from db.values import Percent
from tests.app.reports.board_pack.made import Board


def test_each_line_says_how_far_it_is_and_what_stands_behind_that(board: Board) -> None:
    assert board.rows("progress") == [
        ("1. Línea 1", "1 de 3 acciones cumplidas", 3, 1, Percent(100_000)),
        ("8. Línea 8", None, None, None, "vacante"),
        ("10. Línea 10", "0 de 1 acción cumplida", 1, 0, "sin medir"),
    ]


def test_the_chart_is_of_whole_percentages_of_what_is_measured(board: Board) -> None:
    (chart,) = [block for block in board.section("progress").blocks if isinstance(block, BarChart)]
    assert (chart.bars, chart.whole) == ((("1. Línea 1", 100),), 100)


def test_a_term_without_a_plan_says_so(bare: Board) -> None:
    assert bare.said("progress") == ["Al 22/11/2026. Esta gestión todavía no tiene plan de trabajo."]
