"""The projects in a dossier: those that are not over, and the money of each currency by itself."""

from db.values import Money
from tests.app.reports.board_pack.made import Board


def test_those_that_are_over_are_counted_and_not_listed(board: Board) -> None:
    assert [row[0] for row in board.rows("projects")] == ["Huertas"]
    assert board.said("projects") == ["Al 22/11/2026. En ejecución: 1 · Cerrado: 1"]


def test_each_currency_has_a_row_and_nothing_is_summed_across(board: Board) -> None:
    usd, uyu = board.rows("projects", 1)
    assert (usd[0], usd[2], usd[6]) == ("USD", Money(20_000_00, "USD"), Money(15_000_00, "USD"))
    assert uyu == ("UYU", None, None, None, None, Money(300_000_00, "UYU"), None, None)


def test_without_any_it_says_so(bare: Board) -> None:
    assert bare.said("projects") == ["Al 22/11/2026. Todavía no hay proyectos."]
