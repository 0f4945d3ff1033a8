"""The dissemination in a dossier: a month that is not over by the meeting before counts."""

from db.values import PartialDate
from tests.app.reports.board_pack.made import Board


def test_it_is_what_may_have_been_published_since(board: Board) -> None:
    assert [(row[0], row[2]) for row in board.rows("dissemination")] == [(PartialDate(2026, 10), "En octubre")]


def test_without_any_it_says_since_when(bare: Board) -> None:
    assert bare.said("dissemination") == ["Desde el 22/11/2025: ninguna difusión."]
