"""Fields of links: the table between two kinds of record, and what is said of those on the other side."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, String, Table, func, select
from sqlalchemy.orm import aliased, class_mapper

from db.base import Entity


@dataclass(frozen=True, slots=True)
class Link:
    """A field of links: its table, the columns of either side in it, and the entity on the other side."""

    table: Table
    mine: Column[str]
    other: Column[str]
    target: type[Entity]


def link_of(entity: type[Entity], name: str) -> Link:
    """Return the link that the field `name` of `entity` stands for; KeyError when it is no field of links."""
    relationship = class_mapper(entity).relationships[name]
    table, target = relationship.secondary, relationship.entity.class_
    if not isinstance(table, Table):
        raise KeyError(name)
    mine = table.columns[f"{entity.__tablename__}_id"]
    other = next(each for each in table.columns if each.foreign_keys and each is not mine)
    return Link(table, mine, other, target)


def is_link(entity: type[Entity], name: str) -> bool:
    """Tell whether the field `name` of `entity` is one of links."""
    relationship = class_mapper(entity).relationships.get(name)
    return relationship is not None and relationship.secondary is not None


def joined_titles(
    entity: type[Entity], name: str, said: Callable[[type[Entity]], ColumnElement[str]], between: str = ", "
) -> ColumnElement[str | None]:
    """Return what is `said` of each record that the field `name` links, in the order of their titles."""
    link = link_of(entity, name)
    there = aliased(link.target)
    return (
        select(func.aggregate_strings(said(there), between).aggregate_order_by(there.title_key()))
        .join_from(link.table, there, there.id == link.other)
        .where(link.mine == entity.id)
        .correlate(entity)
        .scalar_subquery()
    )


def joined_links(
    entity: type[Entity], names: Iterable[str], said: Callable[[type[Entity]], ColumnElement[str]], between: str
) -> ColumnElement[str | None]:
    """Return what is `said` of all records that several fields of links name, one field after another."""
    joined = (joined_titles(entity, name, said, between) for name in names)
    return func.nullif(func.concat_ws(between, *joined), "", type_=String)
