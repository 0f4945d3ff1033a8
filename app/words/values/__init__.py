"""Values of each kind of field: read from what people write, shown to them, handed to a spreadsheet."""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from app.words.folding import fold
from app.words.nulls import null_problem
from app.words.problems import Problem, ProblemError
from app.words.values.addresses import FoundEmail, read_email, read_web, split_emails
from app.words.values.bounds import beyond_bounds
from app.words.values.choices import read_boolean, read_choice, read_choices, show_choice, show_choices
from app.words.values.context import Context
from app.words.values.countries import read_country, read_subdivision, show_country, show_subdivision
from app.words.values.currencies import read_currency
from app.words.values.dates import read_date, read_partial_date
from app.words.values.degrees import in_degrees, read_degrees, show_degrees
from app.words.values.languages import read_languages, show_languages
from app.words.values.money import amount, read_money
from app.words.values.numbers import read_integer
from app.words.values.phones import FoundPhone, read_phone, show_phone, split_phones
from app.words.values.texts import as_text, clean_line, read_long_text, read_text, refuse_sheet_error
from app.words.values.thousandths import counted, quantity, read_decimal, read_percent
from app.words.values.times import read_moment, read_time, show_moment
from app.words.words import Words, mark
from db.fields import Counted, Field, Kind
from db.values import Money, NamedRecord, PartialDate, Percent, RecordKey, Value

NOT_RECORDED = frozenset(
    {"s d", "n d", "n a", "sin dato", "sin datos", "sem dado", "sem dados", "unknown", "desconocido", "desconhecido"}
)
"""Folded words that say in a cell, other than one of text, that nothing is recorded."""

_DASHES = frozenset({"-", "--", "---", "–", "—", "?", "¿?", "…", "..."})
_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE})


def read_record_key(raw: object) -> RecordKey:
    """Return the record that an editor hands over; ProblemError for what somebody typed, which names no record."""
    if not isinstance(raw, RecordKey):
        text = mark("«{value}» no dice de qué ficha se trata.")
        raise ProblemError(Problem(text, mark("Búsquela por su nombre."), values={"value": str(raw)}))
    return raw


_READERS: Mapping[Kind, Callable[[object, Context], object]] = {
    Kind.TEXT: read_text,
    Kind.LONG_TEXT: read_long_text,
    Kind.RECORD: lambda raw, _: read_record_key(raw),
    Kind.INTEGER: read_integer,
    Kind.NUMERAL: read_integer,
    Kind.DECIMAL: read_decimal,
    Kind.PERCENT: read_percent,
    Kind.MONEY: read_money,
    Kind.DATE: read_date,
    Kind.PARTIAL_DATE: read_partial_date,
    Kind.TIME: read_time,
    Kind.MOMENT: read_moment,
    Kind.BOOLEAN: read_boolean,
    Kind.CHOICE: read_choice,
    Kind.CHOICES: read_choices,
    Kind.COUNTRY: read_country,
    Kind.SUBDIVISION: read_subdivision,
    Kind.LANGUAGE: read_languages,
    Kind.LANGUAGES: read_languages,
    Kind.CURRENCY: read_currency,
    Kind.DEGREES: read_degrees,
    Kind.PHONE: read_phone,
    Kind.EMAIL: read_email,
    Kind.WEB: read_web,
    Kind.REFERENCE: read_text,
}


def read_value(field: Field, raw: object, words: Words, *, country: str = "", today: date | None = None) -> object:
    """Return the stored value of `field` that `raw`, typed by a person or held by a cell of a spreadsheet, means.

    `words` is the language of whoever wrote and `country` (ISO 3166-1) the country of the record, for phones and
    subdivisions; `today` is the day of a person who types, which lets "hoy" be a date. An empty cell is None; whether
    the field is required is asked elsewhere. A reference or a link is given as it came: finding its record is not a
    question of value. Raises ProblemError, saying what is wrong and how to write it.
    """
    problem = null_problem(raw) if isinstance(raw, str) else None
    if problem is not None:
        raise ProblemError(problem)
    if field.kind is Kind.LINKS:
        return tuple(raw) if isinstance(raw, list | tuple) else raw or ()
    if raw is None or (isinstance(raw, float) and raw != raw):  # noqa: PLR0124  only NaN differs from itself
        return None
    context = Context(field, words, country, today)
    if isinstance(raw, str):
        refuse_sheet_error(raw)
        line = clean_line(raw)
        if not line or (field.kind not in _TEXTS and (line in _DASHES or fold(line) in NOT_RECORDED)):
            return None
    value = _READERS[field.kind](raw, context)
    problem = beyond_bounds(field, value)
    if problem is not None:
        raise ProblemError(problem)
    return None if value == "" else value


def _show_plain(value: object, words: Words) -> str:
    """Write a value of which the type says enough."""
    match value:
        case Money():
            return words.money(value)
        case PartialDate():
            return words.date(value)
        case NamedRecord():
            return " · ".join(filter(None, (value.title, words(value.one))))
        case tuple() | list():
            return "; ".join(str(one) for one in value)
        case int() | Decimal() if not isinstance(value, bool):
            return words.number(value)
    return as_text(value, words)


_WRITERS: Mapping[Kind, Callable[[Any, Words], str]] = {
    Kind.NUMERAL: as_text,
    Kind.PERCENT: lambda value, words: words.percentage(Percent(value)),
    Kind.MOMENT: show_moment,
    Kind.COUNTRY: show_country,
    Kind.SUBDIVISION: show_subdivision,
    Kind.LANGUAGE: show_languages,
    Kind.LANGUAGES: show_languages,
    Kind.DEGREES: show_degrees,
    Kind.PHONE: show_phone,
}


def show_value(field: Field, value: object, words: Words) -> str:
    """Write the stored `value` of `field` for a person, in the language of `words`; None is an empty text."""
    if value is None:
        return ""
    if field.kind is Kind.CHOICE:
        return show_choice(value, field.choices, words)
    if field.kind is Kind.CHOICES:
        return show_choices(str(value), field.choices, words)
    if field.kind is Kind.DECIMAL and isinstance(value, int):
        return words.quantity(quantity(value, field, words))
    if isinstance(field.unit, Counted) and isinstance(value, int):
        return words.quantity(counted(value, field.unit, words))
    return _WRITERS.get(field.kind, _show_plain)(value, words)


_EXPORTED: Mapping[Kind, Callable[[Any], Value]] = {
    Kind.DEGREES: in_degrees,
    Kind.PERCENT: Percent,
    Kind.TIME: time.fromisoformat,
    Kind.MOMENT: lambda value: value.astimezone().replace(tzinfo=None),
}


def export_value(field: Field, value: object, words: Words) -> Value:
    """Return the stored `value` of `field` for a typed cell: numbers, dates and money stay what they are.

    A measure comes with its unit where that is fixed, and a number with what it counts, so that the cell can show it.

    What is stored as a code is given as people read it, a moment in this computer's time zone.
    """
    exported = _EXPORTED.get(field.kind)
    if exported is not None and value is not None:
        return exported(value)
    match field.kind, value:
        case Kind.DECIMAL, int():
            return quantity(value, field, words)
        case Kind.INTEGER, int() if isinstance(field.unit, Counted):
            return counted(value, field.unit, words)
        case Kind.CHOICE | Kind.LINKS | Kind.NUMERAL, _:
            return show_value(field, value, words) or None
        case _, None | bool() | int() | Decimal() | date() | time() | PartialDate() | Money():
            return value
    return show_value(field, value, words)


__all__ = [
    "FoundEmail",
    "FoundPhone",
    "amount",
    "beyond_bounds",
    "export_value",
    "read_value",
    "show_value",
    "split_emails",
    "split_phones",
]
