"""The units in a dossier: those that did something have a row, the others are named."""

from app.document import Paragraph, Table, Tone
from tests.app.reports.board_pack.made import Board
from tests.app.units.made import CULTURE, SPORT


def test_units_of_which_nothing_is_recorded_are_named_in_a_line(board: Board) -> None:
    assert [row[0] for row in board.rows("units")] == [CULTURE, SPORT]
    day, _, names, table = board.section("units").blocks
    assert day == Paragraph("Al 22/11/2026.", Tone.MUTED, with_next=True)
    assert isinstance(table, Table)
    assert isinstance(names, Paragraph)
    assert names.text == "Sin nada registrado en la gestión: Grupo conjunto · Unidad de Turismo."


def test_a_late_report_is_marked(board: Board) -> None:
    assert board.rows("units")[1][-1] == "Falta; venció el 01/11/2026"


def test_a_term_without_units_says_so(bare: Board) -> None:
    assert bare.said("units") == ["Al 22/11/2026. En esta gestión no hay unidades temáticas."]
