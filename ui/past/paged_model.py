"""A list that is read page by page, beside the window, as far as somebody scrolls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon

from app.past.deleted import Deleted
from app.past.listing import PAGE, Done
from ui.look.icons import icon
from ui.table.model import NOWHERE, AnyIndex
from ui.table.read_model import ReadModel
from ui.work.run import Advance, Job, Runner


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: the number below which the next page begins, its cells, icons by column, what it is of."""

    key: int
    cells: tuple[str, ...]
    subject: Done | Deleted
    icons: Mapping[int, str] = field(default_factory=dict)


Read = Callable[[int | None, int, Advance], Sequence[Line]]
"""Gives a page: below this number, up to so many lines."""


class PagedModel(ReadModel[Line]):
    """The lines read so far; the newest question wins."""

    loaded = Signal()
    """The first page of a question is here."""

    def __init__(self, headings: Sequence[str], numbers: frozenset[int], runner: Runner, title: str) -> None:
        """Begin empty; the columns `numbers` stand on the right, and `title` is what is read while it takes long."""
        super().__init__(headings, numbers, runner)
        self._runner = runner
        self._title = title
        self._read: Read | None = None
        self._at_end = True
        self._job: Job | None = None

    def ask(self, read: Read) -> None:
        """List from now on what `read` gives."""
        self._read = read
        self._begin(PAGE)

    def reload(self) -> None:
        """Read what is shown again, as far as it was read."""
        self._begin(max(PAGE, len(self.lines)))

    def place_of(self, key: int) -> int:
        """Return the place of the line with this key, -1 when it is not there."""
        return next((at for at, line in enumerate(self.lines) if line.key == key), -1)

    def canFetchMore(self, parent: AnyIndex = NOWHERE) -> bool:
        """Tell whether there may be more lines."""
        return not (parent.isValid() or self._at_end or self._job is not None)

    def fetchMore(self, parent: AnyIndex = NOWHERE) -> None:
        """Read the next page."""
        if self.canFetchMore(parent):
            self._run(self.lines[-1].key if self.lines else None, PAGE, self._append)

    def shown(self, at: int, column: int, role: int) -> object:
        """Return what a cell shows."""
        line = self.lines[at]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[column]
            case Qt.ItemDataRole.DecorationRole:
                return QIcon(icon(line.icons[column])) if column in line.icons else None
        return None

    def _begin(self, limit: int) -> None:
        self._run(None, limit, self._take)

    def _run(self, below: int | None, limit: int, done: Callable[[Sequence[Line], int], None]) -> None:
        read = self._read
        if read is None:
            return
        job = self._job = self._runner.run(
            lambda advance: read(below, limit, advance),
            lambda lines: done(lines, limit),
            title=self._title,
            topic=f"page {id(self)}",
        )
        job.ended.connect(lambda: self._end(job))

    def _end(self, job: Job) -> None:
        """Let more be read: the page is here, or the person cancelled it; what was dropped changes nothing."""
        if self._job is job:
            self._job = None

    def _take(self, lines: Sequence[Line], limit: int) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self._at_end = len(lines) < limit
        self.endResetModel()
        self.loaded.emit()

    def _append(self, lines: Sequence[Line], limit: int) -> None:
        self._at_end = len(lines) < limit
        if lines:
            first = len(self.lines)
            self.beginInsertRows(NOWHERE, first, first + len(lines) - 1)
            self.lines = [*self.lines, *lines]
            self.endInsertRows()
