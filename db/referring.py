"""What is asked of a field that refers to a record of any kind: what that is called, and which rows refer to it."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select
from sqlalchemy.orm import aliased

from db.base import Entity
from db.catalog import Catalog
from db.declared import declared
from db.values import RecordKey


def columns_of(entity: type[Entity], name: str) -> tuple[ColumnElement[str], ...]:
    """Return the columns of the field `name`: the kind, the key and, where that is kept, what the record was called."""
    field = declared(entity, name)
    if field is None:
        raise KeyError(f"{entity.__tablename__}.{name}")
    return tuple(entity.__table__.columns[each] for each in field.columns)


def any_title(catalog: Catalog, entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return the title of the record that the field `name` refers to; of one that is no more, what it was called."""
    return _said(catalog, columns_of(entity, name), lambda there: there.title(), lambda called: called)


def any_title_key(catalog: Catalog, entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return what that title is ordered by."""
    return _said(catalog, columns_of(entity, name), lambda there: there.title_key(), func.lower)


def _said(
    catalog: Catalog,
    columns: tuple[ColumnElement[str], ...],
    said: Callable[[type[Entity]], ColumnElement[str]],
    of_gone: Callable[[ColumnElement[str]], ColumnElement[str]],
) -> ColumnElement[Any]:
    which, key, *called = columns
    found = case(*((which == kind, _said_at(catalog.entity(kind), key, said)) for kind in catalog.stored))
    return func.coalesce(found, *map(of_gone, called)) if called else found


def _said_at(
    kind: type[Entity], key: ColumnElement[str], said: Callable[[type[Entity]], ColumnElement[str]]
) -> ColumnElement[str]:
    there = aliased(kind)
    return select(said(there)).where(there.id == key).scalar_subquery()


def refers_to(entity: type[Entity], name: str, kind: str, ids: Collection[str]) -> ColumnElement[bool]:
    """Tell whether the field `name` of a row of `entity` refers to one of the records `ids` of `kind`."""
    which, key, *_ = columns_of(entity, name)
    return and_(which == kind, key.in_(ids))


def refers_to_any(entity: type[Entity], name: str, records: Iterable[RecordKey]) -> ColumnElement[bool]:
    """Tell whether the field `name` of a row of `entity` refers to one of `records`."""
    by_kind: dict[str, list[str]] = {}
    for each in records:
        by_kind.setdefault(each.entity, []).append(each.id)
    return or_(false(), *(refers_to(entity, name, kind, ids) for kind, ids in by_kind.items()))
