"""The adoptions in a dossier: under way, or ended since the meeting before."""

from datetime import date

from tests.app.reports.board_pack.made import Board


def test_one_that_was_dropped_before_is_left_out(board: Board) -> None:
    assert board.rows("adoptions") == [
        ("Presupuesto participativo", "Rosario", "Azul", "En camino", "Pedida", "Visita", date(2026, 11, 2))
    ]


def test_without_any_it_says_so(bare: Board) -> None:
    assert bare.said("adoptions") == ["Al 22/11/2026. Ninguna adopción está en curso."]
