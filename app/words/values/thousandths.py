"""Measures and percentages, kept as whole thousandths: the engine's JSON rounds fractions."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from app.words.values.context import Context, refusal
from app.words.values.numbers import decimal_mark, parse_decimal, without_unit
from app.words.values.texts import as_text, clean_line
from app.words.words import Words, mark
from db.fields import Counted, Field
from db.values import LARGEST, Quantity, Share

_THOUSANDTH = Decimal("0.001")
_PERCENT = re.compile(r"\s*(?:%|por ciento|por cento|per ?cent)\s*", re.IGNORECASE)


def read_decimal(raw: object, context: Context) -> int:
    """Read a measure, with or without its unit ("1.234,5", "1,234.5 km"), as whole thousandths.

    A text of more than three decimals is refused; a number that a cell computed is rounded to them.
    """
    text = clean_line(as_text(raw, context.words))
    doubtful = decimal_mark(context.words) if isinstance(raw, str) else "."
    number = None if isinstance(raw, bool) else _number(raw, without_unit(text, context.field), doubtful)
    if number is None:
        raise refusal(mark("«{value}» no es un número."), mark("Escríbalo con cifras, por ejemplo 12,5."), value=text)
    return _thousandths(number, text, computed=not isinstance(raw, str))


def read_percent(raw: object, context: Context) -> int:
    """Read a percentage ("12 %", "0,5", a cell of 0.85 that shows 85 %) as whole thousandths of a percent.

    Thousandths, since a share asked of a fund is written 33,333 %, which no hundredth holds. A bare number of at most
    one is refused when it comes from a cell: nobody can tell whether 0.85 means 85 % or less than one.
    """
    text = clean_line(as_text(raw, context.words))
    if isinstance(raw, Share):
        return _thousandths(Decimal(str(float(raw))) * 100, text, computed=True)
    number = None if isinstance(raw, bool) else _number(raw, _PERCENT.sub("", text, count=1), "")
    if number is None:
        raise refusal(mark("«{value}» no es un porcentaje."), mark("Escríbalo así: 85 % o 33,333 %."), value=text)
    if not isinstance(raw, str) and 0 < abs(number) <= 1:
        raise refusal(
            mark("No se sabe si {value} quiere decir {value} % o {hundredfold} %."),
            mark("Dé a la celda el formato de porcentaje, o escriba el signo %."),
            value=context.words.number(number),
            hundredfold=context.words.number(number * 100),
        )
    return _thousandths(number, text, computed=not isinstance(raw, str))


def _number(raw: object, text: str, doubtful: str) -> Decimal | None:
    """Return the number that a cell holds or a text writes; with no `doubtful` mark a single one is of decimals."""
    if isinstance(raw, float | Decimal):
        exact = Decimal(str(raw))
        return exact if exact.is_finite() else None
    if not doubtful:
        return parse_decimal(text, grouped=False) or parse_decimal(text)
    return parse_decimal(text, mark_if_doubtful=doubtful)


def _thousandths(number: Decimal, text: str, *, computed: bool) -> int:
    if abs(number) > LARGEST:
        raise refusal(mark("{value} es un número demasiado grande."), value=text)
    rounded = number.quantize(_THOUSANDTH, ROUND_HALF_EVEN)
    if rounded != number and not computed:
        raise refusal(mark("«{value}» tiene más de tres decimales."), mark("Redondéelo."), value=text)
    return int(rounded.scaleb(3))


def quantity(value: int, field: Field, words: Words) -> Quantity:
    """Return thousandths as a measure that knows its unit, in the language of `words`, where that is fixed."""
    return Quantity(value, words(field.unit) if isinstance(field.unit, str) else "")


def counted(value: int, unit: Counted, words: Words) -> Quantity:
    """Return a whole number as a measure that knows what it counts, in the language of `words`."""
    return Quantity(value * 1000, words(unit.one if value == 1 else unit.many))
