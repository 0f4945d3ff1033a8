"""Amounts of money, which always say their currency."""

import re
from decimal import Decimal

from babel.numbers import get_currency_precision

from app.words.values.context import Context, refusal
from app.words.values.currencies import currency_code
from app.words.values.numbers import decimal_mark, parse_decimal
from app.words.values.texts import as_text, clean_line
from app.words.words import mark
from db.values import Money

_PARTS = re.compile(r"(?P<sign>[-−–]?)(?P<before>\D*?)(?P<number>[-−–]?(?:\d[\d.,' ’]*|[.,]\d+))(?P<after>\D*)")
_THREE = 3


def read_money(raw: object, context: Context) -> Money:
    """Read "USD 7.000,00", "US$ 7,000.00", "500 euros": the currency is written, never guessed."""
    if isinstance(raw, Money):
        return raw
    text = clean_line(as_text(raw, context.words))
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise _no_amount(text)
    currency = _currency(parts["before"], parts["after"], text)
    precision = get_currency_precision(currency)
    doubtful = decimal_mark(context.words) if precision == _THREE else ""
    if not isinstance(raw, str):
        doubtful = "."
    number = parse_decimal(parts["sign"] + parts["number"].strip(), mark_if_doubtful=doubtful)
    if number is None:
        raise _no_amount(text)
    return Money(_minor(number, precision, text), currency)


def _currency(before: str, after: str, text: str) -> str:
    said = [one for one in (before.strip(" :"), after.strip(" .")) if one]
    if not said:
        raise refusal(
            mark("Falta la moneda de «{value}»."), mark("Indíquela junto al monto, por ejemplo USD 7000."), value=text
        )
    found = {currency_code(one) for one in said}
    code = found.pop()
    if code is None or found:
        raise refusal(
            mark("No se sabe qué moneda es «{currency}»."),
            mark("Escriba el código de la moneda antes del monto, por ejemplo USD 7000."),
            currency=" ".join(said),
        )
    return code


def _minor(number: Decimal, precision: int, text: str) -> int:
    minor = number.scaleb(precision)
    if minor != minor.to_integral_value():
        raise refusal(
            mark("«{value}» tiene más decimales de los que admite la moneda."),
            mark("Escriba menos decimales: a lo sumo, {digits}."),
            value=text,
            digits=precision,
        )
    return int(minor)


def _no_amount(text: str) -> Exception:
    return refusal(
        mark("«{value}» no es un monto."), mark("Escriba la moneda y la cifra, por ejemplo USD 7000."), value=text
    )


def amount(value: Money) -> Decimal:
    """Return the amount of `value` in the units of its currency."""
    return Decimal(value.minor).scaleb(-get_currency_precision(value.currency))
