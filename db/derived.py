"""A derived field: found or counted each time and never stored; it stands in the class of its entity, as a column does.

Declared as `@derived(Field(mark("Integrantes"), Kind.INTEGER, width=10))` over a classmethod `seat_count`, it is the
expression `Body.seat_count`. Whoever runs a query with it binds the parameters of `db/spans.py`. One that shows a name
has beside it, as a column of names has, what it is ordered by: `holder_key` of `holder`, a classmethod of its own.
One that shows what records are called says of which `kinds` they are, and has beside it which ones: `holder_ids`.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement

from db.fields import Field

Found = TypeVar("Found")

BETWEEN_NAMES = " · "
"""What stands between the records that one derived field names."""


class Derived(Generic[Found]):
    """A derived field: its facts, the kinds of record that it may name, and how its expression is made."""

    def __init__(self, field: Field, kinds: tuple[str, ...], make: Callable[[Any], ColumnElement[Found]]) -> None:
        """Take the facts, the kinds and the classmethod that returns the expression."""
        self.field = field
        self.kinds = kinds
        self._make = make

    def __get__(self, row: object, entity: type) -> ColumnElement[Found]:
        """Return the expression over the table of `entity`, made when asked for: then every entity is declared."""
        expression: ColumnElement[Found] = self._make.__get__(row, entity)()
        return expression


def derived(
    field: Field, kinds: tuple[str, ...] = ()
) -> Callable[[Callable[[Any], ColumnElement[Found]]], Derived[Found]]:
    """Declare the classmethod that follows as a derived field with the facts `field`; it names records of `kinds`."""

    def declare(make: Callable[[Any], ColumnElement[Found]]) -> Derived[Found]:
        return Derived(field, kinds, make)

    return declare


def derived_fields(entity: type) -> Mapping[str, Derived[Any]]:
    """Return the derived fields of `entity` by name: those of its class in their order, then those it inherits."""
    found: dict[str, Derived[Any]] = {}
    for each in entity.__mro__:
        for name, value in vars(each).items():
            if isinstance(value, Derived):
                found.setdefault(name, value)
    return found
