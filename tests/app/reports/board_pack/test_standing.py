"""What the dossier of a meeting that is over tells: as of which day, and nothing that came about after the meeting."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from db.entities.meeting import Meeting
from tests.app.reports.board_pack.made import BEFORE, Board

STANDING = (
    *("follow_up", "commitments", "progress", "units", "forum", "agreements", "projects", "studies", "adoptions"),
    *("log", "contacts"),
)


@pytest.fixture(scope="module")
def past(board: Board) -> Board:
    """Return the dossier of the meeting before that of the board."""
    with board.store.reading() as session:
        (key,) = session.scalars(select(Meeting.id).where(Meeting.starts_on == BEFORE))
    return replace(board, meeting=key)


@pytest.mark.parametrize("part", STANDING)
def test_a_part_that_tells_how_things_stand_begins_with_the_day(past: Board, part: str) -> None:
    assert past.said(part)[0].startswith("Al 22/11/2026.")


def test_what_was_answered_or_delivered_after_it_is_not_told(past: Board, board: Board) -> None:
    assert "La de ahora" in [row[2] for row in board.rows("forum")]
    assert "La de ahora" not in [row[2] for row in past.rows("forum")]
    assert "De ahora" in [row[0] for row in board.rows("studies")]
    assert [row[0] for row in past.rows("studies")] == ["Atrasado", "De la gestión"]
