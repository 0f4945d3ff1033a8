"""The meeting of a dossier: since when it tells of changes, and by what its parts are remembered."""

from datetime import date

from app.records.editing import Draft, save_record
from app.reports import board_pack
from app.reports.board_pack.meeting import Basis, Since, body_of, read_basis, say_places
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting
from tests.app.reports.board_pack.made import BEFORE, TODAY, Board
from tests.make import SPANISH, add, add_city


def _basis(store: Store, meeting: str) -> Basis:
    with store.reading() as session:
        return read_basis(session, store, meeting, frozenset())


def test_changes_are_told_since_the_meeting_before_and_until_no_day_to_come(board: Board) -> None:
    assert _basis(board.store, board.meeting).since == Since(BEFORE, TODAY, of_meeting=True)


def test_without_a_meeting_before_they_are_since_the_term_began_or_a_year(store: Store) -> None:
    meeting = add_meeting(store, add_body(store), date(2026, 11, 2))
    assert _basis(store, meeting).since == Since(date(2025, 11, 2), date(2026, 11, 2))
    add(store, "period", name="2026-2027", starts=PartialDate(2026, 3))
    assert _basis(store, meeting).since == Since(date(2026, 2, 28), date(2026, 11, 2))


def test_a_city_that_the_place_says_is_not_said_again_and_its_country_once(store: Store) -> None:
    meeting = add_meeting(store, add_body(store), date(2026, 11, 2))
    city = add_city(store, "Rocha", "UY")
    for place, said in (
        ("Casa Azul", ("Casa Azul", "Rocha (Uruguay)")),
        ("Casa de Rocha", ("Casa de Rocha (Uruguay)", "")),
        ("Casa Azul, Rocha, Uruguay", ("Casa Azul, Rocha, Uruguay", "")),
    ):
        save_record(store, Draft("meeting", meeting, {"place": place, "municipality_id": city}))
        assert say_places(_basis(store, meeting).meeting, SPANISH) == said


def test_its_parts_are_remembered_by_the_body_that_meets(board: Board) -> None:
    assert body_of(board.store, board.meeting) == board.keys["board"]
    assert board_pack.REPORT.remembered_as(board.store, board.meeting) == f"board-pack {board.keys['board']}"
    assert board_pack.REPORT.remembered_as(board.store, "f" * 32) == ""
