"""Dates as whoever types calls them by the day on which they type."""

from datetime import UTC, date, datetime

import pytest

from app.words.problems import ProblemError
from app.words.values import read_value
from app.words.words import Words
from db.fields import Kind
from db.values import PartialDate
from tests.app.words.values.reading import field_of


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("es", "hoy", 18),
        ("es", "Ayer", 17),
        ("es", " mañana ", 19),
        ("es", "anteayer", 16),
        ("pt", "hoje", 18),
        ("pt", "ontem", 17),
        ("pt", "AMANHÃ", 19),
        ("pt", "mañana", 19),
        ("en", "today", 18),
        ("en", "yesterday", 17),
        ("en", "tomorrow", 19),
        ("en", "hoy", 18),
    ],
)
def test_a_day_around_today_is_a_date_for_whoever_types(language: str, typed: str, day: int) -> None:
    today = date(2008, 6, 18)
    found = [read_value(field_of(kind), typed, Words(language), today=today) for kind in (Kind.DATE, Kind.PARTIAL_DATE)]
    assert found == [date(2008, 6, day), PartialDate(2008, 6, day)]


def test_a_moment_can_be_of_today() -> None:
    moment = read_value(field_of(Kind.MOMENT), "ayer 14:30", Words("es"), today=date(2008, 6, 18))
    assert moment == datetime(2008, 6, 17, 14, 30).astimezone(UTC)


@pytest.mark.parametrize(("language", "typed"), [("es", "today"), ("es", "ontem"), ("pt", "yesterday")])
def test_a_day_is_not_called_in_a_language_that_is_not_spoken(language: str, typed: str) -> None:
    with pytest.raises(ProblemError):
        read_value(field_of(Kind.DATE), typed, Words(language), today=date(2008, 6, 18))
