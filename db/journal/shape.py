"""What the journal knows of each table: its columns, which of them say one thing, and what its rows refer to.

All of it is read from the declared tables, so that a test can hand the journal another schema.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from sqlalchemy import MetaData, Table

from db.base import units, written_columns
from db.entities import ENTITIES
from db.translations import TRANSLATIONS, RenamedTable, Translation

Unit = tuple[str, ...]
"""Columns that say one thing and are changed, undone and compared as one; most units have one column."""


RowKey = tuple[str, str]
"""Table and key of a row."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that holds the key of another row: of the table `target`, or of the one that `entity_column` names.

    Where the row may go all the same, `called_column` says what it was called: while that is filled nothing is referred
    to.
    """

    column: str
    target: str = ""
    entity_column: str = ""
    called_column: str = ""

    @property
    def is_owner(self) -> bool:
        """Whether it says to which record of any kind a row belongs."""
        return bool(self.entity_column) and not self.called_column


@dataclass(frozen=True)
class Journaled:
    """A table whose changes are journaled: its columns but the key, in units, and what its rows refer to.

    `owners` are the columns that say to which records a row belongs: those of a part, both sides of a link, the record
    of what is owned by one of any kind.
    """

    table: Table

    @property
    def name(self) -> str:
        """The name of the table, which entries call the entity."""
        return self.table.name

    @property
    def is_link(self) -> bool:
        """Whether its rows link two records; their key derives from both, and they are never changed."""
        return bool(self.table.info.get("link"))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that entries hold."""
        return tuple(column.name for column in written_columns(self.table) if column.name != "id")

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The columns, those together that say one thing."""
        return units(self.table)

    @cached_property
    def unit_of(self) -> Mapping[str, Unit]:
        """The unit that each column is in."""
        return {name: unit for unit in self.units for name in unit}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The columns that refer to other rows."""
        found = []
        for name in self.columns:
            column = self.table.columns[name]
            found += [Reference(name, target=key.target_fullname.partition(".")[0]) for key in column.foreign_keys]
            if "entity" in column.info:
                called = column.info.get("called", "")
                found.append(Reference(name, entity_column=column.info["entity"], called_column=called))
        return tuple(found)

    def targets(self, values: Mapping[str, object]) -> set[RowKey]:
        """Return the rows that a row with these values refers to."""
        return {
            (each.target or str(values.get(each.entity_column)), str(values[each.column]))
            for each in self.references
            if values.get(each.column) is not None and not values.get(each.called_column)
        }

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """The columns that say to which records a row belongs."""
        facts = self.table.info.get("facts")
        declared = tuple(facts.owners) if facts is not None else ()
        several = tuple(each.column for each in self.references if self.is_link or each.is_owner)
        return declared + several


@dataclass(frozen=True)
class Shape:
    """A schema as the journal needs it: its number, its journaled tables, and how older entries are read in it."""

    schema: int
    tables: tuple[Journaled, ...]
    translations: tuple[Translation, ...] = field(default=TRANSLATIONS)

    @cached_property
    def by_name(self) -> Mapping[str, Journaled]:
        """The tables by their names."""
        return {each.name: each for each in self.tables}

    @cached_property
    def referring(self) -> Mapping[str, tuple[tuple[Journaled, Reference], ...]]:
        """By table, the columns of others that may refer to its rows; those of any table under an empty name."""
        found: dict[str, list[tuple[Journaled, Reference]]] = {}
        for each in self.tables:
            for reference in each.references:
                found.setdefault(reference.target, []).append((each, reference))
        return {name: tuple(columns) for name, columns in found.items()}

    def once_called(self, names: Iterable[str]) -> set[str]:
        """Return the names of tables with those of earlier schemas: entries keep the one of their time."""
        found = set(names)
        for each in reversed(self.translations):
            if isinstance(each, RenamedTable) and each.new in found:
                found.add(each.old)
        return found

    def referring_to(self, name: str) -> Iterable[tuple[Journaled, Reference]]:
        """Return the columns that may refer to rows of the table `name`."""
        return (*self.referring.get(name, ()), *self.referring.get("", ()))


def journaled(metadata: MetaData) -> tuple[Journaled, ...]:
    """Return the tables of `metadata` whose changes are journaled: entities and links, what is referred to first."""
    return tuple(Journaled(table) for table in metadata.sorted_tables if {"facts", "link"} & set(table.info))


@lru_cache
def present_tables() -> tuple[Journaled, ...]:
    """Return the journaled tables of this version of the program, whatever else was imported before."""
    return journaled(ENTITIES[0].metadata)
