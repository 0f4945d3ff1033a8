"""What there is to show and edit: the entities, their fields and parts, read once from the declarations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy.orm import RelationshipProperty, class_mapper

from db.base import Entity, units
from db.derived import DERIVED
from db.entities import ENTITIES
from db.fields import Field, Kind
from db.query import Filter, Operator, Order, Query, entity_class

ENTITY_NAMES: tuple[str, ...] = tuple(entity.__tablename__ for entity in ENTITIES)
"""The names of all entities."""


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field of an entity: its name, its facts, the entity it refers to, and whether it derives from others.

    A field of money is called by the stem of its two columns: `cost` for `cost_minor` and `cost_currency`.
    """

    name: str
    field: Field
    target: str = ""
    derived: bool = False


@dataclass(frozen=True, slots=True)
class PartInfo:
    """Rows of another entity that are edited inside a record: `key` is their field that refers to it."""

    name: str
    entity: str
    key: str


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """An entity: what one and many are called (Spanish source words), its fields, first columns and parts."""

    name: str
    one: str
    many: str
    fields: tuple[FieldInfo, ...]
    columns: tuple[str, ...]
    parts: tuple[PartInfo, ...]
    searched: bool

    def field(self, name: str) -> FieldInfo:
        """Return the field called `name`; KeyError when there is none."""
        for info in self.fields:
            if info.name == name:
                return info
        raise KeyError(f"{self.name}.{name}")

    @property
    def stored(self) -> tuple[FieldInfo, ...]:
        """The fields that a person writes."""
        return tuple(info for info in self.fields if not info.derived)


@cache
def describe(name: str) -> EntityInfo:
    """Return what is declared of the entity `name`; KeyError when there is none."""
    entity = entity_class(name)
    derived = (FieldInfo(each.name, each.field, derived=True) for each in DERIVED.get(name, ()))
    return EntityInfo(
        name=name,
        one=entity.facts.one,
        many=entity.facts.many,
        fields=(*_columns(entity), *_links(entity), *derived),
        columns=entity.facts.columns,
        parts=tuple(_parts(entity)),
        searched=entity.facts.searched,
    )


@cache
def fields_with(entity: str, name: str) -> tuple[str, ...]:
    """Return the fields of `entity` that say one thing with the field `name`, which is among them."""
    found = next((unit for unit in units(entity_class(entity).__table__) if name in unit), (name,))
    stored = {each.name for each in describe(entity).stored}
    return tuple(each for each in found if each in stored)


def _columns(entity: type[Entity]) -> Iterator[FieldInfo]:
    for column in entity.__table__.columns:
        field = column.info.get("field")
        if isinstance(field, Field):
            name = column.name.removesuffix("_minor") if field.kind is Kind.MONEY else column.name
            target = next((key.column.table.name for key in column.foreign_keys), "")
            yield FieldInfo(name, field, target)


def _relationships(entity: type[Entity]) -> Iterator[RelationshipProperty[Entity]]:
    yield from class_mapper(entity).relationships


def _links(entity: type[Entity]) -> Iterator[FieldInfo]:
    for link in _relationships(entity):
        field = link.info.get("field")
        if isinstance(field, Field):
            yield FieldInfo(link.key, field, link.entity.class_.__tablename__)


def _parts(entity: type[Entity]) -> Iterator[PartInfo]:
    for link in _relationships(entity):
        if link.info.get("part"):
            key = next(iter(link.remote_side)).name or ""
            yield PartInfo(link.key, link.entity.class_.__tablename__, key)


__all__ = [
    "ENTITY_NAMES",
    "EntityInfo",
    "FieldInfo",
    "Filter",
    "Operator",
    "Order",
    "PartInfo",
    "Query",
    "describe",
    "fields_with",
]
