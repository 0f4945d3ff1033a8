"""What is typed as a way to reach somebody: of which kind it seems to be, and how each kind is kept and written."""

import re

from app.words.problems import ProblemError
from app.words.values import read_value
from app.words.values.phones import show_phone
from app.words.words import Words
from db.entities.contact_point import ContactKind
from db.fields import Field, Kind

PHONES = frozenset(kind.value for kind in (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.FAX))
FEWEST_DIGITS = 3
"""Of a phone: emergency and short numbers have three."""

_PHONE = re.compile(r"\+?[\d\s().\-/]+(?:[\s,;]*\(?(?:ext|int|ramal|anexo|x)[a-zóã]*[\s.:#]*\d*\)?)?", re.IGNORECASE)
"""Digits with what parts them, and perhaps an extension, of which the number may still be to come."""


def guess_kind(text: str) -> str | None:
    """Return the kind of contact point that `text` seems to be, also while it is being typed; None for no guess.

    A name that begins with "@" is one of a social network; street addresses that begin with a number are no phones.
    """
    text = text.strip()
    if "@" in text:
        return ContactKind.SOCIAL.value if text.startswith("@") else ContactKind.EMAIL.value
    if _PHONE.fullmatch(text) and sum(each.isdigit() for each in text) >= FEWEST_DIGITS:
        return ContactKind.PHONE.value
    return None


def keep_contact(kind: object, text: str, words: Words, country: str) -> str:
    """Return `text` as it is stored for a contact point of `kind`: a phone in its international form where it has one.

    `country` (ISO 3166-1) is that of numbers without country code; one that is of none stays as it was typed.
    """
    if kind not in PHONES:
        return text
    try:
        return str(read_value(Field("", Kind.PHONE), text, words, country=country) or text)
    except ProblemError:
        return text


def show_contact(kind: object, value: str, words: Words) -> str:
    """Write a contact point of `kind` as people read it: phones as lists, pages and papers write them."""
    return show_phone(value, words) if kind in PHONES else value
