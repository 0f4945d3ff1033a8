"""Where pictures of the window are taken: one real window without a display, on files of a fixed day."""

import io
import json
import os
import time
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.file.files import new_file
from app.file.settings import Settings, save_settings
from app.sample import build_sample
from app.words.words import Words
from ui.frame.frame import Frame
from ui.frame.start import PICTURE_SIZE
from ui.frame.window import Window
from ui.look.theme import IN_FUSION, Scheme, Theme
from ui.room.record import RecordPane
from ui.room.room import Room
from ui.room.tabs import TabbedRoom
from ui.work.preferences import Preferences
from ui.work.room_page import RoomPage
from ui.work.run import Runner

DAY = date(2026, 11, 23)
"""The day of the pictures: the meetings of the sample are dated around it."""
AUTHOR = "Lucía Ejemplo"
"""Who works, in the pictures."""
PATIENCE = 60.0
"""Seconds after which a picture is taken whatever is still under way."""
PAUSE = 0.005
"""Seconds between two looks at the window."""
CALM = 0.5
"""Seconds without work beside the window, after which what came is also laid out."""
LARGEST = 120_000
"""Bytes of the largest picture."""
PALETTES = (256, 160, 96, 64, 32)
TITLE_BAR = 32
"""Pixels of the bar with its title that a system draws above a dialog."""


def begin(folder: Path) -> QApplication:
    """Begin without a display, on a screen of the size of the pictures; `folder` is where Qt is told of it."""
    width, height = PICTURE_SIZE
    screen = {"name": "laptop", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    told = folder / "screens.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what this platform cannot do is said at each window
    return QApplication(list(IN_FUSION))


class Stage:
    """The window and the folder in which its files are made."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        """Begin in Spanish, in light colours, without a file."""
        self.application = application
        self.folder = folder
        self.words = Words("es")
        self.theme = Theme(application, scheme=Scheme.LIGHT)
        application.setCursorFlashTime(0)
        save_settings(Settings(author=AUTHOR), folder / "preferencias")
        self.window = Window(Preferences(folder / "preferencias", system_locale="es"), self.theme)
        self.window.resize(*PICTURE_SIZE)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @property
    def frame(self) -> Frame:
        """What stands around the rooms."""
        if self.window.frame is None:
            raise RuntimeError("no file is open")
        return self.window.frame

    @property
    def page(self) -> RoomPage:
        """The room that is shown, whatever it is."""
        if self.frame.page is None:
            raise RuntimeError("no room is shown")
        return self.frame.page

    @property
    def room(self) -> Room:
        """The list and record that are shown, behind their tab when there are some."""
        page = self.page.room if isinstance(self.page, TabbedRoom) else self.page
        if not isinstance(page, Room):
            raise TypeError("the page has no list")
        return page

    @property
    def record(self) -> RecordPane:
        """The record beside the list."""
        return self.room.record

    def open_sample(self) -> None:
        """Make the sample and show it."""
        store = new_file(self._path("Red de ciudades"), None, author=AUTHOR, clock=lambda: DAY)
        build_sample(store, DAY)
        self.window.take_store(store, "inicio")
        self.settle()

    def open_empty(self, name: str) -> None:
        """Make a new file and show it."""
        self.window.take_store(new_file(self._path(name), None, author=AUTHOR, clock=lambda: DAY), "inicio")
        self.settle()

    def show_room(self, name: str) -> None:
        """Show a room with its list."""
        self.window.activateWindow()
        self.window.show_room(name)
        self.settle()

    def settle(self) -> None:
        """Let what is looked for beside the window arrive and be laid out; gives up after PATIENCE."""
        until = time.monotonic() + PATIENCE
        calm_since = time.monotonic()
        while time.monotonic() < min(until, calm_since + CALM):
            self.application.processEvents()
            time.sleep(PAUSE)  # or the work beside the window would wait for the interpreter
            if any(runner.busy for runner in self.window.findChildren(Runner)):
                calm_since = time.monotonic()

    def shoot(self, target: Path) -> None:
        """Write to `target` the window with its dialogs and lists over it."""
        self.settle()
        picture = self.window.grab()
        over = [each for each in QApplication.topLevelWidgets() if each is not self.window and each.isVisible()]
        for widget in sorted(over, key=_depth):
            self._put(picture, widget)
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        save_small(Image.open(io.BytesIO(buffer.data().data())), target)

    def close_dialogs(self) -> None:
        """Put away whatever stands over the window."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        self.settle()

    def strike(self) -> None:
        """Leave the window without a file, saving nothing, as the next scene finds it."""
        self.close_dialogs()
        self.window.close_file()
        self.settle()

    def _path(self, name: str) -> Path:
        path = self.folder / f"{name}.enlace"
        path.unlink(missing_ok=True)
        return path

    def _put(self, picture: QPixmap, widget: QWidget) -> None:
        """Paint a dialog in the middle under a bar with its title, and a list where it is."""
        painter = QPainter(picture)
        if isinstance(widget, QDialog):
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
            area = QRect(0, 0, widget.width(), widget.height() + TITLE_BAR)
            area.moveCenter(picture.rect().center())
            self._paint_bar(painter, area, widget.windowTitle())
            painter.drawPixmap(area.topLeft() + QPoint(0, TITLE_BAR), widget.grab())
        else:
            area = QRect(self.window.mapFromGlobal(widget.mapToGlobal(QPoint())), widget.size())
            painter.drawPixmap(area.topLeft(), widget.grab())
        painter.setPen(self.window.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        painter.end()

    def _paint_bar(self, painter: QPainter, area: QRect, title: str) -> None:
        bar = QRect(area.topLeft(), area.topRight() + QPoint(0, TITLE_BAR))
        painter.fillRect(bar, self.window.palette().color(QPalette.ColorRole.Mid))
        painter.setFont(self.window.font())
        painter.setPen(self.window.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, title)


def _depth(widget: QWidget) -> int:
    """Count what a widget stands over: a dialog over a dialog is painted after it."""
    above = widget.parentWidget()
    return 0 if above is None else 1 + _depth(above)


def save_small(image: Image.Image, target: Path) -> None:
    """Write `image` as a PNG of few colours: as many as fit in LARGEST bytes."""
    plain = image.convert("RGB")
    for colours in PALETTES:
        few = plain.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(target, "PNG", optimize=True)
        if target.stat().st_size <= LARGEST:
            return
