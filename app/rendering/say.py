"""Typed values of a document as the words that a person reads on paper or on a page."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal

from app.document import Cell, Tone, Value
from app.rendering.pdf.style import SIGNS
from app.words.words import Words
from db.values import Money, PartialDate

_UNPRINTABLE = re.compile("[\x00-\x09\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]")


def printable(text: str) -> str:
    """Return `text` with accents composed and every unprintable character but line breaks as a space."""
    return _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text).replace("\u00ad", ""))


def say_value(value: Value, words: Words) -> str:
    """Write `value` in the language of `words`; an empty text for None."""
    if isinstance(value, str):
        return printable(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("sí") if value else words("no")
    if isinstance(value, int | Decimal):
        return words.number(value)
    if isinstance(value, Money):
        return words.money(value)
    return _say_moment(value, words)


def _say_moment(value: date | time | PartialDate, words: Words) -> str:
    return words.time(value) if isinstance(value, time) else words.date(value)


def as_cell(value: Value | Cell) -> Cell:
    """Return a bare value as a plain cell."""
    return value if isinstance(value, Cell) else Cell(value)


def say_cell(cell: Cell, words: Words) -> str:
    """Write a cell with the sign of its tone before it; an empty cell has no sign."""
    said = say_value(cell.value, words)
    return f"{SIGNS[cell.tone]}{said}" if said else ""


def say_toned(text: str, tone: Tone) -> str:
    """Write running text with the sign of its tone before it."""
    return f"{SIGNS[tone]}{text}" if text else ""


def is_amount(value: Value) -> bool:
    """Whether `value` is a count or an amount, which stand under each other by their last digit."""
    return isinstance(value, int | Decimal | Money) and not isinstance(value, bool)
