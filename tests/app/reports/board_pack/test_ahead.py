"""The agenda ahead in a dossier: three months from the day of the meeting, which itself is left out."""

from tests.app.reports.board_pack.made import Board


def test_it_lasts_three_months_from_the_meeting_without_itself(board: Board) -> None:
    names = ["Feria", "Cuarta reunión (por confirmar)", "Al fin"]
    assert [row[3] for row in board.rows("ahead")] == names


def test_without_any_it_says_so(bare: Board) -> None:
    assert bare.said("ahead") == ["No hay nada en la agenda en los tres meses que siguen a la reunión."]
