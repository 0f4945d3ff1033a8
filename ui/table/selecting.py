"""A table that knows by their keys which records are selected, also after its list is read or ordered anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo, Query
from app.words.words import Words
from ui.table.model import AnyIndex, Source
from ui.table.reading_view import ReadingView
from ui.work.pause import Pausing, at_once
from ui.work.run import Runner

_FLAG = QItemSelectionModel.SelectionFlag
FEW = 8
"""Keys up to which each is looked for by itself in a list, sooner than all of the list are held against them."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected in a list: the records of `keys`, in its order, or `everything` that it holds."""

    keys: tuple[str, ...] = ()
    everything: bool = False


class SelectingView(ReadingView):
    """What is selected stays selected as long as it is listed; "all" is a state, which ends with another question."""

    selection_changed = Signal()

    def __init__(
        self,
        source: Source,
        columns: Sequence[FieldInfo],
        words: Words,
        parent: QWidget | None = None,
        *,
        runner: Runner | None = None,
        pausing: Pausing = at_once,
    ) -> None:
        """Show `columns` of `source`, as a `ReadingView` does; nothing is selected."""
        super().__init__(source, columns, words, parent, runner=runner, pausing=pausing)
        self._all = False
        self._kept: frozenset[str] = frozenset()
        self._current_id = ""
        self.rows.modelAboutToBeReset.connect(self._remember)
        self.rows.loaded.connect(self._recall)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def list_query(self, query: Query) -> None:
        """List what `query` asks for; "all" was said of another question than one with other words or filters."""
        before = self.rows.query
        if before is not None and (before.words, before.filters) != (query.words, query.filters):
            self._end_all()
        super().list_query(query)

    def selected_ids(self) -> list[str]:
        """Return the keys of the selected rows in the order of the list."""
        if self._all:
            return list(self.rows.ids)
        return [key for top, bottom in sorted(self._spans()) for key in self.rows.ids[top : bottom + 1]]

    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Keep "all" under the right button, which asks what can be done with what is selected."""
        right = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.RightButton
        if right and self._all and index.isValid():  # Qt asks also before all of this is made
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return len(self.rows.ids) if self._all else sum(bottom - top + 1 for top, bottom in self._spans())

    @property
    def all_selected(self) -> bool:
        """Whether "all" is selected: whatever the list holds, also after it is ordered anew."""
        return self._all

    def selected(self) -> Selection:
        """Return what is selected, to select it again later."""
        return Selection(everything=True) if self._all else Selection(tuple(self.selected_ids()))

    def select_again(self, wanted: Selection) -> None:
        """Select what was selected before, as far as it is listed."""
        if wanted.everything:
            self.selectAll()
        else:
            self._select_keys(frozenset(wanted.keys))

    def select_id(self, key: str) -> bool:
        """Select one record and scroll to it; False when it is not in the list."""
        if key not in self.rows.ids:
            return False
        index = self.rows.index(self.rows.ids.index(key), self.first_column())
        self.setCurrentIndex(index)
        self.selectionModel().select(index, _FLAG.ClearAndSelect | _FLAG.Rows)  # whatever key is held down meanwhile
        self.scrollTo(index)
        return True

    def selectAll(self) -> None:
        """Select whatever the list holds: a state, since Qt walks through every row that its own model selects."""
        self.selectionModel().clearSelection()
        self._all = True
        self.viewport().update()
        self.selection_changed.emit()

    def clearSelection(self) -> None:
        """Select nothing any more, whether it was some or all."""
        self._end_all()
        super().clearSelection()

    def current_id(self) -> str | None:
        """Return the key of the row with the focus."""
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else None

    def _spans(self) -> Iterator[tuple[int, int]]:
        selection = self.selectionModel().selection()
        for number in range(selection.count()):
            yield selection.at(number).top(), selection.at(number).bottom()

    def _select_keys(self, keys: frozenset[str]) -> None:
        self._end_all()
        found, last = QItemSelection(), len(self.rows.columns) - 1
        for top, bottom in _runs(_places(self.rows.ids, keys)):
            found.select(self.rows.index(top, 0), self.rows.index(bottom, last))
        self.selectionModel().select(found, _FLAG.ClearAndSelect)

    def _end_all(self) -> None:
        if self._all:
            self._all = False
            self.viewport().update()
            self.selection_changed.emit()

    def first_column(self) -> int:
        """Return the first column that is seen."""
        header = self.horizontalHeader()
        seen = (header.logicalIndex(place) for place in range(header.count()))
        return next((at for at in seen if not self.isColumnHidden(at)), 0)

    def _remember(self) -> None:
        self._current_id = self.current_id() or ""
        self._kept = frozenset() if self._all else frozenset(self.selected_ids())

    def _recall(self) -> None:
        """Select again what is still listed, and put the keyboard where it was, which by itself selects nothing."""
        current, self._current_id = self._current_id, ""
        kept, self._kept = self._kept, frozenset()
        if current in self.rows.ids:
            index = self.rows.index(self.rows.ids.index(current), self.first_column())
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        if kept:
            self._select_keys(kept)
            if not self.selectionModel().hasSelection():  # Qt says nothing of what it forgot with the old rows
                self.selection_changed.emit()
        self.viewport().update()

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._all and not selected.isEmpty():
            self._all = False
            self.viewport().update()
        self.selection_changed.emit()


def _places(ids: Sequence[str], keys: frozenset[str]) -> list[int]:
    """Return where those of `keys` stand that are listed, ascending; a few are looked for one by one."""
    if len(keys) <= FEW:
        return sorted(ids.index(key) for key in keys if key in ids)
    return [row for row, key in enumerate(ids) if key in keys]


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the first and last of each run of neighbours among `rows`, which ascend."""
    first = 0
    for at, row in enumerate(rows):
        if at + 1 == len(rows) or rows[at + 1] != row + 1:
            yield rows[first], row
            first = at + 1
