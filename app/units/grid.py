"""A grid of what is counted, as a screen shows it: headings of rows and columns, and cells that lead to lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.line import Line
from app.words.fields import RecordKey


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands where a row meets a column; `tip` says more than there is room for."""

    lines: Sequence[Line] = ()
    tip: str = ""

    @property
    def said(self) -> str:
        """All of it in one line."""
        return "; ".join(line.text for line in self.lines)

    @property
    def ways(self) -> Sequence[Line]:
        """The lines that lead somewhere."""
        return [line for line in self.lines if line.leads]


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a row or a column: what it is called, what is added in quiet letters, and its record, if any."""

    text: str
    detail: str = ""
    tip: str = ""
    record: RecordKey | None = None
    width: int = 1
    """How wide a column is beside the others."""
    sums: bool = False
    """Whether it is the sum of the others."""
    figures: bool = False
    """Whether what stands in a column are figures, which end at the right."""

    @property
    def key(self) -> str:
        """What it is known by when the grid is made anew."""
        return self.record.id if self.record is not None else self.text


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows across columns: `name` is what the whole is called, `corner` what stands above the headings of rows."""

    name: str
    corner: str
    columns: Sequence[Head]
    rows: Sequence[Head]
    cells: Sequence[Sequence[Cell]]
