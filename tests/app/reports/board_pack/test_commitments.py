"""The commitments in a dossier: overdue ones first, then those due until the next meeting of the body."""

from app.document import NOT_RECORDED, KeyFigures
from tests.app.reports.board_pack.made import Board


def test_they_are_due_until_the_next_meeting_the_day_included(board: Board) -> None:
    assert [(row[1], row[2], row[4]) for row in board.rows("commitments")] == [
        ("Informe de la unidad", "Unidad de Deportes", "atrasado"),
        ("Enviar el acta", "Rosario", "atrasado"),
        ("Reunir firmas", NOT_RECORDED, "en plazo"),
    ]


def test_they_are_counted_by_whether_they_are_overdue(board: Board) -> None:
    (figures,) = [block for block in board.section("commitments").blocks if isinstance(block, KeyFigures)]
    assert figures.figures == ((2, "compromisos atrasados"), (1, "que vence hasta el 10/02/2027"))


def test_without_a_next_meeting_it_looks_two_months_ahead(bare: Board) -> None:
    assert bare.said("commitments") == ["Al 22/11/2026. No hay compromisos que venzan hasta el 03/02/2027."]
