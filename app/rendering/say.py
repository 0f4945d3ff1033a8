"""Typed values of a document as the words that a person reads on paper or on a page."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from typing import assert_never

from app.document import Absent, Address, Cell, Reference, Section, Several, Tone, Value
from app.rendering.pdf.style import SIGNS
from app.words.words import Words
from db.values import Money, PartialDate, Percent, Quantity

_UNPRINTABLE = re.compile("[\x00-\x09\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]")
_UNSEEN = re.compile("[\u00ad\ufe00-\ufe0f]")
"""Hyphens for lines that do not break there, and what asks for another look of the letter before it."""


def printable(text: str) -> str:
    """Return `text` with accents composed and every unprintable character but line breaks as a space."""
    return _UNPRINTABLE.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def say_value(value: Value, words: Words) -> str:
    """Write `value` in the language of `words`; an empty text for None."""
    match value:
        case None:
            said = ""
        case str():
            said = printable(value)
        case bool():
            said = words("sí") if value else words("no")
        case int() | Decimal():
            said = words.number(value)
        case Money():
            said = words.money(value)
        case Quantity():
            said = words.quantity(value)
        case Percent():
            said = words.percentage(value)
        case time():
            said = words.time(value)
        case date() | PartialDate():
            said = words.date(value)
        case _:
            said = _say_linked(value, words)
    return said


def _say_linked(value: Reference | Address | Several | Absent, words: Words) -> str:
    match value:
        case Reference() | Address():
            return printable(value.text)
        case Several():
            return value.between.join(say_value(each, words) for each in value.values)
        case Absent():
            return words("sin registrar")
        case _:
            assert_never(value)


def as_cell(value: Value | Cell) -> Cell:
    """Return a bare value as a plain cell; what says that nothing is recorded steps back."""
    if isinstance(value, Cell):
        return value
    return Cell(value, Tone.MUTED if isinstance(value, Absent) else Tone.PLAIN)


def say_cell(cell: Cell, words: Words) -> str:
    """Write a cell with the sign of its tone before it; an empty cell has no sign."""
    said = say_value(cell.value, words)
    return f"{SIGNS[cell.tone]}{said}" if said else ""


def say_toned(text: str, tone: Tone) -> str:
    """Write running text with the sign of its tone before it."""
    return f"{SIGNS[tone]}{text}" if text else ""


def is_amount(value: Value) -> bool:
    """Whether `value` is a count or an amount, which stand under each other by their last digit."""
    return isinstance(value, int | Decimal | Money | Quantity | Percent) and not isinstance(value, bool)


def words_of(section: Section, words: Words) -> Words:
    """Return the words of the language of a section: its own, else that of the document, which `words` speak."""
    return Words(section.language) if section.language and section.language != words.language else words
