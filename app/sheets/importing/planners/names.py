"""Names as people write them, from sheets that shout them."""

import re

_PARTICLES = frozenset({"de", "del", "la", "las", "los", "el", "da", "do", "das", "dos", "e", "y", "von", "van"})
_NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XX", "XXI"})
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4


def in_mixed_case(name: str) -> str:
    """Return a name that is all in capitals with those that belong to it; any other as it is.

    "SÃO JOSÉ DOS CAMPOS" is "São José dos Campos"; "PIO XII" keeps its numeral, and "ATE" may be an acronym.
    """
    if not name.isupper() or sum(letter.isalpha() for letter in name) < _SHORTEST:
        return name
    return _WORD.sub(lambda word: _word(word[0], first=word.start() == 0), name)


def is_better(before: str, after: str) -> bool:
    """Tell whether a name that differs by accents or case alone is better written: "Cordoba" beside "Córdoba"."""
    if after.isupper():
        return False
    return before.isupper() or _accents(after) > _accents(before)


def _accents(text: str) -> int:
    return sum(not letter.isascii() for letter in text)


def _word(word: str, *, first: bool) -> str:
    if word in _NUMERALS:
        return word
    small = word.lower()
    return small if small in _PARTICLES and not first else small[0].upper() + small[1:]
