"""What an operation touched, for whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.titles import NO_TITLE, Title


@dataclass(frozen=True, slots=True)
class Changes:
    """The operation's number in the journal (None when nothing changed), its title, and the keys it touched.

    `touched` maps the name of an entity or link table to the keys of its rows that were made, changed or deleted,
    `gone` to those of them that were deleted.
    """

    operation: int | None = None
    title: Title = NO_TITLE
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return self.operation is not None
