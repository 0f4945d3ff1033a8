"""The log in a dossier: what was spoken after the meeting before, the latest first."""

from datetime import date

from app.reports.board_pack.log import MOST_LETTERS
from tests.app.reports.board_pack.made import TODAY, Board


def test_it_begins_after_the_meeting_before(board: Board) -> None:
    assert board.said("log") == ["Al 22/11/2026. Desde la reunión anterior (02/10/2026)"]
    assert [row[0] for row in board.rows("log")] == [TODAY, date(2026, 10, 3)]


def test_a_long_note_is_shortened_and_a_late_step_is_marked(board: Board) -> None:
    row = board.rows("log")[1]
    assert str(row[3]).endswith("mucho …")
    assert len(str(row[3])) <= MOST_LETTERS
    assert row[5] == "Insistir\npara el 20/11/2026"


def test_without_any_it_says_since_when(bare: Board) -> None:
    assert bare.said("log") == ["Al 22/11/2026. Desde el 22/11/2025: ninguna anotación."]
