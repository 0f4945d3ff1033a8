"""A month as a list by day, where its grid would be too small to be read."""

from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.agenda.entries import say_entry
from app.agenda.month import Month
from app.words.words import Words
from ui.agenda.grid import ICONS, AnyIndex, day_of_key
from ui.look.icons import icon
from ui.look.menus import ContextMenu, Offer
from ui.look.plain import set_tip

MARGIN = 16
"""Pixels around the words of a line."""
HIGHEST = 10_000
ENTRY, DAY = (Qt.ItemDataRole.UserRole + at for at in range(2))


class _Broken(QStyledItemDelegate):
    """Gives a line the height that its words need in the width that there is."""

    def __init__(self, view: "DayList") -> None:
        """Measure in `view`."""
        super().__init__(view)
        self.view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for the height of all its lines."""
        once = super().sizeHint(option, index)
        before = self.view.indentation() if index.parent().isValid() else 0
        width = self.view.viewport().width() - before - self.view.iconSize().width() - 2 * MARGIN
        fits = QRect(0, 0, max(width, 1), HIGHEST)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
        lines = self.view.fontMetrics().boundingRect(fits, flags, str(index.data() or ""))
        return QSize(width, max(once.height(), lines.height() + MARGIN // 2))


class DayList(QTreeView):
    """The days of a month on which something stands, each with its entries below it."""

    opened = Signal(object)
    """Entry: it is to be shown."""
    going = Signal(object)
    """date: a day of another month is to be looked at."""

    def __init__(self, words: Words) -> None:
        """Begin without a month."""
        super().__init__()
        self.words = words
        self.month: Month | None = None
        self.rows = QStandardItemModel(0, 1, self)
        self.setModel(self.rows)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Broken(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)
        ContextMenu(self, lambda: (Offer(words("Abrir"), lambda: self._open(self.currentIndex())),))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and keep what leads them as high as they are."""
        super().resizeEvent(event)
        self.setIconSize(QSize(self.fontMetrics().height(), self.fontMetrics().height()))
        self.scheduleDelayedItemsLayout()

    def show_month(self, month: Month, name: str, day: date) -> None:
        """Show a month, called `name`, with the keyboard on the first entry from `day` on."""
        self.month = month
        self.setAccessibleName(name)
        self.rows.clear()
        for each in (each for week in month.weeks for each in week if each.month == month.first.month):
            # What lasts stands once, on its first day in the month: the line says from when to when.
            entries = [entry for entry in month.on(each) if each == max(entry.first, month.first)]
            if entries:
                head = QStandardItem(f"{self.words.weekday(each)} {self.words.long_date(each)}")
                head.setData(each, DAY)
                font = self.font()
                font.setBold(True)
                head.setFont(font)
                for entry in entries:
                    said = say_entry(entry, self.words)
                    line = QStandardItem(icon(ICONS[entry.kind]), said)
                    line.setData(entry, ENTRY)
                    line.setData(each, DAY)
                    set_tip(line, said)
                    if entry.is_off:
                        struck = self.font()
                        struck.setStrikeOut(True)
                        line.setFont(struck)
                    head.appendRow(line)
                self.rows.appendRow(head)
        if not self.rows.rowCount():
            self.rows.appendRow(QStandardItem(self.words("Nada en este mes.")))
        self.expandAll()
        self.setCurrentIndex(self._index_from(day))

    @property
    def day(self) -> date | None:
        """The day that the keyboard is on; None where the month is empty."""
        found = self.currentIndex().data(DAY)
        return found if isinstance(found, date) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open an entry with Enter, and go by months; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._open(self.currentIndex())
            return
        start = self.day or (self.month.first if self.month is not None else None)
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and start is not None:
            self.going.emit(day_of_key(self.month, start, event.key()))
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if entry is not None:
            self.opened.emit(entry)

    def _index_from(self, day: date) -> QModelIndex:
        for row in range(self.rows.rowCount()):
            head = self.rows.index(row, 0)
            found = head.data(DAY)
            if isinstance(found, date) and found >= day:
                return self.rows.index(0, 0, head)
        first = self.rows.index(0, 0)
        return self.rows.index(0, 0, first) if self.rows.rowCount(first) else first
