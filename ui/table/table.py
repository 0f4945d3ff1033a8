"""The list of a room: sorted by its headings, selected by many, copied into spreadsheets, worked by keyboard."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from app.records.catalog import FieldInfo, Query
from app.words.words import Words
from ui.look.plain import Menu
from ui.table.cells import height_of_lines
from ui.table.copying import as_mime
from ui.table.model import AnyIndex, Source, leading
from ui.table.name_link import NameLink
from ui.table.one_column import OneColumn
from ui.table.selecting import SelectingView
from ui.table.two_lines import LineFields
from ui.table.widths import ColumnWidths
from ui.work.pause import Pausing, at_once
from ui.work.run import Advance, Runner

MARK = 3
"""The width in pixels of the mark at the row that the keyboard is on."""
COPIED_AT_ONCE = 2000
"""Rows that are copied before anybody notices; more are read beside the window."""


@dataclass(frozen=True, slots=True)
class ColumnState:
    """How the person has set a column: kept by name, so that a newer version with other columns still finds it."""

    name: str
    width: int = 0
    """The pixels that the person has set, 0 while it is what the others leave."""
    hidden: bool = False


class Table(SelectingView):
    """A list of records."""

    opened = Signal(str)
    """The person wants to see this record (Enter or double click)."""
    states_changed = Signal()
    """The person has changed widths, places or visibility of columns."""

    def __init__(
        self,
        source: Source,
        columns: Sequence[FieldInfo],
        words: Words,
        parent: QWidget | None = None,
        *,
        runner: Runner | None = None,
        pausing: Pausing = at_once,
        lines: LineFields | None = None,
    ) -> None:
        """Show `columns` of `source`; with `runner` the keys are looked for beside the window.

        `pausing` makes of a piece of reading one that waits while something is being written. `lines` are the fields
        that name a record, which are links, and tell it apart.
        """
        super().__init__(source, columns, words, parent, runner=runner, pausing=pausing)
        self.empty_text = words("No hay nada que mostrar.")
        self.copied: Callable[[], Sequence[str]] = self.selected_ids
        """Returns the keys of the records that are copied; whoever shows one beside the list says which."""
        self._copy_chosen = pausing(self._copy_now, self)
        self.rows.take_lines(lines or LineFields(()))
        self.link = NameLink(self, frozenset(lines.name if lines is not None else ()))
        self.link.followed.connect(self.opened)
        self._set_manners()
        self.one_column = OneColumn(self)
        self._set_headers()
        self.widths = ColumnWidths(self)
        self._tell_changes()
        self.link.find_column()

    def ask(self, query: Query) -> None:
        """List what `query` asks for, and show by which column it is ordered."""
        header = self.horizontalHeader()
        names = [column.name for column in self.rows.columns]
        order = leading(query.order, self.rows.columns)
        at = names.index(order.field) if order and order.field in names else -1
        direction = Qt.SortOrder.DescendingOrder if order and order.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(at, direction)
        self.list_query(query)

    def states(self) -> tuple[ColumnState, ...]:
        """Return how the columns of the table are set, in the order in which they are seen."""
        if self.one_column.on:
            return self.one_column.states
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return tuple(
            ColumnState(self.rows.columns[at].name, self.widths.by_hand.get(at, 0), self.isColumnHidden(at))
            for at in order
        )

    def restore(self, states: Iterable[ColumnState]) -> None:
        """Set the columns of the table as `states` say; columns they do not name stay after those they do."""
        if self.one_column.on:
            self.one_column.states = tuple(states)
            return
        header = self.horizontalHeader()
        places = {column.name: at for at, column in enumerate(self.rows.columns)}
        header.blockSignals(True)
        known = [state for state in states if state.name in places]
        for place, state in enumerate(known):
            at = places[state.name]
            header.moveSection(header.visualIndex(at), place)
            header.setSectionHidden(at, state.hidden)
            if state.width:
                self.widths.set(at, state.width)
        header.blockSignals(False)
        header.viewport().update()
        self.updateGeometries()
        self.widths.share()
        self.link.find_column()
        self._read_shown()

    def copy(self) -> None:
        """Copy the selected rows, with their headings, as a table that pastes into a spreadsheet."""
        self._copy_chosen()

    def _copy_now(self) -> None:
        chosen = self.copied()
        places = {column.name: at for at, column in enumerate(self.rows.columns)}
        columns = [places[state.name] for state in self.states() if not state.hidden]
        headings = [self.words(self.rows.columns[at].field.label) for at in columns]

        def put(cells: list[list[str]]) -> None:
            QGuiApplication.clipboard().setMimeData(as_mime(headings, cells))

        def read(advance: Advance) -> list[list[str]]:
            return self.rows.texts(chosen, columns, advance)

        if len(chosen) > COPIED_AT_ONCE and self.runner is not None:
            self.runner.run(read, put, title=self.words("Copiando la lista"), topic="copy")
        elif chosen:
            put(self.rows.texts(chosen, columns))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter, select all with Ctrl+A and of several none with Esc; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id() is not None:
            self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to see, when there is nothing."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.rows.ids:
            self._paint_rows(painter)
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.viewport().rect().adjusted(24, 24, -24, -24)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_text)

    def _paint_rows(self, painter: QPainter) -> None:
        """Draw a hairline below each row, carry the selected on to the right edge, and mark where the keyboard is."""
        header = self.horizontalHeader()
        beyond = header.length() - header.offset()
        width = self.viewport().width()
        palette = self.palette()
        last = self.rowAt(self.viewport().height())
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        for row in range(self.rowAt(0), (last if last >= 0 else len(self.rows.ids) - 1) + 1):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if beyond < width and (self._all or self.selectionModel().isRowSelected(row)):
                painter.fillRect(beyond, top, width - beyond, height, palette.color(QPalette.ColorRole.Highlight))
            painter.drawLine(0, top + height - 1, width, top + height - 1)
            if row == self.currentIndex().row() and self.hasFocus():
                painter.fillRect(0, top, MARK, height, palette.color(QPalette.ColorRole.Accent))

    def set_empty_text(self, text: str) -> None:
        """Say `text` while the list is empty: why, and what to do about it."""
        self.empty_text = text
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns that nobody has set take the width that is free."""
        super().resizeEvent(event)
        self.widths.share()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width when the table is first seen."""
        super().showEvent(event)
        self.widths.share()

    def changeEvent(self, event: QEvent) -> None:
        """Grow the rows with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_row_height()

    def sizeHint(self) -> QSize:
        """Ask for the room of a list on a small screen."""
        return QSize(640, 400)

    def _set_manners(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.words("Lista"))
        self.doubleClicked.connect(self._open_index)

    def _set_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height()
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(40)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)

    def _tell_changes(self) -> None:
        header = self.horizontalHeader()
        header.sectionResized.connect(self.widths.take)
        for change in (header.sectionResized, header.sectionMoved):
            change.connect(self._tell_states)

    def set_row_height(self) -> None:
        """Make each row as high as what is drawn of it."""
        height = height_of_lines(self.font()) if self.one_column.on else self.fontMetrics().height() + 10
        rows = self.verticalHeader()
        rows.blockSignals(True)  # a hundred thousand rows say each that it is as high as the others
        rows.setDefaultSectionSize(height)
        rows.blockSignals(False)
        self.updateGeometries()

    def _sort(self, column: int) -> None:
        order = self.rows.query.order[:1] if self.rows.query else ()
        again = bool(order) and order[0].field == self.rows.columns[column].name
        query = self.rows.order_by(column, descending=again and not order[0].descending)
        if query is not None:
            self.ask(query)

    def _open_index(self, index: AnyIndex) -> None:
        self.opened.emit(self.rows.ids[index.row()])

    def _choose_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def columns_menu(self) -> Menu:
        """Make the menu that shows and hides columns; the last one shown cannot be hidden."""
        menu = Menu(self.words("Columnas"), self)
        shown = [at for at in range(len(self.rows.columns)) if not self.isColumnHidden(at)]
        for at, column in enumerate(self.rows.columns):
            action = menu.offer(self.words(column.field.label))
            action.setCheckable(True)
            action.setChecked(at in shown)
            action.setEnabled(shown != [at])
            action.toggled.connect(lambda on, at=at: self._show_column(at, on=on))
        return menu

    def _show_column(self, at: int, *, on: bool) -> None:
        self.setColumnHidden(at, not on)
        self._read_shown()
        self.widths.share()
        self._tell_states()

    def _read_shown(self) -> None:
        """Read of each row what is shown of it, at once where a column has come."""
        self.rows.read_alone(state.name for state in self.states() if not state.hidden)
        self._look()

    def _tell_states(self) -> None:
        if not self.one_column.on:
            self.link.find_column()
            self.states_changed.emit()
