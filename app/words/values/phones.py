"""Phones, kept as E.164 with their extension (`+59829012345;ext=102`), and cells that hold several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from app.words.problems import Problem, ProblemError
from app.words.values.context import Context, refusal
from app.words.values.international_phones import is_valid_as_it_stands
from app.words.values.texts import as_text, clean_line
from app.words.words import Words, mark

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_EXTENSION = re.compile(
    r"[\s,;]*\(?\b(?:ext(?:ensi[oó]n|ensão)?|int(?:erno)?|ramal|anexo|x)\s*[.:#=]?\s*(\d{1,7})\)?", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:tel[eé]?fax|tel[eé]fonos?|telefones?|phone|tels?|fax|celular|cel|m[oó]vil|whats\s?app)\b[.:°]*\s*",
    re.IGNORECASE,
)
_CARRIER = re.compile(r"\b0\s?(?:xx|\*\*)", re.IGNORECASE)
"""What stands in Brazil for the carrier to be chosen: (0xx11)."""

_BETWEEN = re.compile(r"\s*(?:[;,|/\n]|\s(?:y|e|o|ou|and|or)\s)\s*", re.IGNORECASE)
_ONE = re.compile(r"\+\d[\d ]{5,18}\d")
"""A number with its country code and nothing else, which needs no parting."""

_DIGITS = re.compile(r"[+()\d\s.\-–—]*\d[+()\d\s.\-–—]*")
_NO_DIGITS = re.compile(r"\D+")
_HYPHEN = re.compile(r"\s*[-–—]\s*")
_HYPHEN_OR_BLANK = re.compile(r"[-–—\s]+")
_LAST_DIGITS = 4
_MOST_PARTS = 14


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A phone found in a cell: as written, as stored, or the problem that keeps it from being stored."""

    text: str
    number: str = ""
    problem: Problem | None = None


class _Likeness(IntEnum):
    """How much a text resembles one phone; the least is the best."""

    VALID = 1
    POSSIBLE = 2
    WITHOUT_AREA = 3
    NONE = 100


@lru_cache(maxsize=4096)
def _parsed(digits: str, country: str) -> tuple[_Likeness, str]:
    """Tell how much `digits` resemble a phone, and give its stored form; empty when it has none."""
    if is_valid_as_it_stands(digits):
        return _Likeness.VALID, digits
    import phonenumbers
    from phonenumbers import NumberParseException, PhoneNumberFormat

    try:
        number = phonenumbers.parse(digits, country or None)
    except NumberParseException:
        return _from_abroad(digits) or (_Likeness.NONE, "")
    stored = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(number):
        return _Likeness.VALID, stored
    return _from_abroad(digits) or _perhaps(number, stored)


def _perhaps(number: "PhoneNumber", stored: str) -> tuple[_Likeness, str]:
    """Tell how much a number that is not valid resembles a phone, and give its stored form if it has one."""
    from phonenumbers import ValidationResult, is_possible_number_with_reason

    match is_possible_number_with_reason(number):
        case ValidationResult.IS_POSSIBLE:
            return _Likeness.POSSIBLE, stored
        case ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return _Likeness.WITHOUT_AREA, ""
    return _Likeness.NONE, ""


def _from_abroad(digits: str) -> tuple[_Likeness, str] | None:
    """Read 00 as the + of a country code, which most countries dial so; None when it does not give a phone."""
    if not digits.startswith("00"):
        return None
    likeness, stored = _parsed("+" + digits[2:], "")
    return (likeness, stored) if stored else None


def split_phones(text: str, country: str) -> tuple[FoundPhone, ...]:
    """Return every phone of a cell, in order: parted by "/", ";", ",", "y", or by the "-" that also stands inside one.

    `country` (ISO 3166-1) is that of the numbers without country code. What is no phone is given with its problem, so
    that nothing of the cell is lost. An ending alone after "/" ("2901 2345/46") repeats the beginning of the last one.
    """
    if _ONE.fullmatch(text):
        number = text.replace(" ", "")
        return (FoundPhone(text, number) if is_valid_as_it_stands(number) else _read(text, country),)
    found: list[FoundPhone] = []
    for piece in _pieces(clean_line(text)):
        ending = re.sub(r"\D", "", piece)
        if found and found[-1].number and len(ending) <= _LAST_DIGITS and ending == piece:
            found.append(_read(found[-1].text[: -len(ending)] + ending, country))
        else:
            found.extend(_read(part, country) for part in _parts(piece, country))
    return tuple(found)


def _pieces(text: str) -> Iterator[str]:
    """Part a cell where there can be no doubt: at separators and after an extension."""
    plain = _LABEL.sub(" ", _CARRIER.sub("0", text))
    marked = _EXTENSION.sub("\x00\\1\n", plain)
    for piece in _BETWEEN.split(marked):
        number, _, extension = piece.partition("\x00")
        if number := _balanced(number.strip(" -–—.")):
            yield f"{number};ext={extension}" if extension else number


def _balanced(text: str) -> str:
    """Take away a parenthesis that lacks its pair at either end."""
    opened, closed = text.count("("), text.count(")")
    bare = text.rstrip(")") if closed > opened else text.lstrip("(") if opened > closed else text
    return bare.strip()


def _parts(piece: str, country: str) -> Sequence[str]:
    """Part `piece` at those of its hyphens, or else also of its blanks, that leave the most likely phones."""
    number, extension, digits = piece.partition(";ext=")
    cost, groups = _grouped(tuple(_HYPHEN.split(number)), country)
    if cost >= _Likeness.NONE:
        cost, groups = min((cost, groups), _grouped(tuple(_HYPHEN_OR_BLANK.split(number)), country))
    return [*groups[:-1], groups[-1] + extension + digits]


def _grouped(parts: tuple[str, ...], country: str) -> tuple[int, tuple[str, ...]]:
    if len(parts) > _MOST_PARTS:
        return _Likeness.NONE, ("-".join(parts),)
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(parts) + 1):
        options = []
        for start in range(end):
            text = "-".join(parts[start:end])
            cost, groups = best[start]
            options.append((cost + _parsed(_digits(text), country)[0], (*groups, text)))
        best.append(min(options, key=lambda one: (one[0], len(one[1]))))
    return best[-1]


def _digits(text: str) -> str:
    bare = text.strip(" ()")
    return ("+" if bare.startswith("+") else "") + _NO_DIGITS.sub("", bare)


def _read(text: str, country: str) -> FoundPhone:
    try:
        return FoundPhone(text.replace(";ext=", " int. "), _stored(text, country))
    except ProblemError as error:
        return FoundPhone(text.replace(";ext=", " int. "), problem=error.problems[0])


def _stored(text: str, country: str) -> str:
    """Return the stored form of one phone, with at most one extension; ProblemError when it is none."""
    number, _, extension = text.partition(";ext=")
    if _DIGITS.fullmatch(number) is None:
        raise refusal(
            mark("«{value}» no es un teléfono."), mark("Escríbalo con el código del país: +598 2901 2345."), value=text
        )
    if not country and not number.lstrip("( ").startswith(("+", "00")):
        raise refusal(
            mark("Al teléfono «{value}» le falta el código de país."),
            mark("Escríbalo así: +598 2901 2345."),
            value=text,
        )
    likeness, stored = _parsed(_digits(number), country)
    if likeness == _Likeness.WITHOUT_AREA:
        raise refusal(
            mark("Al teléfono «{value}» le falta el código de área."), mark("Escríbalo completo."), value=text
        )
    if not stored:
        raise refusal(
            mark("«{value}» no es un teléfono posible."),
            mark("Revise las cifras y escríbalo con el código del país: +598 2901 2345."),
            value=text,
        )
    return f"{stored};ext={extension}" if extension else stored


def read_phone(raw: object, context: Context) -> str:
    """Read one phone, of the country of the record unless it says its own."""
    text = as_text(raw, context.words)
    found = split_phones(text, context.country)
    if len(found) == 1:
        if found[0].problem is not None:
            raise ProblemError(found[0].problem)
        return found[0].number
    if not found:
        raise refusal(
            mark("«{value}» no es un teléfono."), mark("Escríbalo con el código del país: +598 2901 2345."), value=text
        )
    raise refusal(mark("En «{value}» hay más de un teléfono."), mark("Escriba uno solo."), value=text)


def show_phone(stored: str, words: Words) -> str:
    """Write a stored phone in its international form, with its extension."""
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

    number, _, extension = stored.partition(";ext=")
    try:
        phone = format_number(parse(number, None), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        phone = number
    return words(mark("{phone} int. {extension}"), phone=phone, extension=extension) if extension else phone
