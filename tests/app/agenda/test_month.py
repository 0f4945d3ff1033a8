"""A month is weeks from Monday, with what stands on each day, and bars that keep their line through a week."""

from datetime import date

import pytest

from app.agenda.entries import EntryKind
from app.agenda.month import Month, moved_by, read_month, same_day_in
from db.store import Store
from tests.make import SPANISH, add, add_city

MARCH = date(2027, 3, 1)


@pytest.fixture
def month(store: Store) -> Month:
    """Read a month with activities of one day and of several, one that is off, a meeting, and an enrolment."""
    body = add(store, "body", name="Comisión Directiva", kind="board")
    add(
        store, "activity", name="Feria", starts_on=date(2027, 3, 5), ends_on=date(2027, 3, 9), deadline=date(2027, 3, 2)
    )
    city = add_city(store, "Rosario")
    add(store, "activity", name="Taller", starts_on=date(2027, 3, 5), starts_at="09:00", municipality_id=city)
    values = {"state": "cancelled", "deadline": date(2027, 3, 1)}
    add(store, "activity", name="Visita", starts_on=date(2027, 3, 8), **values)
    add(store, "activity", name="Otro mes", starts_on=date(2027, 6, 1))
    add(store, "meeting", name="Reunión", body_id=body, starts_on=date(2027, 3, 9), state="convened")
    return read_month(store, MARCH, SPANISH)


def test_weeks_begin_on_monday_and_hold_the_whole_month(month: Month) -> None:
    assert [week[0].weekday() for week in month.weeks] == [0] * 5
    assert (month.weeks[0][0], month.weeks[-1][-1]) == (MARCH, date(2027, 4, 4))


def test_each_thing_stands_on_its_days(month: Month) -> None:
    def on(day: int) -> list[str]:
        return [each.name for each in month.on(date(2027, 3, day))]

    assert on(5) == ["Feria", "Taller"]
    assert on(9) == ["Feria", "Reunión"]
    assert on(10) == []
    [closing] = month.on(date(2027, 3, 2))
    assert (closing.kind, closing.name, closing.entity) == (EntryKind.DEADLINE, "Feria", "activity")
    assert on(1) == []  # of what is off no enrolment ends


def test_what_goes_on_is_drawn_in_each_week_in_a_line_of_its_own(month: Month) -> None:
    first = {(each.entry.name, each.entry.kind): each for each in month.drawn(month.weeks[0])}
    fair = first["Feria", EntryKind.ACTIVITY]
    assert (fair.begins, fair.ends, fair.line, fair.from_before, fair.goes_on) == (4, 6, 0, False, True)
    assert first["Taller", EntryKind.ACTIVITY].line == 1
    assert first["Feria", EntryKind.DEADLINE].line == 0
    second = {each.entry.name: each for each in month.drawn(month.weeks[1])}
    assert (second["Feria"].begins, second["Feria"].ends, second["Feria"].from_before) == (0, 1, True)
    assert {second["Visita"].line, second["Reunión"].line} == {1}


def test_what_is_off_gives_way_to_what_will_be(store: Store) -> None:
    day = date(2027, 3, 9)
    add(store, "activity", name="Visita", starts_on=date(2027, 3, 8), ends_on=day, state="cancelled")
    add(store, "activity", name="Taller", starts_on=day)
    month = read_month(store, MARCH, SPANISH)
    assert {each.entry.name: each.line for each in month.drawn(month.weeks[1])} == {"Taller": 0, "Visita": 1}


def test_months_go_on_over_the_year_and_keep_the_day_where_there_is_one() -> None:
    assert moved_by(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert moved_by(date(2027, 1, 1), -1) == date(2026, 12, 1)
    assert same_day_in(date(2027, 2, 1), date(2027, 1, 31)) == date(2027, 2, 28)
    assert moved_by(date(1900, 1, 1), -1) == date(1900, 1, 1)
