"""Which records the fields of rows name, and which of those are called as another of their kind is."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Select, bindparam, exists, select, union_all
from sqlalchemy.orm import aliased

from db.base import Entity
from db.derived import derived_fields
from db.session import FileSession
from db.spans import parameters


def fetch_named(
    session: FileSession, entity: str, names: Sequence[str], ids: Sequence[str], today: date
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return, by the key of each row of `ids`, which records each of the fields `names` names, in their order.

    They are references, or derived fields that name records (`db/derived.py`).
    """
    statement = _select_named(session.catalog.entity(entity), tuple(names))
    given = {**parameters(today, session.language), "ids": list(ids)}
    found = session.connection().execute(statement, given)
    return {row[0]: tuple(tuple((keys or "").split()) for keys in row[1:]) for row in found}


@lru_cache(maxsize=512)
def _select_named(entity: type[Entity], names: tuple[str, ...]) -> Select[Any]:
    derived = derived_fields(entity)
    columns = (getattr(entity, f"{name}_ids")() if name in derived else getattr(entity, name) for name in names)
    return select(entity.id, *columns).where(entity.id.in_(bindparam("ids", expanding=True)))


def find_namesakes(session: FileSession, records: Mapping[str, Collection[str]]) -> list[str]:
    """Return the keys of those of `records`, keys by their kinds, that are called as another of their kind is."""
    asked = {kind: list(keys) for kind, keys in records.items() if keys}
    if not asked:
        return []
    statement = _select_namesakes(tuple(map(session.catalog.entity, asked)))
    return list(session.connection().execute(statement, {**session.reader, **asked}).scalars())


@lru_cache(maxsize=512)
def _select_namesakes(kinds: tuple[type[Entity], ...]) -> CompoundSelect[Any]:
    """Return one statement for all kinds: to ask takes longer than to look a name up by its key."""
    return union_all(*map(_namesakes_of, kinds))


def _namesakes_of(kind: type[Entity]) -> Select[Any]:
    other = aliased(kind)
    same = (other.title_key() == kind.title_key(), other.title() == kind.title(), other.id != kind.id)
    return select(kind.id).where(kind.id.in_(bindparam(kind.__tablename__, expanding=True)), exists().where(*same))
