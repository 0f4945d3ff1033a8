"""Folded keys, kept by the database, by which names are ordered and compared without accents or case."""

from collections.abc import Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Computed, Index, String, func
from sqlalchemy.orm import Mapped, mapped_column

FOLDED: Mapping[str, str] = {
    "a": "áàâãäåÁÀÂÃÄÅ",
    "e": "éèêëÉÈÊË",
    "i": "íìîïÍÌÎÏ",
    "o": "óòôõöÓÒÔÕÖ",
    "u": "úùûüÚÙÛÜ",
    "c": "çÇ",
    "n": "ñÑ",
}
"""The accented letters of Spanish and Portuguese (and the French and German ones of visitors) by their plain letter.

Ñ is folded to n: a Portuguese reader looks for it there, and a search types it so.
"""

_PAIRS: tuple[tuple[str, str], ...] = tuple(
    (accented, plain) for plain, letters in FOLDED.items() for accented in letters
)
_LETTERS: Mapping[int, str] = MappingProxyType({ord(accented): plain for accented, plain in _PAIRS})


def folded(column: str) -> str:
    """Give the SQL expression of `column` in small letters without accents, the same on every engine."""
    return "lower(" + reduce(lambda inner, pair: f"replace({inner}, '{pair[0]}', '{pair[1]}')", _PAIRS, column) + ")"


def fold_expression(value: ColumnElement[Any]) -> ColumnElement[str]:
    """Give the expression of any text as `folded` gives that of a column."""
    plain: ColumnElement[str] = value
    for accented, letter in _PAIRS:
        plain = func.replace(plain, accented, letter)
    return func.lower(plain)


def fold_text(text: str) -> str:
    """Fold a text as the database folds what it is compared with."""
    return text.translate(_LETTERS).lower()


def sort_key(column: str) -> Mapped[str]:
    """Declare the computed column that holds `column` folded; its table needs `sort_index` of it."""
    return mapped_column(String(300), Computed(folded(column), persisted=True))


def sort_index(key: str) -> Index:
    """Declare the index from which a whole list is read in the order of `key` without sorting or touching a row."""
    return Index(None, key, "id")
