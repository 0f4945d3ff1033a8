"""The fields that an entity declares, each with the columns that hold it: one, or several that make one value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table
from sqlalchemy.orm import CompositeProperty, class_mapper

from db.base import Entity
from db.fields import Field
from db.values import Money, RecordKey


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """A field of an entity: its name, its facts, and the columns that hold it.

    Of several columns `make` makes the one value: an amount of money, or which record of any kind. `owned` says of the
    latter that the row belongs to that record.
    """

    name: str
    field: Field
    columns: tuple[str, ...]
    make: Callable[..., object] | None = None
    owned: bool = False

    def value(self, values: Mapping[str, object]) -> object:
        """Return what a row with these `values` by column holds of the field."""
        held = [values.get(name) for name in self.columns]
        return held[0] if self.make is None else self.make(*held)

    def by_column(self, value: object) -> dict[str, object]:
        """Return what each column holds when the field is `value`."""
        if self.make is None:
            return {self.columns[0]: value}
        parts: tuple[object, ...] = (None,) * len(self.columns)
        if isinstance(value, Money | RecordKey):
            parts = value.__composite_values__()
        return dict(zip(self.columns, parts, strict=False))  # what owned a row has no column for what it was called


@cache
def declared_fields(entity: type[Entity]) -> tuple[DeclaredField, ...]:
    """Return the fields that `entity` declares on its columns, in their order."""
    return tuple(_fields(entity))


def _fields(entity: type[Entity]) -> Iterator[DeclaredField]:
    table = entity.__table__
    if not isinstance(table, Table):  # a kind that lists others has no columns of its own
        return
    composites = {each.columns[0].name: each for each in class_mapper(entity).composites if "field" in each.info}
    for column in table.columns:
        made_of: CompositeProperty[object] | None = composites.get(column.name)
        if made_of is not None:
            names, info = tuple(each.name for each in made_of.columns), made_of.info
            owned = bool(info.get("owned"))
            yield DeclaredField(made_of.key, info["field"], names, made_of.composite_class, owned)
        elif isinstance(column.info.get("field"), Field):
            yield DeclaredField(column.name, column.info["field"], (column.name,))


def declared(entity: type[Entity], name: str) -> DeclaredField | None:
    """Return the field of `entity` called `name`, None when no column holds one of that name."""
    return next((each for each in declared_fields(entity) if each.name == name), None)


def joined(entity: type[Entity], values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a row of `entity` by field; a column that holds no field stays under its own name."""
    found = dict(values)
    for each in _made_of_several(entity):
        first = next((name for name in found if name in each.columns), None)
        if first is not None:
            kept = {**found, first: each.value(found)}
            dropped = set(each.columns) - {first}
            found = {each.name if name == first else name: kept[name] for name in kept if name not in dropped}
    return found


def parted(entity: type[Entity], values: Mapping[str, object]) -> Mapping[str, object]:
    """Return the values of a row of `entity` by column; what is no field stays under its own name."""
    several = _made_of_several(entity)
    if not several:
        return values
    found = dict(values)
    for each in several:
        if each.name in found:
            found |= each.by_column(found.pop(each.name))
    return found


@cache
def _made_of_several(entity: type[Entity]) -> tuple[DeclaredField, ...]:
    return tuple(each for each in declared_fields(entity) if len(each.columns) > 1)
