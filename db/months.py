"""Months added to a date in a query: when what lasts a number of months comes to its end."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, String, and_, case, cast, func, or_, select

from db.base import PartialDateColumn
from db.values import PartialDate

MONTHS_OF_A_YEAR = 12
_SHORT = (4, 6, 9, 11)
_FEBRUARY = 2
_YEAR, _DAY = len("2008"), len("2008-06-18")
"""How many letters a date has that is known by its year, and one that is known whole."""


def months_after(
    of: FromClause, starts: ColumnElement[PartialDate | None], months: ColumnElement[Any]
) -> ColumnElement[PartialDate | None]:
    """Return the date `months` after a partial one of a row of the table `of`, as far as that is known; null of null.

    A day that the month of the result does not have becomes its last one: the 31st of January and a month is the 28th
    or the 29th of February. A year alone counts from its January, and stays a year where `months` are whole ones.
    """
    # Each step is a question of its own, for what it finds is used several times by the next.
    text = func.substr(starts, 1, _DAY, type_=String)
    known = func.length(text, type_=Integer)
    begins = case((known == _YEAR, 1), else_=cast(func.substr(text, 6, 2), Integer))
    counted = cast(func.substr(text, 1, 4), Integer) * MONTHS_OF_A_YEAR + begins - 1 + months
    day = cast(func.substr(text, 9, 2), Integer)
    said = select(
        known.label("known"), day.label("day"), counted.label("counted"), (months % MONTHS_OF_A_YEAR).label("rest")
    )
    # Nothing of the table itself is read here: the row is that of the question around this one.
    begun = said.where(starts.is_not(None), months.is_not(None)).correlate(of).subquery("begun").c
    month = begun.counted % MONTHS_OF_A_YEAR + 1
    year = cast((begun.counted - begun.counted % MONTHS_OF_A_YEAR) / MONTHS_OF_A_YEAR, Integer)
    parts = select(begun.known, begun.day, begun.rest, year.label("year"), month.label("month")).subquery("parts").c
    found = case(
        (and_(parts.known == _YEAR, parts.rest == 0), _padded(parts.year, 4)),
        (parts.known < _DAY, func.concat(_padded(parts.year, 4), "-", _padded(parts.month, 2))),
        else_=func.concat(_padded(parts.year, 4), "-", _padded(parts.month, 2), "-", _padded(_day_within(parts), 2)),
    )
    return select(cast(found, PartialDateColumn())).scalar_subquery()


def _day_within(parts: Any) -> ColumnElement[int]:  # noqa: ANN401  the columns of a subquery, by their names
    year, month = parts.year, parts.month
    leap = or_(and_(year % 4 == 0, year % 100 != 0), year % 400 == 0)
    last = case((month.in_(_SHORT), 30), (month != _FEBRUARY, 31), (leap, 29), else_=28)
    return case((parts.day > last, last), else_=parts.day)


def _padded(number: ColumnElement[Any], length: int) -> ColumnElement[str]:
    text = cast(number, String)
    return func.substr(func.concat("0" * length, text), func.length(text) + 1, length, type_=String)
