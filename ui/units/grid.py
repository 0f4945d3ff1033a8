"""A grid of what is counted: moved through by the arrows, each cell led from by Enter or a click on what it says."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.document import Tone
from app.line import Line
from app.units.grid import Grid, Head
from ui.look.menus import ContextMenu, Entries, Entry, Offer, nothing
from ui.look.plain import Label
from ui.look.scroll import UpAndDown, scrolled_around, show_place
from ui.look.theme import Role, dress
from ui.units.headings import ACROSS, EDGE, HIGH, WRAPS, Headings, flags_of
from ui.units.model import AnyIndex, GridModel
from ui.work.workspace import Workspace

LETTERS = 7
"""Letters of the narrowest column."""
SHORT = 15
"""Letters of a line that is not parted."""
FRAME = 2
"""Pixels of the frame around the cell that the keyboard is on."""
SHARE_OF_NAMES = 0.24
"""The part of the width that the headings of rows take, no less and no more than these letters."""
NAMES = (16, 30)


class LinesDelegate(QStyledItemDelegate):
    """Writes the lines of a cell one below the other, those that lead somewhere as links."""

    def __init__(self, view: "GridView") -> None:
        """Write in `view`."""
        super().__init__(view)
        self.view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for the height of all lines at the width of the column."""
        width = self.view.columnWidth(index.column())
        places = self.places(index, QRect(0, 0, width, HIGH), option.font)
        return QSize(width, max((place.bottom() for place, _ in places), default=0) + EDGE + 1)

    def places(self, index: AnyIndex, rect: QRect, font: QFont) -> list[tuple[QRect, Line]]:
        """Return the lines of a cell with where each is written in `rect`, across all of it."""
        found, top, room = [], rect.top() + EDGE, max(1, rect.width() - 2 * EDGE)
        for line in self.view.grid_model.cell(index).lines:
            place = QRect(rect.left() + EDGE, top, room, HIGH)
            place.setHeight(QFontMetrics(font_of(line, font)).boundingRect(place, WRAPS, line.text).height())
            found.append((place, line))
            top += place.height()
        return found

    def line_at(self, index: AnyIndex, rect: QRect, place: QPoint) -> Line | None:
        """Return the line of a cell, drawn in `rect`, whose words stand at `place` and lead somewhere."""
        for room, line in self.places(index, rect, self.view.font()):
            words = QFontMetrics(font_of(line, self.view.font())).boundingRect(room, self._flags(index), line.text)
            if line.leads and words.contains(place):
                return line
        return None

    def _flags(self, index: AnyIndex) -> int:
        return flags_of(self.view.grid.columns[index.column()])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground of the cell, its lines, and the frame of the focus."""
        painter.save()
        palette = self.view.palette()
        if self.view.grid_model.sums(index):
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.AlternateBase))
        for place, line in self.places(index, option.rect, option.font):
            painter.setFont(font_of(line, option.font))
            painter.setPen(palette.color(_colour_of(line)))
            painter.drawText(place, self._flags(index), line.text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Link), FRAME))
            painter.drawRect(option.rect.adjusted(1, 1, -FRAME, -FRAME))
        painter.restore()


class GridView(QTableView):
    """Shows one grid; the headings of its rows and columns stay in sight however far it is moved."""

    turned = Signal()
    """The keyboard or the mouse has come to another cell."""

    def __init__(self, workspace: Workspace, grid: Grid, offers: Entries = nothing) -> None:
        """Show `grid`; its menu ends with `offers`."""
        super().__init__()
        self.workspace = workspace
        self.grid = grid
        self.grid_model = GridModel(grid, workspace.words, self)
        self._offers = offers
        self._around: UpAndDown | None = None
        """What the page is scrolled in that the grid stands on, once it is seen."""
        self.alike: Sequence[GridView] = ()
        """Grids of the same columns that stand below it: all have columns of one width."""
        self._laid_out = 0
        """The width for which the columns and rows were measured."""
        self.lines = LinesDelegate(self)
        self.setModel(self.grid_model)
        self.setItemDelegate(self.lines)
        self.across, self.down = (Headings(way, self.grid_model, self) for way in (ACROSS, Qt.Orientation.Vertical))
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        self.setAccessibleName(grid.name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.corner = Label(grid.corner)
        self.corner.setParent(self)
        self.corner.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.corner.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.corner.setAutoFillBackground(True)  # the headings of rows pass behind it
        dress(self.corner, Role.QUIET)
        self.setWordWrap(True)
        self.across.sectionClicked.connect(lambda at: self._open(self.grid.columns[at]))
        self.down.sectionClicked.connect(lambda at: self._open(self.grid.rows[at]))
        self.menu = ContextMenu(self, self._entries)
        self.setCurrentIndex(self.grid_model.index(0, 0))

    @property
    def at(self) -> tuple[str, str]:
        """The keys of the row and the column of the current cell; empty without one."""
        index = self.currentIndex()
        if not index.isValid():
            return "", ""
        return self.grid.rows[index.row()].key, self.grid.columns[index.column()].key

    def go_to(self, at: tuple[str, str]) -> None:
        """Come to the cell of a row and a column, as far as they are there."""
        rows, columns = ([head.key for head in heads] for heads in (self.grid.rows, self.grid.columns))
        row, column = at
        if row in rows and column in columns:
            self.setCurrentIndex(self.grid_model.index(rows.index(row), columns.index(column)))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another cell has the keyboard."""
        super().currentChanged(current, previous)
        self.turned.emit()
        self._come_into_sight()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the cell into sight that has the keyboard now."""
        super().focusInEvent(event)
        self._come_into_sight()

    def updateGeometries(self) -> None:
        """Keep the headings of the columns in sight wherever Qt puts them."""
        super().updateGeometries()
        if getattr(self, "corner", None) is not None:  # Qt asks while the grid is still being made
            self._pin()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the page in which the grid stands, where that is scrolled."""
        super().showEvent(event)
        if self._around is None and (around := scrolled_around(self)) is not None:
            self._around = around
            around.verticalScrollBar().valueChanged.connect(self._pin)
        self._pin()

    def _pin(self) -> None:
        """Let the headings of the columns stay on top of what is seen of the grid, where they leave room for a cell."""
        top = 0
        if self._stays_pinned and self._around is not None:
            passed = -self.mapTo(self._around.viewport(), QPoint()).y()
            top = max(0, min(passed, self.height() - 2 * self.frameWidth() - self.across.height()))
        for each in (self.across, self.corner):
            each.move(each.x(), self.frameWidth() + top)
            each.raise_()

    @property
    def _stays_pinned(self) -> bool:
        """Whether the headings are no higher than half of what is seen."""
        return self._around is not None and self.across.height() * 2 <= self._around.viewport().height()

    def _come_into_sight(self) -> None:
        """Let the page be scrolled to the cell, whose grid is higher than there is room for, once it has its place."""
        QTimer.singleShot(0, self, self._scroll_page)

    def _scroll_page(self) -> None:
        if self.hasFocus() and self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex())
            # The headings: they come with the first row, and where they stay they stand over what is above a cell.
            above = self.across.height() if self.currentIndex().row() == 0 or self._stays_pinned else 0
            show_place(self.viewport(), place.adjusted(0, -above, 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the cell leads with Enter: of several ways a menu asks, and a cell without any opens its row."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self.currentIndex().isValid():
            ways = self.grid_model.cell(self.currentIndex()).ways
            if len(ways) > 1:
                self.menu.open_for_keyboard()
            elif ways:
                self.workspace.follow(ways[0])
            else:
                self._open(self.grid.rows[self.currentIndex().row()])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the line leads that is clicked."""
        super().mouseReleaseEvent(event)
        line = self._line_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and line is not None:
            self.workspace.follow(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over a line that leads somewhere."""
        super().mouseMoveEvent(event)
        over = self._line_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns, none narrower than its longest word, and give each row its height."""
        super().resizeEvent(event)
        if self.width() != self._laid_out:
            self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew when they are written in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._laid_out = 0

    def lay_out(self) -> None:
        """Set the widths and heights that the words need in the width that there is."""
        self._laid_out = self.width()
        letter = self.fontMetrics().averageCharWidth()
        least, most = (letters * letter for letters in NAMES)
        names = max(least, min(most, round(self.width() * SHARE_OF_NAMES)))
        whole = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        shares = [head.width for head in self.grid.columns]
        widths = [max(each.least(at, letter) for each in (self, *self.alike)) for at in range(len(shares))]
        # The names, which may be parted, give way before a column goes out of sight.
        names = max(least, min(names, whole - sum(widths)))
        self.down.setFixedWidth(names)
        spare = max(0, whole - names - sum(widths))
        given = [spare * share // max(1, sum(shares)) for share in shares]
        given[-1] += spare - sum(given)
        for at, (width, more) in enumerate(zip(widths, given, strict=True)):
            self.across.resizeSection(at, width + more)
        self.across.setFixedHeight(max(self.across.needed(at, self.columnWidth(at)) for at in range(len(shares))))
        self.corner.setGeometry(self.frameWidth(), self.frameWidth(), names, self.across.height())
        self._pin()
        self.resizeRowsToContents()

    def least(self, column: int, letter: int) -> int:
        """Return the width below which a column cuts a word, or parts what is short."""
        metrics = QFontMetrics(font_of(Line("", tone=Tone.STRONG), self.font()))
        texts = {line.text for row in self.grid.cells for line in row[column].lines}
        parts = {part for text in texts for part in ((text,) if len(text) <= SHORT else text.split())}
        widest = max(map(metrics.horizontalAdvance, parts), default=0) + 2 * EDGE + 2
        return max(widest, self.across.least_width(column), LETTERS * letter)

    def _line_at(self, place: QPoint) -> Line | None:
        index = self.indexAt(place)
        return self.lines.line_at(index, self.visualRect(index), place) if index.isValid() else None

    def _open(self, head: Head) -> None:
        if head.record is not None:
            self.workspace.record_wanted.emit(head.record.entity, head.record.id)

    def _entries(self) -> Sequence[Entry]:
        """Offer where the current cell leads, then what its row and its column stand for."""
        index: QModelIndex = self.currentIndex()
        words = self.workspace.words
        ways = self.grid_model.cell(index).ways
        heads = (self.grid.rows[index.row()], self.grid.columns[index.column()])
        opened = (head for head in heads if head.record is not None)
        return (
            *(Offer(words("Ver: {what}", what=line.text), partial(self.workspace.follow, line)) for line in ways),
            *(Offer(words("Abrir «{name}»", name=head.text), partial(self._open, head)) for head in opened),
            *self._offers(),
        )


def font_of(line: Line, font: QFont) -> QFont:
    """Return the letters of a line: underlined where it leads somewhere, heavy where it is strong."""
    written = QFont(font)
    written.setUnderline(line.leads)
    written.setWeight(QFont.Weight.DemiBold if line.tone is Tone.STRONG else font.weight())
    return written


def _colour_of(line: Line) -> QPalette.ColorRole:
    """Return the colour of a line: of what is late that of caution (`qt_palette`), which its words say too."""
    if line.tone is Tone.LATE:
        return QPalette.ColorRole.LinkVisited
    if line.tone is Tone.MUTED:
        return QPalette.ColorRole.PlaceholderText
    return QPalette.ColorRole.Link if line.leads else QPalette.ColorRole.WindowText
