"""Lists of a dossier are bounded, and each part is wholly in the language of the paper."""

import pytest

from app.document import Paragraph, Section, Table
from app.reports.board_pack import rows
from app.reports.board_pack.parts import PARTS
from app.words.words import Words
from tests.app.reports.board_pack.made import Board

TOLD = [
    *("progress", "units", "forum", "agreements", "commitments", "projects", "studies", "adoptions", "log", "ahead"),
    "dissemination",
]


def _labels(section: Section) -> list[str]:
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [section.title, section.sheet, *(column.title for table in tables for column in table.columns)]


def _said(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def test_what_is_left_out_is_counted(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS", 1)
    assert [row[0] for row in board.rows("agreements")] == ["Pronto"]
    assert board.said("agreements") == ["Al 22/11/2026.", "Faltan aquí 2, que están en su lista."]


def test_lists_share_a_page_and_what_is_long_begins_one(board: Board) -> None:
    below = {name for name in TOLD if board.section(name).start.name == "BELOW"}
    lists = {"agreements", "commitments", "studies", "adoptions", "log", "ahead", "dissemination"}
    assert below == {*lists, "forum", "projects"}


def test_a_new_body_begins_with_progress_commitments_and_the_agenda_ahead() -> None:
    assert [part.name for part in PARTS if part.name in TOLD and part.is_usual] == ["commitments", "progress", "ahead"]


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_part_has_a_label_of_another_language(board: Board, bare: Board, language: str) -> None:
    words = Words(language)
    for made in (board, bare):
        for name in TOLD:
            spanish, other = made.section(name), made.section(name, language)
            pairs = zip(_labels(spanish), _labels(other), strict=True)
            assert [(mine, theirs) for mine, theirs in pairs if mine == theirs != words(mine)] == []
            assert not set(_said(spanish)) & set(_said(other))
