"""The agreements that expire, in a dossier: until six months after the meeting, or within their notice."""

from db.values import PartialDate
from tests.app.reports.board_pack.made import Board


def test_they_end_within_six_months_of_the_meeting_or_have_reached_their_notice(board: Board) -> None:
    assert [row[0] for row in board.rows("agreements")] == ["Pronto", "En el plazo", "Con aviso largo"]


def test_the_notice_that_is_reached_and_the_renewal_are_said(board: Board) -> None:
    assert board.rows("agreements")[0][3:] == (
        PartialDate(2026, 12, 1),
        "Vence en 9 días (aviso de 30)",
        "por 24 meses",
    )


def test_without_any_it_says_so(bare: Board) -> None:
    assert bare.said("agreements") == [
        "Al 22/11/2026. Ningún convenio vence en los seis meses que siguen a la reunión."
    ]
