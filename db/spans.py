"""What lasts from a date to another, and the days with which a query compares dates.

Whoever runs a query that asks for today binds `parameters`.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    String,
    and_,
    bindparam,
    case,
    cast,
    extract,
    func,
    literal,
    or_,
)
from sqlalchemy.sql.elements import SQLCoreOperations

from db.languages import LANGUAGE
from db.values import PartialDate

MONTHS_UNTIL_UNVERIFIED = 12
"""After how many months without confirmation a tenure is to be verified; the office's choice, no source sets one."""


_SECONDS_OF_A_DAY = 86_400


def parameters(today: date, language: str = "") -> Mapping[str, str | date]:
    """Return what the derived fields are computed with on the day `today`, for a reader of `language`.

    Without a language names are those that are stored.
    """
    month = today.year * 12 + today.month - 1 - MONTHS_UNTIL_UNVERIFIED
    since = date(month // 12, month % 12 + 1, min(today.day, 28))
    return {"today": today.isoformat(), "day": today, "verified_since": since, LANGUAGE: language}


def today() -> ColumnElement[str]:
    """Return the parameter that holds the day of the query, to compare partial dates with."""
    return bindparam("today", type_=String)


def whole_today() -> ColumnElement[date]:
    """Return the parameter that holds the day of the query, to compare whole dates with."""
    return bindparam("day", type_=Date)


def verified_since() -> ColumnElement[date]:
    """Return the parameter that holds the day before which a verification is too old."""
    return bindparam("verified_since", type_=Date)


def on(day: date) -> ColumnElement[str]:
    """Return a known day, to compare partial dates with."""
    return literal(day.isoformat())


def holds_on(
    starts: SQLCoreOperations[PartialDate | None],
    ends: SQLCoreOperations[PartialDate | None],
    day: ColumnElement[str],
) -> ColumnElement[bool]:
    """Tell whether `day` lies between two partial dates; a date that is not known does not exclude it.

    A start known by its year alone counts from the first of January, an end until the last of December: the text
    "2008" sorts before "2008-06-18", and an end is compared by as many letters as it has.
    """
    begun = or_(starts.is_(None), func.substr(starts, 1, 10) <= day)
    lasts = or_(ends.is_(None), func.substr(day, 1, func.length(ends)) <= ends)
    return and_(begun, lasts)


def holds(starts: PartialDate | None, ends: PartialDate | None, day: date) -> bool:
    """Tell the same as `holds_on` of dates that are not in the store."""
    return (starts is None or starts.first_day <= day) and (ends is None or day <= ends.last_day)


def days_between(
    since: SQLCoreOperations[date | None], until: SQLCoreOperations[date | None]
) -> ColumnElement[int | None]:
    """Return how many days after one whole date another is, less than none before it; null where either is."""
    return cast((extract("epoch", until) - extract("epoch", since)) / _SECONDS_OF_A_DAY, Integer)


def ended_before(ends: SQLCoreOperations[PartialDate | None], day: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell whether a partial date has wholly passed on `day`."""
    return and_(ends.is_not(None), func.substr(day, 1, func.length(ends)) > ends)


def last_day(partial: SQLCoreOperations[PartialDate | None]) -> ColumnElement[str]:
    """Return the last day that a partial date can mean, as the text of a whole one, which sorts with other days."""
    text = func.substr(partial, 1, len("2008-06-18"), type_=String)
    year, month = cast(func.substr(text, 1, 4), Integer), func.substr(text, 6, 2)
    leap = or_(and_(year % 4 == 0, year % 100 != 0), year % 400 == 0)
    last = case((month.in_(("04", "06", "09", "11")), "-30"), (month != "02", "-31"), (leap, "-29"), else_="-28")
    known = func.length(text)
    return case((known == len("2008"), text + "-12-31"), (known == len("2008-06"), text + last), else_=text)


def may_be_between(partial: SQLCoreOperations[PartialDate | None], after: date, until: date) -> ColumnElement[bool]:
    """Tell whether a partial date can mean a day that comes after one and no later than another."""
    began = func.substr(partial, 1, len("2008-06-18"), type_=String)
    return and_(last_day(partial) > after.isoformat(), began <= until.isoformat())
