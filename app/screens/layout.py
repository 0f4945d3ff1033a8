"""How the form of an entity is laid out: sections and parts, written by hand as lists of field names."""

from collections.abc import Iterator
from dataclasses import dataclass

Row = str | tuple[str, ...]
"""A field on a line of its own, or several side by side."""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading; `title` in Spanish source words, empty for a section that needs no name."""

    title: str
    rows: tuple[Row, ...]

    def names(self) -> Iterator[str]:
        """Return the names of the fields, in their order."""
        for row in self.rows:
            yield from (row,) if isinstance(row, str) else row


@dataclass(frozen=True, slots=True)
class PartSection:
    """The rows of a part, such as the agenda of a meeting: `fields` on one line, `more` below them, full width."""

    title: str
    part: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form of an entity, from top to bottom."""

    entity: str
    sections: tuple[Section | PartSection, ...]

    def parts(self) -> Iterator[PartSection]:
        """Return the parts."""
        yield from (section for section in self.sections if isinstance(section, PartSection))
