"""How hard a passphrase is to guess, roughly, to advise whoever chooses one."""

from enum import Enum
from itertools import pairwise

from app.words.words import mark

FAIR_BITS = 45.0
STRONG_BITS = 60.0
WORD_BITS = 3.2
"""What a letter inside a word adds: its neighbours half give it away."""
ODD_BITS = 3.0
"""What capitals, digits and signs add to that, when a text is made of them."""


class Strength(Enum):
    """A rough judgement of a passphrase, with the advice that goes with it."""

    NONE = mark("Sin contraseña, cualquiera que tenga el archivo puede leerlo.")
    WEAK = mark("Débil: use al menos cuatro palabras que no vayan juntas.")
    FAIR = mark("Aceptable: una palabra más la haría fuerte.")
    STRONG = mark("Fuerte.")


def strength(passphrase: str) -> Strength:
    """Judge `passphrase` by its length and variety; a repeated character adds next to nothing."""
    if not passphrase:
        return Strength.NONE
    bits = _bits(passphrase)
    if bits < FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < STRONG_BITS else Strength.STRONG


def _bits(text: str) -> float:
    telling = (len(set(text)) + sum(first != second for first, second in pairwise(text))) / 2
    odd = sum(not (each.islower() or each.isspace()) for each in text) / len(text)
    return telling * (WORD_BITS + odd * ODD_BITS)
