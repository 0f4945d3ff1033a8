"""The pages of a PDF one below the other, sharp at any size, drawn beside the window as they come into sight."""

from collections import OrderedDict
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.words.words import Words
from ui.look.spoken import hear_as
from ui.paper.pdf import POINTS_PER_INCH, PdfPages
from ui.work.run import Runner

GAP = 16
"""Pixels between pages and around them."""
IMAGES_KEPT = 16
SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.25
"""How much larger or smaller one press makes the pages."""


class Fit(Enum):
    """What the size of the pages follows."""

    WIDTH = "width"
    PAGE = "page"
    ZOOM = "zoom"


class PageView(QAbstractScrollArea):
    """Shows pages; the wheel and the arrows scroll, PageUp and PageDown turn, + and - change the size."""

    page_changed = Signal(int)
    """The page in sight, from 0."""
    zoom_changed = Signal(float)

    def __init__(self, runner: Runner, words: Words, parent: QWidget | None = None) -> None:
        """Begin without pages; they are drawn by `runner`."""
        super().__init__(parent)
        self.words = words
        self.pages: PdfPages | None = None
        self.page = 0
        self.zoom = 1.0
        self.fit = Fit.WIDTH
        self._runner = runner
        self._places: list[QRect] = []
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hear_as(self, QAccessible.Role.Graphic)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self._name()

    def set_pages(self, pages: PdfPages | None) -> None:
        """Show `pages` from the first; the former ones are closed."""
        if self.pages is not None:
            self.pages.close()
        self.pages = pages
        self.page = 0
        self._images.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._on_scroll()

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.pages.sizes) if self.pages else 0

    def go_to(self, page: int, below: float = 0.0) -> None:
        """Show a page, from 0, so many points `below` its top; one that does not exist is the nearest that does."""
        if self._places:
            self.verticalScrollBar().setValue(self._scrolled_to(min(max(page, 0), self.count - 1), below))

    def bookmark_in_sight(self) -> int:
        """Return the number of the last bookmark that is not below the top of what is seen; -1 for none."""
        if self.pages is None:
            return -1
        seen = self.verticalScrollBar().value() + GAP
        places = (self._scrolled_to(each.page, each.below) for each in self.pages.bookmarks)
        return sum(place <= seen for place in places) - 1

    def choose_fit(self, fit: Fit) -> None:
        """Let the size follow the window."""
        self.fit = fit
        self._resize()

    def choose_zoom(self, zoom: float) -> None:
        """Show the pages at `zoom` times the size of the paper."""
        self.fit = Fit.ZOOM
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        self._resize()

    def enlarge(self) -> None:
        """Show the pages one step larger."""
        self.choose_zoom(self.zoom * STEP)

    def reduce(self) -> None:
        """Show the pages one step smaller."""
        self.choose_zoom(self.zoom / STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change their size by keyboard."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.go_to(self.page + 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self.go_to(self.page - 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge()
        elif key == Qt.Key.Key_Minus:
            self.reduce()
        elif key == Qt.Key.Key_0:
            self.choose_fit(Fit.WIDTH)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size with Ctrl and the wheel."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.enlarge()
        elif event.angleDelta().y() < 0:
            self.reduce()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window, keeping the page in sight."""
        super().resizeEvent(event)
        self._resize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight; one that is not drawn yet is white paper."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        edge = self.palette().color(QPalette.ColorRole.Mid)
        for number in self._in_sight():
            place = self._seen(number)
            image = self._image(number)
            if image is None:
                painter.fillRect(place, QColor("white"))
            else:
                painter.drawImage(QRectF(place), image)
            painter.setPen(edge)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        self._draw_missing()

    def _resize(self) -> None:
        before = self.page
        self._lay_out()
        self.go_to(before)
        self._on_scroll()

    def _lay_out(self) -> None:
        self._places = []
        if self.pages is None:
            self.viewport().update()
            return
        self.zoom = self._wanted_zoom(self.pages)
        unit = self._unit()
        widest = max((size.width for size in self.pages.sizes), default=0) * unit
        room = max(self.viewport().width(), round(widest) + 2 * GAP)
        y = GAP
        for size in self.pages.sizes:
            width, height = round(size.width * unit), round(size.height * unit)
            self._places.append(QRect((room - width) // 2, y, width, height))
            y += height + GAP
        view = self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, room - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.verticalScrollBar().setRange(0, max(0, y - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)

    def _wanted_zoom(self, pages: PdfPages) -> float:
        if self.fit is Fit.ZOOM or not pages.sizes:
            return self.zoom
        inch = self.logicalDpiX() / POINTS_PER_INCH
        # The bar is counted whether it shows or not: else the fit would flicker between the two.
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * GAP
        widest = max(size.width for size in pages.sizes) * inch
        zoom = room / widest
        if self.fit is Fit.PAGE:
            highest = max(size.height for size in pages.sizes) * inch
            zoom = min(zoom, (self.viewport().height() - 2 * GAP) / highest)
        return min(max(zoom, SMALLEST), LARGEST)

    def _scrolled_to(self, page: int, below: float) -> int:
        """Return how far the pages are scrolled where a place of one of them is at the top."""
        return self._places[page].top() + round(below * self._unit()) - GAP // 2

    def _unit(self) -> float:
        """Return the pixels of the window to a point of the page."""
        return self.zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _seen(self, number: int) -> QRect:
        return self._places[number].translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _in_sight(self) -> list[int]:
        seen = self.viewport().rect()
        return [number for number in range(len(self._places)) if self._seen(number).intersects(seen)]

    def _on_scroll(self) -> None:
        middle = self.viewport().height() // 2
        nearest = min(
            range(len(self._places)), key=lambda number: abs(self._seen(number).center().y() - middle), default=0
        )
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum() and self._places:
            nearest = max(nearest, max(self._in_sight(), default=nearest))
        if self.verticalScrollBar().value() == 0:
            nearest = 0
        self.page = nearest
        self._name()
        self.page_changed.emit(nearest)
        self.viewport().update()

    def _key(self, number: int) -> tuple[int, int]:
        return number, round(self._places[number].width() * self.devicePixelRatioF())

    def _image(self, number: int) -> QImage | None:
        """Return the page as drawn for this size or, until it is, as drawn for another."""
        exact = self._images.get(self._key(number))
        if exact is not None:
            self._images.move_to_end(self._key(number))
            return exact
        return next((image for (page, _), image in reversed(self._images.items()) if page == number), None)

    def _draw_missing(self) -> None:
        if self._drawing or self.pages is None:
            return
        wanted = self._in_sight()
        if wanted:
            wanted += [number for number in (wanted[-1] + 1, wanted[0] - 1) if 0 <= number < len(self._places)]
        missing = next((number for number in wanted if self._key(number) not in self._images), None)
        if missing is None:
            return
        pages, key = self.pages, self._key(missing)
        scale = self._unit() * self.devicePixelRatioF()
        self._drawing = True
        self._runner.run(
            lambda _: pages.draw(missing, scale),
            lambda image: self._take(pages, key, image),
            self._give_up,
        )

    def _take(self, pages: PdfPages, key: tuple[int, int], image: QImage) -> None:
        self._drawing = False
        if pages is self.pages:
            self._images[key] = image
            while len(self._images) > IMAGES_KEPT:
                self._images.popitem(last=False)
        self.viewport().update()

    def _give_up(self, error: Exception) -> None:
        # Drawing stays off for this document, or the same page would fail again at each painting.
        raise error

    def _name(self) -> None:
        said = self.words("Página {page} de {count}", page=self.page + 1, count=self.count) if self.count else ""
        self.setAccessibleName(said or self.words("Páginas"))
