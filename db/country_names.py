"""What a country is called in the language of the reader, where a title is made of its code."""

from functools import lru_cache
from typing import Any

from babel import Locale
from sqlalchemy import ColumnElement, SQLColumnExpression, String, bindparam, func

from db.languages import LANGUAGE

FUNCTION = "country_name"
"""The function of ours that each connection is handed; no trigger and no index calls it."""
_OF_THE_OFFICE = "es"
"""The language of whoever reads without one, as imports do."""


def country_name(code: SQLColumnExpression[Any]) -> ColumnElement[str]:
    """Return what the country of an ISO 3166-1 `code` is called by the reader; null for none."""
    named: ColumnElement[str] = getattr(func, FUNCTION)(code, bindparam(LANGUAGE, value="", type_=String), type_=String)
    return named


def called(code: str | None, language: str | None) -> str | None:
    """Return the name of a country, or its code where it has none in CLDR (by Babel)."""
    return None if code is None else _names(language or _OF_THE_OFFICE).get(code, code)


@lru_cache(maxsize=4)
def _names(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
