"""Coordinates, kept as whole microdegrees: the engine's JSON rounds fractions."""

import re
from collections.abc import Mapping
from decimal import Decimal

from app.words.values.context import Context, refusal
from app.words.values.numbers import parse_decimal, show_decimal
from app.words.values.texts import as_text, clean_line
from app.words.words import Words, mark

MICRO = 1_000_000
MOST: Mapping[str, int] = {"N": 90, "S": 90, "E": 180, "W": 180, "": 180}
"""The most degrees towards each side; what says no side may be a longitude."""

_SIDES: Mapping[str, str] = {"n": "N", "s": "S", "e": "E", "l": "E", "o": "W", "w": "W"}
_QUOTES = str.maketrans(
    {
        "\u2019": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201d": '"',
        "\u201c": '"',
        "\u2033": '"',
        "º": "°",
        "\u02da": "°",
    }
)
_SIDE = r"(?:[NSEWOL]|norte|north|sur|sul|south|este|east|leste|oeste|west)"
_NUMBER = r"\d+(?:[.,]\d+)?"
_DEGREES = re.compile(
    rf"(?P<before>{_SIDE})?\s*(?P<sign>[-−–+])?\s*(?P<degrees>{_NUMBER})\s*°?\s*"
    rf"(?:(?P<minutes>{_NUMBER})\s*'\s*(?:(?P<seconds>{_NUMBER})\s*\"\s*)?)?(?P<after>{_SIDE})?",
    re.IGNORECASE,
)
_SIXTY = 60


def read_degrees(raw: object, context: Context) -> int:
    """Read degrees (-34.52, 34,52 S, 34°31'12" S) as whole microdegrees, negative to the south and west."""
    text = clean_line(as_text(raw, context.words))
    parts = None if isinstance(raw, bool) else _DEGREES.fullmatch(text.translate(_QUOTES).replace("''", '"'))
    if parts is None or (parts["before"] and parts["after"]):
        raise _no_degrees(text)
    minutes, seconds = _number(parts["minutes"]), _number(parts["seconds"])
    size = _number(parts["degrees"]) + minutes / _SIXTY + seconds / _SIXTY**2
    side = _SIDES[(parts["before"] or parts["after"])[0].lower()] if parts["before"] or parts["after"] else ""
    if minutes >= _SIXTY or seconds >= _SIXTY or size > MOST[side]:
        raise _no_degrees(text)
    towards = -1 if side in ("S", "W") or (parts["sign"] or "+") != "+" else 1
    return towards * round(size * MICRO)


def _number(text: str | None) -> Decimal:
    return (parse_decimal(text, grouped=False) if text else None) or Decimal(0)


def _no_degrees(text: str) -> Exception:
    return refusal(
        mark("«{value}» no es una coordenada."),
        mark("Escriba los grados, por ejemplo -34,5228 o 34°31'22\" S."),
        value=text,
    )


def in_degrees(value: int) -> Decimal:
    """Return microdegrees as decimal degrees."""
    return Decimal(value).scaleb(-6)


def show_degrees(value: int, words: Words) -> str:
    """Write microdegrees as decimal degrees."""
    return show_decimal(in_degrees(value), words)
