"""What goes to MERCOSUR in a dossier: what waits, what was answered since, what stands."""

from app.document import KeyFigures
from tests.app.reports.board_pack.made import Board


def test_what_waits_and_what_was_answered_since_is_listed_and_the_rest_is_counted(board: Board) -> None:
    assert [row[2] for row in board.rows("forum")] == ["La que espera", "La de ahora"]
    assert board.rows("forum")[0][5] == "Elevada al GMC\npara el 20/11/2026\n20 días de espera"
    (figures,) = [block for block in board.section("forum").blocks if isinstance(block, KeyFigures)]
    assert [count for count, _ in figures.figures] == [1, 1, 1, 1]
    assert [what for _, what in figures.figures[2:]] == [
        "respondida entre el 03/10/2026 y el 22/11/2026",
        "sin respuesta y sin próximo paso",
    ]


def test_proposals_are_counted_by_the_stage_that_they_wait_for(board: Board) -> None:
    assert [row[0] for row in board.rows("forum", 1)] == ["Centros de frontera"]
    assert board.said("forum") == ["Al 22/11/2026.", "Próximo paso: En la unidad técnica: 1", "1 sin próximo paso"]


def test_without_either_it_says_so(bare: Board) -> None:
    assert bare.said("forum") == ["Al 22/11/2026. No hay recomendaciones en espera ni propuestas al FOCEM."]
