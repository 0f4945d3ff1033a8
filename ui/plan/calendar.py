"""The calendar of a plan: months across, a bar for each action, what is overdue and the days of commitments marked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPolygonF, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.file.files import Store
from app.months import names_of_months
from app.plan import Bar, BoardLine, Calendar, PlanChoice, read_calendar, say_bar
from app.plan.calendar import reach_of_calendar
from app.records.reach import Reach
from app.words.words import Words, mark
from ui.look.menus import ContextMenu, Offer
from ui.look.plain import set_tip
from ui.look.theme import distance
from ui.plan.page import PlanPage
from ui.work.workspace import Workspace

KIND, KEY, BAR = (Qt.ItemDataRole.UserRole + at for at in range(3))
NAME, ACROSS = range(2)
AnyIndex = QModelIndex | QPersistentModelIndex
BAR_HEIGHT = 10
LEAST = 3
"""Pixels of the shortest bar."""
DIAMOND = 5
"""Pixels from the middle of a mark to its corners."""
SHARE_OF_NAMES = 0.34
"""The part of the width that the names take."""


class MonthsHeader(QHeaderView):
    """The title of the names, and across the rest the months with their years."""

    def __init__(self, words: Words, view: "CalendarView") -> None:
        """Stand above `view`."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self.words = words
        self.view = view
        self.setSectionsClickable(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)

    def sizeHint(self) -> QSize:
        """Ask for two lines: the year above its months."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * 2 + 8)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave the words across the months to `paintSection`."""
        super().initStyleOptionForIndex(option, section)
        if section == ACROSS:
            option.text = ""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Write the months where they lie: as many letters of all as there is room for."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section != ACROSS:
            return
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        height = self.fontMetrics().height()
        edges = self.view.month_edges(rect)
        narrowest = min((round(right - left) for _, left, right in edges), default=0) - 4
        months = [month for month, *_ in edges]
        names = names_of_months(months, self.words, lambda name: self._width_of(name) <= narrowest)
        for (month, left, _), name in zip(edges, names, strict=True):
            painter.drawText(round(left) + 2, rect.top() + 4 + height + self.fontMetrics().ascent(), name)
            if month.month == 1 or left == rect.left():
                painter.drawText(round(left) + 2, rect.top() + height, str(month.year))
        painter.restore()

    def _width_of(self, name: str) -> int:
        return self.fontMetrics().horizontalAdvance(name)


class BarDelegate(QStyledItemDelegate):
    """Draws the bar of an action across the months, its commitments as diamonds, and today as a line."""

    def __init__(self, view: "CalendarView") -> None:
        """Draw in `view`."""
        super().__init__(view)
        self.view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for some room around the bar and the name beside it."""
        return super().sizeHint(option, index).expandedTo(QSize(0, round(option.fontMetrics.height() * 1.6)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the grid of the months, the bar and its marks."""
        self.view.style().drawPrimitive(
            self.view.style().PrimitiveElement.PE_PanelItemViewItem, option, painter, self.view
        )
        bar = index.data(BAR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_months(painter, option.rect)
        if isinstance(bar, Bar):
            self._draw_bar(painter, option.rect, bar)
            self._draw_marks(painter, option.rect, bar)
        painter.restore()

    def _colour(self, bar: Bar) -> QPalette.ColorRole:
        if bar.overdue:
            return QPalette.ColorRole.BrightText
        return QPalette.ColorRole.PlaceholderText if bar.state == "done" else QPalette.ColorRole.Link

    def _draw_months(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self.view.palette().color(QPalette.ColorRole.Mid))
        for _, left, _right in self.view.month_edges(rect):
            painter.drawLine(QPointF(left, rect.top()), QPointF(left, rect.bottom()))
        today = self.view.calendar.place_of(self.view.today)
        if today is not None:
            painter.setPen(self.view.palette().color(QPalette.ColorRole.WindowText))
            at = rect.left() + today * rect.width()
            painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))

    def _draw_bar(self, painter: QPainter, rect: QRect, bar: Bar) -> None:
        begin, end = self.view.span_of(bar, rect)
        if begin is None or end is None:
            return
        place = QRectF(begin, rect.center().y() - BAR_HEIGHT / 2, max(end - begin, LEAST), BAR_HEIGHT)
        colour = self.view.palette().color(self._colour(bar))
        painter.setPen(colour)
        painter.setBrush(colour if bar.state != "planned" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 3, 3)

    def _draw_marks(self, painter: QPainter, rect: QRect, bar: Bar) -> None:
        for each in bar.milestones:
            share = self.view.calendar.place_of(each.day)
            if share is None:
                continue
            middle = QPointF(rect.left() + share * rect.width(), rect.center().y())
            role = QPalette.ColorRole.BrightText if each.overdue else QPalette.ColorRole.WindowText
            colour = self.view.palette().color(role)
            painter.setPen(colour)
            painter.setBrush(colour if not each.met else self.view.palette().color(QPalette.ColorRole.Base))
            corners = ((0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))


class CalendarView(QTreeView):
    """The lines with their actions below them, each across the months; what is drawn is said in words too."""

    def __init__(self, workspace: Workspace, calendar: Calendar) -> None:
        """Show `calendar`."""
        super().__init__()
        self.workspace = workspace
        self.calendar = calendar
        self.today = workspace.store.today()
        words = workspace.words
        self.rows = QStandardItemModel(0, 2, self)
        self.rows.setHorizontalHeaderLabels([words("Acción"), words("Calendario")])
        for line, bars in calendar.lines:
            self._add(line, bars, words)
        self.setModel(self.rows)
        self.setHeader(MonthsHeader(words, self))
        self.setItemDelegateForColumn(ACROSS, BarDelegate(self))
        self.setAccessibleName(words("Calendario del plan de trabajo"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(distance(1.5, self))
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expandAll()
        self.setCurrentIndex(self.rows.index(0, NAME))
        self.doubleClicked.connect(self._open)
        ContextMenu(self, lambda: (Offer(words("Abrir"), lambda: self._open(self.currentIndex())),))

    def month_edges(self, rect: QRect) -> Sequence[tuple[date, float, float]]:
        """Return each month with the pixels where it begins and ends in `rect`."""
        lefts = [rect.left() + (self.calendar.place_of(month) or 0) * rect.width() for month in self.calendar.months]
        return list(zip(self.calendar.months, lefts, [*lefts[1:], float(rect.right())], strict=True))

    def span_of(self, bar: Bar, rect: QRect) -> tuple[float | None, float | None]:
        """Return the pixels where a bar begins and ends: the same for one of a single day, None without any."""
        days = bar.starts_on or bar.due_on, bar.due_on or bar.starts_on
        shares = (self.calendar.place_of(day) if day is not None else None for day in days)
        begin, end = (None if share is None else rect.left() + share * rect.width() for share in shares)
        return begin, end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what has the focus with Enter; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Give the names their part of the width."""
        self.setColumnWidth(NAME, round(self.viewport().width() * SHARE_OF_NAMES))

    def _open(self, index: QModelIndex) -> None:
        kind, key = index.siblingAtColumn(NAME).data(KIND), index.siblingAtColumn(NAME).data(KEY)
        if kind:
            self.workspace.record_wanted.emit(kind, key)

    def _add(self, line: BoardLine, bars: Sequence[Bar], words: Words) -> None:
        head = QStandardItem(words("{number}. {title}", number=line.number, title=line.name))
        font = self.font()
        font.setBold(True)
        head.setFont(font)
        _name(head, "plan_line", line.id)
        set_tip(head, head.text())
        said = QStandardItem(words("Vacante") if line.vacant else "")
        for bar in bars:
            name, across = QStandardItem(bar.name), QStandardItem()
            _name(name, "plan_action", bar.id)
            across.setData(bar, BAR)
            across.setData(say_bar(bar, words), Qt.ItemDataRole.AccessibleTextRole)
            set_tip(name, bar.name)
            set_tip(across, say_bar(bar, words))
            head.appendRow([name, across])
        self.rows.appendRow([head, said])


def _name(item: QStandardItem, kind: str, key: str) -> None:
    item.setData(kind, KIND)
    item.setData(key, KEY)


class CalendarPage(PlanPage):
    """The calendar of a plan; an action is opened by Enter or a double click."""

    title = mark("Calendario del plan")
    parts = frozenset({"calendar"})

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace)
        self.view: CalendarView | None = None

    def read_content(self, store: Store, term: PlanChoice) -> tuple[Calendar, Reach]:
        """Read the bars and their marks."""
        return read_calendar(store, term.period_id), reach_of_calendar(store.catalog, term.period_id)

    def show_content(self, content: object) -> QWidget:
        """Make the view of what was read."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        if isinstance(content, Calendar):
            self.entry = self.view = CalendarView(self.workspace, content)
            column.addWidget(self.view)
        return page
