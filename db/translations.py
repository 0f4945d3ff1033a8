"""What later schemas call what earlier ones wrote: entries are translated as they are read, never rewritten.

A migration that renames, that adds a column which is not empty, or that gives values another form adds its line here;
`schema` is the number of the schema that it makes. A column that was dropped needs none: nothing asks for it any more.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenamedTable:
    """From `schema` on, the table `old` is called `new`."""

    schema: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RenamedColumn:
    """From `schema` on, the column `old` of `entity` is called `new`."""

    schema: int
    entity: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddedColumn:
    """From `schema` on, `entity` has the column `name`, which held `value` in every row that was there already."""

    schema: int
    entity: str
    name: str
    value: str | int


@dataclass(frozen=True, slots=True)
class ChangedValues:
    """From `schema` on, values of the column `name` of `entity` have the form that `translate` gives."""

    schema: int
    entity: str
    name: str
    translate: Callable[[str | int], str | int]


Translation = RenamedTable | RenamedColumn | AddedColumn | ChangedValues

TRANSLATIONS: tuple[Translation, ...] = (ChangedValues(9, "theme", "plan_line", str),)
"""In the order of the schemas; within one, the renaming of a table first."""
