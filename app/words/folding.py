"""Texts brought to the form in which people compare them: without case, accents or punctuation."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` in small unaccented letters and digits, with one blank between words ("São José" is "sao jose")."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return _NOT_A_WORD.sub(" ", plain).strip()
