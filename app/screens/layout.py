"""How the form of an entity is laid out: sections and parts, written by hand as lists of field names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Row = str | tuple[str, ...]
"""A field on a line of its own, or several side by side."""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading; `title` in Spanish source words, empty for a section that needs no name.

    `rows` have all its fields, in the order in which they are read. `rare` names those of them that officers seldom
    fill in: the form folds them at the end of the section, and nothing else makes a difference of them.
    """

    title: str
    rows: tuple[Row, ...]
    rare: tuple[str, ...] = ()

    def names(self) -> Iterator[str]:
        """Return the names of the fields, in their order."""
        for row in self.rows:
            yield from (row,) if isinstance(row, str) else row

    def front_rows(self) -> Iterator[tuple[str, ...]]:
        """Return the rows that the form shows at once, without what is rare."""
        yield from self._rows_of(set(self.names()) - set(self.rare))

    def rare_rows(self) -> Iterator[tuple[str, ...]]:
        """Return the rows that the form folds."""
        yield from self._rows_of(set(self.rare))

    def _rows_of(self, wanted: set[str]) -> Iterator[tuple[str, ...]]:
        for row in self.rows:
            names = tuple(name for name in ((row,) if isinstance(row, str) else row) if name in wanted)
            if names:
                yield names


@dataclass(frozen=True, slots=True)
class PartSection:
    """The rows of a part, such as the seats of a body: each a card, `fields` on its first line, `more` below them.

    The form of a new record proposes a row with the values of `begun`, when there are some.
    """

    title: str
    part: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()
    begun: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form of an entity, from top to bottom.

    Of one that is made on the way, while another refers to it, are asked its names, what tells it from its namesakes,
    what is required, and the fields of `also_asked`, without which it would be found by nobody.
    """

    entity: str
    sections: tuple[Section | PartSection, ...]
    also_asked: tuple[str, ...] = ()

    def parts(self) -> Iterator[PartSection]:
        """Return the parts."""
        yield from (section for section in self.sections if isinstance(section, PartSection))
