"""Icons of one weight (Phosphor, as QtAwesome ships it), painted in the colours of the moment."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

from ui.look.plain import Label

FAMILY = "Phosphor"
FONT = "phosphor-1.3.0.ttf"
GLYPHS = "phosphor-charmap-1.3.0.json"


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """Return the icon that Phosphor calls `name` ("house", "magnifying-glass"), in the palette's colour of `role`.

    It follows a change of palette by itself. Raises KeyError when there is no such icon.
    """
    return QIcon(_Glyph(chr(int(_codes()[name], 16)), role))


class IconLabel(Label):
    """An icon that stands beside words, as high as they are, in the colours of the moment."""

    def __init__(
        self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText, *, scale: float = 1.0
    ) -> None:
        """Show the icon called `name`, `scale` times as high as the words; KeyError when there is none."""
        super().__init__()
        self._scale = scale
        self._shown = name, role  # not the icon: freed with its label, it may outlive the engine that paints it
        self._draw()

    def show_icon(self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> None:
        """Show another icon."""
        self._shown = name, role
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the scheme or the size of text has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            self._draw()

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * self._scale)
        self.setPixmap(icon(*self._shown).pixmap(QSize(side, side), self.devicePixelRatioF()))


def load_icon_font() -> None:
    """Make the font of the icons known to Qt; called once when the theme is put on."""
    QFontDatabase.addApplicationFont(str(_folder() / FONT))


def _folder() -> Path:
    # Importing QtAwesome loads eleven fonts and their maps (0.3 s of the start); its files are all we need.
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(FONT)
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = msgspec.json.decode((_folder() / GLYPHS).read_bytes())
    return codes


class _Glyph(QIconEngine):
    """Paints one glyph; asks the palette for the colour at each painting."""

    def __init__(self, glyph: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._glyph = glyph
        self._role = role

    def clone(self) -> QIconEngine:
        return _Glyph(self._glyph, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        font = QFont(FAMILY)
        font.setPixelSize(max(1, rect.height()))
        painter.save()
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(group, self._role))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        if made.isNull():
            return made  # a button that has no room yet is painted all the same
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return made
