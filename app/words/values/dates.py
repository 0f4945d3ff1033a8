"""Dates, whole or partial, as they are written by hand and as spreadsheets hold them."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from babel import Locale

from app.words.folding import fold
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, mark
from db.values import PartialDate

FIRST_SERIAL, LAST_SERIAL = 14_611, 73_415
"""Days from 30/12/1899, as spreadsheets count them, of 01/01/1940 and 31/12/2100: what a bare number can mean."""

FIRST_YEAR, LAST_YEAR = 1000, 2999
CENTURY_TURN = 50
"""A year of two digits is of this century below it and of the last one from it on."""

_TIME_OF_DAY = r"(?:[T ,]+\d{1,2}:\d\d.*)?"
_SEPARATOR = r"\s*[-/. ]\s*"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:{_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}}){_TIME_OF_DAY})?)?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d\d){_TIME_OF_DAY}")
_MONTH_FIRST = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{4}})")
_ORDINAL = re.compile(r"(\d+)(?:o|a|er|ro|st|nd|rd|th)?")
_FILLERS = frozenset({"de", "del", "do", "da", "of", "the", "dia", "el", "em", "en"})
_MOST_MONTHS = 12
_NEAR_DAYS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "es": {"anteayer": -2, "ayer": -1, "hoy": 0, "manana": 1, "pasado manana": 2},
        "pt": {"anteontem": -2, "ontem": -1, "hoje": 0, "amanha": 1, "depois de amanha": 2},
        "en": {"yesterday": -1, "today": 0, "tomorrow": 1},
    }
)
"""What each language calls the days around today, folded, and how many days after it they are."""


@cache
def _months() -> Mapping[str, int]:
    names = {"set": 9, "sept": 9}
    for tag in LANGUAGES.values():
        for width in ("wide", "abbreviated"):
            names.update({fold(name): number for number, name in Locale.parse(tag).months["format"][width].items()})
    return names


@cache
def _weekdays() -> frozenset[str]:
    locales = [Locale.parse(tag) for tag in LANGUAGES.values()]
    return frozenset(fold(name).split()[0] for one in locales for name in one.days["format"]["wide"].values())


def parse_typed(text: str, context: Context) -> PartialDate | None:
    """Return what `parse_partial` does, and of whoever types also "hoy", in their language or in Spanish."""
    near = {**_NEAR_DAYS["es"], **_NEAR_DAYS.get(context.words.language, {})}
    days = near.get(fold(text))
    if context.today is not None and days is not None:
        return PartialDate.of(context.today + timedelta(days=days))
    return parse_partial(text)


def parse_partial(text: str) -> PartialDate | None:
    """Return the date, month or year that `text` writes, day first where it is doubtful; None when it writes none."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(*(int(part) if part else None for part in found.groups()))
    if found := _DAY_FIRST.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if month > _MOST_MONTHS:
            day, month = month, day
        return _made(_year(found[3]), month, day)
    if found := _MONTH_FIRST.fullmatch(text):
        return _made(int(found[2]), int(found[1]))
    return _in_words(text)


def _year(digits: str) -> int:
    if len(digits) > len("08"):
        return int(digits)
    return int(digits) + (2000 if int(digits) < CENTURY_TURN else 1900)


def _made(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _in_words(text: str) -> PartialDate | None:
    said = [word for word in fold(text).split() if word not in _FILLERS and word not in _weekdays()]
    months = [number for word in said if (number := _months().get(word))]
    digits = [found[1] for word in said if (found := _ORDINAL.fullmatch(word))]
    if len(months) != 1 or len(digits) + 1 != len(said) or len(digits) not in (1, 2):
        return None
    if len(digits) == 1:
        return _made(_year(digits[0]), months[0]) if len(digits[0]) in (2, 4) else None
    day, year = sorted(digits, key=len) if len(digits[0]) > len("08") else digits
    return _made(_year(year), months[0], int(day)) if len(year) in (2, 4) else None


def from_serial(number: float) -> date | None:
    """Return the day that a spreadsheet counts as `number`, None where that is implausible."""
    if isinstance(number, bool) or not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    return date(1899, 12, 30) + timedelta(days=int(number))


def read_date(raw: object, context: Context) -> date:
    """Read a whole date: 18/06/2008, 2008-06-18, "18 de junio de 2008", or a spreadsheet's number of days."""
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case int() | float() if day := from_serial(raw):
            return day
        case PartialDate():
            partial: PartialDate | None = raw
        case _:
            partial = parse_typed(clean_line(as_text(raw, context.words)), context)
    if partial is None:
        raise refusal(
            mark("«{value}» no es una fecha."), mark("Escriba día, mes y año: 18/06/2008."), value=_said(raw, context)
        )
    if partial.day is None:
        raise refusal(
            mark("A la fecha «{value}» le falta el día."),
            mark("Escriba día, mes y año: 18/06/2008."),
            value=_said(raw, context),
        )
    return partial.first_day


def read_partial_date(raw: object, context: Context) -> PartialDate:
    """Read a date of which perhaps only the year or the month is known: 2008, 06/2008, "junio de 2008"."""
    match raw:
        case PartialDate():
            return raw
        case datetime():
            return PartialDate.of(raw.date())
        case date():
            return PartialDate.of(raw)
        case int() | float() if day := from_serial(raw):
            return PartialDate.of(day)
    text = clean_line(as_text(raw, context.words))
    found = parse_typed(text, context)
    if found is None:
        raise refusal(
            mark("«{value}» no es una fecha."),
            mark("Escriba lo que se sabe de ella: 2008, 06/2008 o 18/06/2008."),
            value=text,
        )
    return found


def _said(raw: object, context: Context) -> str:
    return context.words.date(raw) if isinstance(raw, PartialDate) else clean_line(as_text(raw, context.words))
