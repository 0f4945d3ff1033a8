"""What the sheet of a city reads: its states in order, the meetings that were held, and its own records alone."""

from datetime import date

import pytest

from app.reports import municipality_sheet
from app.reports.municipality_sheet.reading import CitySheet, gather
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_holder, add_meeting, add_seat
from tests.make import add, add_city, approve


def sheet_of(store: Store, key: str) -> CitySheet:
    return gather(store, municipality_sheet.Options(key))


def test_a_city_that_is_no_more_is_a_problem(store: Store) -> None:
    with pytest.raises(ProblemError, match="La ciudad ya no existe"):
        make(store, "municipality", municipality_sheet.Options("f" * 32), "es")


def test_the_states_of_a_city_in_the_network_are_in_their_order(store: Store) -> None:
    city = add_city(store)
    for state, starts in (("member", PartialDate(2012)), ("applicant", PartialDate(2010)), ("suspended", None)):
        add(store, "membership", municipality_id=city, state=state, starts=starts)
    assert [span.state.value for span in sheet_of(store, city).memberships] == ["suspended", "applicant", "member"]


def test_only_meetings_that_were_held_are_read_the_latest_first(store: Store) -> None:
    city, body = add_city(store), add_body(store)
    for year, state in ((2018, "held"), (2019, "planned"), (2020, "cancelled"), (2021, "held")):
        meeting = add_meeting(store, body, date(year, 5, 1), name=f"De {year}", state=state)
        add(store, "attendance", meeting_id=meeting, municipality_id=city, state="present")
    approve(store, meeting)
    assert [meeting.name for meeting in sheet_of(store, city).meetings] == ["De 2021", "De 2018"]


def test_a_seat_has_ended_when_its_last_day_has_passed(store: Store) -> None:
    city, body = add_city(store), add_body(store)
    for role, ends in (("chair", PartialDate(2026)), ("member", PartialDate(2026, 11, 21)), ("observer", None)):
        add_seat(store, body, city, role, ends=ends)
    assert {seat.role.value: seat.ended for seat in sheet_of(store, city).seats} == {
        "chair": False,
        "member": True,
        "observer": False,
    }


def test_nothing_of_another_city_is_on_the_sheet(store: Store) -> None:
    azul, other = add_city(store, "Azul"), add_city(store, "Tandil")
    body = add_body(store)
    add_seat(store, body, other)
    add_holder(store, other, "Ana Modelo")
    add(store, "membership", municipality_id=other, state="member")
    meeting = add_meeting(store, body, state="held")
    add(store, "attendance", meeting_id=meeting, municipality_id=other, state="present")
    sheet = sheet_of(store, azul)
    assert sheet.city.name == "Azul"
    assert (sheet.city.posts, sheet.memberships, sheet.seats, sheet.meetings) == ((), (), (), ())
