"""Numbers as they are written in Spanish, Portuguese and English, and as spreadsheets hold them."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_decimal_symbol

from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, Words, mark
from db.fields import Counted, Field, UnitIn

_SPACED_THOUSANDS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)")
_MINUSES = str.maketrans({"−": "-", "–": "-"})


def decimal_mark(words: Words) -> str:
    """Return the decimal mark of the language of `words`."""
    return str(get_decimal_symbol(words.locale))


def parse_decimal(text: str, *, mark_if_doubtful: str = "", grouped: bool = True) -> Decimal | None:
    """Return the number that `text` writes, None when it writes none.

    The later of two kinds of mark is the decimal one ("1.234,5", "1,234.5"), a repeated one parts thousands. One alone
    before three digits ("1.234") parts thousands too, unless it is `mark_if_doubtful` or numbers are not `grouped`.
    """
    plain = _SPACED_THOUSANDS.sub("", text.translate(_MINUSES).strip()) if grouped else text.translate(_MINUSES).strip()
    if _NUMBER.fullmatch(plain) is None:
        return None
    sign, digits = ("-" if plain.startswith("-") else ""), plain.lstrip("+-")
    marks = [letter for letter in digits if letter in ".,"]
    if not marks:
        return Decimal(sign + digits)
    if _parts_thousands(digits, marks, mark_if_doubtful) and grouped:
        return Decimal(sign + digits.replace(marks[0], ""))
    whole, _, fraction = digits.rpartition(marks[-1])
    if marks[-1] in whole or not re.fullmatch(r"\d*|\d{1,3}(?:[.,]\d{3})+", whole) or (len(marks) > 1 and not grouped):
        return None
    return Decimal(f"{sign}{re.sub('[.,]', '', whole) or '0'}.{fraction or '0'}")


def _parts_thousands(digits: str, marks: list[str], doubtful: str) -> bool:
    if len(set(marks)) > 1 or not re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", digits):
        return False
    return len(marks) > 1 or marks[0] != doubtful


def read_integer(raw: object, context: Context) -> int:
    """Read a whole number, with or without what it counts: 1234, "1.234", "1,234", "1 234", 1234.0, "12 meses"."""
    text = clean_line(as_text(raw, context.words))
    plain = without_unit(text, context.field)
    number = None if isinstance(raw, bool) else parse_decimal(plain, grouped=isinstance(raw, str | int))
    if number is None or number != number.to_integral_value():
        raise refusal(
            mark("«{value}» no es un número entero."), mark("Escriba solo cifras, por ejemplo 12345."), value=text
        )
    return int(number)


def without_unit(text: str, field: Field) -> str:
    """Return `text` without the fixed unit of `field`, in whatever language of ours it is written."""
    units = (field.unit.many, field.unit.one) if isinstance(field.unit, Counted) else (field.unit,)
    for unit in units:
        if isinstance(unit, UnitIn) or not unit:
            continue
        for said in dict.fromkeys((unit, *(Words(language)(unit) for language in LANGUAGES))):
            if text.casefold().endswith(said.casefold()):
                return text[: -len(said)].rstrip()
    return text


def show_decimal(value: Decimal, words: Words) -> str:
    """Write a number with all of its decimals, up to six."""
    return str(format_decimal(value, "#,##0.######", locale=words.locale))
