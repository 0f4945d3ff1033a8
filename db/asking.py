"""What a list asks for, as a plain value that needs no engine."""

from dataclasses import dataclass
from enum import Enum


class Operator(Enum):
    """How a filter compares a field with its value."""

    EQUALS = "equals"
    NOT_EQUALS = "not_equals"
    CONTAINS = "contains"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    IS_EMPTY = "is_empty"
    IS_FILLED = "is_filled"
    ONE_OF = "one_of"


TOUCHED_BY = "touched_by"
"""No field: a filter of this name asks for the records that an operation touched, by its number (EQUALS alone)."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on one field; `value` is a tuple for ONE_OF and nothing for IS_EMPTY and IS_FILLED."""

    field: str
    operator: Operator
    value: object = None


@dataclass(frozen=True, slots=True)
class Order:
    """One field to order by."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a list asks for: the entity, words to find in its texts, filters that all hold, and an order."""

    entity: str
    words: str = ""
    filters: tuple[Filter, ...] = ()
    order: tuple[Order, ...] = ()
