"""The bounds of a field, said to whoever goes beyond them."""

from decimal import Decimal

from app.words.nulls import null_problem
from app.words.problems import Label, Problem
from app.words.values.degrees import in_degrees
from app.words.words import mark
from db.fields import Bounds, Field, Kind
from db.values import LARGEST, Money, Percent, Quantity, in_units

_NO_CURRENCY = mark("Falta la moneda de «{label}».")
_TOO_LARGE = mark("{value} es un número demasiado grande.")


def beyond_bounds(field: Field, value: object) -> Problem | None:
    """Return what is wrong with a stored `value` that `field` has no room for, None when it fits.

    A text must hold no U+0000 and is measured in letters, a number against the bounds of its field and the 64 bits that
    every engine stores.
    """
    if isinstance(value, str):
        return null_problem(value) or _too_long(field, len(value))
    if isinstance(value, Money) and not value.currency:
        return Problem(_NO_CURRENCY, values={"label": Label(field.label)})
    number = value.minor if isinstance(value, Money) else value
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    if abs(number) > LARGEST:
        return Problem(_TOO_LARGE, values={"value": _in_figures(field.kind, number)})
    least, greatest = field.bounds.least, field.bounds.greatest
    if (least is None or number >= least) and (greatest is None or number <= greatest):
        return None
    values = {
        name: Money(end, value.currency) if isinstance(value, Money) else _readable(field.kind, end)
        for name, end in (("least", least), ("greatest", greatest))
        if end is not None
    }
    return Problem(_outside(field.bounds), values=values)


def _too_long(field: Field, length: int) -> Problem | None:
    longest = field.bounds.longest
    if longest is None or length <= longest:
        return None
    text, hint = mark("El texto de «{label}» tiene {length} caracteres y caben {longest}."), mark("Acórtelo.")
    return Problem(text, hint, values={"label": Label(field.label), "length": length, "longest": longest})


def _outside(bounds: Bounds) -> str:
    if bounds.greatest is None:
        return mark("Tiene que ser {least} o más.")
    return (
        mark("Tiene que ser {greatest} o menos.")
        if bounds.least is None
        else mark("Tiene que estar entre {least} y {greatest}.")
    )


def _in_figures(kind: Kind, number: int) -> str:
    """Write a number that may be larger than any language writes with its marks."""
    return f"{in_units(number):f}" if kind in (Kind.DECIMAL, Kind.PERCENT) else str(number)


def _readable(kind: Kind, end: int) -> object:
    """Return a number as a person reads it: a year has no thousands, and degrees are stored as millionths."""
    match kind:
        case Kind.NUMERAL:
            return str(end)
        case Kind.DEGREES:
            return in_degrees(end)
        case Kind.DECIMAL:
            return Quantity(end)
        case Kind.PERCENT:
            return Percent(end)
    return Decimal(end)
