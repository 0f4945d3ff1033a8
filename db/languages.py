"""Names that are recorded in several languages: each reader is shown the one of theirs.

A field `name` may have beside it `name_pt` and `name_en`. Whoever reads for a person binds the language of that person,
which a session has; without it the name is found as it is stored, as imports and the journal compare it.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam, case, func
from sqlalchemy.orm import DeclarativeBase

from db.sorting import folded_by_engine

OTHERS = ("pt", "en")
"""The languages in which a name may be recorded beside the one that the office writes in."""
LANGUAGE = "language"
"""The parameter that holds the language of the reader."""


def names_beside(entity: type[DeclarativeBase], name: str) -> dict[str, ColumnElement[Any]]:
    """Return, by their languages, the columns that hold the field `name` of `entity` in other languages; often none."""
    found = ((language, getattr(entity, f"{name}_{language}", None)) for language in OTHERS)
    return {language: column.expression for language, column in found if column is not None}


def in_language(entity: type[DeclarativeBase], name: str) -> ColumnElement[Any]:
    """Return the field `name` of `entity` as its reader calls it: in their language where it is recorded."""
    stored: ColumnElement[Any] = getattr(entity, name).expression
    return _chosen(entity, name, stored, lambda said: said)


def is_read_by_somebody() -> ColumnElement[bool]:
    """Tell whether a question is asked in the language of a reader."""
    return bindparam(LANGUAGE, value="", type_=String) != ""


def key_in_language(entity: type[DeclarativeBase], name: str, key: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return what `in_language` is ordered by; `key` is that of the name as it is stored."""
    return _chosen(entity, name, key, folded_by_engine)


def _chosen(
    entity: type[DeclarativeBase],
    name: str,
    stored: ColumnElement[Any],
    made: Callable[[ColumnElement[Any]], ColumnElement[Any]],
) -> ColumnElement[Any]:
    others = names_beside(entity, name)
    if not others:
        return stored
    spoken = bindparam(LANGUAGE, value="", type_=String)
    return case(
        *(
            (spoken == language, func.coalesce(made(func.nullif(each, "")), stored))
            for language, each in others.items()
        ),
        else_=stored,
    )
