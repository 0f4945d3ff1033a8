"""A month as a grid of days, weeks from Monday: what lasts several days is a bar across them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.agenda.entries import Entry, EntryKind, say_entry
from app.agenda.month import DAYS, Drawn, Month, moved_by, same_day_in
from app.words.words import Words
from ui.look.icons import icon
from ui.look.menus import SEPARATOR, ContextMenu, Offer
from ui.look.plain import Menu, set_tip

AnyIndex = QModelIndex | QPersistentModelIndex
ICONS: Mapping[EntryKind, str] = MappingProxyType(
    {EntryKind.ACTIVITY: "calendar-blank", EntryKind.MEETING: "users-three", EntryKind.DEADLINE: "hourglass"}
)
"""What tells the kinds apart beside their words."""
GAP = 2
"""Pixels between two entries, and around the number of a day."""
PADDING = 4
LEAST_LETTERS = 12
"""The letters of a name for which a day needs room: in less, a list tells more."""
LEAST_LINES = 2
"""The entries for which a day needs room below its number."""
_STEPS: Mapping[int, int] = MappingProxyType(
    {
        Qt.Key.Key_Left.value: -1,
        Qt.Key.Key_Right.value: 1,
        Qt.Key.Key_Up.value: -DAYS,
        Qt.Key.Key_Down.value: DAYS,
    }
)


class DayDelegate(QStyledItemDelegate):
    """Draws a day: its number, and its part of each entry of its week."""

    def __init__(self, view: "MonthGrid") -> None:
        """Draw in `view`."""
        super().__init__(view)
        self.view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the ground, the number, the entries, and how many more there are than find room."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        day = self.view.day_at(index)
        palette = self.view.palette()
        painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Base))
        # The lines of the grid lie below the bars, which go on over them: the view draws none.
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        painter.drawLine(option.rect.topLeft(), option.rect.bottomLeft())
        self._draw_number(painter, option.rect, day)
        shown = self.view.shown_on(index)
        for each in shown:
            self._draw(painter, index, each)
        more = len(self.view.month.on(day)) - len(shown) if self.view.month is not None else 0
        if more > 0:
            self._say_more(painter, option.rect, more)
        if self.view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Link), 2 if self.view.hasFocus() else 1))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _draw_number(self, painter: QPainter, rect: QRect, day: date) -> None:
        is_inside = self.view.month is not None and day.month == self.view.month.first.month
        role = QPalette.ColorRole.WindowText if is_inside else QPalette.ColorRole.PlaceholderText
        font = QFont(self.view.font())
        is_today = day == self.view.today
        font.setBold(is_today)
        font.setUnderline(is_today)
        painter.setFont(font)
        painter.setPen(self.view.palette().color(role))
        place = rect.adjusted(PADDING, GAP, -PADDING, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(day.day))

    def _say_more(self, painter: QPainter, rect: QRect, more: int) -> None:
        painter.setFont(self.view.font())
        painter.setPen(self.view.palette().color(QPalette.ColorRole.PlaceholderText))
        place = rect.adjusted(PADDING, GAP, 0, 0)
        said = self.view.words("y {count} más", count=self.view.words.number(more))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)

    def _draw(self, painter: QPainter, index: AnyIndex, each: Drawn) -> None:
        """Draw an entry where it lies across its days; what is of this day is left of it by the clip."""
        place = self.view.place_of(index, each)
        palette, entry = self.view.palette(), each.entry
        is_sure = not (entry.is_open or entry.is_off)
        is_bar = entry.kind is EntryKind.ACTIVITY and is_sure
        if entry.kind is not EntryKind.DEADLINE:
            # What goes on over the edge of the week has no end there; what is not certain has an outline alone.
            outline = place.adjusted(-6 if each.from_before else 0, 0, 6 if each.goes_on else 0, 0)
            line = Qt.PenStyle.SolidLine if is_sure else Qt.PenStyle.DashLine
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1, line))
            ground = palette.color(QPalette.ColorRole.Highlight if is_bar else QPalette.ColorRole.Window)
            painter.setBrush(ground if is_sure else palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(outline, 3, 3)
        side = self.view.fontMetrics().ascent()
        picture = QRect(place.left() + PADDING, place.center().y() - side // 2, side, side)
        role = QPalette.ColorRole.HighlightedText if is_bar else QPalette.ColorRole.WindowText
        role = QPalette.ColorRole.PlaceholderText if entry.is_off else role
        icon(ICONS[entry.kind], role).paint(painter, picture)
        font = QFont(self.view.font())
        font.setStrikeOut(entry.is_off)
        painter.setFont(font)
        painter.setPen(palette.color(role))
        text = place.adjusted(side + 2 * PADDING, 0, -PADDING, 0)
        # The hour is that of its first day, and would be read as that of this one.
        words = entry.name if each.from_before else self.view.say(entry)
        said = self.view.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


class MonthGrid(QTableView):
    """The days of a month by weeks; arrows go from day to day, Enter opens what stands on one."""

    opened = Signal(object)
    """Entry: it is to be shown."""
    beginning = Signal(object)
    """date: an activity is to be begun on this day."""
    going = Signal(object)
    """date: a day of another month is to be looked at."""

    def __init__(self, words: Words, today: date) -> None:
        """Begin without a month."""
        super().__init__()
        self.words = words
        self.today = today
        self.month: Month | None = None
        self._pressed: QModelIndex | None = None
        self.days = QStandardItemModel(0, DAYS, self)
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ContextMenu(self, self.offers)

    def show_month(self, month: Month, name: str, day: date) -> None:
        """Show a month, called `name`, with the keyboard on `day`."""
        self.month = month
        self.setAccessibleName(name)
        self.days.setRowCount(len(month.weeks))
        for row, week in enumerate(month.weeks):
            for column, each in enumerate(week):
                self.days.setItem(row, column, self._item(each))
        self._name_weekdays()
        self.setCurrentIndex(self._index_of(day))
        self.viewport().update()

    @property
    def day(self) -> date:
        """The day that the keyboard is on."""
        return self.day_at(self.currentIndex())

    def day_at(self, index: AnyIndex) -> date:
        """Return the day of a cell; today without a month."""
        if self.month is None or not index.isValid():
            return self.today
        return self.month.weeks[index.row()][index.column()]

    def say(self, entry: Entry) -> str:
        """Return what stands of an entry in its line."""
        if entry.kind is EntryKind.DEADLINE:
            return self.words("Inscripción: {name}", name=entry.name)
        return " ".join(filter(None, (entry.starts_at, entry.name)))

    def has_room(self, width: int, height: int) -> bool:
        """Tell whether the days of any month would be read in so many pixels."""
        letters = self.fontMetrics().averageCharWidth() * LEAST_LETTERS + self._line
        above = self.horizontalHeader().sizeHint().height()
        return width // DAYS >= letters and (height - above) // 6 >= self._line * (LEAST_LINES + 1)

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + GAP

    def shown_on(self, index: AnyIndex) -> Sequence[Drawn]:
        """Return what finds room in a day, of all that its week shows."""
        if self.month is None:
            return ()
        fits = (self.rowHeight(index.row()) - self._line - GAP) // (self._line + GAP)
        week = self.month.weeks[index.row()]
        here = [each for each in self.month.drawn(week) if each.begins <= index.column() <= each.ends]
        return [each for each in here if each.line < fits]

    def place_of(self, index: AnyIndex, each: Drawn) -> QRect:
        """Return where an entry lies in the week of a cell, across all its days."""
        left = self.visualRect(self.days.index(index.row(), each.begins))
        right = self.visualRect(self.days.index(index.row(), each.ends))
        top = left.top() + self._line + GAP + each.line * (self._line + GAP)
        return QRect(left.left() + GAP, top, right.right() - left.left() - 2 * GAP, self._line)

    def entry_at(self, place: QPoint) -> Entry | None:
        """Return the entry that is drawn at a place of the viewport."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        found = (each.entry for each in self.shown_on(index) if self.place_of(index, each).contains(place))
        return next(found, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep where a press begins."""
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the entry that was pressed, ask which where a day says it has more, or begin an activity on its ground.

        Also of a day that has something: a campaign of weeks would else leave no day on which to begin.
        """
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if pressed is None or not pressed.isValid() or self.indexAt(place) != pressed:
            return
        entry = self.entry_at(place)
        if entry is not None:
            self.opened.emit(entry)
        elif self._says_more(place):
            self.open_day()
        elif self.month is not None:
            self.beginning.emit(self.day_at(pressed))

    def _says_more(self, place: QPoint) -> bool:
        """Tell whether a place is in the line in which its day says that more stands on it than it has room for."""
        index = self.indexAt(place)
        hidden = self.month is not None and len(self.month.on(self.day_at(index))) > len(self.shown_on(index))
        return hidden and place.y() < self.visualRect(index).top() + self._line + GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days and months; open what stands on the day with Enter."""
        key = event.key()
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.open_day()
        elif (day := day_of_key(self.month, self.day, key)) is not None:
            self.go_to(day)
        else:
            super().keyPressEvent(event)

    def go_to(self, day: date) -> None:
        """Bring the keyboard to a day, in another month where it is of one."""
        if self.month is None:
            return
        if day.replace(day=1) == self.month.first:
            self.setCurrentIndex(self._index_of(day))
        else:
            self.going.emit(day)

    def open_day(self) -> None:
        """Open the one entry of the day, choose among several, or begin an activity where there is none."""
        entries = self.month.on(self.day) if self.month is not None else ()
        if len(entries) == 1:
            self.opened.emit(entries[0])
        elif not entries:
            self.beginning.emit(self.day)
        else:
            menu = Menu(parent=self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for entry in entries:
                menu.offer(self.say(entry), partial(self.opened.emit, entry)).setIcon(icon(ICONS[entry.kind]))
            rect = self.visualRect(self.currentIndex())
            menu.popup(self.viewport().mapToGlobal(rect.center()))
            menu.setActiveAction(menu.actions()[0])

    def offers(self) -> Sequence[Offer | str]:
        """Return what can be done on the day that the keyboard is on."""
        day = self.day
        entries = self.month.on(day) if self.month is not None else ()
        shown = tuple(
            Offer(self.say(each), partial(self.opened.emit, each), icon(ICONS[each.kind])) for each in entries
        )
        new = Offer(self.words("Actividad nueva este día"), partial(self.beginning.emit, day), icon("plus"))
        return (*shown, *((SEPARATOR,) if shown else ()), new)

    def resizeEvent(self, event: object) -> None:
        """Say as much of the days of the week as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # PySide hands over the event of a resize
        self._name_weekdays()

    def _name_weekdays(self) -> None:
        if self.month is None:
            return
        names = [self.words.weekday(day) for day in self.month.weeks[0]]
        metrics = self.horizontalHeader().fontMetrics()
        room = self.viewport().width() // DAYS - 2 * PADDING
        fits = all(metrics.horizontalAdvance(name) <= room for name in names)
        self.days.setHorizontalHeaderLabels([name if fits else name[:3] for name in names])

    def _item(self, day: date) -> QStandardItem:
        item = QStandardItem("")
        entries = self.month.on(day) if self.month is not None else ()
        said = [say_entry(each, self.words) for each in entries]
        whole = f"{self.words.weekday(day)} {self.words.long_date(day)}"
        told = "; ".join(said) if said else self.words("sin nada")
        item.setData(self.words("{label}: {value}", label=whole, value=told), Qt.ItemDataRole.AccessibleTextRole)
        if said:
            set_tip(item, "\n".join(said))
        return item

    def _index_of(self, day: date) -> QModelIndex:
        weeks = self.month.weeks if self.month is not None else ()
        row = next((at for at, week in enumerate(weeks) if day in week), 0)
        return self.days.index(row, day.weekday())


def day_of_key(month: Month | None, day: date, key: int) -> date | None:
    """Return the day to which a key goes that speaks of months: a month on or back, its first day or its last one."""
    if month is None:
        return None
    goals: Mapping[int, Callable[[], date]] = {
        Qt.Key.Key_PageUp.value: lambda: same_day_in(moved_by(month.first, -1), day),
        Qt.Key.Key_PageDown.value: lambda: same_day_in(moved_by(month.first, 1), day),
        Qt.Key.Key_Home.value: lambda: month.first,
        Qt.Key.Key_End.value: lambda: moved_by(month.first, 1) - timedelta(days=1),
    }
    return goals[key]() if key in goals else None
