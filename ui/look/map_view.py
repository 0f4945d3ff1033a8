"""The map of the members: it comes nearer and goes away, and leads to each city, by mouse or by keyboard."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from app.figures import COUNTRIES, MEMBERS
from app.network import Member
from app.network.members import as_points
from app.rendering.map.frame import MapFrame
from app.rendering.map.topojson import Position
from ui.look.map_drawing import draw, paint
from ui.look.map_spots import Side, Spot, near, next_to
from ui.look.plain import Menu, hide_tip, show_tip
from ui.look.spoken import hear_as, say_aloud
from ui.work.workspace import Workspace

SETTLED = 120
"""Milliseconds after which a map that shows something else is drawn anew."""
LARGER = 1.3
"""How many times larger than on paper the map is drawn: names are read from farther."""
STEP = 1.5
"""How many times nearer the map comes by one press."""
NOTCH = 120
"""What one notch of a wheel turns, in eighths of a degree."""
CLOSEST = 250.0
"""Points for a degree beyond which the outlines of the map say nothing more."""
MOST_NAMED = 10
"""Cities of one place beyond which the others are only counted."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
"""Without which some keyboards have no plus."""

SIDES: Mapping[int, Side] = MappingProxyType(
    {
        Qt.Key.Key_Left: Side.LEFT,
        Qt.Key.Key_Right: Side.RIGHT,
        Qt.Key.Key_Up: Side.UP,
        Qt.Key.Key_Down: Side.DOWN,
    }
)


class MapView(QWidget):
    """Draws the map for the room that it has; `chosen` tells the key of the city that is to be opened."""

    chosen = Signal(str)

    def __init__(self, workspace: Workspace, cities: Sequence[Member]) -> None:
        """Show `cities`, each of which has a place on the map."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self.cities = tuple(cities)
        self.points = as_points(self.cities)
        self.current: int | None = None
        """The city that the keyboard is on."""
        self.pointed: tuple[int, ...] = ()
        """The cities under the mouse, the nearest first."""
        self._positions: list[Position] = [(each.longitude / 1e6, each.latitude / 1e6) for each in self.points]
        self.whole = MapFrame.filling(self._positions, 1, 1)
        self.frame = self.whole
        self._drawing: tuple[MapFrame, str] | None = None
        self._picture: QPixmap | None = None
        self._grabbed: QPointF | None = None
        self._is_dragged = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 200)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if sys.platform != "darwin":  # where Qt makes a pinch of the gesture that it also tells of
            self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.words("Mapa de las ciudades miembro"))
        self.setAccessibleDescription(self._described())
        hear_as(self, QAccessible.Role.Graphic)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._settling.timeout.connect(self.redraw)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come `factor` times nearer; what stands `at` a point of the window, else in the middle, stays there."""
        scale = min(max(self.frame.scale * factor, self.whole.scale), max(CLOSEST, self.whole.scale))
        if scale <= self.whole.scale:
            self.show_frame(self.whole)
            return
        at = at or QPointF(self.width() / 2, self.height() / 2)
        spot = at.x() / self._unit, self.frame.height - at.y() / self._unit
        self.show_frame(self.frame.nearer(scale / self.frame.scale, spot).kept_over(self.whole))

    def show_all(self) -> None:
        """Go back to all the cities."""
        self.show_frame(self.whole)

    def show_frame(self, frame: MapFrame) -> None:
        """Show another part of the map; until it is drawn, what was drawn moves there."""
        self.frame = frame
        self._settling.start()
        self.update()

    @property
    def spots(self) -> list[Spot]:
        """Where the cities stand now, in pixels."""
        places = map(self.frame.place, self._positions)
        return [(x * self._unit, (self.frame.height - y) * self._unit) for x, y in places]

    @property
    def reach(self) -> float:
        """How near to a city the mouse has to be, in pixels."""
        return self.fontMetrics().height() / 2

    def said(self, cities: Sequence[int]) -> str:
        """Return the names of some of the cities, with their number where they are several."""
        named = [self._name(index) for index in cities[:MOST_NAMED]]
        if len(cities) > 1:
            named.insert(0, self.words.plural("{count} ciudad aquí:", "{count} ciudades aquí:", len(cities)))
        if len(cities) > MOST_NAMED:
            rest = len(cities) - MOST_NAMED
            named.append(self.words.plural("y {count} más", "y {count} más", rest))
        return "\n".join(named)

    def go_to(self, city: int) -> None:
        """Put the keyboard on a city, and bring it into sight."""
        self.current = city
        x, y = self.spots[city]
        if not self.rect().contains(round(x), round(y)):
            away = (self.width() / 2 - x) / self._unit, (y - self.height() / 2) / self._unit
            self.show_frame(self.frame.moved(*away).kept_over(self.whole))
        self.update()
        self.setAccessibleDescription(f"{self._name(city)}. {self._described()}")
        say_aloud(self, self._name(city))

    def redraw(self) -> None:
        """Draw the map beside the window."""
        frame, words, points = self.frame, self.words, self.points
        shown = partial(self._show, frame)
        self.workspace.runner.run(lambda _: draw(points, frame, words), shown, topic="map")

    def copy(self) -> None:
        """Copy the map as it is seen, as a picture."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another size, since names fit or do not."""
        super().resizeEvent(event)
        was_whole = self.frame == self.whole
        size = self.width() / self._unit, self.height() / self._unit
        self.whole = MapFrame.filling(self._positions, *size)
        self.show_frame(self.whole if was_whole else self.frame.sized(*size))

    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of the moment."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._drawing is not None:
            self._show(*self._drawing)

    def event(self, event: QEvent) -> bool:
        """Come nearer by a pinch, of the fingers on a screen or beside it."""
        pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
        if isinstance(pinch, QPinchGesture):
            self.zoom(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint())))
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come nearer to what is under the mouse."""
        self.zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the map by the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map that was taken, or name what is under the mouse."""
        if self._grabbed is None:
            self._point(event)
            return
        away = event.position() - self._grabbed
        if self._is_dragged or away.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged, self._grabbed = True, event.position()
            self._point_at(())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            moved = self.frame.moved(away.x() / self._unit, -away.y() / self._unit)
            self.show_frame(moved.kept_over(self.whole))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the city that was clicked; of several at one place, ask which."""
        if event.button() != Qt.MouseButton.LeftButton or self._grabbed is None:
            return
        self._grabbed = None
        if self._is_dragged:
            self._point(event)
            return
        found = near(self.spots, (event.position().x(), event.position().y()), self.reach)
        if len(found) == 1:
            self.chosen.emit(self.cities[found[0]].id)
        elif found:
            self._ask_which(found, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to all the cities where no city is."""
        if not near(self.spots, (event.position().x(), event.position().y()), self.reach):
            self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        """Name nothing any more."""
        super().leaveEvent(event)
        self._point_at(())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from city to city, open the one that the keyboard is on, come nearer or go away."""
        key = event.key()
        done = self._commands().get(key)
        if done is not None and not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            done()
        elif key in SIDES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(SIDES[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was drawn where it stands now, and a ring around the city that is meant."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is not None and self._drawing is not None:
            source = QRectF(self._picture.rect())
            painter.drawPixmap(self._place_of(self._drawing[0]), self._picture, source)
        spots = self.spots
        for index in self.pointed:
            self._paint_ring(painter, spots[index])
        if self.hasFocus():
            self._paint_focus(painter, spots)
        painter.end()

    def _paint_ring(self, painter: QPainter, spot: Spot) -> None:
        painter.setPen(QPen(self.palette().text().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*spot), self.reach * 0.7, self.reach * 0.7)

    def _paint_focus(self, painter: QPainter, spots: Sequence[Spot]) -> None:
        painter.setPen(QPen(self.palette().accent().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if self.current is None:
            return
        self._paint_ring(painter, spots[self.current])
        name, metrics = self._name(self.current), self.fontMetrics()
        tag = QRectF(0, 0, metrics.horizontalAdvance(name) + metrics.height(), metrics.height() * 1.4)
        x, y = spots[self.current]
        beside = x + self.reach if x + self.reach + tag.width() < self.width() else x - self.reach - tag.width()
        tag.moveTopLeft(
            QPointF(max(2.0, beside), min(max(2.0, y - tag.height() / 2), self.height() - tag.height() - 2))
        )
        painter.setPen(QPen(self.palette().text().color(), 1))
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(tag, 4, 4)
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), name)

    def _place_of(self, drawn: MapFrame) -> QRectF:
        """Return where what was drawn for a frame stands in the frame of now."""
        share = self.frame.scale * self._unit
        left = (drawn.west - self.frame.west) * share
        top = self.frame.south + self.frame.height / self.frame.scale - drawn.south - drawn.height / drawn.scale
        return QRectF(left, top * share, drawn.width / drawn.scale * share, drawn.height / drawn.scale * share)

    def _show(self, frame: MapFrame, drawing: str) -> None:
        self._drawing = frame, drawing
        size = QSize(round(frame.width * self._unit), round(frame.height * self._unit))
        self._picture = paint(drawing, QApplication.palette(), size, self.devicePixelRatioF())
        self.update()

    @property
    def _unit(self) -> float:
        """Pixels for a point of the drawing."""
        return LARGER * self.fontMetrics().height() / 18

    def _point(self, event: QMouseEvent) -> None:
        """Name the cities under the mouse at once."""
        at = event.position()
        self._point_at(tuple(near(self.spots, (at.x(), at.y()), self.reach)))
        if self.pointed:
            show_tip(event.globalPosition().toPoint(), self.said(self.pointed), self)

    def _point_at(self, found: tuple[int, ...]) -> None:
        if self.pointed and not found:
            hide_tip()
        self.pointed = found
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.OpenHandCursor)
        self.update()

    def _ask_which(self, found: Sequence[int], place: QPoint) -> None:
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index in found[:MOST_NAMED]:
            menu.offer(self._name(index), partial(self.chosen.emit, self.cities[index].id))
        menu.addSeparator()
        at = QPointF(self.mapFromGlobal(place))
        menu.offer(self.words("Acercar aquí"), partial(self.zoom, STEP**3, at))
        menu.popup(place)

    def _commands(self) -> Mapping[int, Callable[[], object]]:
        key, last = Qt.Key, len(self.cities) - 1
        following = (self.current if self.current is not None else -1) + 1
        before = (self.current if self.current is not None else last + 1) - 1
        return {
            key.Key_Plus: partial(self.zoom, STEP),
            key.Key_Minus: partial(self.zoom, 1 / STEP),
            key.Key_0: self.show_all,
            key.Key_Home: partial(self.go_to, 0),
            key.Key_End: partial(self.go_to, last),
            key.Key_PageDown: partial(self.go_to, min(following, last)),
            key.Key_PageUp: partial(self.go_to, max(before, 0)),
            key.Key_Return: self._open_current,
            key.Key_Enter: self._open_current,
        }

    def _go(self, side: Side) -> None:
        """Go to the next city on one side; at first to the one in the middle of what is seen."""
        spots = self.spots
        if self.current is None:
            middle = self.width() / 2, self.height() / 2
            self.go_to(near(spots, middle, float("inf"))[0])
            return
        following = next_to(spots, self.current, side)
        if following is not None:
            self.go_to(following)

    def _open_current(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.cities[self.current].id)

    def _name(self, index: int) -> str:
        city = self.cities[index]
        return f"{city.name} · {self.words.country(city.country)}"

    def _described(self) -> str:
        countries = len({city.country for city in self.cities})
        return self.words(
            "{cities} de {countries} en el mapa. Las flechas van de ciudad en ciudad y Enter la abre; "
            "+ y − acercan y alejan, 0 muestra todas.",
            cities=MEMBERS.counted(len(self.cities), self.words),
            countries=COUNTRIES.counted(countries, self.words),
        )
