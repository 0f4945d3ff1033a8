"""The answers of the one search, grouped by kind, below the line where it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.records.catalog import Catalog
from app.records.reading import Hit
from app.words.words import Words
from ui.frame.rooms import NamedRoom

DETAIL = Qt.ItemDataRole.UserRole + 1
HIT = Qt.ItemDataRole.UserRole + 2
"""What a line leads to, a record or a room; a heading has none."""
MOST_LINES = 16
SIDE = 12
"""Pixels before and after a text, and before what tells it from its namesakes."""


class _HitDelegate(QStyledItemDelegate):
    """Draws a title and, quietly beside it, what tells it from its namesakes; kinds as small headings."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        heading = index.data(HIT) is None
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and not heading
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if heading:
            font = QFont(option.font)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, str(index.data(Qt.ItemDataRole.DisplayRole)))
        else:
            self._paint_hit(painter, option, (rect, palette.color(ink)), index)
        painter.restore()

    def _paint_hit(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: tuple[QRect, QColor],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, ink = place
        metrics = option.fontMetrics
        rect = rect.adjusted(SIDE, 0, 0, 0)
        title = metrics.elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        rest = rect.adjusted(metrics.horizontalAdvance(title) + SIDE, 0, 0, 0)
        if rest.width() > metrics.averageCharWidth() * 4:
            if not option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            detail = metrics.elidedText(str(index.data(DETAIL) or ""), Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics, title = option.fontMetrics, str(index.data(Qt.ItemDataRole.DisplayRole))
        width = metrics.horizontalAdvance(title) + 2 * SIDE
        if index.data(HIT) is not None:
            width += metrics.horizontalAdvance(str(index.data(DETAIL) or "")) + 2 * SIDE
        return QSize(width, metrics.height() + 8)


class SearchResults(QListWidget):
    """The answers; the line keeps the keyboard and moves the choice."""

    chosen = Signal(object)
    """Hit, or NamedRoom: the person wants to see it."""

    def __init__(self, words: Words, catalog: Catalog, parent: QWidget) -> None:
        """Stand over `parent`; hidden until there is something to show."""
        super().__init__(parent)
        self.words = words
        self.catalog = catalog
        self.setItemDelegate(_HitDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("Resultados de la búsqueda"))
        self.setObjectName("results")
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], text: str, places: Sequence[NamedRoom] = ()) -> str:
        """Show `places`, then `hits` under their kinds, or that nothing has the words of `text`.

        Return how many there are, in words.
        """
        self.clear()
        if places:
            self._add_heading(self.words("Secciones"))
        for place in places:
            self._add(place.title, place.within, place)
        kind = ""
        for hit in hits:
            if hit.entity != kind:
                kind = hit.entity
                self._add_heading(self.words(self.catalog[kind].many))
            self._add(" ".join(hit.title.split()), hit.detail, hit)
        said = self.words.plural("{count} resultado", "{count} resultados", len(places) + len(hits))
        if not places and not hits:
            said = self.words("Nada coincide con «{text}».", text=text)
            self._add_heading(said)
        self._choose_next(-1, 1)
        return said

    def stand_below(self, line: QWidget) -> None:
        """Stand below the line where one types: as wide as the answers, and as high, within the window."""
        over = self.parentWidget()
        if over is None:
            return
        at = over.mapFromGlobal(line.mapToGlobal(QPoint(0, line.height() + 2)))
        bar = self.verticalScrollBar().sizeHint().width()
        wide = self.sizeHintForColumn(0) + 2 * self.frameWidth() + bar
        height = min(self.count(), MOST_LINES) * self.sizeHintForRow(0) + 8
        self.setFixedSize(min(max(line.width(), wide), over.width() - at.x()), min(height, over.height() - at.y()))
        self.move(at)

    def move_choice(self, step: int) -> None:
        """Go to the next answer (1) or the one before (-1)."""
        self._choose_next(self.currentRow(), step)

    def take(self) -> bool:
        """Choose the answer that is marked; False when there is none."""
        hit = self._hit_at(self.currentRow())
        if hit is not None:
            self.chosen.emit(hit)
        return hit is not None

    def _add(self, title: str, detail: str, found: Hit | NamedRoom) -> None:
        item = QListWidgetItem(title)
        item.setData(DETAIL, detail)
        item.setData(HIT, found)
        self.addItem(item)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _choose_next(self, row: int, step: int) -> None:
        at = row + step
        while 0 <= at < self.count():
            if self._hit_at(at) is not None:
                self.setCurrentRow(at)
                return
            at += step

    def _hit_at(self, row: int) -> Hit | NamedRoom | None:
        found = self.item(row).data(HIT) if 0 <= row < self.count() else None
        return found if isinstance(found, Hit | NamedRoom) else None

    def _on_clicked(self, item: QListWidgetItem) -> None:
        hit = self._hit_at(self.row(item))
        if hit is not None:
            self.chosen.emit(hit)
