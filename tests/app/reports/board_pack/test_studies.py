"""The studies in a dossier: those that are owed, those delivered in the term, what they recommend."""

from app.document import Reference, Several
from db.values import PartialDate
from tests.app.reports.board_pack.made import Board


def test_those_owed_come_first_and_of_those_delivered_the_ones_of_the_term(board: Board) -> None:
    late, *delivered = board.rows("studies")
    assert (late[0], late[5]) == ("Atrasado", "atrasado")
    assert [(row[0], row[5]) for row in delivered] == [
        ("De ahora", PartialDate(2026, 11)),
        ("De la gestión", PartialDate(2026, 8)),
    ]


def test_what_a_study_recommends_is_named(board: Board) -> None:
    recommended = board.rows("studies")[0][6]
    assert isinstance(recommended, Several)
    assert [each.text for each in recommended.values if isinstance(each, Reference)] == ["Comprar juntas"]


def test_without_any_it_says_so(bare: Board) -> None:
    assert bare.said("studies") == [
        "Al 22/11/2026. No hay estudios por entregar, ni entregados entre el 23/11/2025 y el 22/11/2026."
    ]
